"""Widgets without border and padding: their lines are what ``render_line`` makes, with nothing around."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from fzreview.tui.widgets.lines.kept_lines import KeptLines


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

    _wanted: tuple[object, ...] | None = None
    """The look for which a paint was asked last."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        # Textual asks for it in each layout, changed or not: a frame more, behind the text.
        look = self._look() if self.is_attached else None
        if layout or recompose or look is None or look != self._wanted:
            self._wanted = look
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def _bar(self) -> ScrollBarRender:
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        return bar

    def _look(self) -> tuple[object, ...]:
        bar = self._bar()
        return self.outer_size, bar.style, bar.virtual_size, bar.window_size, bar.position

    def bare_lines(self, ys: Iterable[int]) -> list[Strip]:
        bar = self._bar()
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

    def watch_virtual_size(self, size: Size) -> None:
        # Before the layout that this asks for, so that the bar is painted with what it stands beside.
        if self._vertical_scrollbar is not None:
            self._vertical_scrollbar.window_virtual_size = size.height

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._vertical_scrollbar is None:
            bar = BareScrollBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar
