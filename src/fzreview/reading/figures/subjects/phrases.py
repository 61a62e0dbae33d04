"""What the phrases of a clause are: objects, predicates, verbs and their places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from fzreview.language.words import any_of, words
from fzreview.reading.figures.subjects.actors import deed_at
from fzreview.reading.figures.subjects.levels import LEVELS
from fzreview.reading.figures.subjects.verbs import (
    ASIDE,
    COMPOUND,
    DEEDS,
    LIGHT,
    MANNER,
    NOUN_ENDINGS,
    NOUNISH,
    VERBS,
    verb_at,
)
from fzreview.reading.figures.subjects.word_classes import STAGE

_LOOSE: Final = "拟需新改或和、并后未已不予前及再另均获被经"
_DONE: Final = frozenset(
    words("收到 接到 受理 召开 举办 开展 作出 制定 出台 印发 发放 排查 查处 审理 办结 推送 签订 提出")
)
"""Verbs that stand between the one who acts and the thing: 县政府收到复议申请."""
_ADVERBS: Final = words(
    """
    居 列 位居 超额 没有 基本 开始 全部 全面 已 进入 均 都 正在 按 经过 委托 交由
    提前 如期 率先 直接 随机 逐一 逐项 逐件 逐个 逐部
    逐条 逐家 逐户 逐案 逐人 逐村 共同 分别 及时
    """
)
_BODY: Final = re.compile(
    any_of(" ".join(NOUNISH)) + any_of("机构 机关 部门 委员会 中心 窗口 热线 平台 队伍 案件")
)
"""仲裁机构, 复议案件: who acts or what it is, not what was done."""
_STATES: Final = ("实有", "现有", "新收", "被申请", "收案", "在册", "在岗", "在编", "在库")
"""At the end of a thing, that it is there or came in: 行政复议新收15件，办结14件."""
_MONEY: Final = ("罚款", "补助", "奖励")
"""Verbs that name an amount of money behind another verb: 减免罚款, 发放补助."""
FINES: Final = frozenset(words("罚款 罚没 没收 退赔 赔偿 收缴"))
"""Deeds that name the sum of money they are told with."""
_DOERS: Final = words("人员 机构 部门 机关 队伍 员 官 所 站")
"""Behind a verb those who do it for a living: 法制审核人员."""
_COPULAS: Final = ("为", "系")
_NOT_BEFORE_COPULA: Final = frozenset("行作认分成以因较尤关联体")
"""Characters that make a word with 为 or 系: 行为, 作为, 体系."""
_OF_CASES: Final = ("案", "案件")
"""Behind a verb what is dealt with so: 侵权纠纷裁决案."""
_NAMED_BY_DEED: Final = (*_DOERS, *_OF_CASES)
_NAMED_WORK: Final = ("安置帮教", "监督检查对象", "登记失业")
"""Names of fields of work and people that begin as a deed does."""
_GROUPS: Final = ("社会", "群团", "行业", "经济", "调解", "基层", "党", "中介")
"""Before 组织 these name bodies."""
_TOOK_PART: Final = words(
    "参学 参考 参训 参会 参赛 参演 参评 受训 受益 一次合格 一次通过 一次性通过 一次性合格"
)
_GRADED: Final = words("合格 优秀 良好 达标 及格 称职 不合格")
_BY_WAY_OF: Final = re.compile("以[^,，。;；]{1,12}(?:方式|形式|程序|途径)[\u4e00-\u9fff]{2}")
"""以调解方式办结: what was done with those the number counts."""
_WHOLE_DEEDS: Final = frozenset(words("植树造林 造林 植树 植树种草 造林绿化 移民搬迁 招商引资 改造更新"))
"""Verbs that hold their own thing: behind 扩大灌溉面积 stands no 灌溉面积植树造林."""
_IDIOMS: Final = frozenset(
    words(
        """
        达成协议 达成和解 达成一致 签订协议 批评教育 教育劝离 教育引导 教育疏导 教育训诫 诫勉谈话 强制执行
        限期改正 立行立改 即知即改 边督边改 重新犯罪 再次犯罪 不予许可 准予许可 建议缓议 司法确认
        按日计罚 涉嫌犯罪 被判败诉
        """
    )
)
"""Verbs with an object that says nothing of its own: what was done to those told before."""
_ENDED: Final = any_of(
    "维持 撤销 变更 驳回 终止 确认违法 确认无效 责令履行 责令限期履行 准予撤回 不予受理 部分撤销"
)
DECIDED: Final = re.compile(
    rf"(?:依法)?(?:作出)?(?P<ended>{_ENDED}(?:[、和或及]{_ENDED})*)(?:原行政行为)?的?(?:行政)?(?:复议)?(?:决定|判决|裁定|裁决)"
)
"""作出维持决定: how a procedure ended, told as what was decided."""
_KINDS_OF_DEEDS: Final = words(
    "行政 刑事 民事 司法 临时 紧急 联合 日常 定期 专项 简易 快速 现场 书面 随机 一般 纪律 政务 党纪 组织"
)
"""Words that tell of what kind a deed is, not to what it was done: 临时救助, 行政立案, 联合巡查."""
_DECISION_MADE: Final = re.compile("作出(?:行政)?(?:处理|处罚|认定|审查|许可|答复|裁决)?(?:的)?决定")
"""What a request came to, in whatever sense."""
_HANDED_OVER: Final = re.compile(
    "(?:移送|移交|转送|转交)[\u4e00-\u9fff]{0,6}(?:机关|部门|法院|检察院|司法|公安|纪委监委)"
)
"""To whom somebody or something went: 移送纪检监察机关, with no thing that could be told of."""
_LOOKED_AT: Final = ("评查", "抽查", "抽检", "检查", "督查", "督办")
"""At what level something was looked at, before the thing: 省级评查案卷."""
_WITHIN: Final = re.compile("[^,，。;；]{2,16}?(?:范围|区域|地段)内的?(?=[\u4e00-\u9fff]{2})")
"""Where the things are: 铁路两侧500米范围内彩钢瓦房."""
_LED_INTO: Final = ("涉及", "列入", "纳入")
"""Verbs whose object ends before 的: 列入计划的审计项目."""
_REFERRED: Final = re.compile(
    "告知[\u4e00-\u9fff]{0,4}向[\u4e00-\u9fff]{2,6}(?:机关|部门|单位)(?:提出|申请|反映)?"
)
"""Whom the one who asked was told to turn to: 告知向其他机关提出."""
_GENERIC: Final = frozenset(
    words("案件 事项 人员 项目 单位 企业 对象 标准 情况 队伍 小组 中心 意见 建议 决定 方案 措施 通知书")
)
"""Nouns that need the verb before them: 执行案件, 承诺事项."""
_ASKED_FOR: Final = ("诉讼请求", "行政行为", "原行政行为", "缓刑")
"""What a court or an office decides about, not what is counted: 判决驳回诉讼请求."""
_HELD: Final = re.compile("现有|实有")
"""Who or what is there, behind the place that has it: 镇执法办现有人员."""
_HAPPENED: Final = ("败诉", "胜诉")
"""What happened to the one who is named before it, no thing that could be counted: 判决行政机关败诉."""
_SANCTIONED: Final = frozenset(words("行政拘留 刑事拘留 司法拘留 限产停产"))
"""Deeds whose first word tells of what kind they are, not to whom they were done."""
_WITH_PAPERS: Final = frozenset(words("收到 接到 受理 收集 征集 提出 举办 召开 发出 制发 听取 接受"))
"""Verbs behind which another one names the thing: 收到反馈, 提出答复."""
_HOW_DONE: Final = re.compile(
    "诉前|案前|庭前|庭外|书面|口头(?!协议)|当面|阶段性|一次性|实质性|全文(?=失效|废止)|决定(?=[\u4e00-\u9fff]{2})|现场(?=整改|改正|核查|处置|办结|调处|化解)"
)
"""How it was done or that it was so decided, before what was done: 阶段性办结, 决定继续有效."""
_LED: Final = re.compile("牵头|(?:审计|巡视|巡察|督察|督查)(?=提出|发现|指出|反馈)")
"""牵头清理文件, 审计提出问题: in what way or by whom, before the deed whose object is told of later."""
_RANKED: Final = re.compile("(?<=[\u4e00-\u9fff]{2})为?[A-D甲乙丙丁一二三四]级\\Z")
"""The grade at the end of a deed: 鉴定为C级."""
_POSTS: Final = re.compile(
    "(?P<body>[\u4e00-\u9fff]{3,14}?)(?:现有|共有|核定|实有)?(?:行政|事业|公务员|专项)?编制"
)
"""The posts of a body, whose people are told behind: 执法队核定编制12名，到岗9名."""
_THROUGH: Final = re.compile("经(?![济营费办贸验常历])(?:[\u4e00-\u9fff]{2,8})[\u4e00-\u9fff]{2}\\Z")
"""By way of whom or what something was done: 经第三方调解化解, 经法律顾问审核."""
_HAVING: Final = re.compile("(?<=[\u4e00-\u9fff]{2})中(?:具有|取得|持有).*")
"""What some of the things have, behind them: 仲裁员中具有法律职业资格."""
_SENT: Final = re.compile(
    "向[\u4e00-\u9fff]{2,10}?(?:移送|移交|转送|转交|提出|发出|制发|发送|推送|反馈|通报|报送|提交|提供)(?=[\u4e00-\u9fff]{3})"
)
"""To whom the things went that stand behind: 向公安机关移送涉嫌犯罪案件."""
_RATED: Final = re.compile("(?<=[\u4e00-\u9fff]{2})被?(?:评为|评定为|认定为)[\u4e00-\u9fff]{2,4}\\Z")
"""How the things were rated, behind them: 送评案卷被评为优秀."""
_REVIEWED: Final = re.compile(
    "\\A(?:公平竞争|合法性|廉洁性|合规性)审[查核](?=(?:[\u4e00-\u9fff]{2})+(?:文件|合同|方案|草案|协议)\\Z)"
)
"""By what review the things went through that stand behind: 公平竞争审查政策文件."""
_DECISIONS: Final = ("决定", "判决", "裁定", "裁决")
_ACTIONS: Final = VERBS - NOUNISH
ASKED: Final = 1024
"""Wordings whose answers are kept: neighbouring figures of a sentence ask for the same ones."""


@lru_cache(ASKED)
def object_of(subject: str) -> str:
    """The subject without its leading or its last verb: 受理行政复议案件 → 行政复议案件, 文件保留 → 文件."""
    if subject[-2:] in _DECISIONS and DECIDED.fullmatch(subject):
        return ""
    thing = _object_of(subject) if len(subject) > 3 else subject
    if thing in ASIDE or thing in _ASKED_FOR:
        return ""
    stage = STAGE.search(thing, 2)
    if stage is not None and stage.end() >= len(thing) - 2:
        thing = thing[: stage.start()]
    if len(thing) > 5:
        for state in _STATES:
            thing = thing.removesuffix(state)
        thing = thing.removeprefix("新收").removeprefix("各类")
    if subject.startswith(_LED_INTO) and "的" in thing[:-2]:
        return thing.rpartition("的")[2]
    of = thing.rfind("的", 5, len(thing) - 4)
    return thing[of + 1 :] if of > 0 else thing


def _object_of(subject: str) -> str:
    if subject.startswith("核定") and subject.endswith("编制") and len(subject) > 4:
        return subject[2:]
    posts = _POSTS.fullmatch(subject)
    if posts is not None:
        return posts["body"]
    subject = _REVIEWED.sub("", _RATED.sub("", _HAVING.sub("", subject)))
    within = _WITHIN.match(subject) if "内" in subject else None
    if within is not None:
        return subject[within.end() :]
    levels = LEVELS.match(subject)
    if levels is not None and len(subject) - levels.end() > 3:
        subject = subject[levels.end() :]
    if subject[:2] in MANNER and is_deed(subject, 2) and len(subject) > 5:
        subject = subject[2:]
    if subject[1:2] == "级" and subject[2:4] in _LOOKED_AT and len(subject) > 5:
        subject = subject[4:]
    if subject[0] in "立破" and subject.endswith("案件") and not verb_at(subject, 0):
        return subject[1:]
    if subject[0] in "新共已应" and verb_at(subject, 1) and len(subject) > 4:
        subject = subject[1:]
    led = _LED.match(subject)
    if led is not None and is_deed(subject, led.end()) and len(subject) - led.end() > 3:
        subject = subject[led.end() :]
    if subject.startswith(("新收", "新立")) and len(subject) > 3:
        return subject[2:]
    sent = _SENT.match(subject)
    if sent is not None:
        return subject[sent.end() :]
    if subject[0] in "按对以为由依经向在" and len(subject) > 6:
        return object_in(subject)
    held = _HELD.search(subject, 0, len(subject) - 2)
    if held is not None:
        return subject[held.end() :]
    if subject in _SANCTIONED or _HANDED_OVER.fullmatch(subject) or _REFERRED.fullmatch(subject):
        return ""
    deed = deed_at(subject)
    if deed:
        return _object_of(subject[deed:])
    leads = verb_at(subject, 0) and not _BODY.match(subject) and not subject.startswith(_NAMED_WORK)
    ends = subject[-2:] in VERBS and subject[-2:] != "组织"
    if ends and leads and len(subject) == 4:
        if subject[:2] in LIGHT:
            return subject[2:]
        if subject[:2] in DEEDS and subject[2:] in DEEDS:
            return ""
    if subject.endswith(_HAPPENED):
        return ""
    if ends and (not leads or len(subject) == 4) and subject[-2:] not in NOUN_ENDINGS:
        if subject[:-2].endswith(_KINDS_OF_DEEDS):
            return subject
        thing = subject[:-2].removesuffix("应").removesuffix("全部")
        return thing[:-2] if len(thing) > 5 and thing[-2:] in DEEDS and not leads else thing
    if leads:
        subject = subject[4 if subject[:4] in COMPOUND else 2 :].lstrip("了的、和")
        while len(subject) > 3 and is_deed(subject, 0) and subject[:2] not in NOUN_ENDINGS:
            if subject[2:] in _GENERIC or subject[2:] in NOUN_ENDINGS:
                break
            subject = subject[2:].lstrip("了的、和")
        return subject
    for at in range(2, min(len(subject) - 3, 16)):
        if subject[at : at + 2] in _DONE:
            return subject[at + 2 :].lstrip("了的")
    return subject


def object_in(clause: str) -> str:
    """What a clause without a number is about: the wording behind its last verb that has any."""
    for at in range(len(clause) - 4, -1, -1):
        # 提起诉讼: 起诉 is no word here.
        overlaps = at > 0 and verb_at(clause, at - 1)
        if verb_at(clause, at) and clause[at : at + 2] not in NOUNISH and not overlaps:
            return clause[at + 2 :].lstrip("了的")
    return clause


def is_kind_of_deed(wording: str) -> bool:
    """行政拘留, 行政问责: a deed with the word that tells of what kind it is, and no thing."""
    deed = len(wording) == 4 and wording[2:] in DEEDS
    return deed and (wording in _SANCTIONED or wording[:2] in _KINDS_OF_DEEDS)


def is_predicate(left: str) -> bool:
    """撤销, 废止或失效, 正在办理中, 驳回诉讼请求: a row that tells what was done and names no thing."""
    rest = left.rstrip("中的")
    if rest[-2:] in _DECISIONS and DECIDED.fullmatch(rest):
        return True
    if _DECISION_MADE.fullmatch(rest):
        return True
    if not rest or rest in _WHOLE_DEEDS or (rest.endswith(("组织", "编制")) and len(rest) > 2):
        return False
    if rest[:2] in _WITH_PAPERS and rest[2:4] in NOUN_ENDINGS:
        return False
    if _REFERRED.fullmatch(rest):
        return True
    if _THROUGH.match(rest) and rest[-2:] in _ACTIONS:
        return True
    how = _HOW_DONE.match(rest)
    rest = rest[how.end() :] or rest if how is not None else rest
    rest = _RANKED.sub("", rest)
    if rest.removesuffix("等次") in _GRADED:
        return True
    while rest:
        if rest[:2] in _MONEY and rest is not left:
            return False
        if rest[:4] in _IDIOMS:
            rest = rest[4:]
        elif rest[:2] in ASIDE or (rest[:2] in VERBS and (rest[2:3] != "会" or verb_at(rest, 0))):
            rest = rest[2:]
        elif rest[0] in _LOOSE:
            rest = rest[1:]
        else:
            return False
    return True


def tells_deed(head: str) -> bool:
    """Whether a head is itself only a deed: 警告; 复议 and 违法建设 are things."""
    return is_predicate(head) and head[-2:] not in NOUN_ENDINGS and head[:2] not in ASIDE


def noun_of(right: str) -> str:
    """The thing in front of its predicate: 企业列入名录 → 企业; the whole where it has none."""
    for at in range(2, min(len(right) - 1, 14)):
        if right.startswith(_NAMED_BY_DEED, at + 2) or (
            right.startswith("组织", at) and right[:at].endswith(_GROUPS)
        ):
            continue
        if (
            right.startswith(_ADVERBS, at)
            or is_copula(right, at)
            or (verb_at(right, at) and right[at : at + 2] in _ACTIONS)
        ):
            return right[:at]
    return object_of(right)


def is_copula(right: str, at: int) -> bool:
    """31名干部为工科背景: whether 为 stands there as 是 would."""
    return right[at] in _COPULAS and right[at - 1] not in _NOT_BEFORE_COPULA and len(right) > at + 2


def starts_predicate(right: str) -> bool:
    """超额完成计划, 获评优秀, 可办: what stands behind a number that counts what was told before."""
    return (
        right[0] in "可能获未没被经因"
        or right in _GRADED
        or right.startswith(_ADVERBS)
        or took_part(right)
        or _BY_WAY_OF.match(right) is not None
        or (verb_at(right, 0) and right[:2] in _ACTIONS)
    )


def took_part(right: str) -> bool:
    """参考, 参训, 一次合格: what those did whom the number counts, with nothing behind it."""
    return right.removesuffix("了") in _TOOK_PART


def verb_in(left: str) -> bool:
    """Whether a verb or a preposition that asks for one stands in the wording."""
    if left[-1:] and left[-1:] in "对向为给由被":
        return True
    for at in range(len(left) - 1):  # noqa: SIM110 - asked for nearly every figure, any() takes twice as long
        if left[at : at + 2] in _ACTIONS and verb_at(left, at):
            return True
    return False


def is_deed(left: str, at: int) -> bool:
    """Whether a verb that is no attribute stands there."""
    return left[at : at + 2] in _ACTIONS and verb_at(left, at)


def first_verb(left: str) -> int:
    """Where the first verb of the wording begins, 0 where it has none."""
    return next(
        (at for at in range(2, len(left) - 2) if verb_at(left, at) and left[at : at + 2] in _ACTIONS), 0
    )


def joined(topic: str, left: str) -> str:
    """The topic and the row, what they share told once."""
    if not topic or topic.endswith(left):
        return topic or left
    if left.endswith(topic):
        return left
    if len(topic) > 3 and topic[-3:-1] == left[:2] and left[2:3] in ("率", "面"):
        return topic[:-3] + left
    for size in range(min(len(topic), len(left)), 1, -1):
        if topic.endswith(left[:size]):
            return topic + left[size:]
    return topic + left
