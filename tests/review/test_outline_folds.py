"""Rows of an outline in which sections are folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.reports.report import Section
from fzreview.review.view_models.outline_folds import MAX_REPORTS, OutlineFolds, folds_of_report, with_folds
from support.gold_reports import gold_report, seed_names


def outline_of(levels: list[int]) -> list[Section]:
    """Sections of these levels, ten characters each, governing what stands below them."""
    starts = [10 * number for number in range(len(levels))]
    untils = [
        next(
            (starts[later] for later in range(n + 1, len(levels)) if levels[later] <= level), 10 * len(levels)
        )
        for n, level in enumerate(levels)
    ]
    return [
        Section(start, start + 3, until, level, "", f"{start}", "heading")
        for start, until, level in zip(starts, untils, levels, strict=True)
    ]


def test_a_folded_section_hides_what_is_below_it() -> None:
    folds = OutlineFolds(outline_of([1, 2, 3, 2, 1, 2]))
    assert list(folds.rows) == [0, 1, 2, 3, 4, 5]
    assert folds.set_folded(1, True) and list(folds.rows) == [0, 1, 3, 4, 5]
    assert folds.set_folded(0, True) and list(folds.rows) == [0, 4, 5]
    assert [folds.row_of(section) for section in range(6)] == [0, 0, 0, 0, 1, 2]
    assert folds.set_folded(0, False) and list(folds.rows) == [0, 1, 3, 4, 5], (
        "what was folded inside stays so"
    )
    assert not folds.set_folded(5, True), "there is nothing below it"
    assert not folds.set_folded(1, True), "it is folded already"
    assert folds.folded == (10,)


def test_the_title_is_above_nothing() -> None:
    title = Section(0, 5, 400, 0, "", "title", "title")
    folds = OutlineFolds([title, *outline_of([9, 1, 2])[1:]])
    assert not folds.is_parent(0)
    assert folds.is_parent(1)
    assert folds.parent(1) is None
    assert folds.parent(2) == 1


@given(st.lists(st.integers(1, 4), max_size=30), st.data())
def test_any_folds_leave_each_section_one_row(levels: list[int], data: st.DataObject) -> None:
    outline = outline_of(levels)
    with_change = data.draw(st.lists(st.sampled_from(range(len(levels))))) if levels else []
    folds = OutlineFolds(outline)
    for section in with_change:
        folds.set_folded(section, not folds.is_folded(section))
    for section in range(len(outline)):
        row = folds.row_of(section)
        seen = folds.rows[row]
        above = section
        hidden_by = None
        while (parent := folds.parent(above)) is not None:
            above = parent
            hidden_by = above if folds.is_folded(above) else hidden_by
        assert seen == (section if hidden_by is None else hidden_by)
    again = OutlineFolds(outline, folds.folded)
    assert list(again.rows) == list(folds.rows)


@pytest.mark.parametrize("doc", seed_names())
def test_folding_every_top_leaves_the_tops(doc: str) -> None:
    outline = gold_report(doc).reading.outline
    folds = OutlineFolds(outline, [section.start for section in outline])
    assert all(folds.parent(section) is None for section in folds.rows)


def test_folds_of_some_reports_are_kept() -> None:
    kept: object = None
    for number in range(MAX_REPORTS + 5):
        kept = with_folds(kept, f"{number:064}"[::-1], [number, 7])
    assert isinstance(kept, dict) and len(kept) == MAX_REPORTS
    assert folds_of_report(kept, f"{24:064}"[::-1]) == (24, 7)
    assert folds_of_report(kept, f"{0:064}"[::-1]) == ()
    assert len(with_folds(kept, f"{24:064}"[::-1], [])) == MAX_REPORTS - 1


@pytest.mark.parametrize("other", [None, 3, [], {"a": "b"}, {"a": ["x"]}])
def test_what_another_version_kept_folds_nothing(other: object) -> None:
    assert folds_of_report(other, "a") == ()
