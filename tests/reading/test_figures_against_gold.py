"""Figures of the five seeds against their gold."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from fzreview.reading.read import read_report
from fzreview.scoring.figure_scores import FigureRow, FigureScores, context_of, score_figures

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def _source(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


@cache
def gold() -> tuple[FigureRow, ...]:
    lines = (ROOT / "tests" / "gold" / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(FigureRow.of_mapping(json.loads(line)) for line in lines)


@cache
def predicted() -> tuple[FigureRow, ...]:
    return tuple(
        FigureRow.of_figure(path.name, figure)
        for path in SEEDS
        for figure in read_report(_source(path)).figures
    )


def _scores(doc: str | None = None) -> FigureScores:
    return score_figures(
        [row for row in gold() if doc in (None, row.doc)],
        [row for row in predicted() if doc in (None, row.doc)],
    )


def _told(scores: FigureScores) -> str:
    sources = {path.name: _source(path) for path in SEEDS}
    return "\n".join(
        f"{difference.aspect} {context_of(difference.row, sources[difference.row.doc])}"
        for difference in scores.differences
        if difference.aspect != "subject"
    )


@pytest.mark.parametrize("doc", [path.name for path in SEEDS])
def test_each_seed_holds_the_floor(doc: str) -> None:
    scores = _scores(doc)
    assert scores.strict.f1 >= 0.95, _told(scores)


def test_figures_of_all_seeds() -> None:
    scores = _scores()
    assert scores.strict.f1 >= 0.995, _told(scores)
    assert scores.kind >= 0.99, _told(scores)
    assert scores.bound >= 0.99, _told(scores)


def test_subjects_of_all_seeds() -> None:
    assert _scores().subject >= 0.93
