"""One of a few words, chosen by a digit or the arrow keys, all of them in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from fzreview.text.cells import cells


class Choice(Static, can_focus=True):
    """Options beside each other, on as many lines as they need; the chosen one stands out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("enter", "submit", show=False),
    ]

    class Changed(Message):
        """Another option was chosen."""

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, options: Sequence[tuple[str, str]], chosen: str, *, id: str | None = None) -> None:
        """``options`` are ``(value, displayable words)``, at most nine."""
        super().__init__("", id=id, markup=False)
        self._options = options
        self._lines = 1
        self._index = next(index for index, (value, _) in enumerate(options) if value == chosen)

    @property
    def value(self) -> str:
        """The value of the chosen option."""
        return self._options[self._index][0]

    def choose(self, value: str) -> None:
        """Choose the option with this value."""
        self._choose(next(index for index, (one, _) in enumerate(self._options) if one == value))

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character.isdigit() and 0 < int(event.character) <= len(self._options):
            self._choose(int(event.character) - 1)
            event.stop()

    def action_submit(self) -> None:
        self.post_message(self.Submitted())

    def action_turn(self, step: int) -> None:
        self._choose((self._index + step) % len(self._options))

    def _choose(self, index: int) -> None:
        self._index = index
        self._show()
        self.post_message(self.Changed())

    def _show(self) -> None:
        text = Text(no_wrap=True)
        used, lines = 0, 1
        for index, (_, words) in enumerate(self._options):
            wide = 1 + cells(words)
            if used and self.size.width and used + 2 + wide > self.size.width:
                text.append("\n")
                used, lines = 0, lines + 1
            elif used:
                text.append("  ")
                used += 2
            used += wide
            text.append(str(index + 1), style="dim")
            text.append(words, style="bold reverse" if index == self._index else "")
        # A new layout only where the lines are others: it costs a frame.
        self.update(text, layout=lines != self._lines)
        self._lines = lines
