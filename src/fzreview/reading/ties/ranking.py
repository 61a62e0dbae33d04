"""Which ties stay where several claim the same figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from fzreview.domain.tie import CONFIDENCES, TIE_TYPES, Span, Tie

_HOLDS: Final = {"true": 0, "approx": 1, "false": 2}


def ranked(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """In the order of the text; figures that several ties claim keep the strongest one.

    Told goes over untold, then by confidence, then what holds over what fails. A subset whose figures all
    stand in a sum with the same total says nothing more, and goes.
    """
    strongest: dict[frozenset[Span], Tie] = {}
    for tie in sorted(ties, key=_weakness):
        strongest.setdefault(frozenset(tie.spans), tie)
    sums: dict[Span, list[frozenset[Span]]] = defaultdict(list)
    for spans, tie in strongest.items():
        if tie.type in ("part_of_sum", "subset"):
            for span in _totals(tie):
                sums[span].append(spans)
    kept = [
        tie
        for spans, tie in strongest.items()
        if tie.type != "subset" or not any(spans < other for total in _totals(tie) for other in sums[total])
    ]
    return tuple(sorted(kept, key=lambda tie: (tie.spans, _weakness(tie))))


def _totals(tie: Tie) -> list[Span]:
    return [member.span for member in tie.members if member.role == "total"]


def _weakness(tie: Tie) -> tuple[bool, int, int, int, str]:
    return (
        not tie.told,
        CONFIDENCES.index(tie.confidence),
        _HOLDS[tie.holds],
        TIE_TYPES.index(tie.type),
        tie.explain,
    )
