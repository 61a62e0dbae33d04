"""The pane of a dispute's sides; as tall as they need, up to the height of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fzreview.domain.dissent.dispute import Side
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.sides.lines import side_lines

MIN_LINES: Final = 8
"""Lines of two sides whose words are short: so the text above mostly stays where it is."""

_RESERVED_LINES: Final = 8
"""Lines of the screen reserved for text, header and status line."""


class SidesPane(TextLines):
    """The sides of one dispute."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sides: Sequence[Side] = ()
        self._needed = 0

    def show_sides(self, sides: Sequence[Side]) -> None:
        """Show these, none for an empty desk."""
        self._sides = sides
        self._fill()

    @property
    def shows_all(self) -> bool:
        """Whether all lines of all sides are visible."""
        return self.size.height >= self._needed

    @property
    def has_room(self) -> bool:
        """Whether the screen can show every line, once it is laid out."""
        return self._needed <= self._most

    @property
    def _most(self) -> int:
        return max(self.screen.size.height - _RESERVED_LINES, 1)

    def on_resize(self) -> None:
        self._fill()

    def _fill(self) -> None:
        width = self.size.width
        if not width:
            return
        lines = side_lines(self._sides, width) if self._sides else []
        self._needed = len(lines)
        self.styles.height = min(max(len(lines), MIN_LINES), self._most)
        self.show(*lines)
