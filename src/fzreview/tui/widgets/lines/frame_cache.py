"""Widgets with border and padding that cache these and every unchanged line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size, Spacing
from textual.strip import Strip

from fzreview.tui.widgets.lines.borderless import BorderlessLines


class _Frame(NamedTuple):
    size: Size
    gutter: Spacing
    """Border and padding, in cells, on each side."""
    outer_lines: dict[int, Strip]
    """The lines above and below the content, by their y in the widget."""
    left: Strip
    right: Strip


class FrameCache(BorderlessLines):
    """Renders what Textual's styles cache renders, which computes border and padding for each line."""

    _frame: _Frame | None = None

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._framed: dict[int, Strip] = {}
        """Rendered lines with their border and padding, by their y in the content; no dirty ones."""

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
            self._frame = self._render_frame(size, gutter)
            self._framed.clear()
        frame = self._frame
        inside = range(size.height - gutter.height)
        self._render_missing([y - gutter.top for y in crop.line_range if y - gutter.top in inside], frame)
        strips = [
            self._framed[y - gutter.top] if y - gutter.top in inside else frame.outer_lines[y]
            for y in crop.line_range
        ]
        if crop.column_span != (0, size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _render_missing(self, ys: Iterable[int], frame: _Frame) -> None:
        changed = [y for y in ys if y not in self._framed]
        width = frame.size.width
        lines = self.apply_line_filters(self.content_strips(changed))
        for y, line in zip(changed, lines, strict=True):
            wide = _padded(line, width - frame.gutter.width)
            self._framed[y] = Strip([*frame.left, *wide, *frame.right], width)

    def _render_frame(self, size: Size, gutter: Spacing) -> _Frame:
        usual = self._styles_cache
        usual.clear()
        outside = [*range(gutter.top), *range(size.height - gutter.bottom, size.height)]
        around = {y: usual.render_widget(self, Region(0, y, size.width, 1))[0] for y in outside}
        (line,) = usual.render_widget(self, Region(0, gutter.top, size.width, 1))
        left, right = line.crop(0, gutter.left), line.crop(size.width - gutter.right, size.width)
        return _Frame(size, gutter, around, left, right)


def _padded(line: Strip, width: int) -> Strip:
    """The line padded to ``width`` cells in the style of its last segment."""
    if line.cell_length >= width:
        return line
    segments = list(line)
    end = segments[-1].style if segments else Style.null()
    return Strip([*segments, Segment(" " * (width - line.cell_length), end)], width)
