"""Scores by group, confusions, and the sorts of sections."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.scoring.figure_scores import score_figures
from fzreview.scoring.score_groups import Confusion, confusion, grouped, groupings_of
from fzreview.scoring.section_types import section_type
from support.figure_rows import ROW, row_at, row_lists


@given(row_lists(), row_lists())
def test_groups_add_up(gold: list[FigureRow], predicted: list[FigureRow]) -> None:
    scores = score_figures(gold, predicted)
    for grouping in groupings_of(scores):
        groups = grouped(scores, grouping).values()
        for name, whole in scores.agreements.items():
            parts = [group.agreements[name] for group in groups]
            assert sum(part.hits for part in parts) == whole.hits
            assert sum(part.gold for part in parts) == whole.gold
            assert sum(part.predicted for part in parts) == whole.predicted


def test_a_figure_belongs_to_its_own_kind_whatever_was_predicted() -> None:
    guess = replace(ROW, kind="money", value="7")
    spurious = row_at(20, 22, kind="rank")
    groups = grouped(score_figures([ROW], [guess, spurious]), "kind")
    assert {name: (group.detect.hits, group.detect.predicted) for name, group in groups.items()} == {
        "count": (1, 1),
        "rank": (0, 1),
    }


def test_confusions_count_every_matched_figure() -> None:
    gold = [ROW, row_at(20, 22), row_at(30, 32)]
    predicted = [replace(ROW, kind="money"), row_at(20, 22), row_at(50, 52)]
    scores = score_figures(gold, predicted)
    assert confusion(scores, "kind") == (Confusion("count", "count", 1), Confusion("count", "money", 1))
    assert confusion(scores, "bound") == (Confusion("=", "=", 2),)


def test_what_is_not_scored_makes_no_groups() -> None:
    scores = score_figures([ROW], [ROW], fields=("value",))
    assert groupings_of(scores) == ("section", "report")
    assert confusion(scores, "kind") == ()


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (None, "unknown"),
        ((), "outside"),
        (("一、工作开展情况", "(一)存在的短板补齐"), "work"),
        (("二、存在的主要问题",), "problems"),
        (("二、问题与不足",), "problems"),
        (("三、明年怎么干",), "plans"),
        (("三、2030年重点任务", "(一)推进立法"), "plans"),
        (("三、存在的不足和下一步打算",), "plans"),
        (("四、全面完成减排任务",), "plans"),
        (("四、减排任务全面完成",), "work"),
    ],
)
def test_sections_are_told_by_their_first_heading(path: tuple[str, ...] | None, told: str) -> None:
    assert section_type(path) == told
