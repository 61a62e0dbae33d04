"""Changes: from one value to another, with the difference or the percentage that is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from fzreview.checking.quantity import share_shown, shown
from fzreview.checking.ties.changes.differences import TIMES, measured, moved_wrongly, with_measure
from fzreview.checking.ties.changes.yearly import yearly
from fzreview.checking.ties.constructors import Part, tie_between
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Tie

Direction = Literal["rises", "falls", "moves"]

_FALLS: Final = re.compile(
    "(?:减|降|压缩|压减|精简|缩短|缩小|下降|裁并|合并|回落|下调|压|缩|少|跌|优化整合|整合)[^,。;、]{0,4}[至到为成](?:[0-9]{4}年的?)?\\Z"
)
_RISES: Final = re.compile(
    "(?:增|升|提高|扩大|上调|扩展|拓展|发展|上涨|提升|扩)[^,。;、]{0,4}[至到为成](?:[0-9]{4}年的?)?\\Z"
)
_MOVES: Final = re.compile("(?:调整|变|改|转)[^,。;、]{0,2}[至到为成]\\Z")
_FROM: Final = re.compile("由|从|原有|原来|原先|法定|此前|过去")
_AGAINST: Final = re.compile("(?:较|比(?![重例率])|相比)[^,。;]{0,16}\\Z")
_UP: Final = re.compile("增长|上升|提高|提升|增加|增幅|上涨|多|升|增|涨")
_DOWN: Final = re.compile("下降|减少|降低|减幅|降幅|回落|压减|压缩|精简|缩短|提速|少|降|减|跌")
_YEARLY: Final = re.compile("年均|平均|递增|每年|月均")
_SHORT: Final = 10
_NEAR: Final = 60


def changes(view: View) -> Iterable[Tie]:
    """Changes within a sentence, and rows of a table with two values and what lies between them."""
    for sentence in view.sentences:
        for place, spot in enumerate(sentence[1:], 1):
            yield from _from_to(view, sentence, place, spot)
            yield from _against(view, sentence, place, spot)
    yield from _rows(view)


def _from_to(view: View, sentence: Sequence[Spot], place: int, to: Spot) -> Iterable[Tie]:
    direction = _direction(to.lead)
    before = sentence[place - 1]
    if direction is None or not _comparable(before, to) or to.start - before.end > _NEAR:
        return
    words = view.text[max(before.clause, before.start - 30) : before.start]
    if not _FROM.search(words) and not _MERGED.search(to.lead):
        return
    behind = sentence[place + 1 : place + 3]
    last = _tells(view, behind, before, to) or _told_before(view, sentence[max(0, place - 2) : place], to)
    by_the_year = yearly(view, before, to, behind)
    if last is not None:
        yield with_measure(before, to, last)
    if by_the_year is not None:
        yield by_the_year
    elif last is None:
        yield _moved(before, to, direction)


def _direction(lead: str) -> Direction | None:
    if _FALLS.search(lead):
        return "falls"
    if _RISES.search(lead):
        return "rises"
    return "moves" if _MOVES.search(lead) else None


def _comparable(one: Spot, other: Spot) -> bool:
    return one.unit == other.unit and one.figure.kind == other.figure.kind and one.figure.kind != "rank"


def _moved(before: Spot, to: Spot, direction: Direction) -> Tie:
    parts: list[Part] = [(before, "from"), (to, "to")]
    explain = f"{shown(before.value)}→{shown(to.value)}"
    change = to.quantity.value - before.quantity.value
    right = direction == "moves" or (change > 0 if direction == "rises" else change < 0)
    if right and before.value:
        explain += f" ({'+' if change > 0 else '-'}{share_shown(abs(100 * change / before.value))})"
    wording = "change.true" if direction == "moves" else f"change.{direction}"
    if not right:
        wording = "change.not_rising" if direction == "rises" else "change.not_falling"
    return tie_between(
        "change", parts, "true" if right else "false", "high" if right else "medium", explain, wording=wording
    )


def _tells(view: View, behind: Sequence[Spot], before: Spot, to: Spot) -> Spot | None:
    """The figure that tells the difference or the growth in the next words."""
    for spot in behind[:1]:
        words = spot.lead.lstrip(",、;即共比的")
        verb = _UP.search(words) or _DOWN.search(words)
        times = spot.unit == TIMES and _EQUALS.search(words) is not None
        if len(words) > _SHORT or words.endswith(("到", "至")) or _YEARLY.search(words):
            return None
        if not times and (verb is None or not _is_of(view, words[: verb.start()], before)):
            return None
        if _measures(spot, to):
            return spot
    return None


def _is_of(view: View, noun: str, before: Spot) -> bool:
    """Whether what falls by that much is what the values are of; not so: 机构由86个减为59个,人员精简20%."""
    plain = _PLAIN.sub("", noun)
    return plain == "" or plain in view.text[max(0, before.start - _NEAR) : before.start]


def _measures(told: Spot, to: Spot) -> bool:
    grown = (told.is_percent or told.unit == TIMES) and not to.is_percent
    points = to.is_percent and told.unit == "个百分点"
    return grown or points or (told.unit == to.unit and not to.is_percent)


def _told_before(view: View, earlier: Sequence[Spot], to: Spot) -> Spot | None:
    """提高110元,由862元增至972元; 比上年增长66%,由680亿元增到1130亿元: only where it comes out."""
    if len(earlier) < 2:
        return None
    told, before = earlier
    between = view.between(told, before)
    verb = _UP.search(told.lead) or _DOWN.search(told.lead)
    if verb is None or _YEARLY.search(told.lead) or told.lead.endswith(("到", "至", "达")):
        return None
    fits = _FOLLOWED.fullmatch(between) is not None and _measures(told, to)
    return told if fits and measured(before, to, told)[0] != "false" else None


_PLAIN: Final = re.compile(
    "同比|环比|[较比](?:上年|去年|上一年|上期|上年同期|同期)(?:同期)?|净|共|累计|平均|整体|总体|实际|名义|约|近|也|均|分别|只|仅|又|再|大幅"
)
_FOLLOWED: Final = re.compile("[,;](?:已|分别)?[由从][^,。;0-9]{0,12}")
_EQUALS: Final = re.compile("等于|相当于|是|为|达")
_MERGED: Final = re.compile("合并")


def _against(view: View, sentence: Sequence[Spot], place: int, earlier: Spot) -> Iterable[Tie]:
    """15件,较2023年的22件下降31.8%; 去年22件,今年15件,同比下降31.8%."""
    now = sentence[place - 1]
    if not _comparable(now, earlier) or earlier.start - now.end > _NEAR or place + 1 >= len(sentence):
        return
    told = sentence[place + 1]
    if told.start - earlier.end > _NEAR or told.bracket != now.bracket:
        return
    words = told.lead.lstrip(",、;的")
    if len(words) > _SHORT or not (_UP.search(words) or _DOWN.search(words)) or _YEARLY.search(words):
        return
    if words.endswith(("到", "至")):
        return
    points = told.unit == "个百分点" and now.is_percent
    if not points and not (told.is_percent and not now.is_percent) and told.unit != now.unit:
        return
    if _AGAINST.search(earlier.lead) and told.clause == earlier.clause:
        rises, falls = _UP.search(words) is not None, _DOWN.search(words) is not None
        astray = rises != falls and told.value > 0 and rises != (now.value > earlier.value)
        yield moved_wrongly(earlier, now, told) if astray else with_measure(earlier, now, told)
    elif (
        re.search("去年|上年|上一年", now.lead)
        and re.search("今年|本年", earlier.lead)
        and re.search("同比|较|比", words)
    ):
        yield with_measure(now, earlier, told)


def _rows(view: View) -> Iterable[Tie]:
    """| 18件 | 27件 | 50% |, line by line; one that fails is told where the lines around it come out."""
    table: list[Tie] = []
    paragraph = -1
    for sentence in view.sentences:
        row = _row(view, sentence)
        if row is None:
            continue
        if sentence[0].paragraph - paragraph > _APART:
            yield from _told_rows(table)
            table = []
        table.append(row)
        paragraph = sentence[0].paragraph
    yield from _told_rows(table)


def _row(view: View, sentence: Sequence[Spot]) -> Tie | None:
    if len(sentence) != 3:
        return None
    before, to, told = sentence
    if not _comparable(before, to) or not (_cells(view, before, to) and _cells(view, to, told)):
        return None
    points = to.is_percent and told.unit == "个百分点"
    growth = told.is_percent and not to.is_percent and to.is_amount | (to.figure.kind == "duration")
    return with_measure(before, to, told) if points or growth else None


def _told_rows(table: Sequence[Tie]) -> Iterable[Tie]:
    holding = [tie for tie in table if not tie.failed]
    yield from table if len(holding) > max(1, len(table) - len(holding)) else holding


_APART: Final = 2
"""Lines between two rows of one table."""


def _cells(view: View, one: Spot, other: Spot) -> bool:
    between = view.text[one.end : min(other.start, one.end + 8)]
    return "|" in between and not between.strip("| \n")
