"""The dialog that marks a span with the keyboard; the desk's text stays visible."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from fzreview.review.keys.parts import Part
from fzreview.review.picking.word_steps import word_step
from fzreview.strings import say
from fzreview.text import word_cut
from fzreview.text.displayable import one_line
from fzreview.tui.bindings import key_line, keymap_of
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.lines.key_line import KeyLine
from fzreview.tui.widgets.lines.text_lines import TextLines

Span = tuple[int, int]


class MarkScreen(Dialog[Span | None]):
    """Dismissed with the marked span of the clean text; None when cancelled."""

    DEFAULT_CSS = """
    MarkScreen { background: transparent; align: center bottom; }
    MarkScreen #mark {
        dock: bottom; height: 2; width: 100%; background: $accent; color: $text; padding: 0 1;
    }
    """
    PART: ClassVar[Part] = "marking"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("enter,space", "take", show=False),
        Binding("right", "move(1, 1)", show=False),
        Binding("left", "move(-1, -1)", show=False),
        Binding("shift+right,ctrl+right,full_stop", "move(0, 1)", show=False),
        Binding("shift+left,ctrl+left,comma", "move(0, -1)", show=False),
        Binding("alt+right", "move_word(0, 1)", show=False),
        Binding("alt+left", "move_word(0, -1)", show=False),
        Binding("alt+down", "move_word(1, 0)", show=False),
        Binding("alt+up", "move_word(-1, 0)", show=False),
        Binding("down", "move(40, 40)", show=False),
        Binding("up", "move(-40, -40)", show=False),
    ]

    def __init__(
        self,
        text: str,
        span: Span,
        show: Callable[[Span], None],
        offset_at: Callable[[int, int], int | None],
    ) -> None:
        """``show`` marks a span of ``text`` on the desk; ``offset_at``: screen cell → offset."""
        super().__init__()
        self._offset_at = offset_at
        self._dragged_from: int | None = None
        self._text = text
        self._span = span
        self._show = show

    def compose(self) -> ComposeResult:
        with Vertical(id="mark"):
            yield TextLines(id="marked")
            yield KeyLine(id="mark-keys")

    def on_mount(self) -> None:
        # Overrides the tint of dialogs: the text must stay readable.
        self.styles.background = "transparent"
        self.query_one(KeyLine).show_keys(key_line(keymap_of(self.app), self.PART))
        self._tell()

    def action_move(self, start: int, end: int) -> None:
        """Move the start and the end by so many characters."""
        begin, finish = self._span[0] + start, self._span[1] + end
        if 0 <= begin < finish <= len(self._text):
            self._span = (begin, finish)
            self._tell()

    def action_move_word(self, start: int, end: int) -> None:
        """Move the start and the end by so many words."""
        begin, finish = self._span
        if start:
            begin = word_step(self._text, begin, start, word_cut.cut)
        if end:
            finish = word_step(self._text, finish, end, word_cut.cut)
        self.action_move(begin - self._span[0], finish - self._span[1])

    # Mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._dragged_from = self._offset_at(event.screen_x, event.screen_y)
        self._drag(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if event.button:
            self._drag(event)

    def on_mouse_up(self) -> None:
        self._dragged_from = None

    def _drag(self, event: events.MouseEvent) -> None:
        here = self._offset_at(event.screen_x, event.screen_y)
        if here is not None and self._dragged_from is not None:
            first, last = sorted((self._dragged_from, here))
            self._span = first, min(last + 1, len(self._text))
            self._tell()

    def action_take(self) -> None:
        self.dismiss(self._span)

    def action_cancel(self) -> None:
        self.dismiss(None)

    def _tell(self) -> None:
        self._show(self._span)
        marked = one_line(self._text[self._span[0] : self._span[1]])
        self.query_one("#marked", TextLines).show(
            Text.assemble(say("desk.mark.marked"), " ", (marked, "bold reverse"))
        )
