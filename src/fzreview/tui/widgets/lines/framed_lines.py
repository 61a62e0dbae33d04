"""Widgets with border and padding: these are made once, and each line only where it has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size, Spacing
from textual.strip import Strip

from fzreview.tui.widgets.lines.bare_lines import BareLines


class _Frame(NamedTuple):
    size: Size
    gutter: Spacing
    """How far it reaches into the widget."""
    around: dict[int, Strip]
    """The lines above and below, by their number in the widget."""
    left: Strip
    right: Strip


class FramedLines(BareLines):
    """As Textual's cache of styled lines makes them, which works the frame out again for each line."""

    _frame: _Frame | None = None

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._framed: dict[int, Strip] = {}
        """Lines that have not changed since they were made, in their frame; by their number inside it."""

    def _set_dirty(self, *regions: Region) -> None:
        if not regions:
            self._framed.clear()
        for y in {y for region in regions for y in region.line_range}:
            self._framed.pop(y, None)
        super()._set_dirty(*regions)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._frame = None

    def render_lines(self, crop: Region) -> list[Strip]:
        gutter, size = self.styles.gutter, self.outer_size
        if self._frame is None or self._frame[:2] != (size, gutter):
            self._frame = self._made_frame(size, gutter)
            self._framed.clear()
        frame = self._frame
        inside = range(size.height - gutter.height)
        self._make([y - gutter.top for y in crop.line_range if y - gutter.top in inside], frame)
        strips = [
            self._framed[y - gutter.top] if y - gutter.top in inside else frame.around[y]
            for y in crop.line_range
        ]
        if crop.column_span != (0, size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _make(self, ys: Iterable[int], frame: _Frame) -> None:
        changed = [y for y in ys if y not in self._framed]
        width = frame.size.width
        lines = self.filtered(self.bare_lines(changed))
        for y, line in zip(changed, lines, strict=True):
            wide = _filled(line, width - frame.gutter.width)
            self._framed[y] = Strip([*frame.left, *wide, *frame.right], width)

    def _made_frame(self, size: Size, gutter: Spacing) -> _Frame:
        usual = self._styles_cache
        usual.clear()
        outside = [*range(gutter.top), *range(size.height - gutter.bottom, size.height)]
        around = {y: usual.render_widget(self, Region(0, y, size.width, 1))[0] for y in outside}
        (line,) = usual.render_widget(self, Region(0, gutter.top, size.width, 1))
        left, right = line.crop(0, gutter.left), line.crop(size.width - gutter.right, size.width)
        return _Frame(size, gutter, around, left, right)


def _filled(line: Strip, width: int) -> Strip:
    """The line, filled up by what its end looks like."""
    if line.cell_length >= width:
        return line
    segments = list(line)
    end = segments[-1].style if segments else Style.null()
    return Strip([*segments, Segment(" " * (width - line.cell_length), end)], width)
