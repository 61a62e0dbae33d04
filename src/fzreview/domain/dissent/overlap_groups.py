"""Groups of overlapping figures, which must be settled jointly: verdicts on one may answer another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from fzreview.domain.dissent.contradictions import Span

SpanPair = tuple[Span, Span]
"""Span of a figure as extracted or added, and a span that a verdict on it stands for."""

Reaching = Callable[[int, int], Iterable[SpanPair]]
"""The reaches of words into a stretch of text, which it takes by start and end: those whose spans lie around
it count too."""


def hull(reach: SpanPair) -> Span:
    """The smallest span that contains both spans."""
    return min(reach[0][0], reach[1][0]), max(reach[0][1], reach[1][1])


def overlap_groups_around(said: Collection[SpanPair], reaching: Reaching) -> list[frozenset[Span]]:
    """The groups of figures around these verdicts; only verdicts near them are asked for."""
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
    return [group for group in overlap_groups(found) if not group.isdisjoint(spans)]


def overlap_groups(reaches: Iterable[SpanPair]) -> Iterator[frozenset[Span]]:
    """The connected components of overlapping spans, as sets of the figures' own spans."""
    hulls: dict[Span, Span] = {}
    for span, final in reaches:
        start, end = hulls.get(span, span)
        hulls[span] = min(start, final[0]), max(end, final[1])
    group: list[Span] = []
    reach = -1
    for span, (start, end) in sorted(hulls.items(), key=lambda item: item[1]):
        if start >= reach and group:
            yield frozenset(group)
            group = []
        group.append(span)
        reach = max(reach, end)
    if group:
        yield frozenset(group)
