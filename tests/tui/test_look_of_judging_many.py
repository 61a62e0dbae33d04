"""The look of what is judged beyond one figure: look-alikes, panel, a ruling."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from fzreview import strings
from fzreview.store.writer import StoreWriter
from fzreview.tui.app import FzReviewApp
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from support.copied_stores import new_store
from support.desk import settled
from support.looks import IN_EACH_LANGUAGE
from support.written_reports import read_as_loading_does

pytestmark = pytest.mark.usefixtures("ties_at_once")

PLACES = ("青山区", "河口县", "南关区")


@pytest.fixture(autouse=True)
def language_back() -> Iterator[None]:
    before = strings.language()
    yield
    strings.use(before)


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """Three places over five years; some of it judged, once in dispute, one year missing."""
    path = tmp_path / "many.db"
    new_store(path)
    writer = StoreWriter(path)
    keys = []
    for number, place in enumerate(PLACES):
        for year in range(2018, 2023):
            if (number, year) == (1, 2020):
                continue
            value = (150 + 11 * (year - 2018) + 37 * number) * (10 if (number, year) == (2, 2021) else 1)
            verb = "办理" if (number, year) == (0, 2022) else "受理"
            text = (
                f"{place}人民政府{year}年法治政府建设报告\n一、依法行政情况\n全年共{verb}行政复议案件{value}件，"
                f"审结{value - 3}件，落实三个方面要求，群众满意度进一步提高。\n"
            )
            report = read_as_loading_does(text, f"{place}{year}.txt")
            writer.insert(report, "2026-01-01T00:00:00.000Z").result()
            keys.append(f"{report.sha256}:{report.reading.figures[0].span_key}")
    writer.close()
    for key in keys[:4]:
        judge(path, "li", key, "verified")
    judge(path, "bob", keys[3], "unsure")
    review = Review.opened(path, "ann", "南关区2019.txt")
    yield review
    review.close()


def after(*keys: str):  # type: ignore[no-untyped-def]  # what the snapshots take
    async def pressed(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    return pressed


@IN_EACH_LANGUAGE
def test_look_alikes(snap_compare, review: Review, size: tuple[int, int], language: str) -> None:
    strings.use(language)  # type: ignore[arg-type]  # one of the two
    keys = ("n", "n", "x", "j", "down", "x")
    assert snap_compare(FzReviewApp(review), terminal_size=size, run_before=after(*keys))


@IN_EACH_LANGUAGE
def test_panel(snap_compare, review: Review, size: tuple[int, int], language: str) -> None:
    strings.use(language)  # type: ignore[arg-type]  # one of the two
    keys = ("P", "slash", "ctrl+u", *"行政复议", "enter", "down", "right")
    assert snap_compare(FzReviewApp(review), terminal_size=size, run_before=after(*keys))


@IN_EACH_LANGUAGE
def test_ruling(snap_compare, review: Review, size: tuple[int, int], language: str) -> None:
    strings.use(language)  # type: ignore[arg-type]  # one of the two
    keys = ("R", *"按原文", "enter")
    assert snap_compare(FzReviewApp(review), terminal_size=size, run_before=after(*keys))
