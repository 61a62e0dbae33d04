"""A stretch of a text that is selected by the mouse, from the character pressed to the one under it now."""

from __future__ import annotations

from fzreview.tui.widgets.text.wrapped_text import Span


class MouseSelection:
    """Offsets are those of characters of the text; None stands for a cell that holds none."""

    def __init__(self) -> None:
        self._pressed: int | None = None
        self.selected: Span | None = None
        """What was selected since the mouse was pressed."""

    def press(self, offset: int | None) -> None:
        """The button goes down on a character."""
        self._pressed, self.selected = offset, None

    def drag(self, offset: int | None, length: int) -> bool:
        """The mouse is over a character of a text of this length, the button down.

        True where that selects another stretch.
        """
        if offset is None or self._pressed is None or offset == self._pressed:
            return False
        first, last = sorted((self._pressed, offset))
        before, self.selected = self.selected, (first, min(last + 1, length))
        return self.selected != before

    def release(self) -> Span | None:
        """The button goes up: what was selected, None where nothing was."""
        self._pressed = None
        return self.selected

    def consume_click(self) -> bool:
        """Whether a click only lets go of a selection, which it then forgets."""
        selected, self.selected = self.selected, None
        return selected is not None
