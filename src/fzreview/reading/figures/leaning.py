"""Rows that say less than they count, and what they lean on."""

from __future__ import annotations

import re

from fzreview.reading.figures.counterparts import counterpart
from fzreview.reading.figures.elliptic import elliptic
from fzreview.reading.figures.leading_verbs import verb_of
from fzreview.reading.figures.parts import KINDS_OF, names_what, of_kind
from fzreview.reading.figures.rows import Leant, Row
from fzreview.reading.figures.shared_verbs import placed_by, shared_verb
from fzreview.reading.figures.subject_text import (
    at_level,
    is_level,
    is_predicate,
    joined,
    object_of,
    verb_in,
)
from fzreview.reading.figures.subject_verbs import ASIDE, NOUN_ENDINGS, VERBS
from fzreview.reading.figures.subject_words import (
    ATTRIBUTE,
    CHANGED,
    COMPARED,
    GROWTH,
    GROWTH_BEHIND,
    OUTPACED,
    PLANNED,
    RATES,
    REMARKS,
    SHARES,
    STAGE,
    STANDING,
)
from fzreview.reading.figures.surroundings import Counted

_REMARK = re.compile(r"[(（][^()（）]*[)）]\Z")
_OTHERS = ("其他", "其它", "其余")
DEEDS = VERBS - NOUN_ENDINGS
"""Verbs that name nothing a later row could lean on: 约谈19人，问责7人."""
_GOODS = frozenset("钢铁煤油气糖布纱盐茶麻丝纸粮棉猪牛羊马驴骡鸡鸭鹅兔鱼虾蛋奶肉果菜茧豆麦稻")
"""Things that a single character names; other rows of one character (收, 付) lean."""
_OUTPUT = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:产能|产量|总产)\Z")
"""What the first thing of a row lends the others: 压减生铁产能20万吨、粗钢5万吨."""
_COUNTS = frozenset(("人", "名", "位", "人次", "件", "户", "家", "个", "起", "所"))
"""Units of things that fall into kinds: 受援人436名，农民工占六成."""
_WORKS = ("项目", "工程", "建设单位")
_SPENT = re.compile(r"(?:累计|实际|全年|当年|年度)?(?:到位|完成|计划|合同)(?:资金|投资|外资|内资)(?:额)?")
"""Money of the projects told before: 在建项目12个，完成投资8亿元."""
_LIGHT = ("开展", "进行", "组织", "实施", "举行", "完成", "落实")
"""Verbs that say nothing of their own: what is done stands in their object."""
_BARE = 3
"""Characters of a topic that says little without its verb: 案件, 公证."""
_OF_PEOPLE = ("再犯罪", "重新犯罪", "脱管", "漏管", "脱漏管", "息诉罢访", "掌上可办", "网上可办")
"""What rates of people and procedures tell, not of whom."""
_OUTCOMES = ("维持", "撤销", "撤回", "终止", "驳回", "确认", "变更", "责令", "纠错", "直接纠错", "综合纠错", "调解", "和解", "尚在")
"""How a procedure ended: of the procedure, not of the application that began it (行政复议维持)."""
_HOSTS = ("社区", "村级", "学校", "企业", "园区", "行业", "机关", "景区", "商圈", "楼宇", "医院", "乡镇", "街道", "镇街")
"""Where a body belongs: 村级调委会128个、社区16个."""
_BODIES = ("委员会", "调委会", "中心", "站", "室", "所", "窗口", "点", "队", "组织", "基地", "驿站")
_LEVEL = re.compile("^(?:国家|[省市县区乡镇村])级")
_ACTORS = ("高校", "学校", "院校", "医院", "企业", "机构", "公司", "法院", "园区")
_OF_ACTORS = (
    "招生",
    "在校生",
    "毕业生",
    "教职工",
    "专任教师",
    "从业人员",
    "职工",
    "收治",
    "上缴税金",
    "实现利润",
)
"""What schools, firms and courts have or do: 普通高校12所，招生3万人."""
_MARKS = ("满分", "总分", "扣分", "得分", "时长", "标准", "费用", "经费")
"""Measures that no rate is the rate of."""
_TOOK_PART = ("参会", "参训", "参赛", "参评", "参考", "受训", "与会", "到会", "受教育")
_EVENT = re.compile(
    r"(?:会|会议|培训|训练|班|讲座|活动|考试|测试|测验|竞赛|大赛|比赛|讲堂|课|课堂|学习|学法|宣讲|演练|旁听|座谈|庭审|论坛|轮训|研修|考核|答题|评选|日|宣传|普法|教育|行动)[”]?\Z"
)
"""What people take part in; 参会 behind 提出意见 tells of no opinion."""
_HELD_BEHIND = re.compile(r"(?:连续|持续|稳定)(?:低于|高于|优于|好于|超过|保持|稳定|位居|居|列)[^,，。;；]{0,14}\Z")
"""How a value was held over the years, at the end of a subject: 败诉率连续低于全省."""
_SCORED = re.compile("中?(?:得|获|取得)分\\Z|中?成绩\\Z")
"""The score that a standing follows is no part of what is ranked: 考核得分96分，排名第3位."""
_DEED_AT_END = re.compile("(?:督察|督查|检查|抽查|巡查|巡察|评查|排查|任务|活动|行动|督导|整治|审计|公开|调研|走访|回头看)[”]?\\Z")
_FINDINGS = ("发现", "反馈", "查出")
_SHORT = 9
"""A topic up to this length goes before a remark that names a thing of its own."""


def leaning(left: str, figure: Counted, opened: str, last: Row, part: bool) -> Leant | None:
    """The subject of a number with the wording ``left`` before it; None where it leans on nothing.

    ``opened`` is the mark before its clause, ``part`` whether it tells a part of what was told before.
    """
    unit = figure.unit
    other = counterpart(left, last.topic, unchanged(last), last.subject)
    if other is not None:
        return Leant(other)
    if left.startswith("占") and figure.kind == "count" and len(left) > 2:
        return Leant(left[1:])
    if left.startswith("占"):
        return Leant((last.base if last.compared else last.subject) + left)
    if (
        left.endswith("占")
        and len(left) <= 8
        and (last.unit in _COUNTS or (part and not last.left))
        and figure.kind in ("percent", "ratio")
    ):
        return Leant(joined(last.topic, left))
    if PLANNED.match(left):
        return Leant(joined(last.topic, left))
    if OUTPACED.match(left):
        return Leant(joined(unchanged(last), left), compared=True)
    if COMPARED.match(left):
        amount = left.startswith(("等于", "相当于", "是", "为", "折合", "约合"))
        return Leant(joined(unchanged(last) if amount else last.subject, left), compared=True)
    if STANDING.match(left):
        return Leant(joined(_SCORED.sub("", unchanged(last)) or unchanged(last), left), compared=True)
    if GROWTH.match(left):
        return Leant(joined(unchanged(last), left), compared=True)
    told = elliptic(left, figure.kind, unit == last.unit, last.topic, unchanged(last))
    if told is not None:
        return Leant(told)
    change = CHANGED.search(left)
    if change is not None and change.start() <= 6 and is_bare_rate(left[: change.start()]):
        return Leant(joined(last.topic, left))
    if is_bare_rate(left) or (left[:2] == last.topic[-2:] and RATES.search(left)):
        if opened == ";" and not is_predicate(left[:-1]):
            return None
        if RATES.search(last.topic) or last.topic.endswith(_MARKS):
            return None
        head = last.joint or last.topic
        if _names_deed(left, head):
            return None
        if head.endswith("应" + left[:2]):
            return Leant(head[:-3] + left)
        if last.left[:2] == left[:2] and last.subject.endswith(last.left) and last.subject != last.left:
            head = last.subject[: -len(last.left)]
        if left.startswith("成功"):
            tried = last.left.removesuffix("成功")
            head = joined(head, tried) if tried != last.left and is_predicate(tried) else last.base
        if head.startswith(left[:2]):
            head = head[2:]
        elif left[:2] in DEEDS and left[:2] in head:
            done = head[head.rfind(left[:2]) + 2 :]
            head = done if len(done) > 1 and not is_predicate(done) else head
        return Leant(joined(head, left))
    if last.topic.endswith(_WORKS) and _SPENT.fullmatch(left):
        return Leant(last.topic + left)
    if left.startswith(_TOOK_PART) and not _EVENT.search(last.topic):
        return None
    if left.startswith(_FINDINGS) and len(left) > 2 and not _DEED_AT_END.search(last.topic):
        return None
    if left.startswith(REMARKS):
        own = object_of(left)
        named = own if len(own) < len(left) else ""
        head = last.topic if not named or len(last.topic) <= _SHORT else ""
        return Leant(joined(head, left), named=named)
    if STAGE.match(left) and 3 < len(left) <= 6 and last.topic.endswith(left[-2:]) and left != last.topic:
        return Leant(last.topic[:-2] + left)
    if (len(left) <= 5 and STAGE.match(left)) or lacks_thing(left):
        return Leant(joined(last.topic, left))
    if is_level(left):
        return Leant(at_level(left, last.recent))
    if unit == last.unit and 2 <= len(left) <= 3 and last.topic.endswith(_BODIES) and left in _HOSTS:
        return Leant(left + _LEVEL.sub("", last.topic))
    if left in _OTHERS and unit == last.unit and len(last.topic) >= 2 and last.topic[-2:] not in VERBS:
        return Leant(left + last.topic[-2:])
    if left in _OF_ACTORS and last.topic.endswith(_ACTORS):
        return Leant(last.topic + left)
    again = _done_again(left, last)
    if again:
        return Leant(again)
    if is_predicate(left) or (len(left) == 1 and left not in _GOODS):
        if last.topic.endswith(left):
            return Leant(last.topic)
        if unit == last.recent_unit and last.recent in DEEDS:
            return Leant(left)
        if unit == last.recent_unit:
            return Leant(_done_to(last.recent, left))
        if unit == last.unit or not unit or not last.unit or figure.kind == "percent" or _acts(last):
            return Leant(_done_to(last.topic, left))
    if part and unit == last.unit:
        placed = placed_by(left, unit, last.base)
        if placed is not None:
            return Leant(placed)
    if opened == "," and not part:
        shared = shared_verb(left, unit, last.unit, last.base)
        if shared is not None:
            return Leant(shared)
    if unit == last.unit:
        return _breakdown(left, unit, last, part, opened)
    return None


def _done_again(left: str, last: Row) -> str:
    """每村培养“法律明白人”3名，全镇共培养67名: the deed told again, of the same things."""
    if left not in DEEDS:
        return ""
    at = last.base.find(left)
    return last.base[at:] if at > 0 and at + 2 < len(last.base) else ""


def _done_to(thing: str, left: str) -> str:
    """What was done, behind the thing: 企业总量 and 注销 make 企业注销."""
    for word in _AMOUNTS:
        if thing.endswith(word) and thing[: -len(word)] in VERBS:
            return left + word
        thing = thing.removesuffix(word)
    if left.startswith(_OUTCOMES) and thing.endswith("复议申请"):
        thing = thing.removesuffix("申请")
    # 计划检查企业600家,实际检查650家: the verb is told again, the thing is not.
    if left[:2] == "实际" and thing.endswith("应" + left[2:]):
        return thing[: -1 - len(left[2:])] + left
    again = thing.find(left[-2:])
    if left[:2] in ("实际", "继续") and 0 <= again < len(thing) - 2:
        return left + thing[again + 2 :]
    return joined(thing, left)


_AMOUNTS = ("总量", "总数", "总额", "数量")


def _breakdown(left: str, unit: str, last: Row, part: bool, opened: str) -> Leant | None:
    """A part of what was told before, counted in the same unit."""
    kind = _REMARK.sub("", left)
    if opened == "(" and names_what(left, unit) and not verb_in(left):
        return Leant(last.verb + left, named=left)
    attribute = ATTRIBUTE.fullmatch(kind) is not None and not names_what(kind, unit)
    if attribute or (opened == "(" and _is_noun(left) and len(left) <= 4):
        if len(last.topic) <= _BARE and last.base == last.verb + last.topic:
            return Leant(last.verb + kind + last.topic)
        return Leant(of_kind(kind, last.topic))
    if (
        last.verb
        and unit[-1:] != "元"
        and (part or opened != ";")
        and _is_noun(left)
        and left[:2] not in ASIDE
    ):
        if last.verb in _LIGHT and part:
            return Leant(last.topic + left)
        if left[-2:] == last.base[-2:] and len(left) > 2:
            return Leant((_without_kind(last.base[:-2]) if part else last.verb) + left)
        if len(left) <= 8 and (part or "每" in last.verb):
            if part and not names_what(left, unit) and names_what(last.topic, unit):
                return Leant(last.topic + left)
            return Leant(last.verb + left)
    if part and not last.verb and unit in KINDS_OF and 2 <= len(left) <= 8 and left[:2] not in ASIDE:
        if left[-2:] == last.base[-2:] and len(left) > 2:
            return Leant(last.base[:-2] + left)
        noun = _is_noun(left) or left[-2:] in NOUN_ENDINGS
        if noun and names_what(last.topic, unit) and not names_what(left, unit):
            return Leant(last.topic + left)
    return None


def _without_kind(attribute: str) -> str:
    """排查各类矛盾 of 排查各类矛盾纠纷 → 排查: a part tells its own kind."""
    return attribute.removesuffix("矛盾").removesuffix("各类")


def _acts(last: Row) -> bool:
    """Whether the row before tells who did something: 环保部门立案63起."""
    return last.base.startswith(last.topic) and last.base[len(last.topic) :] in VERBS


def unchanged(last: Row) -> str:
    """What the row before told of, without the change it told."""
    return last.base if last.compared else ungrown(last.subject)


def ungrown(subject: str) -> str:
    """The subject without the growth at its end: 刑事案件比上年减少 → 刑事案件."""
    held = _HELD_BEHIND.search(subject)
    if held is not None and held.start() >= 4:
        return subject[: held.start()]
    found = GROWTH_BEHIND.search(subject, max(0, len(subject) - 16))
    return subject[: found.start()] if found is not None and found.start() >= 2 else subject


def is_bare_rate(left: str) -> bool:
    """合格率, 满意率, 参考率及优秀率: rates that do not tell what they are rates of."""
    found = RATES.search(left)
    if found is None:
        return False
    of = left[: found.start()]
    if len(of) <= 2 and found.group()[:2] in ("率", "率均", "率都", "比例", "占比", "比重"):
        return True
    return not of or of in _OF_PEOPLE or is_predicate(of) or _short_pair(left)


def _names_deed(left: str, head: str) -> bool:
    """考核通过率, 罚款金额: the rate tells of which deed it is, and what was told before is another one."""
    found = RATES.search(left)
    of = left[: found.start()] if found is not None else ""
    if len(of) + len(left) < 6 or of.endswith("成功") or left.startswith(REMARKS):
        return False
    deed = of[:2]
    return deed in VERBS and left[:2] != "回访" and (deed not in head or head.endswith(deed))


def lacks_thing(left: str) -> bool:
    """平均, 每期, 户均, 再审: beginnings with nothing behind them that could be counted."""
    if not left.startswith(SHARES):
        return False
    for word in SHARES:
        if left.startswith(word):
            rest = left[len(word) :]
            return (
                not rest
                or (rest[0] == "每" and len(rest) <= 3)
                or (word == "每" and len(left) <= 4)
                or rest in VERBS
                or rest in ASIDE
                or GROWTH.match(rest) is not None
            )
    return False


def listed(last: Row, item: str) -> str:
    """制发建议书6份、意见书38份: the item takes the verb, and what it shares, from the row before."""
    base = last.base
    if last.verb[-2:] in DEEDS and last.verb[-2:] in item:
        return item
    paper = item[-1:] in "书单函表册令证照卡" and (item[:2] in NOUN_ENDINGS or len(item) <= 4)
    if not last.verb or not item or len(item) > 12 or (verb_of(item) and not paper):
        return item
    if is_level(item):
        return last.verb + at_level(item, base[len(last.verb) :])
    of = base.rfind("的")
    if of > len(last.verb):
        return base[: of + 1] + item
    measure = _OUTPUT.search(base)
    if measure is not None and not RATES.search(item) and item[-1] not in "量额率值数产能":
        return last.verb + item + measure.group()
    if item[-1] == base[-1] and len(base) - len(item) >= len(last.verb):
        return base[: len(base) - len(item)] + item
    return last.verb + item


def _short_pair(left: str) -> bool:
    """参考率及优秀率: rates in a row that say nothing of what they are rates of."""
    parts = left.replace("、", "及").replace("和", "及").split("及")
    return len(parts) > 1 and all(len(part) <= 4 for part in parts)


def _is_noun(left: str) -> bool:
    """A thing without a verb of its own."""
    # 行政给付, 行政奖励: kinds of acts, whatever their verb.
    return 2 <= len(left) <= 10 and ((left.startswith("行政") and len(left) == 4) or not verb_in(left))
