"""Elliptical clauses that tell a remark or a stage of what was told before, and those that only look so."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.language.words import words
from fzreview.reading.figures.subjects.antecedent import EXPLICIT, Resolved
from fzreview.reading.figures.subjects.elliptical import Elliptical
from fzreview.reading.figures.subjects.frames import Frame, rules_of
from fzreview.reading.figures.subjects.objects import object_of
from fzreview.reading.figures.subjects.phrases import joined
from fzreview.reading.figures.subjects.rates import lacks_thing
from fzreview.reading.figures.subjects.word_classes import REMARKS, STAGE

_TOOK_PART: Final = words(
    "观众 受众 听众 现场观众 现场听众 参学 参会 参训 参赛 参评 参考 受训 与会 到会 受教育 应考 实考 应到 实到"
)
_EVENT: Final = re.compile(
    r"(?:会|会议|培训|训练|班|讲座|活动|考试|测试|测验|竞赛|大赛|比赛|讲堂|课|课堂|学习|学法|宣讲|演练|推演|旁听|座谈"
    r"|庭审|电影|影片|演出|巡演|展演|戏曲|剧目|论坛|轮训|研修|考核|答题|评选|日|宣传|普法|教育|行动|观摩|夜校)[”]?\Z"
)
"""What people take part in; 参会 behind 提出意见 is told of no opinion."""
_PRINTED: Final = re.compile(
    "(?:资料|读本|手册|海报|传单|折页|宣传[册单品页画]|展板|横幅|标语|短信|书籍|挂图)[”]?\\Z"
)
"""What is handed out or put up covers no places: the campaign did."""
_JOINED_IN: Final = ("参加", "参与")
"""What people did at the event told before, where no event of its own stands behind it."""
_WATCHED: Final = re.compile(
    "(?:线上|在线|网上|网络)?(?:同步|累计)?(?:学习|收看|观看|收听|点击|浏览|播放|阅读)"
)
_SHOWN: Final = re.compile(
    "(?:微?课|课程|视频|节目|专栏|直播|短片|微?电影|动漫|音频|推文|文章|讲座|培训班|讲堂)[”]?\\Z"
)
"""What people watch or learn from: 录制微课24讲，累计学习40万人次."""
_FINDINGS: Final = ("发现", "反馈", "查出")
_LOOKED: Final = re.compile(
    r"(?:督察|督查|检查|抽查|巡查|巡察|评查|排查|任务|活动|行动|督导|整治|审计|公开|调研|走访|回头看)[”]?\Z"
)
"""What finds something."""
_SHORT: Final = 9
"""A head up to this length goes before a remark that names a noun of its own."""


def _people_of_no_event(clause: Elliptical) -> Resolved | None:
    took_part = clause.left.startswith(_TOOK_PART) and not _EVENT.search(clause.head)
    return (
        EXPLICIT if took_part or (clause.left.startswith("覆盖") and _PRINTED.search(clause.head)) else None
    )


def _findings_of_things(clause: Elliptical) -> Resolved | None:
    found = clause.left.startswith(_FINDINGS) and len(clause.left) > 2
    return EXPLICIT if found and not _LOOKED.search(clause.head) else None


def _remark(clause: Elliptical) -> Resolved | None:
    if _WATCHED.fullmatch(clause.left) and _SHOWN.search(clause.head):
        return Resolved(joined(clause.head, clause.left))
    if clause.left in _JOINED_IN and _EVENT.search(clause.head):
        return Resolved(joined(clause.head, clause.left))
    if not clause.left.startswith(REMARKS):
        return None
    of = clause.antecedent
    whole = of.whole if of.part and not clause.part and clause.left.startswith(_FINDINGS) else ""
    own = object_of(clause.left)
    named = own if len(own) < len(clause.left) else ""
    several = named and clause.antecedent.joint
    again = named and named[-2:] in clause.head
    head = (
        (whole or clause.head)
        if not named or (len(clause.head) <= _SHORT and not several and not again)
        else ""
    )
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


FRAMES: Final = (
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
)
RULES: Final = rules_of(FRAMES)
