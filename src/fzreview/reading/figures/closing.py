"""The first number of its clause with a mark behind it: its thing stands before it or in a row before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from fzreview.reading.figures.clauses import Clause
from fzreview.reading.figures.elliptic import of_a_procedure
from fzreview.reading.figures.leading_verbs import lead_of, source_of
from fzreview.reading.figures.leaning import leaning, unchanged
from fzreview.reading.figures.rows import Leant, Row
from fzreview.reading.figures.subject_edges import DATE
from fzreview.reading.figures.subject_text import clean_left, joined, object_of
from fzreview.reading.figures.subject_verbs import verb_at
from fzreview.reading.figures.subject_words import RATES, SINCE_BEHIND, STAGE
from fzreview.reading.figures.surroundings import Counted, Surroundings
from fzreview.reading.figures.words import words

EMPTY_VERBS: Final = ("", "做到", "达到", "实现", "已有", "共有", "确保")
"""Verbs before a number that name no thing."""
_TIMES: Final = re.compile(r"[ 　]*(?P<told>(?:是|为|相当于)[^,，。;；]{2,16})的[近约逾超]?[ 　]*")
"""是全省平均数的1.5倍: what it is held against."""
_STATE: Final = re.compile("(?:现有|实有|尚有|现存|目前有)?(?:在册|在岗|在矫|在编|存量)?(?=[ 　]*\\Z)(?<=[有存册岗矫编量])")
_DIGIT: Final = re.compile("[0-9０-９]")
_REACHED: Final = re.compile("(?:首次|已经?)?(?:超过|超出|高于|多于|达到)")
_NAMES: Final = ("预算", "决算", "收支", "基金", "贸易", "市场", "产业", "大厅", "中心", "平台")
"""Ends of a clause that only names what its sentence is about: 一般公共预算,收入为12亿元."""
_DOCUMENTS: Final = words(
    "条例 办法 规定 方案 意见 规划 细则 纲要 规则 清单 指南 标准 该条例 该办法 该规定 该方案"
)
_STATES: Final = words("实有 现有 在册 存量 期末实有 结转 在办 在审 未结")
"""What is there, of what was done before: its parts are not what was done (新登记…, 实有…, 其中…)."""
_ACTUAL: Final = re.compile(r"实际(?:达到|完成|建成|执行|开工|投产)(?=了?\Z)")
_AMOUNT: Final = re.compile(r"(?:达到了?|达|为|突破|超过)\Z")
"""Before the amount that a growth led to: 增长百分之七，达到85万吨."""
_OF: Final = re.compile(r"的(?:近|约|逾|超|超过|将近|大约)?[ 　]*\Z")
_PERIOD: Final = re.compile(
    rf"(?:[是为]|相当于|等于)(?P<when>{DATE}|“[^“”]{{2,4}}”(?:时期|期间)|[上去]年同期|同期)[ 　]*\Z"
)
"""全社会投资950亿元，是“六五”时期310亿元的3倍: the same of another time."""
_ACHIEVED: Final = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:首次|再次|连续)?(?:实现|喜获|再获|获得|再创|创|取得|迎来)"
    r"(?:“[^“”]{2,8}”|[^,，。;]{0,6}(?:新高|丰收|突破|连增|连丰|增长|好收成))\Z"
)
"""What a clause says of its thing before the amount follows: 粮食实现“五连增”，达80万吨."""
_WHICH: Final = re.compile(r"的(?:已|还|共|达|只|就|约)?有?[ 　]*\Z")
_WHO_DID: Final = ("没有", "未", "不", "已", "创", "超", "仍", "尚", "全部", "部分", "基本")


def closing(figure: Counted, clause: Clause, last: Row | None, raw: str, around: Surroundings) -> Row:
    """The first number of its clause, a mark behind it."""
    actual = _ACTUAL.search(raw)
    left = actual.group() if actual is not None else clean_left(raw)
    left = "" if left in EMPTY_VERBS else left
    times = _TIMES.fullmatch(raw) if figure.kind in ("ratio", "percent") else None
    if times is not None:
        left = times["told"]
    state = _STATE.search(raw) if not left or left in _STATES else None
    if state is not None and last is not None and last.topic and figure.unit == last.unit:
        subject = joined(last.topic, state.group())
        return replace(last, clause=clause, end=figure.end, left=state.group(), subject=subject, verb="")
    theme = last.theme if last is not None else ""
    if _OF.search(raw) and left.startswith(("为", "是", "相当于")):
        left += "的"
    part = "其中" in raw[:6] or clause.opened == "(" or _goes_on(figure, clause, last, left)
    source = source_of(left)
    parent = last
    if (
        last is None
        or (STAGE.match(left) and around.clause_before(clause, bare=True))
        or around.begins_anew(clause)
    ):
        parent = _implied(figure, clause, around) or last
        part = part or around.among(clause)
    if source is not None:
        head = left[: source.start()].removeprefix("将").removeprefix("把")
        if last is not None and of_a_procedure(head):
            theme = theme or last.topic
            head = joined(theme, head)
            row = told_row(figure, clause, left, head + _since(source), head, theme)
            return replace(row, base=head, compared=True)
        leant = leaning(head, figure, clause.opened, parent, part) if head and parent is not None else None
        head = leant.subject if leant is not None else head
        if theme and len(head) <= 8:
            head = joined(theme, head)
        head = head or (parent.topic if parent is not None else around.clause_before(clause, bare=True))
        row = told_row(figure, clause, left, head + _since(source), head, theme)
        return replace(row, base=head, compared=True)
    period = _PERIOD.match(raw)
    if period is not None and last is not None and figure.unit == last.unit:
        subject = period["when"] + unchanged(last)
        return replace(last, clause=clause, end=figure.end, left=left, subject=subject)
    leant = None
    if left and parent is not None:
        leant = _of_those(raw, left, figure, parent)
        leant = leant or leaning(left, figure, clause.opened, parent, part)
    if leant is not None and parent is not None:
        recent, unit = (leant.named, figure.unit) if leant.named else (parent.recent, parent.recent_unit)
        base = unchanged(parent) if leant.compared else parent.base
        if left == "占" + leant.subject and not parent.compared:
            base = parent.subject
        verb = leant.subject.removesuffix(leant.named) if leant.named else parent.verb
        if left in _STATES:
            verb = ""
        return replace(
            parent, clause=clause, end=figure.end, left=left, subject=leant.subject, theme=theme,
            recent=recent, recent_unit=unit, compared=leant.compared, base=base, part=part, verb=verb,
        )  # fmt: skip
    if not left and last is not None and _AMOUNT.search(raw) and _tells_growth(last):
        subject = unchanged(last)
        return replace(
            last, clause=clause, end=figure.end, left=left, subject=subject, base=subject, compared=False
        )
    if not left and last is not None:
        remarked = around.clause_before(clause, bare=True) if clause.opened == "(" else ""
        subject = _REACHED.sub("", remarked) or last.subject
        return replace(last, clause=clause, end=figure.end, left=left, subject=subject)
    if last is None and parent is not None and parent.subject.endswith(_NAMES):
        theme = parent.subject
    titled = around.title_before(clause, left) if left in _DOCUMENTS else ""
    if titled:
        subject = titled
    elif theme.endswith(_NAMES) and len(left) == 2:
        subject = joined(theme, left)
    else:
        subject = left or _ACHIEVED.sub("", around.clause_before(clause))
    topic = (
        subject
        if RATES.search(left) and not left.endswith("率")
        else SINCE_BEHIND.sub("", object_of(subject))
    )
    if left.endswith("率"):
        topic = left[:-3] if len(left) > 5 else ""
    return told_row(figure, clause, left, subject, topic, theme)


def _since(source: re.Match[str]) -> str:
    """由, 由上年: where a change began, a year in digits left out."""
    told = source.group()
    return told[0] if _DIGIT.search(told) else told


def _of_those(raw: str, left: str, figure: Counted, parent: Row) -> Leant | None:
    """没有完成计划的17种: those among the things told before that did so."""
    if not _WHICH.search(raw) or figure.unit not in (parent.unit, parent.recent_unit):
        return None
    if figure.kind == "count" and len(left) <= 16 and (verb_at(left, 0) or left.startswith(_WHO_DID)):
        return Leant(joined(parent.topic.removesuffix("中"), left))
    return None


def _tells_growth(last: Row) -> bool:
    """Whether the row tells a growth, so that what is reached then is the thing itself."""
    return unchanged(last) != last.subject


def _goes_on(figure: Counted, clause: Clause, last: Row | None, left: str) -> bool:
    """其中企业3户,个体户5户: the next part behind a comma."""
    return (
        last is not None
        and last.part
        and clause.opened == ","
        and len(left) <= 8
        and figure.unit == last.unit
    )


def told_row(figure: Counted, clause: Clause, left: str, subject: str, topic: str, theme: str) -> Row:
    """A row that says all that it counts."""
    return Row(
        clause,
        figure.end,
        left,
        subject,
        topic,
        figure.unit,
        lead_of(left),
        subject,
        theme or "",
        topic,
        figure.unit,
    )


def _implied(figure: Counted, clause: Clause, around: Surroundings) -> Row | None:
    """What the sentence was about before its first number, as a row to lean on."""
    thing = around.context(clause)
    if not thing:
        return None
    return Row(clause, clause.start, "", thing, thing, figure.unit, "", thing, "", thing, figure.unit)
