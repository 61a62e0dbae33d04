"""Elliptical clauses that tell a rate, a remark, a stage or a deed of what was told before."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.rule import Rule
from fzreview.reading.figures.subjects.antecedent import EXPLICIT, Antecedent, Resolved
from fzreview.reading.figures.subjects.elliptical import Elliptical
from fzreview.reading.figures.subjects.frames import Frame, rules_of
from fzreview.reading.figures.subjects.phrases import at_level, is_level, is_predicate, joined, object_of
from fzreview.reading.figures.subjects.rates import is_bare_rate, lacks_thing, measure_changed, rate_of
from fzreview.reading.figures.subjects.verbs import DEEDS, VERBS
from fzreview.reading.figures.subjects.word_classes import CHANGED, RATES, REMARKS, STAGE

_GOODS: Final = frozenset("钢铁煤油气糖布纱盐茶麻丝纸粮棉猪牛羊马驴骡鸡鸭鹅兔鱼虾蛋奶肉果菜茧豆麦稻")
"""Things that a single character names; other wordings of one character (收, 付) are elliptical."""
_WORKS: Final = ("项目", "工程", "建设单位")
_SPENT: Final = re.compile(
    r"(?:累计|实际|全年|当年|年度)?(?:到位|完成|计划|合同)(?:资金|投资|外资|内资)(?:额)?"
)
_TOOK_PART: Final = ("参会", "参训", "参赛", "参评", "参考", "受训", "与会", "到会", "受教育")
_EVENT: Final = re.compile(
    r"(?:会|会议|培训|训练|班|讲座|活动|考试|测试|测验|竞赛|大赛|比赛|讲堂|课|课堂|学习|学法|宣讲|演练|旁听|座谈"
    r"|庭审|论坛|轮训|研修|考核|答题|评选|日|宣传|普法|教育|行动)[”]?\Z"
)
"""What people take part in; 参会 behind 提出意见 is told of no opinion."""
_PRINTED: Final = re.compile(
    "(?:资料|读本|手册|海报|传单|折页|宣传[册单品页画]|展板|横幅|标语|短信|书籍|挂图)[”]?\\Z"
)
"""What is handed out or put up covers no places: the campaign did."""
_FINDINGS: Final = ("发现", "反馈", "查出")
_LOOKED: Final = re.compile(
    r"(?:督察|督查|检查|抽查|巡查|巡察|评查|排查|任务|活动|行动|督导|整治|审计|公开|调研|走访|回头看)[”]?\Z"
)
"""What finds something."""
_SHORT: Final = 9
"""A head up to this length goes before a remark that names a noun of its own."""
_HOSTS: Final = (
    "社区", "村级", "学校", "企业", "园区", "行业", "机关", "景区", "商圈", "楼宇", "医院", "乡镇",
    "街道", "镇街",
)  # fmt: skip
_BODIES: Final = (
    "委员会", "调委会", "中心", "站", "室", "所", "窗口", "点", "队", "组织", "基地", "驿站",
)  # fmt: skip
_LEVEL: Final = re.compile("^(?:国家|[省市县区乡镇村])级")
_OTHERS: Final = ("其他", "其它", "其余")
_ACTORS: Final = ("高校", "学校", "院校", "医院", "企业", "机构", "公司", "法院", "园区")
_OF_ACTORS: Final = (
    "招生", "在校生", "毕业生", "教职工", "专任教师", "从业人员", "职工", "收治", "上缴税金", "实现利润",
)  # fmt: skip
_OUTCOMES: Final = (
    "维持", "撤销", "撤回", "终止", "驳回", "确认", "变更", "责令", "纠错", "直接纠错", "综合纠错", "调解",
    "和解", "尚在",
)  # fmt: skip
"""How a procedure ended: of the procedure, not of the application that began it (行政复议维持)."""
_AMOUNTS: Final = ("总量", "总数", "总额", "数量")


def _rate_changed(clause: Elliptical) -> Resolved | None:
    change = CHANGED.search(clause.left)
    if change is not None and change.start() <= 6 and is_bare_rate(clause.left[: change.start()]):
        return Resolved(joined(clause.head, clause.left))
    return None


def _measure_changed(clause: Elliptical) -> Resolved | None:
    told = measure_changed(clause.left, clause.antecedent)
    return Resolved(told, compared=True) if told else None


def _rate(clause: Elliptical) -> Resolved | None:
    again = clause.left[:2] == clause.head[-2:] and RATES.search(clause.left) is not None
    if not (is_bare_rate(clause.left) or again):
        return None
    if clause.opened == ";" and not is_predicate(clause.left[:-1]):
        return EXPLICIT
    return rate_of(clause.left, clause.antecedent)


def _money_of_works(clause: Elliptical) -> Resolved | None:
    if clause.head.endswith(_WORKS) and _SPENT.fullmatch(clause.left):
        return Resolved(clause.head + clause.left)
    return None


def _people_of_no_event(clause: Elliptical) -> Resolved | None:
    took_part = clause.left.startswith(_TOOK_PART) and not _EVENT.search(clause.head)
    return (
        EXPLICIT if took_part or (clause.left.startswith("覆盖") and _PRINTED.search(clause.head)) else None
    )


def _findings_of_things(clause: Elliptical) -> Resolved | None:
    found = clause.left.startswith(_FINDINGS) and len(clause.left) > 2
    return EXPLICIT if found and not _LOOKED.search(clause.head) else None


def _remark(clause: Elliptical) -> Resolved | None:
    if not clause.left.startswith(REMARKS):
        return None
    own = object_of(clause.left)
    named = own if len(own) < len(clause.left) else ""
    head = clause.head if not named or len(clause.head) <= _SHORT else ""
    return Resolved(joined(head, clause.left), named=named)


def _stage_of_its_kind(clause: Elliptical) -> Resolved | None:
    left, head = clause.left, clause.head
    if STAGE.match(left) and 3 < len(left) <= 6 and head.endswith(left[-2:]) and left != head:
        return Resolved(head[:-2] + left)
    return None


def _stage(clause: Elliptical) -> Resolved | None:
    if (len(clause.left) <= 5 and STAGE.match(clause.left)) or lacks_thing(clause.left):
        return Resolved(joined(clause.head, clause.left))
    return None


def _level(clause: Elliptical) -> Resolved | None:
    return Resolved(at_level(clause.left, clause.antecedent.recent)) if is_level(clause.left) else None


def _host(clause: Elliptical) -> Resolved | None:
    if clause.same_unit and clause.left in _HOSTS and clause.head.endswith(_BODIES):
        return Resolved(clause.left + _LEVEL.sub("", clause.head))
    return None


def _others(clause: Elliptical) -> Resolved | None:
    head = clause.head
    if clause.left in _OTHERS and clause.same_unit and len(head) >= 2 and head[-2:] not in VERBS:
        return Resolved(clause.left + head[-2:])
    return None


def _of_actors(clause: Elliptical) -> Resolved | None:
    if clause.left in _OF_ACTORS and clause.head.endswith(_ACTORS):
        return Resolved(clause.head + clause.left)
    return None


def _deed_again(clause: Elliptical) -> Resolved | None:
    base = clause.antecedent.base
    at = base.find(clause.left) if clause.left in DEEDS else -1
    return Resolved(base[at:]) if at > 0 and at + 2 < len(base) else None


def _predicate(clause: Elliptical) -> Resolved | None:
    left, of = clause.left, clause.antecedent
    if not (is_predicate(left) or (len(left) == 1 and left not in _GOODS)):
        return None
    if of.head.endswith(left):
        return Resolved(of.head)
    if clause.unit == of.recent_unit and of.recent in DEEDS:
        return Resolved(left)
    if clause.unit == of.recent_unit:
        return Resolved(_done_to(of.recent, left))
    if clause.same_unit or not clause.unit or not of.unit or clause.kind == "percent" or _acts(of):
        return Resolved(_done_to(of.head, left))
    return None


def _done_to(thing: str, left: str) -> str:
    """What was done, behind the thing: 企业总量 and 注销 make 企业注销."""
    for word in _AMOUNTS:
        if thing.endswith(word) and thing[: -len(word)] in VERBS:
            return left + word
        thing = thing.removesuffix(word)
    if left.startswith(_OUTCOMES) and thing.endswith("复议申请"):
        thing = thing.removesuffix("申请")
    if left[:2] == "实际" and thing.endswith("应" + left[2:]):
        return thing[: -1 - len(left[2:])] + left
    # 计划检查企业600家,实际检查650家: the verb is told again, the thing is not.
    again = thing.find(left[-2:])
    if left[:2] in ("实际", "继续") and 0 <= again < len(thing) - 2:
        return left + thing[again + 2 :]
    return joined(thing, left)


def _acts(antecedent: Antecedent) -> bool:
    """Whether the antecedent tells who did something: 环保部门立案63起."""
    base, head = antecedent.base, antecedent.head
    return base.startswith(head) and base[len(head) :] in VERBS


FRAMES: Final = (
    Frame(
        Rule(
            "subject.rate-changed",
            "A bare rate with the verb of its change is the rate of the head noun.",
            takes=("受理法律援助案件560件，满意率提高到⟦99%⟧。",),
            leaves=("受理法律援助案件560件，群众对窗口服务满意率提高到⟦99%⟧。",),
            rare="The change of a rate mostly tells its first value too.",
        ),
        _rate_changed,
    ),
    Frame(
        Rule(
            "subject.measure-changed",
            "The change of a bare measure is told of the things before, not of their number.",
            takes=(
                "电信诈骗案件下降23.5%，损失下降⟦31.2%⟧。",
                "发生生产安全事故12起，死亡人数下降⟦20%⟧。",
            ),
            leaves=("电信诈骗案件下降23.5%，抢劫案件下降⟦31.2%⟧。",),
            rare="Changes without their values are told in reports of the police.",
        ),
        _measure_changed,
    ),
    Frame(
        Rule(
            "subject.rate",
            "A bare rate, share or sum is that of the head noun, unless it names its own deed.",
            takes=(
                "办理提案20件，满意率⟦98%⟧。",
                "受理复议案件178件，纠错率⟦9.5%⟧。",
                "参加学习1.2万人，考核通过率⟦98%⟧。",
            ),
            leaves=("办理提案20件，窗口服务满意率⟦98%⟧。", "办理提案20件，答复⟦18件⟧。"),
        ),
        _rate,
    ),
    Frame(
        Rule(
            "subject.money-of-works",
            "Money spent or come in behind works is that of the works.",
            takes=("在建项目12个，完成投资⟦8亿元⟧。", "实施水利工程6个，到位资金⟦3亿元⟧。"),
            leaves=("走访企业12家，完成投资⟦8亿元⟧。",),
            rare="Investment is told in reports on the economy.",
        ),
        _money_of_works,
    ),
    Frame(
        Rule(
            "subject.people-of-no-event",
            "People take part in events; behind a thing that is none they stand for themselves.",
            takes=(
                "提出意见1200条，参会⟦两千余人⟧。",
                "发放资料3000余份，受教育学生⟦6000余名⟧。",
                "发放普法读本3000册，覆盖学校⟦26所⟧。",
            ),
            leaves=("举办法治讲座4期，受训⟦1600人次⟧。",),
            rare="People are mostly told behind their event.",
        ),
        _people_of_no_event,
    ),
    Frame(
        Rule(
            "subject.findings-of-things",
            "What was found is found by a deed, not by the thing that was looked at.",
            takes=("检查经营主体8600户，发现隐患⟦1250处⟧。",),
            leaves=("发起抽查任务110起，发现问题⟦137个⟧。",),
            rare="What was looked at is mostly told by the deed.",
        ),
        _findings_of_things,
    ),
    Frame(
        Rule(
            "subject.remark",
            "惠及, 总投资: a remark on the head noun, which a noun of its own leaves out where it is long.",
            takes=(
                "开展培训15场，惠及群众⟦688人次⟧。",
                "举办法治讲座4期，受训⟦1600人次⟧。",
                "审批项目136个，总投资⟦218亿元⟧。",
            ),
            leaves=("开展培训15场，发放资料⟦688份⟧。",),
        ),
        _remark,
    ),
    Frame(
        Rule(
            "subject.stage-of-its-kind",
            "一审案件 of 应诉案件: the stage goes before the noun that both share.",
            takes=("办理行政应诉案件287件，其中一审案件⟦196件⟧。",),
            leaves=("办理行政应诉案件287件，其中一审⟦196件⟧。",),
            rare="Courts and justice bureaus tell stages.",
        ),
        _stage_of_its_kind,
    ),
    Frame(
        Rule(
            "subject.stage",
            "A stage, an average or an extreme with nothing behind it is that of the head noun.",
            takes=("行政应诉案件25件，其中一审⟦17件⟧。", "发放小微贷款12亿元，户均⟦36万元⟧。"),
            leaves=("行政应诉案件25件，平均审理天数⟦17天⟧。",),
        ),
        _stage,
    ),
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
