"""Figures of the wordings of real pages: nearly all are found with value and unit, kind and bound too."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from fzreview.reading.read import read_report
from fzreview.scoring.figure_scores import FigureRow, FigureScores, score_figures
from support.real_sentences import HEAD, RealSentence, real_sentences


def _read(sentence: RealSentence) -> list[FigureRow]:
    figures = read_report(sentence.report).figures
    end = len(HEAD) + len(sentence.text)
    return [
        replace(
            FigureRow.of_figure(sentence.id, figure),
            start=figure.start - len(HEAD),
            end=figure.end - len(HEAD),
        )
        for figure in figures
        if len(HEAD) <= figure.start < end
    ]


@cache
def scores() -> FigureScores:
    sentences = real_sentences()
    return score_figures(
        [row for sentence in sentences for row in sentence.figures],
        [row for sentence in sentences for row in _read(sentence)],
    )


def test_figures_are_found_with_their_fields() -> None:
    told = "\n".join(
        f"{one.row.doc} {one.aspect}: {one.gold} {one.predicted}" for one in scores().differences
    )
    assert scores().strict.f1 >= 0.995, told
    assert scores().kind == scores().bound == 1, told


def test_subjects_are_nearly_those_of_the_annotators() -> None:
    told = [one for one in scores().judged if one.matched and one.gold and one.gold.subject]
    assert len(told) >= 250
    worst = sorted(told, key=lambda one: one.likeness)[:30]
    assert sum(one.likeness for one in told) / len(told) >= 0.93, worst


def test_the_rows_fit_their_sentences() -> None:
    for sentence in real_sentences():
        for row in sentence.figures:
            assert sentence.text[row.start : row.end] == row.surface
