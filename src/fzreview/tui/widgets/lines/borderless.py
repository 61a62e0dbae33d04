"""Widgets without border and padding, rendered without Textual's styles cache."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from fzreview.tui.widgets.lines.render_cache import RenderCache


class BorderlessLines(Widget):
    """Renders what Textual's styles cache renders for a widget without border and padding, but faster."""

    def content_strips(self, ys: Iterable[int]) -> list[Strip]:
        """The strips of these lines of the content (``ys`` count from its top), before line filters."""
        return [self.render_line(y) for y in ys]

    def apply_line_filters(self, strips: list[Strip]) -> list[Strip]:
        """The strips with the app's line filters applied, e.g. ``NO_COLOR``."""
        _, background = self.background_colors
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return strips

    def render_lines(self, crop: Region) -> list[Strip]:
        strips = self.apply_line_filters(self.content_strips(crop.line_range))
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


class FastScrollBar(RenderCache, BorderlessLines, ScrollBar):
    """A vertical scroll bar that builds its segments itself instead of rendering through a Rich console."""

    _requested_look: tuple[object, ...] | None = None
    """Size, style and position for which a repaint was requested last."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        # Textual refreshes scroll bars in every layout, which would cost a frame of its own.
        look = self._look() if self.is_attached else None
        if layout or recompose or look is None or look != self._requested_look:
            self._requested_look = look
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def _bar(self) -> ScrollBarRender:
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        return bar

    def _look(self) -> tuple[object, ...]:
        bar = self._bar()
        return self.outer_size, bar.style, bar.virtual_size, bar.window_size, bar.position

    def content_strips(self, ys: Iterable[int]) -> list[Strip]:
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
        # Most rows are equal and share one strip.
        made: dict[Segment, Strip] = {}
        for row in {*rows}:
            made[row] = Strip(Segment.apply_style((row,), base), self.size.width)
        return [made[rows[y]] for y in ys]


class FastScrollBarMixin(Widget):
    """A scrollable widget with a :class:`FastScrollBar` as its vertical scroll bar."""

    def watch_virtual_size(self, size: Size) -> None:
        # Before the layout that the new size triggers, so that bar and content are painted in one frame.
        if self._vertical_scrollbar is not None:
            self._vertical_scrollbar.window_virtual_size = size.height

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._vertical_scrollbar is None:
            bar = FastScrollBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar
