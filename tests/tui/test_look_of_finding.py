"""The look of palette, tour and help, compared with committed pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fzreview.config.seen_tours import SeenTours
from fzreview.tui.app import FzReviewApp
from fzreview.tui.screens.palette import DEBOUNCE_SECONDS
from fzreview.work.judging.reviewing import Review
from support.brisk_loop import passes
from support.gold_reports import seed_names

SIZE = (100, 30)

pytestmark = pytest.mark.usefixtures("ties_at_once")


@pytest.fixture
def review(store: Path):
    review = Review.opened(store, "ann", seed_names()[4])
    yield review
    review.close()


def test_palette(snap_compare, review: Review) -> None:
    async def typed(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press("v", "ctrl+p")
        await pilot.pause()
        await pilot.press(*"fz")
        await pilot.pause()
        await passes(2 * DEBOUNCE_SECONDS)
        await pilot.app.workers.wait_for_complete()

    assert snap_compare(FzReviewApp(review), terminal_size=SIZE, run_before=typed)


def test_tour(snap_compare, review: Review) -> None:
    assert snap_compare(FzReviewApp(review, tours=SeenTours(None)), press=["right", "w"], terminal_size=SIZE)


def test_help_in_the_correction(snap_compare, review: Review) -> None:
    assert snap_compare(FzReviewApp(review), press=["e", "f1"], terminal_size=SIZE)


def test_outline_with_its_keys(snap_compare, review: Review) -> None:
    assert snap_compare(FzReviewApp(review), press=["v", "tab", "down"], terminal_size=SIZE)
