"""Missed figures: candidates added and ruled out, spans marked by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static

from fzreview.domain.reports.stored import NewReport, StoredFigure
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.tui.widgets.lists.outline_pane import OutlinePane
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.work.keeping.safekeeping import verify_store
from support.copied_stores import new_store
from support.desk import card, desk, header, screen_of, status_line
from support.gold_reports import gold_report, seed_names


def without(report: NewReport, *left_out: int) -> NewReport:
    """The report as an extractor reads it that took some figures for candidates."""
    figures = report.reading.figures
    missed = [figures[index] for index in left_out]
    kept = tuple(figure for index, figure in enumerate(figures) if index not in left_out)
    candidates = tuple((figure.start, figure.end) for figure in missed)
    return replace(report, reading=replace(report.reading, figures=kept, candidates=candidates))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """One report of 48 figures, of which two were missed."""
    path = tmp_path / "fzreview.db"
    new_store(path)
    writer = StoreWriter(path)
    writer.insert(without(gold_report(seed_names()[4]), 3, 5), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


def figures(store: Path) -> list[StoredFigure]:
    with StoreReader(store) as reader:
        return list(reader.figures(1))


async def test_a_missed_figure_costs_two_keys(store: Path) -> None:
    missed = gold_report(seed_names()[4]).reading.figures[3]
    async with desk(store) as pilot:
        outline = screen_of(pilot).query_one(OutlinePane)
        unaccounted = [outline.row_text(row, 60).plain for row in range(outline.row_count)]
        assert any("#1" in row for row in unaccounted)
        await pilot.press("a")
        assert "候选数字" in card(pilot)
        assert missed.text in card(pilot)
        assert screen_of(pilot).query_one(TextPane).is_match_visible
        await pilot.press("5")
        assert "补充" in status_line(pilot)
        assert "1/47" in header(pilot)
    added = next(one for one in figures(store) if one.origin == "reviewer")
    assert (added.figure.start, added.figure.end) == (missed.start, missed.end)
    assert (added.figure.value, added.figure.unit, added.figure.kind) == (
        missed.value,
        missed.unit,
        missed.kind,
    )
    assert added.status == "verified"
    assert verify_store(store)[1] == []


async def test_a_candidate_is_ruled_out_and_the_next_looked_at(store: Path) -> None:
    async with desk(store) as pilot:
        await pilot.press("5", "3")
        assert "候选数字（还有 1 个未交代）" in card(pilot)
        await pilot.press("x", "a")
        assert "每" not in card(pilot)
        assert "没有未交代的数字了" in status_line(pilot)
        assert len(figures(store)) == 46
        await pilot.press("z")
        assert "再按 z 才撤销" in status_line(pilot), "the line spoke of something else"
        await pilot.press("z", "a")
        assert "候选数字（还有 1 个未交代）" in card(pilot)
    assert verify_store(store)[1] == []


async def test_any_other_key_leaves_the_candidate(store: Path) -> None:
    async with desk(store) as pilot:
        before = card(pilot)
        await pilot.press("a", "n", "p")
        assert card(pilot) == before
        await pilot.press("a", "escape")
        assert card(pilot) == before
        await pilot.press("a", "v")
        assert "什么也没判" in status_line(pilot), "the card did not show the current figure"
        await pilot.press("v")
        assert "核实" in status_line(pilot)
        assert len(figures(store)) == 46


async def test_an_added_figure_is_taken_back_and_made_again(store: Path) -> None:
    async with desk(store) as pilot:
        await pilot.press("a", "a", "z")
        assert len(figures(store)) == 46
        await pilot.press("ctrl+y")
        assert len(figures(store)) == 47
        assert "/47" in header(pilot)


async def test_any_span_is_marked_and_filled_in(store: Path) -> None:
    async with desk(store) as pilot:
        await pilot.press("m", *["right"] * 3, "shift+right", "enter")
        await pilot.pause()
        assert str(pilot.app.screen.query_one(".title", Static).content) == "补充数据"
        await pilot.press(*"7", "tab", *"个", "tab", "tab", "tab", *"专门机构", "enter")
        await pilot.pause()
        assert "补充" in status_line(pilot)
    added = next(one for one in figures(store) if one.origin == "reviewer")
    assert (added.figure.value, added.figure.unit) == ("7", "个")
    assert added.figure.subject.endswith("专门机构")
    assert added.figure.end - added.figure.start == 3


async def test_a_marked_span_is_given_up(store: Path) -> None:
    async with desk(store) as pilot:
        await pilot.press("8", "right", "escape")
        assert len(figures(store)) == 46
        await pilot.press("v")
        assert "1/46" in header(pilot)


async def test_a_span_snaps_to_numeral_and_unit(store: Path) -> None:
    async with desk(store) as pilot:
        first = figures(store)[0].figure
        await pilot.press("e", "ctrl+left", "ctrl+s", "enter")
    shown = figures(store)[0].shown
    assert (shown.start, shown.end) == (first.start, first.end)


async def test_what_was_said_of_another_figure_goes_with_the_key_that_looks_for_a_missed_one(
    store: Path,
) -> None:
    async with desk(store) as pilot:
        await pilot.press("v")
        assert "已存" in status_line(pilot)
        await pilot.press("a")
        await pilot.pause()
        assert status_line(pilot) == ""
