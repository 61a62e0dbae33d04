"""Which figures of a report cannot be settled each by itself: words about others may answer theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzreview.domain.dissent.contradictions import Span

Reach = tuple[Span, Span]
"""Span of a figure as extracted or added, and a span that a word about it speaks for."""


def tangles(reaches: Iterable[Reach]) -> Iterator[frozenset[Span]]:
    """The figures, those together that overlap, directly or by way of others."""
    hulls: dict[Span, Span] = {}
    for span, final in reaches:
        start, end = hulls.get(span, span)
        hulls[span] = min(start, final[0]), max(end, final[1])
    tangle: list[Span] = []
    reach = -1
    for span, (start, end) in sorted(hulls.items(), key=lambda item: item[1]):
        if start >= reach and tangle:
            yield frozenset(tangle)
            tangle = []
        tangle.append(span)
        reach = max(reach, end)
    if tangle:
        yield frozenset(tangle)
