"""How a rule puts a tie together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.quantity import overlap, shown
from fzreview.checking.ties.view import Spot
from fzreview.domain.ties.tie import Confidence, Holds, Member, Role, Tie, TieType

_LONGEST: Final = 12
"""Terms of an explanation that are written out."""

Part = tuple[Spot, Role]


def tie_between(
    type: TieType,
    parts: Iterable[Part],
    holds: Holds,
    confidence: Confidence,
    explain: str,
    *,
    told: bool = True,
    wording: str | None = None,
    **params: str,
) -> Tie:
    """A tie of figures in the order of the text; ``wording`` is ``<type>.<holds>`` unless it is given."""
    ordered = sorted(parts, key=lambda part: part[0].start)
    members = tuple(Member(spot.figure.start, spot.figure.end, role) for spot, role in ordered)
    filled = {"explain": explain, **params}
    return Tie(
        type,
        members,
        holds,
        told,
        confidence,
        explain,
        wording or f"{type}.{holds}",
        tuple(sorted(filled.items())),
    )


def summed(parts: Sequence[Spot]) -> str:
    """``30+12``."""
    terms = [shown(part.value) for part in parts[:_LONGEST]]
    return "+".join(terms) + ("+…" if len(parts) > _LONGEST else "")


def adds_up(total: Spot, parts: Sequence[Spot]) -> Holds:
    """Whether the parts make the total, by the digits that are told."""
    low = sum(part.quantity.low for part in parts)
    high = sum(part.quantity.high for part in parts)
    if not overlap(low, high, total.quantity.low, total.quantity.high):
        return "false"
    loose = total.quantity.loose or any(part.quantity.loose for part in parts)
    return "approx" if loose else "true"


def sum_tie(total: Spot, parts: Sequence[Spot], holds: Holds, confidence: Confidence, told: bool) -> Tie:
    """Parts and their total; the sentence of one that fails names both."""
    reached = shown(sum(part.value for part in parts))
    sign = "=" if holds == "true" else "≈" if holds == "approx" else "≠"
    explain = f"{summed(parts)}={reached}" + ("" if holds == "true" else f"{sign}{shown(total.value)}")
    members: list[Part] = [(total, "total"), *((part, "part") for part in parts)]
    return tie_between(
        "part_of_sum", members, holds, confidence, explain, told=told, sum=reached, total=shown(total.value)
    )


def within(total: Spot, parts: Sequence[Spot]) -> Holds:
    """Whether each part fits into the total."""
    if any(part.quantity.low > total.quantity.high for part in parts):
        return "false"
    loose = total.quantity.loose or any(part.quantity.loose for part in parts)
    return "approx" if loose and any(part.quantity.high > total.quantity.low for part in parts) else "true"


def subset_tie(total: Spot, parts: Sequence[Spot], holds: Holds, confidence: Confidence, told: bool) -> Tie:
    """Figures that are each a part of another one."""
    sign = "≤" if holds != "false" else ">"
    explain = ", ".join(f"{shown(part.value)}{sign}{shown(total.value)}" for part in parts[:_LONGEST])
    members: list[Part] = [(total, "total"), *((part, "part") for part in parts)]
    return tie_between("subset", members, holds, confidence, explain, told=told)
