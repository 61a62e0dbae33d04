"""The outline pane: counts by verdict, sections that fold."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Region
from textual.pilot import Pilot

from fzreview.review.open_report.sections import SectionCounts
from fzreview.tui.widgets.lists.outline_pane import OutlinePane, SectionRow, counts_text
from support.desk import desk, screen_of
from support.gold_reports import seed_names

LONG = seed_names()[1]


def outline_of(pilot: Pilot[None]) -> OutlinePane:
    return screen_of(pilot).query_one(OutlinePane)


def rows(pilot: Pilot[None]) -> list[str]:
    outline = outline_of(pilot)
    return [outline.row_text(row, 36).plain for row in range(outline.row_count)]


def test_counts_are_told_by_signs_and_zeros_left_out() -> None:
    counts = SectionCounts(figures=24)
    for state, number in (
        ("verified", 12),
        ("corrected", 2),
        ("rejected", 1),
        ("to_fix", 1),
        ("unsure", 1),
        ("disputed", 1),
        ("changed", 2),
    ):
        for _ in range(number):
            counts = counts.with_change("undecided", state)
    assert counts_text(SectionRow(counts, 2, False)).plain == "+12 *2 x1 w1 ?1 !1 ^2 .4 #2"
    assert counts_text(SectionRow(SectionCounts(), 0, False)).plain == ""


async def test_counts_follow_each_verdict_on_every_level(store: Path) -> None:
    async with desk(store, LONG) as pilot:
        before = rows(pilot)
        assert before[0].startswith(".73 ")
        await pilot.press("v", "w", "s", "x")
        assert rows(pilot)[0].startswith("+1 x1 w1 ?1 .69")
        assert [row for row, old in zip(rows(pilot), before, strict=True) if row != old] != []


async def test_a_section_folds_and_sums_up(store: Path) -> None:
    async with desk(store, LONG) as pilot:
        outline = outline_of(pilot)
        every = outline.row_count
        await pilot.press("v", "tab", "home", "left")
        assert outline.row_count < every
        assert "▸" in rows(pilot)[0] and rows(pilot)[0].startswith("+1 .72 ")
        await pilot.press("space")
        assert outline.row_count == every
        await pilot.press("right")
        assert outline.cursor == 1, "from an open section to the first below it"
        await pilot.press("left", "left")
        assert outline.cursor == 0, "from a folded one to the one above"


async def test_a_figure_below_a_folded_section_shows_the_one_that_holds_it(store: Path) -> None:
    async with desk(store, LONG) as pilot:
        outline = outline_of(pilot)
        await pilot.press("tab", "home", "left", "tab", "tab")
        for _ in range(5):
            await pilot.press("n")
            assert outline.cursor == 0
        await pilot.press("v")
        assert rows(pilot)[0].startswith("+1 .72 ")


async def test_folds_are_remembered_for_each_report(store: Path) -> None:
    async with desk(store, LONG) as pilot:
        every = outline_of(pilot).row_count
        await pilot.press("tab", "home", "left")
        few = outline_of(pilot).row_count
        await pilot.press("right_curly_bracket", "home", "left", "left_curly_bracket")
        assert outline_of(pilot).row_count == few < every
    async with desk(store) as pilot:
        assert outline_of(pilot).row_count == few


async def test_the_mouse_folds_at_the_sign_and_goes_there_elsewhere(store: Path) -> None:
    async with desk(store, LONG) as pilot:
        outline = outline_of(pilot)
        every = outline.row_count
        sign = (rows(pilot)[0].index("▾"), 0)
        await pilot.click(OutlinePane, offset=sign)
        assert outline.row_count < every
        await pilot.click(OutlinePane, offset=sign)
        assert outline.row_count == every
        await pilot.click(OutlinePane, offset=(30, 4))
        assert (outline.row_count, outline.cursor) == (every, 4)


async def test_one_verdict_sends_only_counts_that_changed(store: Path) -> None:
    async with desk(store, LONG) as pilot:
        await pilot.press("v")
        outline = outline_of(pilot)
        sent: list[Region] = []
        outline.refresh = lambda *regions, **_: sent.extend(regions) or outline  # type: ignore[method-assign]  # spied on
        before, cursors = rows(pilot), {outline.cursor}
        await pilot.press("v")
        cursors.add(outline.cursor)
        changed = {row for row, (old, new) in enumerate(zip(before, rows(pilot), strict=True)) if old != new}
        assert changed
        assert {region.y for region in sent} - cursors == changed - cursors
        assert [region for region in sent if region.width > 10 and region.y not in cursors] == []


async def test_the_column_of_counts_stays_where_it_is_while_one_decides(store: Path) -> None:
    async with desk(store, seed_names()[4]) as pilot:
        at = [row.index("、") for row in rows(pilot) if "、" in row]
        await pilot.press(*"vvwxvvxvvv")
        assert [row.index("、") for row in rows(pilot) if "、" in row] == at
