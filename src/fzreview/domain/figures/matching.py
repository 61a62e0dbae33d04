"""Which predicted figure answers which gold figure.

Two rows can only answer each other where their spans overlap, and each answers one at most. Likeness goes
first: rows with the same span, value, upper and unit find each other before rows with the same span, those
before overlapping rows with the same value and unit, and those before all others. Within each of the four
turns as many rows as possible are paired. Gold and prediction are treated alike: turned round, the same
pairs come out in number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from fzreview.domain.figures.figure_rows import FIELDS, FigureRow
from fzreview.domain.figures.likeness import number

Pair = tuple[int, int]
"""Place of a gold row and place of a predicted row."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Every row once: in a pair, missed or spurious."""

    pairs: list[tuple[FigureRow, FigureRow]]
    """Gold and prediction, in order of document and place."""
    missed: list[FigureRow]
    spurious: list[FigureRow]


def match(
    gold: Iterable[FigureRow], predicted: Iterable[FigureRow], fields: Container[str] = FIELDS
) -> Matching:
    """Pair rows document by document; likeness looks at ``fields`` only."""
    truths, guesses = _by_document(gold), _by_document(predicted)
    matching = Matching([], [], [])
    for doc in sorted(truths.keys() | guesses.keys()):
        _match_document(truths.get(doc, []), guesses.get(doc, []), fields, matching)
    return matching


def _match_document(
    truths: Sequence[FigureRow], guesses: Sequence[FigureRow], fields: Container[str], into: Matching
) -> None:
    bare = _bare_ends(truths, guesses)
    has_upper, has_unit = "upper" in fields, "unit" in fields

    def end(row: FigureRow) -> int:
        return bare.get((row.start, row.end), row.end) if bare else row.end

    def quantity(row: FigureRow) -> Hashable:
        return number(row.value), has_unit and row.unit

    def strict(row: FigureRow) -> Hashable:
        return row.start, end(row), quantity(row), has_upper and number(row.upper)

    turns: tuple[Callable[[FigureRow], Hashable], ...] = (
        strict,
        lambda row: (row.start, end(row)),
        quantity,
        lambda row: None,
    )
    partner: dict[int, int] = {}
    free, waiting = list(range(len(truths))), list(range(len(guesses)))
    for turn in turns:
        if not free or not waiting:
            break
        partner.update(_alike(truths, guesses, free, waiting, turn))
        taken = set(partner.values())
        free = [place for place in free if place not in partner]
        waiting = [place for place in waiting if place not in taken]
    into.pairs.extend((truths[truth], guesses[partner[truth]]) for truth in sorted(partner))
    into.missed.extend(truths[place] for place in free)
    into.spurious.extend(guesses[place] for place in waiting)


def _alike(
    truths: Sequence[FigureRow],
    guesses: Sequence[FigureRow],
    free: Iterable[int],
    waiting: Iterable[int],
    key: Callable[[FigureRow], Hashable],
) -> Iterable[Pair]:
    """Pairs of overlapping rows with the same key."""
    groups: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for place in free:
        groups[key(truths[place])][0].append(place)
    for place in waiting:
        groups[key(guesses[place])][1].append(place)
    for left, right in groups.values():
        if len(left) == len(right) == 1:  # nearly always
            truth, guess = truths[left[0]], guesses[right[0]]
            if truth.start < guess.end and guess.start < truth.end:
                yield left[0], right[0]
        elif left and right:
            yield from _overlapping(truths, guesses, left, right)


def _overlapping(
    truths: Sequence[FigureRow], guesses: Sequence[FigureRow], left: list[int], right: list[int]
) -> Iterable[Pair]:
    """As many pairs of overlapping rows as there can be.

    The row that ends first takes, of the rows that it overlaps, the one that ends first. All of those hold
    its last character, so whoever else could have taken that one can take any other in its place.
    """
    sides = (truths, guesses)
    ends: list[tuple[int, int, int]] = []  # end, side, place
    for side, places in enumerate((left, right)):
        ends += [(sides[side][place].end, side, place) for place in places]
    heapify(ends)
    coming = [_by_start(truths, left), _by_start(guesses, right)]
    begun: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])  # end, place
    gone: set[tuple[int, int]] = set()
    while ends:
        end, side, place = heappop(ends)
        if (side, place) in gone:
            continue
        gone.add((side, place))
        other = 1 - side
        while coming[other] and sides[other][coming[other][-1]].start < end:
            starter = coming[other].pop()
            heappush(begun[other], (sides[other][starter].end, starter))
        while begun[other] and (other, begun[other][0][1]) in gone:
            heappop(begun[other])
        if begun[other]:
            _, taken = heappop(begun[other])
            gone.add((other, taken))
            yield (place, taken) if side == 0 else (taken, place)


def _by_start(rows: Sequence[FigureRow], places: Iterable[int]) -> list[int]:
    """The places, the row that starts first at the end."""
    return sorted(places, key=lambda place: rows[place].start, reverse=True)


def _bare_ends(truths: Iterable[FigureRow], guesses: Iterable[FigureRow]) -> dict[tuple[int, int], int]:
    """Spans that end in a gloss → their end without it; holds for rows that do not tell their surface too."""
    return {
        (row.start, row.end): row.bare_end
        for rows in (truths, guesses)
        for row in rows
        if row.bare_end != row.end
    }


def _by_document(rows: Iterable[FigureRow]) -> dict[str, list[FigureRow]]:
    documents: defaultdict[str, list[FigureRow]] = defaultdict(list)
    for row in rows:
        documents[row.doc].append(row)
    for group in documents.values():
        group.sort(key=lambda row: (row.start, row.end))
    return documents
