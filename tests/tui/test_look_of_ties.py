"""The look of ties: card, marked text, walk, verifying all of a tie, other reports, doubtful first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from fzreview.tui.app import FzReviewApp
from fzreview.work.judging.reviewing import Review
from support.desk import screen_of, settled
from support.gold_reports import seed_names
from support.looks import ON_EACH_SCREEN

pytestmark = pytest.mark.usefixtures("ties_at_once")


@pytest.fixture
def review(store: Path) -> Iterator[Review]:
    review = Review.opened(store, "ann", seed_names()[4])
    yield review
    review.close()


async def at_the_sum(pilot: Pilot[None]) -> None:
    """Go to a figure that is a part of one told sum."""
    await settled(pilot)
    screen = screen_of(pilot)
    surfaces = [stored.figure.surface for stored in screen.session.figures]
    screen.controllers.navigator.go(surfaces.index("11件"))
    await pilot.pause()


@ON_EACH_SCREEN
def test_card_and_marks(snap_compare, review: Review, size: tuple[int, int]) -> None:
    assert snap_compare(FzReviewApp(review), terminal_size=size, run_before=at_the_sum)


def test_marks_without_colour(snap_compare, review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(FzReviewApp(review), terminal_size=(80, 24), run_before=at_the_sum)


def test_walk(snap_compare, review: Review) -> None:
    async def walked(pilot: Pilot[None]) -> None:
        await at_the_sum(pilot)
        await pilot.press("t", "t")

    assert snap_compare(FzReviewApp(review), terminal_size=(140, 42), run_before=walked)


@ON_EACH_SCREEN
def test_all_of_a_tie(snap_compare, review: Review, size: tuple[int, int]) -> None:
    async def offered(pilot: Pilot[None]) -> None:
        await at_the_sum(pilot)
        await pilot.press("g")
        await settled(pilot)

    assert snap_compare(FzReviewApp(review), terminal_size=size, run_before=offered)


@ON_EACH_SCREEN
def test_doubtful_first(snap_compare, store: Path, size: tuple[int, int]) -> None:
    async def sorted_by_doubt(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("o", "tab", "tab", "home")
        await settled(pilot)

    review = Review.opened(store, "ann", seed_names()[3])
    assert snap_compare(FzReviewApp(review), terminal_size=size, run_before=sorted_by_doubt)
    review.close()


def test_other_reports(snap_compare, store: Path) -> None:
    from fzreview.checking.ties.across import Elsewhere
    from fzreview.domain.figures.figure import Figure
    from fzreview.domain.figures.other_figure import OtherFigure
    from fzreview.work.listing.across import Across

    others = [
        OtherFigure("a" * 64, 1, 3, 2020, "甲区", "受理行政复议案件", "件", "count", "37"),
        OtherFigure("b" * 64, 1, 3, 2018, "甲区", "全区共受理行政复议案件", "件", "count", "350"),
        OtherFigure(
            "c" * 64, 1, 3, None, "某某自治州某某自治县人民政府", "受理行政复议案件", "件", "count", "12"
        ),
    ]
    told = tuple(Elsewhere(other, 1.0, 45 / float(other.value)) for other in others)
    review = Review.opened(store, "ann", seed_names()[4])

    def across(_figure: Figure) -> Across:
        return Across(told, None)

    review.across = across  # type: ignore[method-assign]  # a store of one place tells nothing

    async def listed(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("k")
        await settled(pilot)

    assert snap_compare(FzReviewApp(review), terminal_size=(80, 24), run_before=listed)
    review.close()
