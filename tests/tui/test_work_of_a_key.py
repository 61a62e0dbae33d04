"""How much a key makes the desk do: counts, not times, and the same in a long report as in a short one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text
from textual import events
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual.app import App
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from fzreview.review.steps.figure_steps import FigureSteps
from fzreview.review.ties.tie_index import NO_TIES
from fzreview.tui.desk import repaint_hold
from fzreview.tui.desk.display import Display
from fzreview.tui.screens.help import HelpScreen
from fzreview.tui.widgets.lines.borderless import FastScrollBar
from fzreview.tui.widgets.lines.frame_cache import FrameCache
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.figures_pane import FiguresPane
from fzreview.tui.widgets.lists.outline_pane import OutlinePane
from fzreview.tui.widgets.signs import STATE_SIGNS
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.tui.widgets.text.row_painter import RowPainter
from fzreview.work.loading.ingest import load
from support.desk import desk, header, screen_of, settled, status_line, until
from support.gold_reports import seed_names

SECOND = seed_names()[1]


@pytest.fixture
def long_store(tmp_path: Path) -> Path:
    """One report of a few screens and one of very many."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, sections in (("short.txt", 12), ("long.txt", 160)):
        body = "".join(
            f"第{number}节\n办理行政复议案件{number + 20}件，受理投诉{number + 300}件。\n" * 2
            for number in range(1, sections)
        )
        (texts / name).write_text(f"某市2024年法治政府建设情况报告\n{body}", "utf-8")
    store = tmp_path / "long.db"
    assert {result.error for result in load(store, [str(texts)])} == {None}
    return store


class Calls:
    """Counts calls of methods."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.counts: dict[str, int] = {}

    def of(self, owner: type, name: str) -> None:
        counts, inner, label = self.counts, getattr(owner, name), f"{owner.__name__}.{name}"
        counts[label] = 0

        def counted(*arguments: Any, **named: Any) -> Any:
            counts[label] += 1
            return inner(*arguments, **named)

        self._patch.setattr(owner, name, counted)


def type_ahead(pilot: Pilot[None], keys: str) -> None:
    for key in keys:
        pilot.app.post_message(events.Key(key, key))


async def lines_made(
    store: Path, name: str, monkeypatch: pytest.MonkeyPatch, keys: int = 3
) -> dict[str, int]:
    with monkeypatch.context() as patch:
        async with desk(store, name) as pilot:
            calls = Calls(patch)
            calls.of(RowPainter, "row")
            calls.of(TextLines, "render_line")
            calls.of(OutlinePane, "row_text")
            for _ in range(keys):
                await pilot.press("v")
                await settled(pilot)
        return calls.counts


async def test_a_verdict_makes_as_few_lines_in_a_long_report_as_in_a_short_one(
    long_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = await lines_made(long_store, "short.txt", monkeypatch)
    long = await lines_made(long_store, "long.txt", monkeypatch)
    assert long == short
    assert long["RowPainter.row"] <= 3 * 4
    assert long["TextLines.render_line"] <= 3 * 11
    assert 0 < long["OutlinePane.row_text"] <= 3 * 12


async def test_keys_typed_ahead_show_what_is_around_the_text_once(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repaint_hold, "MAX_HOLD_SECONDS", 60)
    async with desk(store, SECOND) as pilot:
        calls = Calls(monkeypatch)
        calls.of(Display, "show_place")
        calls.of(OutlinePane, "show_progress")
        calls.of(FiguresPane, "show_changed")
        type_ahead(pilot, "v" * 40)
        await until(lambda: screen_of(pilot).session.decided == 40)
        await settled(pilot)
        # The last key finds the queue empty; so may one before it.
        assert 1 <= calls.counts["Display.show_place"] <= 3
        assert calls.counts["OutlinePane.show_progress"] <= 3
        assert calls.counts["FiguresPane.show_changed"] <= 3
        listed = screen_of(pilot).query_one(FiguresPane)
        signs = [listed.row_text(row, 80).plain[0] for row in range(41)]
        assert signs == [STATE_SIGNS["verified"]] * 40 + [STATE_SIGNS["undecided"]]
        assert header(pilot).startswith("40/") or "40/" in header(pilot)
        stored = screen_of(pilot).session.figure(39)
        assert stored.shown.text in status_line(pilot)


async def test_keys_typed_ahead_decide_on_nothing_that_was_not_painted_with_its_sentence(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(store, SECOND, size=(80, 24)) as pilot:
        screen = screen_of(pilot)
        text: TextPane = screen.query_one(TextPane)
        seen: list[bool] = []
        inner = FigureSteps.decide

        def decide(steps: FigureSteps, *arguments: Any) -> Any:
            span = screen.controllers.display.view.figures[screen.session.current or 0]
            seen.append(text.is_painted and text.is_span_visible(span) and text.is_sentence_visible(span))
            return inner(steps, *arguments)

        monkeypatch.setattr(FigureSteps, "decide", decide)
        type_ahead(pilot, "v" * 60)
        await until(lambda: screen.session.decided == 60)
        assert seen == [True] * 60


async def test_a_key_behind_those_typed_ahead_finds_the_screen_as_they_left_it(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repaint_hold, "MAX_HOLD_SECONDS", 60)
    async with desk(store, SECOND) as pilot:
        session = screen_of(pilot).session
        type_ahead(pilot, "vvvwz")
        await until(lambda: session.decided == 3)
        await settled(pilot)
        assert [session.figure(index).status for index in range(4)] == ["verified"] * 3 + ["undecided"]
        assert session.figure(3).shown.text in status_line(pilot)


async def test_a_key_is_looked_up_among_the_bindings_without_copying_them(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(store, SECOND) as pilot:
        before = screen_of(pilot)._binding_chain
        copied: list[int] = []
        inner: Callable[..., Any] = Screen._binding_chain.fget  # type: ignore[attr-defined]  # a property
        monkeypatch.setattr(
            Screen, "_binding_chain", property(lambda screen: copied.append(1) or inner(screen))
        )
        await pilot.press("v", "v", "n")
        assert screen_of(pilot)._binding_chain is before
        assert not copied
        await pilot.press("tab")
        await settled(pilot)
        assert screen_of(pilot)._binding_chain is not before  # another pane has other keys
        pilot.app.set_keymap({"verify": "y"})
        await pilot.press("y")
        assert screen_of(pilot).session.decided == 3


async def test_a_paint_asks_only_the_widgets_that_have_changed(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(store, SECOND) as pilot:
        await pilot.press("v")
        await settled(pilot)
        styled: list[str] = []
        inner = StylesCache.render_widget

        def render(cache: StylesCache, widget: Widget, crop: Region) -> list[Strip]:
            styled.append(widget.id or type(widget).__name__)
            return inner(cache, widget, crop)

        monkeypatch.setattr(StylesCache, "render_widget", render)
        await pilot.press("v")
        await settled(pilot)
        # Nothing that only holds others, nor the keys, nor the screen behind them all.
        assert set(styled) <= {"header", "outline", "card", "status"}
        assert len(styled) == len(set(styled)), "one paint"


async def test_a_key_acts_without_a_way_through_the_widgets(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(store, SECOND) as pilot:
        calls = Calls(monkeypatch)
        calls.of(Widget, "_forward_event")
        calls.of(App, "run_action")
        await pilot.press("v", "v", "n", "down")
        assert screen_of(pilot).session.decided == 2
        assert calls.counts == {"Widget._forward_event": 0, "App.run_action": 0}
        await pilot.press("f12")  # bound to nothing
        assert calls.counts["Widget._forward_event"] > 0
        await pilot.press("tab", "down")
        await settled(pilot)
        assert screen_of(pilot).query_one(OutlinePane).cursor > 0, "the key of a pane"


async def test_sections_out_of_sight_are_not_worked_out(
    long_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repaint_hold, "MAX_HOLD_SECONDS", 60)
    async with desk(long_store, "long.txt") as pilot:
        outline = screen_of(pilot).query_one(OutlinePane)
        rows: list[int] = []
        inner = OutlinePane.row_text

        def row_text(pane: OutlinePane, row: int, width: int) -> Text:
            rows.append(row)
            return inner(pane, row, width)

        monkeypatch.setattr(OutlinePane, "row_text", row_text)
        type_ahead(pilot, "v" * 300)
        await until(lambda: screen_of(pilot).session.decided == 300)
        await settled(pilot)
        assert len(rows) <= 4 * outline.size.height, "few paints, each of what is in sight"


async def test_another_report_is_painted_once_with_its_scroll_bars_and_ties(
    long_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(long_store, "long.txt") as pilot:
        await pilot.press("right_curly_bracket", "left_curly_bracket")
        await settled(pilot)
        calls = Calls(monkeypatch)
        calls.of(Screen, "_compositor_refresh")
        await pilot.press("right_curly_bracket")
        await settled(pilot)
        assert screen_of(pilot).session.report.summary.doc == "short.txt"
        assert screen_of(pilot).session.tie_index is not NO_TIES
        assert calls.counts["Screen._compositor_refresh"] == 1


async def test_a_screen_that_comes_or_goes_is_painted_once(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls(monkeypatch)
    calls.of(Compositor, "render_full_update")
    async with desk(store) as pilot:
        assert calls.counts["Compositor.render_full_update"] == 1
        await pilot.press("question_mark")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)
        opened = calls.counts["Compositor.render_full_update"]
        assert opened <= 3, "what changes beneath it may come a frame later"
        calls.of(Screen, "_refresh_layout")
        await pilot.press("escape")
        await settled(pilot)
        assert pilot.app.screen is screen_of(pilot)
        assert calls.counts["Compositor.render_full_update"] == opened + 1
        assert calls.counts["Screen._refresh_layout"] == 0, "it is as it was"


async def test_keys_typed_ahead_paint_the_text_once_a_page(
    long_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repaint_hold, "MAX_HOLD_SECONDS", 60)
    async with desk(long_store, "long.txt") as pilot:
        screen = screen_of(pilot)
        text = screen.query_one(TextPane)
        tops: set[int] = set()
        calls = Calls(monkeypatch)
        calls.of(TextPane, "content_strips")
        calls.of(FiguresPane, "refresh")
        inner = TextPane.render_lines

        def render_lines(pane: TextPane, crop: Region) -> list[Strip]:
            tops.add(pane.scroll_offset.y)
            return inner(pane, crop)

        monkeypatch.setattr(TextPane, "render_lines", render_lines)
        type_ahead(pilot, "v" * 300)
        await until(lambda: screen.session.decided == 300)
        await settled(pilot)
        assert len(tops) <= 2 + 300 * 3 // (2 * text.size.height), "three rows for two figures"
        assert calls.counts["TextPane.content_strips"] <= len(tops) + 3
        assert calls.counts["FiguresPane.refresh"] == 0, "the list is not shown"


async def test_lines_of_the_text_are_those_that_textual_would_make(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await pilot.press("v", "x", "w")
        await settled(pilot)
        text = screen_of(pilot).query_one(TextPane)
        for widget in (text, text.vertical_scrollbar, *screen_of(pilot).query(FrameCache)):
            crop = widget.outer_size.region
            usual = widget._styles_cache
            usual.clear()
            made, wanted = widget.render_lines(crop), usual.render_widget(widget, crop)
            # What is under a scroll bar need not be made.
            ends = [strip.cell_length for strip in made]
            assert set(ends) <= {crop.width, crop.width - widget.scrollbar_size_vertical}
            pairs = zip(
                made, [strip.crop(0, end) for strip, end in zip(wanted, ends, strict=True)], strict=True
            )
            assert all(list(one.simplify()) == list(other.simplify()) for one, other in pairs)
        assert isinstance(text.vertical_scrollbar, FastScrollBar)
