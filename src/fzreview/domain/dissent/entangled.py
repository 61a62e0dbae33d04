"""Which figures of a report cannot be settled each by itself: words about others may answer theirs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from fzreview.domain.dissent.contradictions import Span

Reach = tuple[Span, Span]
"""Span of a figure as extracted or added, and a span that a word about it speaks for."""

Reaching = Callable[[int, int], Iterable[Reach]]
"""The reaches of words into a stretch of text, which it takes by start and end: those whose spans lie around
it count too."""


def hull(reach: Reach) -> Span:
    """From the first to the last character of both spans."""
    return min(reach[0][0], reach[1][0]), max(reach[0][1], reach[1][1])


def tangles_around(said: Collection[Reach], reaching: Reaching) -> list[frozenset[Span]]:
    """The tangles of the figures that these words are about; only words near them are asked for."""
    found = set(said)
    for reach in said:
        start, end = hull(reach)
        while True:
            near = set(reaching(start, end))
            found |= near
            hulls = [(start, end), *map(hull, near)]
            wider = min(one[0] for one in hulls), max(one[1] for one in hulls)
            if wider == (start, end):
                break
            start, end = wider
    spans = {span for span, _ in said}
    return [tangle for tangle in tangles(found) if not tangle.isdisjoint(spans)]


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
