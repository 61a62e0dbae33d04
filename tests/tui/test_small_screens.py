"""At 80×24 nothing that a reviewer needs is out of sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from fzreview.review.commands import CLASS_KEYS
from fzreview.text.cells import cells
from fzreview.text.sentences.around import sentence_around
from fzreview.tui.screens.correction import CorrectionScreen
from fzreview.tui.screens.tour import TourScreen
from fzreview.tui.widgets.text_pane import TextPane
from fzreview.work.judging.reviewing import Review
from support.desk import desk, keys_line, screen_of, settled, status_line
from support.gold_reports import seed_names

SMALL = (80, 24)
DOC = seed_names()[4]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("doc", seed_names())
@pytest.mark.parametrize("size", [SMALL, (100, 30)])
async def test_a_current_figure_is_seen_with_its_sentence(
    store: Path, doc: str, size: tuple[int, int]
) -> None:
    async with desk(store, doc, size=size) as pilot:
        screen = screen_of(pilot)
        text, view = screen.query_one(TextPane), screen.shown.view
        for index in range(min(screen.session.figure_count, 40)):
            screen.mover.go(index)
            sentence = sentence_around(view.text, *view.figures[index], 2_000)
            await pilot.pause()
            assert text.sees(view.figures[index])
            assert text.sees(sentence) or not text.has_room_for(sentence)


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_class_is_named_and_has_a_digit(store: Path, language: str) -> None:
    from fzreview import strings

    strings.use(language)
    async with desk(store, DOC, size=SMALL) as pilot:
        await pilot.press("x")
        line = keys_line(pilot)
        assert cells(line.rstrip()) <= SMALL[0]
        assert all(letter in line for letter in (*CLASS_KEYS.values(), ";"))
        await pilot.press("；", "9")
        await pilot.pause()
        held = screen_of(pilot).session.figure(0).of("ann")
        assert held is not None and held.reason_class == "window"
        await pilot.press("v", ";")
        assert pilot.app.screen is screen_of(pilot), "there is nothing to classify any more"


async def test_the_tour_never_covers_the_sentence_that_it_explains(store: Path) -> None:
    for doc in seed_names():
        async with desk(store, doc, size=SMALL) as pilot:
            screen_of(pilot).helper.show_tour()
            await settled(pilot)
            box = pilot.app.screen.query_one("#tour").region
            sentence = screen_of(pilot).query_one(TextPane).current_region
            assert sentence is not None and not box.overlaps(sentence)
            assert box.bottom <= SMALL[1]
            await pilot.press("escape")


async def test_the_tour_is_never_under_a_dialog(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        await pilot.press("e", *"12")
        await pilot.pause(0.7)
    from fzreview.tui.app import FzReviewApp

    review = Review.opened(store, "ann")
    app = FzReviewApp(review, tour=True)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        if isinstance(app.screen, CorrectionScreen):
            await pilot.press("escape")
            await settled(pilot)
        else:
            assert isinstance(app.screen, TourScreen)
            await pilot.press("escape")
            await settled(pilot)
            assert isinstance(app.screen, CorrectionScreen), "what was half typed comes behind the tour"
    review.close()


@pytest.mark.parametrize("keys", [("e",), ("f",), ("slash",), ("k",), ("ctrl+o",), ("l", "g"), ("f1",)])
async def test_the_last_line_of_each_dialog_is_in_sight(store: Path, keys: tuple[str, ...]) -> None:
    async with desk(store, DOC, size=SMALL) as pilot:
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        for static in pilot.app.screen.query(".dialog > Static"):
            assert isinstance(static, Static)
            assert static.region.bottom <= SMALL[1] - 1
            # What is cut has more lines than the screen gives it.
            assert static.region.height >= static.virtual_region.height


async def test_a_rejection_names_its_class_and_a_second_one_writes_nothing(store: Path) -> None:
    async with desk(store, DOC, size=SMALL) as pilot:
        await pilot.press("x", "D")
        assert "不是数据，属日期时间" in status_line(pilot)
        await pilot.press("p", "x")
        assert "没有写入" in status_line(pilot)
        assert screen_of(pilot).session.ledger.undoable is not None


async def test_where_one_report_was_scrolled_to_says_nothing_of_another(store: Path) -> None:
    first, other = seed_names()[0], seed_names()[3]
    review = Review.opened(store, "ann", first)
    review.view["top"] = 3000
    review.remember_place()
    review.close()
    async with desk(store, other, size=SMALL) as pilot:
        await settled(pilot)
        text = screen_of(pilot).query_one(TextPane)
        assert text.current_region is not None, "the current figure is in sight"
