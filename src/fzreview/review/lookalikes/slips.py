"""Slips: what was wrong before a correction, in a form that can be recognised at other figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

from fzreview.domain.decisions.verdict import RejectionClass
from fzreview.domain.figures.figure import Figure

SlipKind = Literal[
    "rejected", "factor", "value", "unit", "kind", "bound", "begins", "ends", "subject", "span"
]
"""
rejected  it is no figure
factor    the value is so many times what was read
value     the value is another one, by no plain factor
unit      another unit, as kind and bound
begins    the subject begins with other words, as ends
subject   the subject is another one
span      the figure reaches elsewhere
"""

_DIGITS: Final = re.compile(r"[0-9０-９][0-9０-９,，.]*")
_FACTORS: Final = tuple(Decimal(10) ** power for power in (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8))


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that was read wrong. Figures with equal slips are alike in it."""

    kind: SlipKind
    before: str
    """The wrong reading: a unit, the differing part of a subject, the wording of a rejected figure."""
    after: str
    """The right reading; the class of a rejection; a factor."""


def wording_pattern(figure: Figure) -> str:
    """The wording of a figure with N for its digits: figures of one wording were read by the same rules."""
    return _DIGITS.sub("N", figure.text)


def slip_of_rejection(figure: Figure, reason_class: RejectionClass | None) -> Slip:
    """What a rejection says."""
    return Slip("rejected", wording_pattern(figure), reason_class or "")


def slips_of(machine: Figure, correction: Figure) -> Iterator[Slip]:
    """What a correction says of each field that differs."""
    if (machine.start, machine.end) != (correction.start, correction.end):
        yield Slip("span", wording_pattern(machine), wording_pattern(correction))
    if (machine.value, machine.upper) != (correction.value, correction.upper):
        yield _value_slip(machine, correction)
    if machine.unit != correction.unit:
        yield Slip("unit", machine.unit, correction.unit)
    if machine.kind != correction.kind:
        yield Slip("kind", machine.kind, correction.kind)
    if machine.bound != correction.bound:
        yield Slip("bound", machine.bound, correction.bound)
    if machine.subject != correction.subject:
        yield _subject_slip(machine.subject, correction.subject)


def with_fix(slip: Slip, figure: Figure) -> Figure | None:
    """The figure with the slip corrected; None where it does not have the slip, or the fix is unknown."""
    match slip.kind:
        case "unit":
            return replace(figure, unit=slip.after) if figure.unit == slip.before else None
        case "kind":
            return replace(figure, kind=slip.after) if figure.kind == slip.before else None  # type: ignore[arg-type]  # made of a figure's kind
        case "bound":
            return replace(figure, bound=slip.after) if figure.bound == slip.before else None  # type: ignore[arg-type]  # made of a figure's bound
        case "begins":
            rest = figure.subject.removeprefix(slip.before)
            has_it = figure.subject.startswith(slip.before) and rest
            return replace(figure, subject=slip.after + rest) if has_it and slip.before else None
        case "ends":
            rest = figure.subject.removesuffix(slip.before)
            has_it = figure.subject.endswith(slip.before) and rest
            return replace(figure, subject=rest + slip.after) if has_it and slip.before else None
        case "factor" if figure.upper is None and wording_pattern(figure) == slip.before:
            return _times(figure, slip.after)
        case _:
            return None


def _times(figure: Figure, factor: str) -> Figure | None:
    try:
        return replace(figure, value=f"{(Decimal(figure.value) * Decimal(factor)).normalize():f}")
    except InvalidOperation:
        return None


def _value_slip(machine: Figure, correction: Figure) -> Slip:
    try:
        before, after = Decimal(machine.value), Decimal(correction.value)
    except InvalidOperation:
        before = after = Decimal(0)
    if before and machine.upper == correction.upper and after / before in _FACTORS:
        return Slip("factor", wording_pattern(machine), f"{(after / before).normalize():f}")
    return Slip("value", wording_pattern(machine), "")


def _subject_slip(before: str, after: str) -> Slip:
    same_end = _common(before[::-1], after[::-1])
    same_begin = _common(before, after)
    if same_end and same_end >= same_begin:
        return Slip("begins", before[: len(before) - same_end], after[: len(after) - same_end])
    if same_begin:
        return Slip("ends", before[same_begin:], after[same_begin:])
    return Slip("subject", "", "")


def _common(one: str, other: str) -> int:
    """How many characters two texts share from their beginning."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))
