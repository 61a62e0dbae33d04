"""At 80×24 nothing that a reviewer needs is out of sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual._compositor import Compositor, ReflowResult
from textual._context import active_message_pump
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from fzreview import strings
from fzreview.config.seen_tours import SeenTours
from fzreview.reading.rulebook import rulebook
from fzreview.review.keys.commands import CLASS_KEYS
from fzreview.review.keys.parts import PANES, PARTS
from fzreview.store.writer import StoreWriter
from fzreview.strings import say
from fzreview.text.cells import cells
from fzreview.text.sentences.around import sentence_around
from fzreview.text.shortened import shortened
from fzreview.tui.app import FzReviewApp
from fzreview.tui.bindings import key_line
from fzreview.tui.screens.correction import CorrectionScreen
from fzreview.tui.screens.desk import DeskScreen
from fzreview.tui.screens.tour import TourScreen
from fzreview.tui.widgets.card.figure_card import MIN_CARD_LINES, proposal_lines
from fzreview.tui.widgets.lines.key_line import KeyLine, fit_entries
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.work.judging.reviewing import Review
from support.copied_stores import new_store
from support.desk import desk, keys_line, screen_of, settled, status_line
from support.gold_reports import gold_report, seed_names
from support.written_reports import read_as_loading_does

SMALL = (80, 24)
DOC = seed_names()[4]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("doc", seed_names())
@pytest.mark.parametrize("size", [SMALL, (100, 30)])
async def test_a_current_figure_is_seen_with_its_sentence(
    store: Path, doc: str, size: tuple[int, int]
) -> None:
    async with desk(store, doc, size=size) as pilot:
        screen = screen_of(pilot)
        text, view = screen.query_one(TextPane), screen.controllers.display.view
        for index in range(min(screen.session.figure_count, 40)):
            screen.controllers.navigator.go(index)
            sentence = sentence_around(view.text, *view.figures[index], 2_000)
            await pilot.pause()
            assert text.is_span_visible(view.figures[index])
            assert text.is_span_visible(sentence) or not text.fits(sentence)


async def test_a_dialog_is_laid_out_for_a_low_terminal_from_the_beginning(store: Path) -> None:
    sizes: list[tuple[str, Size]] = []

    def note_size(message: Message) -> None:
        widget = active_message_pump.get()
        if isinstance(message, Resize) and isinstance(widget, Widget) and widget.has_class("dialog"):
            sizes.append((type(widget.screen).__name__, message.size))

    review = Review.opened(store, "ann", DOC)
    async with FzReviewApp(review).run_test(size=SMALL, message_hook=note_size) as pilot:
        for key in ("e", "f"):
            await pilot.press(key)
            await settled(pilot)
            assert not any(field.styles.margin.top for field in pilot.app.screen.query(".field"))
            await pilot.press("escape")
            await settled(pilot)
    review.close()
    assert [name for name, _ in dict.fromkeys(sizes)] == ["CorrectionScreen", "FilterScreen"]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_class_is_named_and_has_a_digit(store: Path, language: str) -> None:
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


@pytest.mark.sampled(2)
@pytest.mark.parametrize("keys", [(), ("l",), ("e",), ("m",)])
async def test_the_key_line_names_no_key_half(store: Path, keys: tuple[str, ...]) -> None:
    async with desk(store, DOC) as pilot:
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        desk_line = screen_of(pilot).query_one(KeyLine)
        line = next(iter(pilot.app.screen.query(KeyLine)), desk_line)
        whole = line.content
        for width in (120, 80, 60):
            await pilot.resize_terminal(width, 24)
            await settled(pilot)
            assert cells(line.content.rstrip()) <= width
            entries = line.content.rstrip().split("  ")
            assert "F1 帮助" in entries and set(entries) <= set(whole.rstrip().split("  "))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [SMALL[0], 60])
def test_every_key_line_names_the_way_out_whole(language: str, width: int) -> None:
    strings.use(language)
    for part, keys in PARTS.items():
        line = fit_entries(key_line({}, part), width).plain
        assert cells(line) <= width, part
        entries = line.split("  ")
        ways_out = [f"{key.shown.partition(' ')[0]} {say(key.title_key)}" for key in keys if key.is_exit]
        assert len(ways_out) == (part not in PANES) and set(ways_out) <= set(entries), part
        assert part == "help" or f"F1 {say('help.do.help')}" in entries, part


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_marking_tells_how_to_get_out_on_a_small_screen(store: Path, language: str) -> None:
    strings.use(language)
    async with desk(store, DOC, size=SMALL) as pilot:
        await pilot.press("m")
        await settled(pilot)
        line = pilot.app.screen.query_one(KeyLine)
        assert line.region.width <= SMALL[0] and cells(line.content) <= line.size.width
        assert f"Esc {say('help.do.give_up')}" in line.content.split("  ")


async def test_the_key_line_shows_nothing_before_it_knows_its_width() -> None:
    line = KeyLine()
    line.show_keys(key_line({}))
    assert not line.content


WITH_FEW_WORDS = (
    *(f"desk.gate.{name}" for name in ("held", "not_seen", "too_small", "left_candidate", "stands")),
    *("desk.ties.no_offer", "alike.none", "desk.no_candidate", "desk.excluded.on", "desk.no_fix"),
    *("desk.extracted", "desk.conflict", "desk.input_method", "desk.fixes_wait_elsewhere", "desk.same"),
    *("desk.subject.cutting", "desk.undo_gone", "desk.empty", "desk.blind", "sharing.desk.changed"),
)
"""What the line of words says without a word of a report."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_said_of_a_key_is_never_cut(language: str) -> None:
    strings.use(language)
    cut = [
        told
        for name in WITH_FEW_WORDS
        if cells(told := say(name, count=99, what=say("desk.done.verified"))) > 78
    ]
    assert not cut


NUMERAL_RULES = [rule for name, rule in rulebook().items() if name.startswith("numeral.")]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 78])
def test_a_candidate_tells_its_keys_and_its_reason_whole(language: str, width: int) -> None:
    strings.use(language)
    figure = gold_report(DOC).reading.figures[0]
    keys = say("desk.candidate.keys")
    heads = [
        say("desk.excluded.head"),
        say("desk.candidate", left=999),
        say("desk.layers.found", layer="bert-base-chinese@2024-11 0.83"),
    ]
    for what in heads:
        lines = [line.plain for line in proposal_lines(figure, what, "", width, MIN_CARD_LINES)]
        assert (
            any(line.endswith(keys) and cells(line) <= width for line in lines)
            and len(lines) <= MIN_CARD_LINES
        )
    for rule in NUMERAL_RULES:
        why = say("desk.excluded.why", rule=rule.id, reason=rule.reason_in(language))
        lines = [line.plain for line in proposal_lines(figure, heads[0], why, width, 12)]
        told = "".join("".join(lines).split())
        assert keys.replace(" ", "") in told and figure.text in told
        if width == 78:
            assert "".join(why.split()) in told, rule.id
        assert all(cells(line) <= width for line in lines[:-2])


def test_what_is_shortened_ends_at_a_word() -> None:
    assert shortened("left out by the program", 30) == "left out by the program"
    assert shortened("left out by the program", 15) == "left out by…"
    assert shortened("程序剔除的数字", 9) == "程序剔除…"


LONG = (
    "报告\n一、情况\n" + "先后" * 25 + "选派10个督查组，" + "对落实情况进行检查，" * 7 + "党政纪处分213人。\n"
)


@pytest.mark.parametrize(("size", "whole"), [((140, 42), True), ((80, 24), False)])
async def test_the_sentence_of_a_correction_is_seen_whole_where_there_is_room(
    tmp_path: Path, size: tuple[int, int], whole: bool
) -> None:
    path = tmp_path / "long.db"
    new_store(path)
    writer = StoreWriter(path)
    writer.insert(read_as_loading_does(LONG, "a.txt"), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    async with desk(path, size=size) as pilot:
        await pilot.press("e")
        await settled(pilot)
        shown = pilot.app.screen.query_one("#in-text", Static)
        words = str(shown.content).replace("\n", "")
        assert ("党政纪处分213人" in words and "： 先后" in words) == whole
        assert ("…" in words) != whole and len(words) > 90
        assert shown.region.height == str(shown.content).count("\n") + 1
        assert pilot.app.screen.query(Static).last().region.bottom < size[1] - 1
        await pilot.resize_terminal(140, 42)
        await settled(pilot)
        assert "党政纪处分213人" in str(shown.content)


async def test_the_tour_never_covers_the_sentence_that_it_explains(store: Path) -> None:
    for doc in seed_names():
        async with desk(store, doc, size=SMALL) as pilot:
            screen_of(pilot).controllers.help.show_tour()
            await settled(pilot)
            box = pilot.app.screen.query_one("#tour").region
            sentence = screen_of(pilot).query_one(TextPane).current_region
            assert sentence is not None and not box.overlaps(sentence)
            assert box.bottom <= SMALL[1]
            await pilot.press("escape")


async def test_the_tour_is_never_under_a_dialog(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        await pilot.press("e", *"12")
    from fzreview.tui.app import FzReviewApp

    review = Review.opened(store, "ann")
    app = FzReviewApp(review, tours=SeenTours(None))
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


async def test_the_last_line_of_each_dialog_is_in_sight(store: Path) -> None:
    async with desk(store, DOC, size=SMALL) as pilot:
        for keys in (("e",), ("f",), ("slash",), ("k",), ("ctrl+o",), ("l", "g"), ("f1",)):
            for key in keys:
                await pilot.press(key)
                await settled(pilot)
            assert pilot.app.screen.query(".dialog"), keys
            for static in pilot.app.screen.query(".dialog > Static"):
                assert isinstance(static, Static)
                assert static.region.bottom <= SMALL[1] - 1, keys
                # What is cut has more lines than the screen gives it.
                assert static.region.height >= static.virtual_region.height, keys
            while pilot.app.screen is not screen_of(pilot):
                await pilot.press("escape")
                await settled(pilot)


async def test_a_rejection_names_its_class_and_a_second_one_writes_nothing(store: Path) -> None:
    async with desk(store, DOC, size=SMALL) as pilot:
        await pilot.press("x", "D")
        assert "不是数据，属日期时间" in status_line(pilot)
        await pilot.press("p", "x")
        assert "没有写入" in status_line(pilot)
        assert screen_of(pilot).session.undo_history.undoable is not None


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


@pytest.mark.parametrize("size", [(80, 24), (140, 42)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_desk_knows_the_size_before_it_is_laid_out(
    store: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    at_first: list[frozenset[str]] = []
    begin = DeskScreen.on_mount

    def on_mount(screen: DeskScreen) -> None:
        at_first.append(screen.classes)
        begin(screen)

    monkeypatch.setattr(DeskScreen, "on_mount", on_mount)
    async with desk(store, size=size) as pilot:
        shown = screen_of(pilot).classes
    assert at_first == [shown] and {"-narrow" if size[0] < 100 else "-roomy"} <= shown


async def test_a_dialog_lays_out_the_desk_beneath_it_only_for_another_size(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[Widget] = []
    reflow = Compositor.reflow

    def noted(compositor: Compositor, parent: Widget, size: Size) -> ReflowResult:
        laid_out.append(parent)
        return reflow(compositor, parent, size)

    async with desk(store, size=SMALL) as pilot:
        monkeypatch.setattr(Compositor, "reflow", noted)
        await pilot.press("f1")
        await settled(pilot)
        assert set(laid_out) == {pilot.app.screen}
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        assert screen_of(pilot) in laid_out
        assert pilot.app.screen.region.size == screen_of(pilot).region.size == (100, 30)
