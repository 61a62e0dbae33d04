"""Widgets without border and padding: their lines are what ``render_line`` makes, with nothing around."""

from __future__ import annotations

from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget


class BareLines(Widget):
    """As Textual's cache of styled lines makes them for such a widget, at a fraction of its cost."""

    def bare_lines(self, ys: range) -> list[Strip]:
        """These lines, before filters."""
        return [self.render_line(y) for y in ys]

    def render_lines(self, crop: Region) -> list[Strip]:
        strips = self.bare_lines(crop.line_range)
        _, background = self.background_colors
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


class BareScrollBar(BareLines, ScrollBar):
    """All its lines change whenever what it stands beside is scrolled."""


class WithBareScrollBar(Widget):
    """Scrolls up and down beside such a bar."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._vertical_scrollbar is None:
            bar = BareScrollBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar
