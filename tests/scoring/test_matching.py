"""Which prediction answers which gold figure."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given

from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.domain.figures.matching import match, number
from support.figure_rows import ROW, row_at, row_lists


def spans(pairs: list[tuple[FigureRow, FigureRow]]) -> list[tuple[int, int]]:
    return [(truth.start, guess.start) for truth, guess in pairs]


def test_the_same_span_goes_before_an_earlier_overlap() -> None:
    exact = row_at(5, 9)
    assert match([ROW], [row_at(3, 7), exact]).pairs == [(ROW, exact)]


def test_an_overlap_of_the_same_quantity_goes_before_another() -> None:
    other, same = row_at(3, 7, value="1"), row_at(7, 11)
    assert match([ROW], [other, same]).pairs == [(ROW, same)]


def test_as_many_rows_as_possible_find_each_other() -> None:
    gold = [row_at(0, 10), row_at(10, 12)]
    predicted = [row_at(0, 3, value="1"), row_at(6, 12, value="2")]
    assert spans(match(gold, predicted).pairs) == [(0, 0), (10, 6)]


def test_spans_that_touch_do_not_overlap() -> None:
    matching = match([row_at(0, 5)], [row_at(5, 9)])
    assert (matching.pairs, len(matching.missed), len(matching.spurious)) == ([], 1, 1)


def test_a_gloss_is_forgiven_where_only_one_side_tells_its_surface() -> None:
    glossed = replace(ROW, end=13, surface="195個(gè)")
    bare = row_at(5, 9)
    assert match([glossed], [bare]).pairs == [(glossed, bare)]
    whole = row_at(5, 13)
    assert match([glossed], [row_at(4, 6), whole]).pairs == [(glossed, whole)]


def test_numbers_are_compared_as_numbers() -> None:
    assert number("195") == number("195.0") == number("1.95E+2") == number("０195")
    assert number("1") != number("1.0000000000000000000000000000001")
    assert number("三") == "三"
    assert number("NaN") == "NaN"
    assert number(None) is None
    assert hash(number("195")) == hash(number("195.00"))
    number("1e999999999")


@given(row_lists(), row_lists())
def test_every_row_comes_out_once(gold: list[FigureRow], predicted: list[FigureRow]) -> None:
    matching = match(gold, predicted)
    left = [truth for truth, _ in matching.pairs] + matching.missed
    right = [guess for _, guess in matching.pairs] + matching.spurious
    assert sorted(map(id, left)) == sorted(map(id, gold))
    assert sorted(map(id, right)) == sorted(map(id, predicted))
    for truth, guess in matching.pairs:
        assert truth.doc == guess.doc
        assert truth.start < guess.end
        assert guess.start < truth.end


@given(row_lists(5), row_lists(5))
def test_no_further_pair_could_be_made(gold: list[FigureRow], predicted: list[FigureRow]) -> None:
    """The last turn leaves nothing over: whoever is left overlaps nobody who is left."""
    matching = match(gold, predicted)
    for truth in matching.missed:
        for guess in matching.spurious:
            assert truth.doc != guess.doc or truth.end <= guess.start or guess.end <= truth.start


@given(row_lists(5), row_lists(5))
def test_overlaps_alone_give_the_largest_number_of_pairs(
    gold: list[FigureRow], predicted: list[FigureRow]
) -> None:
    """With rows that are alike in nothing, not even their spans, every turn but the last is idle."""
    gold = [replace(row, doc="a.txt", value=f"1{place}") for place, row in enumerate(gold)]
    taken = {(row.start, row.end) for row in gold}
    predicted = [
        replace(row, doc="a.txt", value=f"2{place}", end=row.end + ((row.start, row.end) in taken) * 50)
        for place, row in enumerate(predicted)
    ]
    assert len(match(gold, predicted).pairs) == _most_pairs(gold, predicted)


def _most_pairs(gold: list[FigureRow], predicted: list[FigureRow]) -> int:
    """The largest matching, by trying everything."""
    edges = [
        (left, right)
        for left, truth in enumerate(gold)
        for right, guess in enumerate(predicted)
        if truth.start < guess.end and guess.start < truth.end
    ]
    for size in range(min(len(gold), len(predicted)), 0, -1):
        for chosen in combinations(edges, size) if len(edges) <= 16 else ():
            if len({left for left, _ in chosen}) == len({right for _, right in chosen}) == size:
                return size
    return 0 if len(edges) <= 16 else len(match(gold, predicted).pairs)
