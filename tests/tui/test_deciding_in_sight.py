"""A key that decides acts on a figure that is wholly in sight and plainly current, and on nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.review.session import Session
from fzreview.review.steps.step import Step
from fzreview.review.view_models.text_view import TextView
from fzreview.text.displayable import displayable
from fzreview.tui.app import FzReviewApp
from fzreview.tui.screens.correction import CorrectionScreen
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.work.judging.reviewing import Review
from support.desk import card, desk, header, keys_line, screen_of, settled, status_line, until
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected

SECOND = seed_names()[1]
FIGURES = gold_report(SECOND).reading.figures
WALKS = int(os.environ.get("DESK_WALKS", "1"))
KEYS_A_WALK = int(os.environ.get("DESK_KEYS", "40"))


def entries(path: Path) -> int:

    with connected(path) as connection:
        return int(connection.execute("select count(*) from journal").fetchone()[0])


def pane_of(pilot: Pilot[None]) -> TextPane:
    return screen_of(pilot).query_one(TextPane)


def seen(pilot: Pilot[None]) -> list[str]:
    """The rows of text that stand on the screen, the column of signs left out."""
    pane = pane_of(pilot)
    return [pane.render_line(y).text[2:].rstrip() for y in range(pane.size.height)]


def is_seen(pilot: Pilot[None], key: str) -> bool:
    """Whether the figure with this span key stands on the screen with the words before it."""
    session: Session = screen_of(pilot).session
    clean = session.report.reading.clean
    start, end = clean.clean_span(*(int(part) for part in key.split("-")))
    before = max(clean.text.rfind("\n", 0, start) + 1, start - 4)
    words = "".join(displayable(clean.text[before:end]).split())
    return words in "".join("".join(seen(pilot)).split())


async def search(pilot: Pilot[None], words: str) -> None:
    await pilot.press("slash", *words)
    await settled(pilot)
    await pilot.press("enter")
    await settled(pilot)


async def test_a_hit_that_lies_in_a_figure_makes_it_current(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await search(pilot, "1小时")
        assert "15/73" in card(pilot)
        await pilot.press("x")
        figure = screen_of(pilot).session.figure(14)
        assert figure.status == "wrong" and figure.figure.text == "1小时"
        assert entries(store) == 1


async def test_keys_typed_before_the_desk_is_there_decide_nothing(store: Path) -> None:
    review = Review.opened(store, "ann", SECOND)
    app = FzReviewApp(review)
    for key in ("v", "x", "n"):
        app.post_message(events.Key(key, key))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "1/73" in card(pilot)
        assert entries(store) == 0
    review.close()


async def test_esc_leads_back_to_where_the_search_began(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await pilot.press("n")
        await search(pilot, "1小时")
        await pilot.press("escape")
        assert "2/73" in card(pilot)
        assert is_seen(pilot, FIGURES[1].span_key)


async def test_a_verdict_on_a_hit_ends_the_way_back_of_esc(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await search(pilot, "1小时")
        await pilot.press("v", "escape")
        assert "16/73" in card(pilot)


async def test_a_hit_outside_every_figure_leaves_the_current_one_and_decides_nothing(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await search(pilot, "存在问题")
        here = card(pilot)
        assert not is_seen(pilot, FIGURES[0].span_key)
        await pilot.press("v")
        assert entries(store) == 0
        assert card(pilot) == here
        assert "不在屏幕上" in status_line(pilot)
        assert is_seen(pilot, FIGURES[0].span_key)
        await pilot.press("v")
        assert entries(store) == 1


@pytest.mark.sampled(6)
@pytest.mark.parametrize("size", [pytest.param((140, 42), marks=pytest.mark.heavy), (80, 24)])
@pytest.mark.parametrize("key", ["v", "w", "x", "s", "1", "ｖ", "e", "enter", "c", "g", "m", "9"])
async def test_no_deciding_key_acts_on_what_is_scrolled_away(
    store: Path, key: str, size: tuple[int, int]
) -> None:
    async with desk(store, SECOND, size=size) as pilot:
        await pilot.press(*["pagedown"] * 4)
        assert not is_seen(pilot, FIGURES[0].span_key)
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app.screen is screen_of(pilot), "no dialog about what is not seen"
        assert entries(store) == 0
        assert "什么也没判" in status_line(pilot)
        if key != "9":
            assert is_seen(pilot, FIGURES[0].span_key)
        await pilot.press(key)
        await pilot.pause()
        assert entries(store) == 1 or pilot.app.screen is not screen_of(pilot) or "勾稽" in status_line(pilot)


async def test_the_class_of_a_rejection_is_not_told_blindly(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await pilot.press("x", *["pagedown"] * 4, "D")
        assert entries(store) == 1
        assert "什么也没判" in status_line(pilot)
        assert is_seen(pilot, FIGURES[0].span_key)
        await pilot.press("D")
        assert entries(store) == 2
        assert "2/73" in card(pilot)


async def test_the_class_may_follow_where_the_desk_itself_went_on(store: Path) -> None:
    async with desk(store, seed_names()[3], size=(80, 24)) as pilot:
        first = screen_of(pilot).session.figures[0].span_key
        await pilot.press("x")
        await pilot.pause()
        assert not is_seen(pilot, first), "the next figure is on another page"
        await pilot.press("W")
        held = screen_of(pilot).session.figures[0].of("ann")
        assert held is not None and held.reason_class == "window"
        assert "2/59" in card(pilot)
        assert not is_seen(pilot, first), "and nothing moves"


async def test_a_rejection_that_was_taken_back_asks_for_no_class(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        before = keys_line(pilot)
        await pilot.press("x")
        assert keys_line(pilot) != before
        await pilot.press("z")
        assert keys_line(pilot) == before


async def test_a_candidate_that_is_scrolled_away_is_neither_added_nor_ruled_out(store: Path) -> None:
    from test_missed_figures import without

    from fzreview.store.writer import StoreWriter

    path = store.with_name("missed.db")
    from support.copied_stores import new_store

    new_store(path)
    writer = StoreWriter(path)
    writer.insert(without(gold_report(SECOND), 3, 5), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    async with desk(path) as pilot:
        for key in ("a", "x"):
            await pilot.press("a", *["pagedown"] * 4, key)
            assert entries(path) == 0
            assert "什么也没判" in status_line(pilot)
            assert "候选数字" in card(pilot)
            await pilot.press("n", "p")
        await pilot.press("a", "v")
        assert entries(path) == 0, "the card shows the candidate, so no figure is plainly current"
        assert "候选数字" not in card(pilot)
        await pilot.press("v")
        assert entries(path) == 1


async def test_a_command_of_the_palette_goes_through_the_same_gate(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await pilot.press(*["pagedown"] * 4, "ctrl+p", *"heshi", "enter")
        await settled(pilot)
        assert entries(store) == 0
        assert is_seen(pilot, FIGURES[0].span_key)


async def test_the_first_row_out_of_sight_is_out_of_sight(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        pane = pane_of(pilot)
        while any(pane.render_line(y).text.startswith("> ") for y in range(pane.size.height)):
            await pilot.press("down")
        await pilot.press("v")
        assert entries(store) == 0


async def test_a_figure_of_several_rows_is_in_sight_when_all_of_it_is() -> None:
    text = "零" * 100 + "一二三四五" * 10 + "零" * 100
    figure = (100, 150)

    class Alone(App[None]):
        def compose(self) -> ComposeResult:
            yield TextPane(id="text")

    async with Alone().run_test(size=(22, 8)) as pilot:
        pane = pilot.app.query_one(TextPane)
        pane.show_view(TextView(text, (figure,), (), (), (0, len(text))), ["undecided"], 0)
        await pilot.pause()
        assert pane.is_span_visible(figure), "as high as there is room for"
        top, height = pane.scroll_offset.y, pane.size.height
        for step, seen in ((height, False), (4, False), (0, True), (-4, False)):
            pane.scroll_to(y=top + step, animate=False, force=True)
            assert not pane.is_span_visible(figure), "nothing is in sight before it is painted"
            await pilot.pause()
            assert pane.is_span_visible(figure) is seen
            assert pane.is_span_visible(figure, whole=False) is (step != height)
        await pilot.resize_terminal(22, 3)
        await pilot.pause()
        assert not pane.fits(figure)


async def test_what_does_not_fit_the_window_is_not_decided(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await pilot.resize_terminal(10, 8)
        await pilot.pause()
        await pilot.press("v")
        assert entries(store) == 0
        assert "一屏放不下" in status_line(pilot)
        await pilot.resize_terminal(140, 42)
        await pilot.pause()
        await pilot.press("v")
        assert entries(store) == 1


# The property


class Witness:
    """Knows what the last frame showed and what has been recorded."""

    def __init__(self, pilot: Pilot[None], monkeypatch: pytest.MonkeyPatch) -> None:
        self.recorded: list[JournalEntry] = []
        self.unseen: list[JournalEntry] = []
        self._frame: dict[int, str] = {}
        witness, render_lines, record = self, TextPane.render_lines, Review.record

        def rendered(pane: TextPane, crop: object) -> object:
            strips = render_lines(pane, crop)  # type: ignore[arg-type]  # a Region
            first = crop.y  # type: ignore[attr-defined]  # a region of the screen
            witness._frame.update({first + row: strip.text[2:] for row, strip in enumerate(strips)})
            witness._height = pane.size.height
            return strips

        def recording(review: Review, step: Step) -> object:
            dialog = isinstance(pilot.app.screen, CorrectionScreen)
            for entry in step.entries:
                witness.recorded.append(entry)
                undoing = entry.inverts is not None
                if (
                    entry.target == "figure"
                    and not undoing
                    and not dialog
                    and not witness._shows(review, entry)
                ):
                    witness.unseen.append(entry)
            return record(review, step)

        monkeypatch.setattr(TextPane, "render_lines", rendered)
        monkeypatch.setattr(Review, "record", recording)
        self._height = 0

    def _shows(self, review: Review, entry: JournalEntry) -> bool:
        clean = review.session.report.reading.clean
        start, end = clean.clean_span(*(int(part) for part in entry.figure.split("-")))
        before = max(clean.text.rfind("\n", 0, start) + 1, start - 4)
        words = "".join(displayable(clean.text[before:end]).split())
        rows = [self._frame.get(row, "") for row in range(self._height)]
        return words in "".join("".join(rows).split())


MOVES = [
    *("n", "p", "space", "right_square_bracket", "left_square_bracket", "right_parenthesis"),
    *("pagedown", "pageup", "down", "up", "end", "home", "t", "b", "tab", "full_stop", "comma", "escape"),
    *("right_curly_bracket", "left_curly_bracket", "o", "z"),
]
DECISIONS = ["v", "w", "x", "s", "D", "O", "v", "x", "a", "d", "e", "c"]
WORDS = ["1小时", "行政", "存在问题", "2021年", "%"]


@pytest.mark.parametrize("walk", range(WALKS))
async def test_no_frame_before_a_verdict_lacks_its_figure(
    store: Path, walk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = Random(f"walk {walk}")
    sizes = [(140, 42), (80, 24), (100, 30), (60, 16)]
    async with desk(store, SECOND, size=draw.choice(sizes)) as pilot:
        witness = Witness(pilot, monkeypatch)
        pilot.app.refresh(layout=True)
        screen_of(pilot).refresh(layout=True)
        pane_of(pilot).refresh()
        await settled(pilot)
        for _ in range(KEYS_A_WALK):
            match draw.choices(("move", "decide", "burst", "search", "resize"), (6, 6, 2, 1, 1))[0]:
                case "move":
                    await pilot.press(draw.choice(MOVES))
                case "decide":
                    await pilot.press(draw.choice(DECISIONS))
                case "burst":
                    await pilot.press(*draw.choices(["v", "x", "s", "pagedown", "n"], k=6))
                case "search":
                    await search(pilot, draw.choice(WORDS))
                case "resize":
                    await pilot.resize_terminal(*draw.choice(sizes))
            for _ in range(3):
                await pilot.pause()
                if pilot.app.screen is screen_of(pilot):
                    break
                await pilot.press(draw.choice(["enter", "escape"]))
            if pilot.app.screen is not screen_of(pilot):
                await pilot.press("escape")
                await until(lambda: pilot.app.screen is screen_of(pilot))
            assert witness.unseen == [], f"decided unseen after {len(witness.recorded)} decisions"
        assert len(witness.recorded) > KEYS_A_WALK // 5, "keys did decide"
        assert header(pilot)


async def test_a_text_that_is_still_to_be_wrapped_is_not_said_to_need_a_larger_window() -> None:
    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield TextPane()

    async with Bare().run_test(size=(100, 30)) as pilot:
        pane = pilot.app.query_one(TextPane)
        assert pane.fits((0, 10))
        assert not pane.is_span_visible((0, 10))
