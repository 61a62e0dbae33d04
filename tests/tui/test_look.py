"""The look of each screen, compared with committed pictures.

Make them anew with ``pytest tests/tui/test_look.py --snapshot-update`` after a change that is meant.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview import strings
from fzreview.tui.app import FzReviewApp
from fzreview.work.reviewing import Review
from support.gold_reports import seed_names

KEYS = ["v", "v", "w", "s", "x", "v"]

pytestmark = pytest.mark.usefixtures("ties_at_once")


@pytest.fixture
def app(store: Path):
    review = Review.opened(store, "ann", seed_names()[4])
    yield FzReviewApp(review)
    review.close()


@pytest.mark.parametrize("size", [(140, 42), (100, 30), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_desk(snap_compare, app: FzReviewApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, press=KEYS, terminal_size=size)


def test_desk_light(snap_compare, app: FzReviewApp) -> None:
    app.theme = "textual-light"
    assert snap_compare(app, press=KEYS, terminal_size=(140, 42))


def test_desk_in_english(snap_compare, store: Path) -> None:
    strings.use("en")
    review = Review.opened(store, "ann", seed_names()[3])
    assert snap_compare(FzReviewApp(review), press=KEYS, terminal_size=(140, 42))
    review.close()


def test_source_of_a_glossed_report(snap_compare, store: Path) -> None:
    review = Review.opened(store, "ann", seed_names()[1])
    assert snap_compare(FzReviewApp(review), press=["v", "n", "r"], terminal_size=(140, 42))
    review.close()


@pytest.mark.parametrize("size", [(140, 42), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_correction(snap_compare, app: FzReviewApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, press=["v", "e", *"16-18", "tab", "tab"], terminal_size=size)


def test_library(snap_compare, app: FzReviewApp) -> None:
    assert snap_compare(app, press=["v", "v", "w", "l"], terminal_size=(100, 30))


@pytest.mark.parametrize("size", [(140, 42), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_search(snap_compare, app: FzReviewApp, size: tuple[int, int]) -> None:
    async def searched(pilot) -> None:
        await pilot.pause()
        await pilot.press("v", "slash")
        await pilot.press(*"复议", "down")
        await pilot.app.screen.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=searched)


def test_found_place(snap_compare, app: FzReviewApp) -> None:
    async def found(pilot) -> None:
        await pilot.pause()
        await pilot.press("slash", *"37件")
        await pilot.app.screen.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")

    assert snap_compare(app, terminal_size=(100, 30), run_before=found)


def test_help(snap_compare, app: FzReviewApp) -> None:
    assert snap_compare(app, press=["f1"], terminal_size=(100, 30))


def test_outline_on_a_narrow_screen(snap_compare, app: FzReviewApp) -> None:
    assert snap_compare(app, press=["v", "tab"], terminal_size=(80, 24))
