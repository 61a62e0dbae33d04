"""The status line: what was done last, and which moves it announces as the next undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final, Literal

from fzreview.errors import FzError
from fzreview.strings import say
from fzreview.text.cells import cells, offset_at_cell
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.lines.text_lines import TextLines

Direction = Literal["undo", "redo"]

MIN_WORDING_CELLS: Final = 24
"""A wording is never shortened to fewer cells."""


class StatusLine:
    """One line of text. Persistent messages stay until the next one; others until the next key is handled."""

    def __init__(self, lines: TextLines) -> None:
        self._lines = lines
        self._is_new = False
        """Whether the message was shown since the current key began to be handled."""
        self._is_persistent = True
        self._is_background = False
        """Whether the message is about something outside, which needs no answer."""
        self._elided: tuple[Callable[[str], str], str] | None = None
        """Template and full wording of a message whose wording is shortened to fit."""
        self._appended: list[str] = []
        """What was appended to that message."""
        self.announced: Mapping[Direction, str] = {}
        """Ids of the moves that the message announces as the next undo and redo."""

    def show(
        self,
        message: str,
        urgent: bool = False,
        announced: Mapping[Direction, str] = MappingProxyType({}),
        persistent: bool = False,
    ) -> None:
        """Replace the message; displayable text.

        ``urgent`` messages are emphasised. ``announced`` are the moves that the message announces.
        ``persistent``: the message stays true while the reviewer goes on, until another one is shown.
        """
        self.announced = dict(announced)
        self._is_new, self._is_persistent = True, persistent
        self._is_background = False
        self._elided = None
        self._lines.set_class(urgent, "-urgent")
        self._lines.show(message)

    def show_elided(
        self,
        template: Callable[[str], str],
        wording: str,
        announced: Mapping[Direction, str] = MappingProxyType({}),
        persistent: bool = False,
    ) -> None:
        """Show ``template(wording)``, the wording shortened at its start where the line would be cut."""
        self.show(self.elide_to_fit(template, wording), announced=announced, persistent=persistent)
        self._elided, self._appended = (template, wording), []

    @property
    def message(self) -> str:
        """The text of the line."""
        return self._lines.content

    def append(self, text: str) -> None:
        """Append dimmed text; a wording shown by :meth:`show_elided` is shortened further for it."""
        if self._elided is None:
            self._lines.append(text)
            return
        template, wording = self._elided
        self._appended.append(text)
        tail = "".join(self._appended)
        self._lines.show(self.elide_to_fit(lambda one: template(one) + tail, wording).removesuffix(tail))
        for one in self._appended:
            self._lines.append(one)

    def show_prominently(self, text: str) -> None:
        """Add text that must be seen: appended, or put first where the end of the line would be cut."""
        shown = self.message
        if not shown:
            self.show(text)
        elif self.fits(f"{shown}   {text}"):
            self.append(f"   {text}")
        else:
            self._lines.show(f"{text}   {shown}")

    def show_if_idle(self, message: str) -> None:
        """Show a background message unless another kind of message is on the line."""
        if not self.message or self._is_background:
            self.show(message)
            self._is_background = True

    def elide_to_fit(self, template: Callable[[str], str], wording: str) -> str:
        """``template(wording)`` with an ellipsis for the start of the wording where the line would be cut.

        The end of a figure's wording is its numeral, and a subject may have thousands of characters.
        """
        over = cells(template(wording)) - self._lines.content_size.width
        if over <= 0:
            return template(wording)
        # One cell more, for the ellipsis.
        start = offset_at_cell(wording, min(over, max(cells(wording) - MIN_WORDING_CELLS, 0))) + 1
        return template(f"…{wording[start:]}") if start > 1 else template(wording)

    @contextmanager
    def handling_key(self) -> Iterator[None]:
        """While a key is handled: afterwards a message from before it is cleared unless it is persistent."""
        self._is_new = False
        yield
        if not self._is_new and not self._is_persistent:
            self.show("")

    def fits(self, message: str) -> bool:
        """Whether the line shows a message uncut."""
        return cells(message) <= self._lines.content_size.width

    @contextmanager
    def reporting_store_errors(self) -> Iterator[None]:
        """Show an FzError of the block as an urgent message; the open report stays as it is."""
        try:
            yield
        except FzError as error:
            self.show(say("desk.not_read", reason=one_line(str(error))), urgent=True)
