"""Changes: from one value to another, with the difference or the percentage that is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from fzreview.domain.tie import Confidence, Holds, Tie
from fzreview.reading.ties.making import Part, make
from fzreview.reading.ties.quantity import overlap, share_shown, shown
from fzreview.reading.ties.view import Spot, View

Direction = Literal["rises", "falls", "moves"]

_FALLS: Final = re.compile(
    "(?:减|降|压缩|压减|精简|缩短|缩小|下降|裁并|回落|下调|压|缩|少|跌|优化整合|整合)[^,。;、]{0,4}[至到为成](?:[0-9]{4}年的?)?\\Z"
)
_RISES: Final = re.compile(
    "(?:增|升|提高|扩大|上调|扩展|拓展|发展|上涨|提升|扩)[^,。;、]{0,4}[至到为成](?:[0-9]{4}年的?)?\\Z"
)
_MOVES: Final = re.compile("(?:调整|变|改|转)[^,。;、]{0,2}[至到为成]\\Z")
_FROM: Final = re.compile("由|从|原有|原来|原先|法定|此前|过去")
_EARLIER: Final = re.compile("去年|上年|上一年|同期|较|比|(?:19|20)[0-9]{2}年")
_AGAINST: Final = re.compile("(?:较|比(?![重例率])|相比)[^,。;]{0,16}\\Z")
_UP: Final = re.compile("增长|上升|提高|提升|增加|增幅|上涨|多|升|增|涨")
_DOWN: Final = re.compile("下降|减少|降低|减幅|降幅|回落|压减|精简|缩短|少|降|减|跌")
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
    if not _FROM.search(view.text[max(before.clause, before.start - 30) : before.start]):
        return
    last = _tells(sentence[place + 1 : place + 3], before, to)
    if last is not None:
        yield _with_measure(before, to, last)
    else:
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
    return make(
        "change", parts, "true" if right else "false", "high" if right else "medium", explain, wording=wording
    )


def _tells(behind: Sequence[Spot], before: Spot, to: Spot) -> Spot | None:
    """The figure that tells the difference or the growth in the next words."""
    for spot in behind[:1]:
        words = spot.lead.lstrip(",、;即共比的")
        if len(words) > _SHORT or not (_UP.search(words) or _DOWN.search(words)):
            return None
        if words.endswith(("到", "至")) or _YEARLY.search(words):
            return None
        is_measure = spot.is_percent and not to.is_percent
        is_points = to.is_percent and spot.unit == "个百分点"
        if is_measure or is_points or (spot.unit == to.unit and not to.is_percent):
            return spot
    return None


def _with_measure(before: Spot, to: Spot, told: Spot) -> Tie:
    holds, reached = _measured(before, to, told)
    role: Part = (told, "growth") if told.is_percent else (told, "difference")
    sign = {"true": "=", "approx": "≈", "false": "≠"}[holds]
    unit = "%" if told.is_percent else ""
    explain = f"{shown(before.value)}→{shown(to.value)}: {reached}"
    if holds != "true" or reached != f"{shown(abs(told.value))}{unit}":
        explain += f"{sign if sign != '=' else '≈'}{shown(abs(told.value))}{unit}"
    confidence: Confidence = "high" if holds != "false" else "medium"
    return make("change", [(before, "from"), (to, "to"), role], holds, confidence, explain)


def _measured(before: Spot, to: Spot, told: Spot) -> tuple[Holds, str]:
    """Whether the told difference or growth is the one between the two values, and the one it should be."""
    one, other, size = before.quantity, to.quantity, abs(told.value)
    half = told.quantity.half
    low, high = size - half, size + half
    if told.quantity.loose:
        low, high = sorted((abs(told.quantity.low), abs(told.quantity.high)))
    loose = one.loose or other.loose or told.quantity.loose
    if told.is_percent:
        if one.low <= 0:
            return "approx", "?"
        changes = [100 * (other.low / one.high - 1), 100 * (other.high / one.low - 1)]
        reached = share_shown(abs(100 * (other.value / one.value - 1)))
    else:
        changes = [other.low - one.high, other.high - one.low]
        reached = shown(round(abs(other.value - one.value), 4))
    reach = sorted(map(abs, changes)) if changes[0] * changes[1] > 0 else [0.0, max(map(abs, changes))]
    if overlap(low, high, reach[0], reach[1]):
        return ("approx" if loose else "true"), reached
    cut = 2 * half
    return ("approx" if cut and overlap(size - cut, size + cut, reach[0], reach[1]) else "false"), reached


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
    if not (told.is_percent and not now.is_percent) and told.unit != now.unit:
        return
    if _AGAINST.search(earlier.lead) and told.clause == earlier.clause:
        yield _with_measure(earlier, now, told)
    elif (
        re.search("去年|上年|上一年", now.lead)
        and re.search("今年|本年", earlier.lead)
        and re.search("同比|较|比", words)
    ):
        yield _with_measure(now, earlier, told)


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
    return _with_measure(before, to, told) if points or growth else None


def _told_rows(table: Sequence[Tie]) -> Iterable[Tie]:
    holding = [tie for tie in table if not tie.failed]
    yield from table if len(holding) > max(1, len(table) - len(holding)) else holding


_APART: Final = 2
"""Lines between two rows of one table."""


def _cells(view: View, one: Spot, other: Spot) -> bool:
    between = view.text[one.end : min(other.start, one.end + 8)]
    return "|" in between and not between.strip("| \n")
