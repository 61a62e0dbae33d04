"""The tour of the desk, in a small box beside the current figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Static

from fzreview.review.keys.parts import Part
from fzreview.review.keys.tour import TOUR
from fzreview.strings import say
from fzreview.text.wrap import wrap_prose
from fzreview.tui.bindings import Keymap, key_line, shown_keys
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.lines.key_line import fit_entries

BOX_CELLS = 64
FRAME_CELLS = 4
BOX_ROWS = 7
"""Rows of the box: border, title, two rows of text, the key to try, the keys of the tour."""


class TourScreen(Dialog[None]):
    """One sentence and one key for each step. Keys pressed here do not reach the desk."""

    PART: ClassVar[Part] = "tour"
    CSS_PATH = "tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "end", show=False),
        Binding("right,enter", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
    ]

    def __init__(self, keymap: Keymap, places: Callable[[], tuple[Region, Region | None]]) -> None:
        """``places`` returns the regions of the text pane and the current figure."""
        super().__init__()
        self._keymap = keymap
        self._places = places
        self._step = 0
        self._width = BOX_CELLS - FRAME_CELLS

    def compose(self) -> ComposeResult:
        yield Static("", id="tour", markup=False)

    def on_mount(self) -> None:
        # Styles of dialogs may have come later than its own.
        self.styles.background = "transparent"
        self._place()
        self._show()
        # Whatever the desk lays out anew may move the text, also behind a resize of this screen.
        desk = self.app.screen_stack[-2]
        desk.screen_layout_refresh_signal.subscribe(self, self._place_behind)
        self._place_behind(desk)

    def _place_behind(self, _desk: Screen[object]) -> None:
        """Place the box once the text pane has wrapped its text."""
        self.call_after_refresh(self._place)

    def on_key(self, event: events.Key) -> None:
        command = TOUR[self._step]
        keys = self._keymap[command.id].split(",") if command.id in self._keymap else command.keys
        if event.key in {key.strip() for key in keys} or event.character in keys:
            event.stop()
            self._show(tried=True)

    def action_step(self, step: int) -> None:
        if self._step + step == len(TOUR):
            self.dismiss(None)
        else:
            self._step = max(self._step + step, 0)
            self._show()

    def action_end(self) -> None:
        self.dismiss(None)

    def _place(self) -> None:
        box = box_beside(*self._places(), self.size.height)
        styles = self.query_one("#tour").styles
        styles.width, styles.height = box.width, box.height
        self._width = box.width - FRAME_CELLS
        styles.offset = (box.x, box.y)

    def _show(self, tried: bool = False) -> None:
        command = TOUR[self._step]
        keys = shown_keys(command, self._keymap).replace(" ", " / ")
        text = Text(say("help.tour.head", step=self._step + 1, steps=len(TOUR)) + "\n", style="dim")
        sentence = say(f"help.tour.{command.id}")
        rows = [sentence[start:end] for start, end in wrap_prose(sentence, self._width)]
        text.append("\n".join(row.strip() for row in rows) + "\n", style="not dim")
        text.append(say("help.tour.try", shown=keys), style="not dim bold")
        if tried:
            text.append("   " + say("help.tour.tried"), style="not dim")
        text.append("\n")
        text.append_text(fit_entries(key_line(self._keymap, "tour"), self._width))
        self.query_one("#tour", Static).update(text, layout=False)


def box_beside(text: Region, figure: Region | None, height: int) -> Region:
    """The top row of the box on a screen of ``height`` rows: inside the text, if the figure leaves room."""
    width = min(BOX_CELLS, text.width)
    x = text.x + (text.width - width) // 2
    bottom = Region(x, text.bottom - BOX_ROWS, width, BOX_ROWS)
    if figure is None or figure.bottom <= bottom.y:
        return bottom
    if figure.y - text.y >= BOX_ROWS:
        return bottom.at_offset((x, text.y))
    below = figure.bottom + BOX_ROWS <= height
    return bottom.at_offset((x, figure.bottom if below else max(figure.y - BOX_ROWS, 0)))
