"""Sign-off takes the section that one sees, and every section can be reached for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from fzreview.tui.widgets.lists.outline_pane import OutlinePane
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.work.judging.reviewing import Review
from support.desk import card, desk, screen_of, status_line, until
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected

FIRST = seed_names()[0]
OUTLINE = gold_report(FIRST).reading.outline
WITHOUT_FIGURES = 3


def signed(path: Path) -> list[tuple[str, str]]:
    """Label of each section that is signed off, and by whom, in the order in which that was done."""
    labels = {(section.start, section.end): section.label for section in OUTLINE}
    with connected(path) as connection:
        rows = connection.execute(
            "select start, \"end\", reviewer from verdicts where target = 'section' order by entry"
        )
        return [(labels[start, end], reviewer) for start, end, reviewer in rows]


async def test_on_the_outline_the_section_of_the_cursor_is_taken(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        outline = screen_of(pilot).query_one(OutlinePane)
        await pilot.press("d")
        assert signed(store) == [(OUTLINE[2].label, "ann")]
        await pilot.press("tab", "down")
        assert outline.section(outline.cursor) == WITHOUT_FIGURES
        await pilot.press("d")
        assert signed(store) == [(OUTLINE[2].label, "ann"), (OUTLINE[3].label, "ann")]
        assert OUTLINE[3].label[:6] in status_line(pilot)
        await pilot.press("d")
        assert signed(store) == [(OUTLINE[2].label, "ann")], "only its own is taken back"


async def test_the_chosen_section_stays_the_one_behind_enter(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("tab", "down", "enter", "d")
        assert signed(store) == [(OUTLINE[3].label, "ann")]


async def test_a_move_to_a_figure_takes_its_section_again(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("tab", "down", "enter", "n", "d")
        assert signed(store) == [(OUTLINE[2].label, "ann")]


@pytest.mark.sampled(1)
@pytest.mark.parametrize("keys", [(")", "("), ("）", "（")])
async def test_a_twin_of_the_section_keys_stops_at_every_section(store: Path, keys: tuple[str, str]) -> None:
    onward, back = keys
    async with desk(store, FIRST) as pilot:
        outline, text = screen_of(pilot).query_one(OutlinePane), screen_of(pilot).query_one(TextPane)
        await pilot.press(*["["] * 3, *[back] * 5)
        visited = []
        for _ in OUTLINE:
            visited.append(outline.section(outline.cursor))
            clean = screen_of(pilot).session.report.reading.clean
            heading = (clean.clean_offset(OUTLINE[visited[-1]].start), 0)
            await until(partial(text.is_span_visible, heading))
            await pilot.press("d", onward)
        assert visited == list(range(len(OUTLINE)))
        assert signed(store) == [(section.label, "ann") for section in OUTLINE]
        await pilot.press(onward)
        assert "没有更多章节" in status_line(pilot)


async def test_a_section_that_was_scrolled_away_is_shown_first(store: Path) -> None:
    async with desk(store, FIRST, size=(100, 20)) as pilot:
        await pilot.press("end", "d")
        assert signed(store) == []
        assert "什么也没判" in status_line(pilot)
        await pilot.press("d")
        assert signed(store) == [(OUTLINE[2].label, "ann")]


async def test_a_section_that_was_read_by_paging_is_signed_off(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press(")", "down", "down", "d")
        assert signed(store) == [(OUTLINE[3].label, "ann")]


async def test_what_another_signed_off_is_never_cancelled(store: Path) -> None:
    review = Review.opened(store, "bob", FIRST)
    review.record(review.session.section_steps.sign_off(2)).result()
    review.close()
    async with desk(store, FIRST) as pilot:
        outline = screen_of(pilot).query_one(OutlinePane)
        await pilot.press("d")
        assert signed(store) == [(OUTLINE[2].label, "bob"), (OUTLINE[2].label, "ann")]
        await pilot.press("d")
        assert signed(store) == [(OUTLINE[2].label, "bob")]
        assert "bob" in status_line(pilot)
        assert "=" in outline.row_text(2, 40).plain
        assert "1/4" in card(pilot)
