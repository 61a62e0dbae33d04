"""A few lines of text that change without a new layout; only what changed is sent again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.text import Text
from textual.geometry import Region
from textual.strip import Strip

from fzreview.tui.widgets.lines.changes import changed_cells
from fzreview.tui.widgets.lines.framed_lines import FramedLines
from fzreview.tui.widgets.lines.kept_lines import KeptLines
from fzreview.tui.widgets.lines.styled_once import StyledOnce
from fzreview.tui.widgets.text.strip import text_strip


class Lines(StyledOnce, KeptLines, FramedLines):
    """Lines of displayable text; what does not fit is cut."""

    DEFAULT_CSS = """
    Lines { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[Text] = []

    @property
    def content(self) -> str:
        """What is shown, line by line."""
        return "\n".join(line.plain for line in self._lines)

    def show(self, *lines: str | Text) -> None:
        """Show these lines; a ``str`` must be displayable."""
        self._show([Text(line) if isinstance(line, str) else line for line in lines])

    def add(self, text: str) -> None:
        """Show this behind the last line."""
        self._show([*self._lines[:-1], Text.assemble(self._lines[-1], (text, "dim"))])

    def _show(self, lines: Sequence[Text]) -> None:
        before, self._lines = self._lines, list(lines)
        nothing = Text()
        for number, (old, new) in enumerate(zip_longest(before, lines, fillvalue=nothing)):
            changed = changed_cells(old, new, self.size.width)
            if changed:
                self.refresh(Region(0, number, changed, 1))

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.base_style
        if y >= len(self._lines):
            return Strip.blank(width, base)
        text = self._lines[y]
        text.overflow = "ellipsis"
        return text_strip(text, base, width)
