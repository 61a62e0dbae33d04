"""Widgets without border and padding: their lines are what ``render_line`` makes, with nothing around."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from fzreview.tui.widgets.kept_lines import KeptLines


class BareLines(Widget):
    """As Textual's cache of styled lines makes them for such a widget, at a fraction of its cost."""

    def bare_lines(self, ys: Iterable[int]) -> list[Strip]:
        """These lines, before filters."""
        return [self.render_line(y) for y in ys]

    def filtered(self, strips: list[Strip]) -> list[Strip]:
        """Lines as the terminal is to show them."""
        _, background = self.background_colors
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return strips

    def render_lines(self, crop: Region) -> list[Strip]:
        strips = self.filtered(self.bare_lines(crop.line_range))
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


class BareScrollBar(KeptLines, BareLines, ScrollBar):
    """All its lines change whenever what it stands beside is scrolled: made as segments, not by a console."""

    def bare_lines(self, ys: Iterable[int]) -> list[Strip]:
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        style = bar.style
        assert isinstance(style, Style) and style.bgcolor is not None and style.color is not None
        rows = bar.render_bar(
            self.size.height,
            bar.virtual_size,
            bar.window_size,
            bar.position,
            self.size.width,
            back_color=style.bgcolor,
            bar_color=style.color,
        ).segments
        base = self.visual_style.rich_style
        # Most rows are the same: they share what is made of one of them.
        made: dict[Segment, Strip] = {}
        for row in {*rows}:
            made[row] = Strip(Segment.apply_style((row,), base), self.size.width)
        return [made[rows[y]] for y in ys]


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
