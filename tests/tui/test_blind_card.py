"""A figure without its value at the desk: told so, never verified, keyed in the correction."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual.widgets import Input

from fzreview.store.reader import StoreReader
from fzreview.strings import use
from fzreview.tui.app import FzReviewApp
from fzreview.tui.screens.correction import CorrectionScreen
from fzreview.work.judging.reviewing import Review
from support.command_line import caller
from support.desk import card, desk, settled, status_line
from support.looks import ON_EACH_SCREEN


@pytest.fixture
def package(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    call = caller(store, capsys)
    call("assign", "--to", "alice")
    told = call("pack", "--for", "alice", "-o", tmp_path, "--blind", "100%", "--json")
    return Path(told.rows[0]["path"])


def rows(package: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(package)) as connection:
        return connection.execute("select action, seen, note from journal order by id").fetchall()


@pytest.mark.parametrize("size", [(140, 42), (80, 24)])
async def test_the_card_asks_for_the_value(package: Path, size: tuple[int, int]) -> None:
    async with desk(package, reviewer="alice", size=size) as pilot:
        assert "请键入" in card(pilot)
        await pilot.press("v")
        await settled(pilot)
        assert "键入" in status_line(pilot) and rows(package) == []
        await pilot.press("u")
        await settled(pilot)
        assert "键入" in status_line(pilot)


async def test_value_and_unit_are_typed_from_nothing(package: Path) -> None:
    with StoreReader(package) as reader:
        shown = next(one for one in reader.report(next(reader.summaries())).figures if one.hidden)
    async with desk(package, reviewer="alice") as pilot:
        await pilot.press("e")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CorrectionScreen)
        assert [screen.query_one(f"#{name}", Input).value for name in ("value", "unit")] == ["", ""]
        await pilot.press("alt+right", "alt+left")
        assert screen.query_one("#unit", Input).value == "", "nothing is proposed"
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CorrectionScreen), "without a value there is nothing to keep"
        await pilot.press(*"4321", "tab", "x", "enter")
        await settled(pilot)
        assert not isinstance(pilot.app.screen, CorrectionScreen)
    ((action, seen, note),) = rows(package)
    assert (action, seen.startswith("blind:"), note) == ("corrected", True, "keyed")
    with StoreReader(package) as reader:
        report = reader.report(next(reader.summaries()))
    word = next(one for one in report.figures if one.span_key == shown.span_key).of("alice")
    assert word is not None and word.correction is not None
    assert (word.correction.value, word.correction.unit) == ("4321", "x")


async def test_ties_verify_nothing_that_is_hidden(package: Path) -> None:
    async with desk(package, reviewer="alice") as pilot:
        await pilot.press("V")
        await settled(pilot)
        assert rows(package) == []


@pytest.mark.usefixtures("ties_at_once")
@ON_EACH_SCREEN
def test_the_picture_of_it(snap_compare, package: Path, size: tuple[int, int]) -> None:  # type: ignore[no-untyped-def]  # the plugin has no types
    review = Review.opened(package, "alice")
    assert snap_compare(FzReviewApp(review), press=["v"], terminal_size=size)
    review.close()


@pytest.mark.usefixtures("ties_at_once")
def test_the_picture_of_keying_it_in_english(snap_compare, package: Path) -> None:  # type: ignore[no-untyped-def]  # the plugin has no types
    use("en")
    review = Review.opened(package, "alice")
    assert snap_compare(FzReviewApp(review), press=["e"], terminal_size=(140, 42))
    review.close()
