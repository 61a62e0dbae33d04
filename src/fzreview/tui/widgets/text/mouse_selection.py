"""Selecting a span of a text with the mouse."""

from __future__ import annotations

from fzreview.tui.widgets.text.wrapped_text import Span


class MouseSelection:
    """From the character where the button went down to the one under the pointer; both are included.

    Offsets are in code points; None stands for a cell without a character.
    """

    def __init__(self) -> None:
        self._pressed: int | None = None
        self.selected: Span | None = None
        """The span selected since the button went down."""

    def press(self, offset: int | None) -> None:
        """The button goes down at an offset."""
        self._pressed, self.selected = offset, None

    def drag(self, offset: int | None, length: int) -> bool:
        """The pointer moves to an offset with the button down; True where that changes the selection.

        ``length`` is that of the text.
        """
        if offset is None or self._pressed is None or offset == self._pressed:
            return False
        first, last = sorted((self._pressed, offset))
        before, self.selected = self.selected, (first, min(last + 1, length))
        return self.selected != before

    def release(self) -> Span | None:
        """The button goes up; the selected span, None without one."""
        self._pressed = None
        return self.selected

    def consume_click(self) -> bool:
        """Whether a click belongs to a selection, which is then cleared."""
        selected, self.selected = self.selected, None
        return selected is not None
