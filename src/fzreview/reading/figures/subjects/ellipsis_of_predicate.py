"""Elliptical clauses that tell another level or holder of what was told before, or what was done to it."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import EXPLICIT, Antecedent, Resolved
from fzreview.reading.figures.subjects.elliptical import Elliptical
from fzreview.reading.figures.subjects.frames import Frame, rules_of
from fzreview.reading.figures.subjects.levels import at_level, at_one_level, is_level
from fzreview.reading.figures.subjects.phrases import DECIDED, FINES, is_predicate, joined, verb_in
from fzreview.reading.figures.subjects.verbs import ASIDE, DEEDS, LIGHT, TAKEN_IN, VERBS, verb_at

_GOODS: Final = frozenset("钢铁煤油气糖布纱盐茶麻丝纸粮棉猪牛羊马驴骡鸡鸭鹅兔鱼虾蛋奶肉果菜茧豆麦稻")
"""Things that a single character names; other wordings of one character (收, 付) are elliptical."""
_HOSTS: Final = (
    "社区", "村级", "学校", "企业", "园区", "行业", "机关", "景区", "商圈", "楼宇", "医院", "乡镇",
    "街道", "镇街",
)  # fmt: skip
_BODIES: Final = (
    "委员会", "调委会", "中心", "站", "室", "所", "窗口", "点", "队", "组织", "基地", "驿站",
)  # fmt: skip
_HOST_DID: Final = re.compile(
    "(?:[\u4e00-\u9fff]{0,8}?(?:社区|街道|乡镇|镇街|部门|机关|机构|法院|检察院|单位|申请人(?!民)|投诉人|举报人|当事人|[省市县区乡镇村]级|[省市县区州]本级|村[（(]社区[)）]"
    "|[镇村区县市](?=层面)|群众|公安(?!机关|部门)|企业|总署|[省市区县]委))"
    "(?:层面|一级)?(?=[\u4e00-\u9fff]{2})"
)
"""Which body or level did something, before the deed: 排查纠纷506件，社区化解471件."""
_OF_THE_BODY: Final = ("败诉", "胜诉", "应诉", "出庭", "提出", "提起", "发出", "制发", *LIGHT)
"""Deeds that happen to the body itself, or whose thing is told behind: 行政机关败诉, 鉴定机构完成鉴定."""
_LEVEL: Final = re.compile("^(?:(?:国家|[省市县区乡镇村])级|各类)")
_LONGEST_HOST: Final = 8
_OTHERS: Final = ("其他", "其它", "其余")
_ACTORS: Final = ("高校", "学校", "院校", "医院", "企业", "机构", "公司", "法院", "园区", "团", "队", "队伍")
_OF_ACTORS: Final = (
    "招生", "在校生", "毕业生", "教职工", "专任教师", "从业人员", "职工", "收治", "上缴税金", "实现利润",
    "成员", "队员",
)  # fmt: skip
_INSURANCE: Final = ("险", "保险", "保单")
_OF_INSURANCE: Final = ("理赔", "赔付", "出险", "报案")
"""What becomes of insurance, whatever it is counted in: 购买责任险31份，理赔7起."""
_MEMBERS: Final = ("成员", "队员", "从业人员", "职工")
"""Those of whom a part behind 其中 is a part: 护林队220支，队员3100人，其中牧民900人."""
_HALL: Final = re.compile("[\u4e00-\u9fff“”]{2,16}?(?:大厅|中心|平台)(?=(?:共|现|已)?(?:设|进驻|入驻|开设))")
_IN_HALLS: Final = re.compile("(?:进驻|入驻|设|可办|开设|办件|日均办件|全年办件)")
"""What a hall has and does: 政务服务大厅进驻部门28个，可办事项860项."""
_SERVING: Final = ("窗口", "热线", "平台", "专窗", "服务点", "服务站", "工作站", "调解室", "工作室")
"""Places that take in and settle cases: 设置反映窗口16个，受理238件."""
_OUTCOMES: Final = (
    "维持", "撤销", "撤回", "终止", "驳回", "确认", "变更", "责令", "纠错", "直接纠错", "直接纠正",
    "综合纠错", "调解", "和解", "尚在",
)  # fmt: skip
"""How a procedure ended: of the procedure, not of the application that began it (行政复议维持)."""
_BROUGHT_IN: Final = ("投诉", "举报", "咨询", "申诉", "建议", "信访", "来访")
"""What people bring in, of which a part is a kind: 接收诉求860件，其中投诉320件."""
_SUED: Final = ("被申请复议", "被申请行政复议", "被提起", "被诉", "被起诉")
"""What happened to the body itself: 行政处罚97件，被申请复议4件."""
_SHARED_IN: Final = ("参与", "协助", "配合", "协同", "指导")
"""Verbs of those who only had a share in what succeeded: 参与调解纠纷146件，成功139件."""
_PLANS: Final = ("预算", "计划", "任务", "指标")
"""Ends of what was meant to be done, behind the thing: 政府采购预算."""
_AMOUNTS: Final = ("总量", "总数", "总额", "数量")


def _level(clause: Elliptical) -> Resolved | None:
    if not is_level(clause.left):
        return None
    one = at_one_level(clause.left, clause.antecedent.base)
    return Resolved(one or at_level(clause.left, clause.antecedent.recent))


def _host(clause: Elliptical) -> Resolved | None:
    if not clause.same_unit or not clause.head.endswith(_BODIES):
        return None
    part = clause.part and not clause.antecedent.verb and len(clause.left) <= _LONGEST_HOST
    if clause.left in _HOSTS or (part and not clause.left.endswith(_BODIES) and not verb_in(clause.left)):
        return Resolved(clause.left + _LEVEL.sub("", clause.head))
    return None


def _by_host(clause: Elliptical) -> Resolved | None:
    did = _HOST_DID.match(clause.left)
    if did is None or not clause.same_unit or not clause.head or _tells_host(clause.head):
        return None
    deed = clause.left[did.end() :]
    if not is_predicate(deed) or deed.startswith(_OF_THE_BODY) or _acts(clause.antecedent):
        return None
    if clause.base.startswith(deed[-2:]):
        again = not deed[:-2] or deed[:-2] in ASIDE
        return Resolved(clause.left + clause.base[2:]) if again else None
    return Resolved(joined(clause.head, clause.left))


def _tells_host(head: str) -> bool:
    host = _HOST_DID.match(head)
    return host is not None and verb_at(head, host.end())


def _others(clause: Elliptical) -> Resolved | None:
    head = clause.head
    if clause.left in _OTHERS and clause.same_unit and len(head) >= 2 and head[-2:] not in VERBS:
        return Resolved(clause.left + head[-2:])
    return None


def _of_actors(clause: Elliptical) -> Resolved | None:
    served = clause.head.endswith(_SERVING) and is_predicate(clause.left) and not clause.same_unit
    insured = clause.left in _OF_INSURANCE and clause.head.endswith(_INSURANCE)
    if served or insured or (clause.left in _OF_ACTORS and clause.head.endswith(_ACTORS)):
        members = clause.head + clause.left if clause.left in _MEMBERS else ""
        return Resolved(clause.head + clause.left, things=members)
    return None


def _of_the_hall(clause: Elliptical) -> Resolved | None:
    if clause.opened == ";" or not _IN_HALLS.match(clause.left):
        return None
    hall = _HALL.match(clause.base)
    return None if hall is None else Resolved(hall.group() + clause.left)


def _deed_again(clause: Elliptical) -> Resolved | None:
    base = clause.antecedent.base
    at = base.find(clause.left) if clause.left in DEEDS else -1
    return Resolved(base[at:]) if at > 0 and at + 2 < len(base) else None


def _held(clause: Elliptical) -> Resolved | None:
    due = "应" + clause.left[1:]
    if clause.left[:1] != "实" or not clause.same_unit or not clause.base.endswith(due):
        return None
    return Resolved(clause.base[: -len(due)] + clause.left)


def _predicate(clause: Elliptical) -> Resolved | None:
    left, of = clause.left, clause.antecedent
    if clause.part and clause.same_unit and of.verb and left in _BROUGHT_IN:
        return Resolved(of.verb + left)
    if not (is_predicate(left) or (len(left) == 1 and left not in _GOODS)):
        return None
    if left.startswith(_SUED):
        return EXPLICIT
    if of.head.endswith(left):
        return Resolved(of.head)
    if clause.kind == "money" and left in FINES:
        return EXPLICIT
    deed = of.verb[-2:]
    if left == "成功" and deed in DEEDS and deed not in (*TAKEN_IN, *_SHARED_IN):
        left = deed + left
    if clause.unit == of.recent_unit and of.recent in DEEDS:
        return Resolved(left)
    if clause.unit == of.recent_unit:
        return Resolved(done_to(of.joint or of.recent, left))
    if clause.same_unit or not clause.unit or not of.unit or clause.kind == "percent" or _acts(of):
        return Resolved(done_to(of.joint or of.head, left))
    return None


def done_to(thing: str, left: str) -> str:
    """What was done, behind the thing: 企业总量 and 注销 make 企业注销."""
    for word in _AMOUNTS:
        if thing.endswith(word) and thing[: -len(word)] in VERBS:
            return left + word
        thing = thing.removesuffix(word)
    decided = DECIDED.fullmatch(left) if thing else None
    if decided is not None:
        left = decided["ended"]
    if left.startswith(_OUTCOMES) and thing.endswith("复议申请"):
        thing = thing.removesuffix("申请")
    if left[:2] == "实际" and thing.endswith("应" + left[2:]):
        return thing[: -1 - len(left[2:])] + left
    if left[:2] == "实际" and left[2:] in thing and thing.endswith(_PLANS):
        return joined(thing[:-2], left)
    # 计划检查企业600家,实际检查650家: the verb is told again, the thing is not.
    again = thing.find(left[-2:])
    if left[:2] in ("实际", "继续") and 0 <= again < len(thing) - 2:
        return left + thing[again + 2 :]
    return joined(thing, left)


def same_outcome(first: str, left: str) -> bool:
    """Whether both tell how a procedure ended: parts of one whole (直接纠正违法行为19件、驳回86件)."""
    return first.startswith(_OUTCOMES) and left.startswith(_OUTCOMES)


def _acts(antecedent: Antecedent) -> bool:
    """Whether the antecedent tells who did something: 环保部门立案63起."""
    base, head = antecedent.base, antecedent.head
    return base.startswith(head) and base[len(head) :] in VERBS


FRAMES: Final = (
    Frame(
        Rule(
            "subject.level",
            "A level alone puts the noun before it at another level.",
            takes=("打造省级法治示范村12个，国家级⟦1个⟧。", "创建省级园区3个，市级⟦5个⟧。"),
            leaves=("打造省级法治示范村12个，市级公园⟦1个⟧。",),
            rare="Levels mostly stand behind 、, where they share the verb.",
        ),
        _level,
    ),
    Frame(
        Rule(
            "subject.host",
            "Where a body belongs goes before the body.",
            takes=("设置人民调解委员会156个，其中村级128个、社区⟦16个⟧。",),
            leaves=("走访居民156户，其中社区⟦16户⟧。",),
            rare="Counts of bodies by their hosts stand in few reports.",
        ),
        _host,
    ),
    Frame(
        Rule(
            "subject.by-host",
            "社区化解, 行政机关采纳: what a body or a level did is done to the things before.",
            takes=(
                "排查纠纷506件，社区化解⟦471件⟧。",
                "清理证明事项43项，市级取消⟦11项⟧。",
                "提出检察建议36件，行政机关采纳⟦35件⟧。",
            ),
            leaves=(
                "排查纠纷506件，社区讲座⟦47场⟧。",
                "督办案件15件，其中市级挂牌督办⟦3件⟧。",
                "审理行政案件62件，行政机关败诉⟦6件⟧。",
            ),
            rare="Most reports tell one level only.",
        ),
        _by_host,
    ),
    Frame(
        Rule(
            "subject.others",
            "其他 is the rest of the things told before.",
            takes=("排查纠纷186起，其中邻里纠纷68起，其他⟦30起⟧。",),
            leaves=("排查纠纷186起，其他处理⟦30起⟧。",),
        ),
        _others,
    ),
    Frame(
        Rule(
            "subject.of-actors",
            "What schools, firms and courts have or do is theirs.",
            takes=("普通高校12所，招生⟦3万人⟧。", "规模企业86家，从业人员⟦2.6万人⟧。"),
            leaves=("普通高校12所，建设校区⟦3个⟧。",),
            rare="Work reports tell it, reports on the rule of law seldom do.",
        ),
        _of_actors,
    ),
    Frame(
        Rule(
            "subject.of-the-hall",
            "Windows, offices and cases of a hall, told behind the first of them.",
            takes=(
                "县政务服务大厅进驻部门28个，可办事项⟦860项⟧。",
                "镇矛调中心设调解室3间，入驻调解员⟦12名⟧。",
            ),
            leaves=("县政务服务大厅进驻部门28个，出台制度⟦6项⟧。",),
            rare="Halls are told of in one paragraph of a report.",
        ),
        _of_the_hall,
    ),
    Frame(
        Rule(
            "subject.deed-again",
            "A deed told again is done to the same things.",
            takes=("每个村培养“法律明白人”3名，全镇共培养⟦67名⟧。",),
            leaves=("每个村培养“法律明白人”3名，共评选⟦67名⟧。",),
            rare="Mostly the first clause tells a rule and the second its sum.",
        ),
        _deed_again,
    ),
    Frame(
        Rule(
            "subject.as-was-due",
            "实检 behind 应检: as many of those due as it was done with.",
            takes=("社会组织年检应检462家，实检⟦449家⟧。", "培训对象应训860人，实训⟦842人⟧。"),
            leaves=("社会组织年检462家，实检⟦449家⟧。",),
            rare="Counts of those present stand in few reports.",
        ),
        _held,
    ),
    Frame(
        Rule(
            "subject.predicate",
            "A predicate that names no thing tells what was done to the thing before.",
            takes=(
                "受理投诉300件，办结⟦298件⟧。",
                "行政复议申请26件，受理23件，维持⟦12件⟧。",
                "清理文件60件，其中废止⟦8件⟧。",
            ),
            leaves=("受理投诉300件，出台制度⟦2项⟧。", "受理投诉300件，投诉率⟦2%⟧。"),
        ),
        _predicate,
    ),
)
RULES: Final = rules_of(FRAMES)
