"""The look of each screen, compared with committed pictures.

Make them anew with ``pytest tests/tui/test_look.py --snapshot-update`` after a change that is meant.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview import strings
from fzreview.config.settings import Settings
from fzreview.tui.app import FzReviewApp
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.work.judging.reviewing import Review
from support.desk import settled, until
from support.gold_reports import seed_names
from support.looks import ON_EACH_SCREEN

KEYS = ["v", "v", "w", "s", "x", "v"]

pytestmark = pytest.mark.usefixtures("ties_at_once")


@pytest.fixture
def app(store: Path):
    review = Review.opened(store, "ann", seed_names()[4])
    yield FzReviewApp(review)
    review.close()


@pytest.mark.sampled(2)
@pytest.mark.parametrize("size", [(140, 42), (80, 24), (100, 30)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_desk(snap_compare, app: FzReviewApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, press=KEYS, terminal_size=size)


@pytest.mark.sampled(1)
@pytest.mark.parametrize(
    ("theme", "size"),
    [("light", (140, 42)), ("high-contrast", (100, 30)), ("high-contrast-light", (80, 24))],
)
def test_desk_in_other_themes(snap_compare, store: Path, theme: str, size: tuple[int, int]) -> None:
    review = Review.opened(store, "ann", seed_names()[4])
    app = FzReviewApp(review, Settings(theme=theme, repeat_ms=0))
    assert snap_compare(app, press=KEYS, terminal_size=size)
    review.close()


def test_desk_without_colour(snap_compare, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    review = Review.opened(store, "ann", seed_names()[4])
    assert snap_compare(FzReviewApp(review), press=[*KEYS, "tab", "down"], terminal_size=(100, 30))
    review.close()


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


@pytest.mark.parametrize(
    ("theme", "size"),
    [
        pytest.param("dark", (140, 42), id="dark-size0"),
        pytest.param("high-contrast", (80, 24), id="high-contrast-size2"),
        pytest.param("light", (100, 30), id="light-size1", marks=pytest.mark.heavy),
    ],
)
def test_library(snap_compare, store: Path, theme: str, size: tuple[int, int]) -> None:
    async def listed(pilot) -> None:
        await pilot.pause()
        await pilot.press("v", "v", "w", "l", "o")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    review = Review.opened(store, "ann", seed_names()[4])
    app = FzReviewApp(review, Settings(theme=theme, repeat_ms=0))
    assert snap_compare(app, terminal_size=size, run_before=listed)
    review.close()


def test_regions(snap_compare, app: FzReviewApp) -> None:
    async def listed(pilot) -> None:
        await pilot.pause()
        for key in ("l", "g"):
            await pilot.press(key)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()

    assert snap_compare(app, terminal_size=(100, 30), run_before=listed)


def test_loading(snap_compare, app: FzReviewApp) -> None:
    async def running(pilot) -> None:
        await pilot.pause()
        load = app.review.load
        load.path, load.loaded, load.refused = Path("reports"), 12, 1
        await pilot.press("v")
        await until(lambda: "12" in str(pilot.app.screen.query_one("#loading", TextLines).content))
        await pilot.pause()

    assert snap_compare(app, terminal_size=(80, 24), run_before=running)


@ON_EACH_SCREEN
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
        # The figure that was found has ties, which come from beside the screen.
        await settled(pilot)

    assert snap_compare(app, terminal_size=(100, 30), run_before=found)


def test_help(snap_compare, app: FzReviewApp) -> None:
    assert snap_compare(app, press=["f1"], terminal_size=(100, 30))


def test_outline_on_a_narrow_screen(snap_compare, app: FzReviewApp) -> None:
    assert snap_compare(app, press=["v", "tab"], terminal_size=(80, 24))


def test_outline_with_folded_sections(snap_compare, app: FzReviewApp) -> None:
    keys = [*KEYS, "9", "tab", "home", "down", "left", "tab", "tab", "space"]
    assert snap_compare(app, press=keys, terminal_size=(100, 30))
