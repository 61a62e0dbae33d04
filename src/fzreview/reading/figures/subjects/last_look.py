"""What a last look leaves out of a subject that is worded already."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.extracting.trace import fired
from fzreview.reading.figures.subjects.phrases import is_deed
from fzreview.reading.figures.subjects.verbs import verb_at
from fzreview.reading.figures.subjects.word_classes import SINCE_TOLD
from fzreview.reading.figures.subjects.wordings import Counted

_SINCE_MARKS: Final = frozenset("比较")
_TOWARDS: Final = re.compile(
    "(?:[\u4e00-\u9fff]{1,20}?(?:办公室|办|局|委|委员会|政府|机关|机构|部门|小组|督察组|中心|院|厅))?"
    "(?:分别|组织|联合|牵头)?对(?![外口象照接应标比])(?:(?:全[国省市区县镇州]|辖区)的?)?(?=[\u4e00-\u9fff“])"
)
_DONE: Final = re.compile("(?:组织|集中|统一|全面|依法)?(?:开展|进行|实施|作出|予以|给予|加以)")
_LIGHT: Final = ("开展", "进行", "实施", "作出")
_MANNER: Final = re.compile("(?<!“)(?:依法|累计|全程(?=列席|参与|参加|旁听|监督))")
_ALL_OF_THEM: Final = "全部"

_SPARED: Final = ("不予", "免予", "予以", "给予", "从轻", "减轻", "免除")
"""What is done with those who broke the law, before the deed itself."""
_OWN_PLACE: Final = re.compile("(?:全|我|本)?[\u4e00-\u9fff]{0,4}[镇乡县市区州](?:现|共)?(?=辖(?!区))")

_SINCE: Final = Rule(
    "subject.since",
    "同比, 较上年: what a change is held against is left out where the change itself is told.",
    takes=("受理投诉300件，同比增长⟦12%⟧。", "新增律师96名，比上年末增加⟦12名⟧。"),
    leaves=("受理投诉300件，同比⟦-12%⟧。",),
)
_TOWARDS_WHOM: Final = Rule(
    "subject.towards",
    "对 is left out where a verb of its own tells the deed; of several treated alike each stands alone.",
    takes=("对⟦12个⟧单位和8个乡镇开展法治督察。", "对⟦36家⟧企业不予处罚。"),
    leaves=("对⟦12个⟧单位开展法治督察。", "对企业开展检查⟦36次⟧。"),
)
_ALL: Final = Rule(
    "subject.all",
    "全部 before what was done says that it was done to as many as the number tells.",
    takes=("⟦58项⟧服务事项全部进驻大厅。",),
    leaves=("⟦28件⟧全部案件办结。",),
)
_OF_THE_PLACE: Final = Rule(
    "subject.of-the-place-itself",
    "The place that a report is about is left out before 辖.",
    takes=("青坪镇辖⟦11个⟧行政村、2个社区。", "石桥县现辖⟦12个⟧乡镇。"),
    leaves=("青坪镇辖区有⟦11个⟧行政村。",),
    rare="Only reports that begin with the place tell it.",
)
_BY_LAW: Final = Rule(
    "subject.manner",
    "依法, 累计, 全程 before a deed tell nothing of what was counted.",
    takes=("收到复议申请86件，依法受理⟦79件⟧。", "对⟦36家⟧企业依法不予处罚。"),
    leaves=("创建依法治校示范校⟦12所⟧。", "累计结余⟦3亿元⟧。"),
)
RULES: Final = (_SINCE, _TOWARDS_WHOM, _ALL, _OF_THE_PLACE, _BY_LAW)


def looked_over(subject: str, figure: Counted, right: str, among: bool) -> str:
    """The subject without what tells nothing of what is counted.

    ``right`` stands behind the number; ``among`` tells that the number is one of several in its clause.
    """
    told = subject
    if not _SINCE_MARKS.isdisjoint(told):
        told = _with(_SINCE, SINCE_TOLD.sub("", told), told, figure)
    if right and "对" in told:
        told = _with(_TOWARDS_WHOM, _those(told, among), told, figure)
    if _ALL_OF_THEM in told:
        told = _with(_ALL, _without_all(told), told, figure)
    if "辖" in told:
        told = _with(_OF_THE_PLACE, _OWN_PLACE.sub("", told, count=1), told, figure)
    if _MANNER.search(told):
        told = _with(_BY_LAW, _without_manner(told), told, figure)
    return told


def _with(rule: Rule, told: str, before: str, figure: Counted) -> str:
    if told != before:
        fired(rule, figure.start, figure.end)
    return told


def _those(subject: str, among: bool) -> str:
    towards = _TOWARDS.match(subject)
    if towards is None:
        return subject
    done = _DONE.search(subject, towards.end() + 1)
    if done is not None and done.group().endswith(_LIGHT):
        return subject[towards.end() : done.start()] if among else subject
    return subject[towards.end() :]


def _without_manner(subject: str) -> str:
    """复议申请依法受理 → 复议申请受理; quoted names keep theirs."""
    found = _MANNER.search(subject)
    done = found is not None and (is_deed(subject, found.end()) or subject.startswith(_SPARED, found.end()))
    return subject[: found.start()] + subject[found.end() :] if found is not None and done else subject


def _without_all(subject: str) -> str:
    at = subject.find(_ALL_OF_THEM, 1)
    behind = at + len(_ALL_OF_THEM)
    done = (
        at > 0
        and subject[at - 1] != "占"
        and (verb_at(subject, behind) or not verb_at(subject, max(0, at - 2)))
    )
    return subject[:at] + subject[behind:] if done and behind < len(subject) else subject
