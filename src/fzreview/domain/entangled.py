"""Which figures of a report cannot be settled each by itself: words about others may answer theirs."""

from __future__ import annotations

from collections.abc import Iterable

from fzreview.domain.contradictions import Span

Reach = tuple[Span, Span, bool]
"""Span of a figure as extracted or added, the span that one word speaks for, whether it was added."""


def entangled(reaches: Iterable[Reach]) -> frozenset[Span]:
    """Spans of figures that overlap others of which somebody speaks, and of all that were added.

    An added figure stands against the silence of whoever read its section.
    """
    hulls: dict[Span, tuple[int, int]] = {}
    found: set[Span] = set()
    for span, final, added in reaches:
        start, end = hulls.get(span, span)
        hulls[span] = min(start, final[0]), max(end, final[1])
        if added:
            found.add(span)
    reach, furthest = -1, (-1, -1)
    for span, (start, end) in sorted(hulls.items(), key=lambda item: item[1]):
        if start < reach:
            found |= {span, furthest}
        if end > reach:
            reach, furthest = end, span
    return frozenset(found)
