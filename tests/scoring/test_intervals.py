"""Bootstrap intervals."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.scoring.figure_scores import score_figures
from fzreview.scoring.intervals import MOST_UNITS, intervals
from fzreview.scoring.rates import clopper_pearson
from support.figure_rows import row_at, row_lists


@settings(max_examples=25)
@given(row_lists(), row_lists())
def test_each_interval_holds_its_score(gold: list[FigureRow], predicted: list[FigureRow]) -> None:
    scores = score_figures(gold, predicted)
    told = intervals(scores)
    if told is None:
        assert not scores.judged
        return
    (side,) = told.sides
    for name, agreement in scores.agreements.items():
        for part in ("precision", "recall", "f1"):
            low, high = side[f"{name}.{part}"]
            assert 0 <= low <= getattr(agreement, part) <= high <= 1
    for name in ("kind", "bound", "subject"):
        low, high = side[name]
        share = scores.share(name)
        assert share is not None
        assert low - 1e-12 <= share <= high + 1e-12


def reports(count: int, figures: int, misses: int) -> tuple[list[FigureRow], list[FigureRow]]:
    """Gold and predictions of so many reports; in each third one so many figures are missed."""
    gold = [
        row_at(10 * place, 10 * place + 3, doc=f"{report}.txt")
        for report in range(count)
        for place in range(figures)
    ]
    predicted = [
        row
        for report in range(count)
        for row in gold[report * figures : (report + 1) * figures - (misses if report % 3 == 0 else 0)]
    ]
    return gold, predicted


def test_reports_are_drawn_where_there_are_five() -> None:
    told = intervals(score_figures(*reports(5, 4, 1)))
    assert told is not None
    assert (told.unit, told.units) == ("report", 5)


def test_without_an_error_the_interval_is_that_of_so_many_figures() -> None:
    told = intervals(score_figures(*reports(10, 30, 0)))
    assert told is not None
    assert told.sides[0]["detect.recall"] == clopper_pearson(300, 300)
    assert told.sides[0]["kind"][0] == pytest.approx(0.9878, abs=1e-4)


def test_chapters_are_drawn_where_reports_are_few_and_figures_where_chapters_are() -> None:
    gold, predicted = reports(2, 6, 1)
    told = intervals(score_figures(gold, predicted))
    assert told is not None
    assert (told.unit, told.units) == ("figure", 12)
    parted = [replace(row, section=(f"{row.start // 20}、",)) for row in gold]
    told = intervals(score_figures(parted, predicted))
    assert told is not None
    assert (told.unit, told.units) == ("section", 6)


def test_more_reports_make_narrower_intervals() -> None:
    def width(count: int) -> float:
        told = intervals(score_figures(*reports(count, 6, 2)))
        assert told is not None
        low, high = told.sides[0]["strict.f1"]
        return high - low

    assert width(9) > width(90) > width(900) > 0
    assert width(3 * MOST_UNITS) > 0


def test_the_same_rows_give_the_same_interval() -> None:
    scores = score_figures(*reports(12, 5, 2))
    assert intervals(scores) == intervals(scores)


def test_two_comparisons_share_their_draws() -> None:
    gold, predicted = reports(12, 5, 2)
    worse, better = score_figures(gold, predicted), score_figures(gold, gold)
    told = intervals(worse, better)
    assert told is not None
    low, high = told.difference["strict.f1"]
    assert 0 < low <= better.strict.f1 - worse.strict.f1 <= high
    same = intervals(worse, worse)
    assert same is not None
    assert set(same.difference.values()) == {(0.0, 0.0)}


def test_what_is_not_scored_has_no_interval() -> None:
    told = intervals(score_figures(*reports(5, 2, 1), fields=("value", "unit")))
    assert told is not None
    assert {"kind", "bound", "subject"}.isdisjoint(told.sides[0])
