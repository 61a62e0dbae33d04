"""Which ties stay where several claim the same figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from fzreview.domain.ties.tie import CONFIDENCES, TIE_TYPES, Span, Tie

_VOUCHING: Final = ("part_of_sum", "rate", "change")
_HOLDS: Final = {"true": 0, "approx": 1, "false": 2}


def ranked(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """In the order of the text; figures that several ties claim keep the strongest one.

    Told goes over untold, then by confidence, then what holds over what fails. A subset whose figures all
    stand in a sum with the same total says nothing more, and goes; so does an untold sum inside a told one,
    and a mismatch of two numbers that each fit into a sum or a rate of their own: they count two things.
    """
    strongest: dict[frozenset[Span], Tie] = {}
    for tie in sorted(ties, key=_weakness):
        strongest.setdefault(frozenset(tie.spans), tie)
    wholes: dict[Span, list[tuple[frozenset[Span], Tie]]] = defaultdict(list)
    for spans, tie in strongest.items():
        if tie.type in ("part_of_sum", "subset"):
            for span in _totals(tie):
                wholes[span].append((spans, tie))
    vouched = {
        span
        for tie in strongest.values()
        if tie.told and tie.holds == "true" and tie.type in _VOUCHING
        for span in tie.spans
    }
    stated_parts: dict[Span, list[frozenset[Span]]] = defaultdict(list)
    for tie in strongest.values():
        if tie.type == "part_of_sum" and tie.told:
            for span in (parts := _parts(tie)):
                stated_parts[span].append(parts)
    kept = [
        tie
        for spans, tie in strongest.items()
        if not _is_covered(spans, tie, wholes)
        and not (tie.type == "mismatch" and spans <= vouched)
        and not _is_among_parts(spans, tie, stated_parts)
    ]
    return tuple(sorted(kept, key=lambda tie: (tie.spans, _weakness(tie))))


def _is_covered(
    spans: frozenset[Span], tie: Tie, wholes: Mapping[Span, Sequence[tuple[frozenset[Span], Tie]]]
) -> bool:
    larger = (other for total in _totals(tie) for whole, other in wholes.get(total, ()) if spans < whole)
    if tie.type == "subset":
        return next(larger, None) is not None
    return tie.type == "part_of_sum" and not tie.told and any(other.told for other in larger)


def _is_among_parts(
    spans: frozenset[Span], tie: Tie, stated_parts: Mapping[Span, Sequence[frozenset[Span]]]
) -> bool:
    """Whether an untold sum is one between the parts of a told one, by chance."""
    untold = tie.type == "part_of_sum" and not tie.told
    return untold and any(spans <= parts for parts in stated_parts.get(tie.spans[0], ()))


def _parts(tie: Tie) -> frozenset[Span]:
    return frozenset(member.span for member in tie.members if member.role == "part")


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
