"""Errors planted into reports one at a time, and whether the report's own check finds them.

An error changes one digit, the unit, or 万 and 亿 of one figure. Everything is drawn from a seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from fzreview.checking.ties import find_alarms, find_ties
from fzreview.domain.reports.report import Reading
from fzreview.domain.ties.tie import Alarm, Tie
from fzreview.reading.read import read_report
from support.gold_reports import SEEDS, gold_rows, seed_names

KINDS = ("digit", "unit", "magnitude")
SEED = 20261120

_SPOKEN = "二三四五六七八九"
_FAMILIES = (
    "件 起 宗 例",
    "人 名 位",
    "户 家",
    "项 条 类",
    "份",
    "次 场 场次 批次",
    "元",
    "人次 家次",
    "天",
    "年",
    "个月",
    "小时",
)
"""Units of one family stand for each other in real reports; an error takes one of another family."""
_UNITS = {
    "count": ("件", "人", "户", "次", "份", "元"),
    "money": ("件", "人", "户"),
    "percent": ("‰", "件", "个百分点"),
    "duration": ("天", "年", "个月", "小时"),
}
_ADDABLE = ("count", "money", "measure")


@dataclass(frozen=True)
class Planted:
    """One altered report. Offsets are code points of ``source``."""

    doc: str
    kind: str
    source: str
    start: int
    end: int
    """The altered figure."""
    was: str
    now: str
    gold: dict[str, Any]
    """The figure's row before."""


@dataclass(frozen=True)
class Checked:
    """What the check says of a planted error."""

    planted: Planted
    found: bool
    tied: bool
    """Whether the figure stands in a gold tie of high or medium confidence, or a told one."""
    breaks: bool
    """Whether the arithmetic of such a tie no longer holds."""
    contradicts: bool
    """Whether the altered report contradicts itself: the arithmetic of a tie that is told is broken, or
    figures that the tie adds, compares or takes apart no longer have units of one kind."""
    shows: bool
    """Whether a tie of the figure could show the error: not so for a digit after which all of its ties are as
    true as before (51 of 3501 → 57)."""
    rank: float
    """Where the figure stands in the order of doubt: 0 first, 1 last; 1 where it is no figure any more."""


def planted_errors(count: int, seed: int = SEED) -> Iterator[Planted]:
    """So many errors, spread evenly over the figures of the seeds."""
    draw = random.Random(seed)
    rows = [row for doc in seed_names() for row in gold_rows("figures", doc)]
    while count:
        row = draw.choice(rows)
        kind = draw.choice(KINDS)
        planted = _planted(draw, row, kind)
        if planted is not None:
            count -= 1
            yield planted


@cache
def source_of(doc: str) -> str:
    return (SEEDS / doc).read_bytes().decode("utf-8")


def _planted(draw: random.Random, row: dict[str, Any], kind: str) -> Planted | None:
    surface: str = row["surface"]
    altered = altered_surface(draw, row, kind)
    if altered is None:
        return None
    source = source_of(row["doc"])
    start, end = row["start"], row["end"]
    return Planted(
        doc=row["doc"],
        kind=kind,
        source=source[:start] + altered + source[end:],
        start=start,
        end=start + len(altered),
        was=surface,
        now=altered,
        gold=row,
    )


def altered_surface(draw: random.Random, row: dict[str, Any], kind: str) -> str | None:
    """The surface of a figure (``surface``, ``unit``, ``kind``) with one error; None where none fits."""
    altered = {"digit": _other_digit, "unit": _other_unit, "magnitude": _other_magnitude}[kind](draw, row)
    return None if altered == row["surface"] else altered


def _other_digit(draw: random.Random, row: dict[str, Any]) -> str | None:
    surface = str(row["surface"])
    places = [at for at, char in enumerate(surface) if char in "0123456789" or char in _SPOKEN]
    if not places:
        return None
    at = draw.choice(places)
    first = at == 0 or not surface[at - 1].isdigit()
    digits = _SPOKEN if surface[at] in _SPOKEN else "123456789" if first else "0123456789"
    return surface[:at] + draw.choice([digit for digit in digits if digit != surface[at]]) + surface[at + 1 :]


def _other_unit(draw: random.Random, row: dict[str, Any]) -> str | None:
    unit, surface = str(row["unit"]), str(row["surface"])
    others = [other for other in _UNITS.get(row["kind"], ()) if not _one_family(unit, other)]
    if not unit or not others or not surface.endswith(unit):
        return None
    return surface.removesuffix(unit) + draw.choice(others)


def _one_family(unit: str, other: str) -> bool:
    return unit == other or any({unit, other} <= set(family.split()) for family in _FAMILIES)


def _other_magnitude(draw: random.Random, row: dict[str, Any]) -> str | None:
    unit, surface = str(row["unit"]), str(row["surface"])
    if row["kind"] not in _ADDABLE or not unit or not surface.endswith(unit):
        return None
    number = surface.removesuffix(unit)
    for large, other in (("万", "亿"), ("亿", "万")):
        if large in number:
            return number.replace(large, draw.choice(("", other))) + unit
    return number + draw.choice("万万万亿") + unit if number.isascii() else None


def checked(planted: Planted) -> Checked:
    """Read the altered report and ask its ties and alarms about the altered figure."""
    from fzreview.checking.doubts import doubtful_order

    reading = read_report(planted.source)
    ties, alarms = find_ties(reading), find_alarms(reading)
    order = [doubt.figure for doubt in doubtful_order(reading, reading.figures, ties, alarms)]
    places = [at for at, figure in enumerate(order) if _touches(planted, figure.start, figure.end)]
    ties_of = gold_ties(planted.doc, planted.gold["start"])
    breaks = any(_breaks(tie, planted, reading) for tie in ties_of)
    return Checked(
        planted,
        found=_is_found(planted, reading, ties, alarms),
        tied=bool(ties_of),
        breaks=breaks,
        contradicts=any(_contradicts(tie, planted, reading) for tie in ties_of),
        shows=bool(ties_of) and (breaks or planted.kind != "digit"),
        rank=places[0] / len(order) if places else 1.0,
    )


@cache
def _approximate(doc: str) -> frozenset[frozenset[int]]:
    ties = find_ties(read_report(source_of(doc)))
    return frozenset(frozenset(member.start for member in tie.members) for tie in ties if tie.holds != "true")


def _is_found(planted: Planted, reading: Reading, ties: tuple[Tie, ...], alarms: tuple[Alarm, ...]) -> bool:
    if any(alarm.level == "alarm" and _touches(planted, alarm.start, alarm.end) for alarm in alarms):
        return True
    shift = len(planted.source) - len(source_of(planted.doc))
    for tie in ties:
        if not any(_touches(planted, member.start, member.end) for member in tie.members):
            continue
        before = frozenset(
            member.start - (shift if member.start > planted.start else 0) for member in tie.members
        )
        fails = tie.holds == "false" or (tie.holds == "approx" and tie.type != "subset")
        if fails and before not in _approximate(planted.doc):
            return True
    return False


def _touches(planted: Planted, start: int, end: int) -> bool:
    return start < planted.end and planted.start < end


def gold_ties(doc: str, start: int) -> list[dict[str, Any]]:
    """The gold ties of high or medium confidence, or told, that hold the figure at ``start``."""
    return [
        row
        for row in gold_rows("relations", doc)
        if (row["confidence"] in ("high", "medium") or row["told"])
        and start in row["figures"]
        and row["holds"] is not False
    ]


def _breaks(tie: dict[str, Any], planted: Planted, reading: Reading) -> bool:
    """Whether the relation no longer holds between the values that the altered report tells."""
    values = {row["start"]: float(row["value"]) for row in gold_rows("figures", planted.doc)}
    altered = next(
        (figure for figure in reading.figures if _touches(planted, figure.start, figure.end)), None
    )
    if planted.kind == "unit" or altered is None or not set(tie["figures"]) <= set(values):
        return False
    values[planted.gold["start"]] = float(altered.value)
    named: dict[str, list[float]] = {}
    for start, role in zip(tie["figures"], tie.get("roles", ()), strict=False):
        named.setdefault(role, []).append(values[start])
    return not _holds(tie["type"], [values[start] for start in tie["figures"]], named, tie)


def _contradicts(tie: dict[str, Any], planted: Planted, reading: Reading) -> bool:
    if planted.kind != "unit":
        return tie["told"] and _breaks(tie, planted, reading)
    altered = planted.gold["unit"]
    units = {row["start"]: row["unit"] for row in gold_rows("figures", planted.doc)}
    others = [units[start] for start in tie["figures"] if start in units and start != planted.gold["start"]]
    return tie["type"] in ("part_of_sum", "subset", "change") and any(
        _one_family(altered, unit) for unit in others
    )


def _holds(kind: str, values: list[float], named: dict[str, list[float]], tie: dict[str, Any]) -> bool:
    if kind == "part_of_sum":
        return sum(named["part"]) == named["total"][0]
    if kind == "subset":
        return all(part <= named["total"][0] for part in named["part"])
    if kind == "rate" and {"base", "part", "rate"} <= set(named) and len(values) == 3:
        told = named["rate"][0]
        half = 0.5 if told == int(told) else 0.005
        return abs(100 * named["part"][0] / named["base"][0] - told) <= half + 1e-9
    if kind == "rate" and "rate" in named and 100 in values:
        return named["rate"][0] == 100
    if kind == "rate" and set(named) == {"base", "rate"}:
        return named["rate"][0] <= 100
    if kind == "change":
        return values[1] < values[0]
    if kind == "same":
        return values[0] == values[-1]
    if kind == "product":
        return max(values) / min(values) == round(max(values) / min(values))
    if kind == "list_count":
        return str(int(values[0])) in {_NUMERALS.get(numeral, numeral) for numeral in tie["numerals"]}
    return True


_NUMERALS = {"两": "2", "三": "3", "四": "4", "五": "5", "八": "8"}
