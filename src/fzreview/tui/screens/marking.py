"""Marking a span by keys over the desk, whose text stays in view."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from fzreview.review.parts import Part
from fzreview.strings import say
from fzreview.text.displayable import one_line

Span = tuple[int, int]


class MarkScreen(ModalScreen[Span | None]):
    """Answers with the marked span of the clean text, None when it was given up."""

    DEFAULT_CSS = """
    MarkScreen { background: transparent; align: center bottom; }
    MarkScreen #mark {
        dock: bottom; height: 2; width: 100%; background: $accent; color: $text; padding: 0 1;
    }
    """
    PART: ClassVar[Part] = "marking"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("enter,space", "take", show=False),
        Binding("right", "move(1, 1)", show=False),
        Binding("left", "move(-1, -1)", show=False),
        Binding("shift+right,ctrl+right,full_stop", "move(0, 1)", show=False),
        Binding("shift+left,ctrl+left,comma", "move(0, -1)", show=False),
        Binding("down", "move(40, 40)", show=False),
        Binding("up", "move(-40, -40)", show=False),
    ]

    def __init__(self, text: str, span: Span, show: Callable[[Span], None]) -> None:
        """``show`` marks a span of ``text`` on the desk."""
        super().__init__()
        self._text = text
        self._span = span
        self._show = show

    def compose(self) -> ComposeResult:
        yield Static("", id="mark", markup=False)

    def on_mount(self) -> None:
        # Whatever the styles of dialogs say: the text is what is looked at.
        self.styles.background = "transparent"
        self._tell()

    def action_move(self, start: int, end: int) -> None:
        """Move the start and the end by so many characters."""
        begin, finish = self._span[0] + start, self._span[1] + end
        if 0 <= begin < finish <= len(self._text):
            self._span = (begin, finish)
            self._tell()

    def action_take(self) -> None:
        self.dismiss(self._span)

    def action_give_up(self) -> None:
        self.dismiss(None)

    def _tell(self) -> None:
        self._show(self._span)
        marked = one_line(self._text[self._span[0] : self._span[1]])
        text = Text.assemble((say("desk.mark.marked") + " ", ""), (marked, "bold reverse"), "\n")
        text.append(say("desk.mark.keys"))
        self.query_one("#mark", Static).update(text)
