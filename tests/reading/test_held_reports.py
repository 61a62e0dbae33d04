"""Figures and headings of reports that the rules were not written on, against their marks."""

from __future__ import annotations

from functools import cache

import pytest

from fzreview.domain.figures.figure import BOUNDS, KINDS
from fzreview.domain.reports.report import Reading
from fzreview.reading.read import read_report
from fzreview.scoring.figure_scores import FigureRow, FigureScores, context_of, score_figures
from fzreview.scoring.structure_scores import OutlineScore, score_outline
from support.held_reports import held_names, held_outline, held_report, outlined_names


@cache
def reading(name: str) -> Reading:
    return read_report(held_report(name).source)


def _scores(names: list[str]) -> FigureScores:
    return score_figures(
        [row for name in names for row in held_report(name).figures],
        [FigureRow.of_figure(name, figure) for name in names for figure in reading(name).figures],
    )


def _told(scores: FigureScores, *, subjects: bool = False) -> str:
    """The differences, one a line: place, what is marked, what was read."""
    return "\n".join(
        f"{one.row.doc} {one.aspect}: {context_of(one.row, held_report(one.row.doc).source)}"
        f" marked {_fields(one.gold)}, read {_fields(one.predicted)}"
        for one in scores.differences
        if subjects == (one.aspect == "subject")
    )


def _fields(row: FigureRow | None) -> str:
    if row is None:
        return "nothing"
    return f"{row.surface}|{row.value}|{row.upper or ''}|{row.unit}|{row.kind}|{row.bound}|{row.subject}"


def test_the_marks_are_well_formed() -> None:
    rows = [row for name in held_names() for row in held_report(name).figures]
    assert len(rows) >= 1700
    for row in rows:
        assert held_report(row.doc).source[row.start : row.end] == row.surface
        assert row.optional or (row.kind in KINDS and row.bound in BOUNDS and row.subject), row
    for name in outlined_names():
        source = held_report(name).source
        for row in held_outline(name):
            label = "".join(source[row["start"] : row["end"]].split())
            assert label == "".join((row["marker"] + row["title"]).split())


@pytest.mark.parametrize("name", held_names())
def test_each_report_holds_the_floor(name: str) -> None:
    scores = _scores([name])
    assert scores.strict.f1 >= 0.88, _told(scores)


def test_figures_of_all_reports() -> None:
    scores = _scores(held_names())
    assert scores.strict.f1 >= 0.998, _told(scores)
    assert scores.kind >= 0.995, _told(scores)
    assert scores.bound >= 0.995, _told(scores)


def test_subjects_of_all_reports() -> None:
    scores = _scores(held_names())
    assert scores.subject >= 0.965, _told(scores, subjects=True)


def test_headings_and_items_of_the_outlined_reports() -> None:
    total = OutlineScore()
    for name in outlined_names():
        total += score_outline(held_outline(name), reading(name).outline)
    assert total.headings.f1 >= 0.95, total.headings
    assert total.items.f1 >= 0.95, total.items
