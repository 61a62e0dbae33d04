"""A fixed number of text lines; an update repaints only the changed part of each line, without a layout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.text import Text
from textual.geometry import Region
from textual.strip import Strip

from fzreview.tui.widgets.lines.base_style_cache import BaseStyleCache
from fzreview.tui.widgets.lines.frame_cache import FrameCache
from fzreview.tui.widgets.lines.line_diff import differing_prefix_cells
from fzreview.tui.widgets.lines.render_cache import RenderCache
from fzreview.tui.widgets.text.strip import text_strip


class TextLines(BaseStyleCache, RenderCache, FrameCache):
    """Lines of displayable text, each cut to the width of the widget."""

    DEFAULT_CSS = """
    TextLines { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[Text] = []

    @property
    def content(self) -> str:
        """The plain text of the lines, joined by newlines."""
        return "\n".join(line.plain for line in self._lines)

    def show(self, *lines: str | Text) -> None:
        """Replace the lines; a ``str`` must be displayable."""
        self._show([Text(line) if isinstance(line, str) else line for line in lines])

    def append(self, text: str) -> None:
        """Append dimmed, displayable text to the last line."""
        self._show([*self._lines[:-1], Text.assemble(self._lines[-1], (text, "dim"))])

    def _show(self, lines: Sequence[Text]) -> None:
        before, self._lines = self._lines, list(lines)
        nothing = Text()
        for number, (old, new) in enumerate(zip_longest(before, lines, fillvalue=nothing)):
            changed = differing_prefix_cells(old, new, self.size.width)
            if changed:
                self.refresh(Region(0, number, changed, 1))

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.base_style
        if y >= len(self._lines):
            return Strip.blank(width, base)
        text = self._lines[y]
        text.overflow = "ellipsis"
        return text_strip(text, base, width)
