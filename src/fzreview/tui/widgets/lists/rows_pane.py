"""A virtual list of one-line rows: only visible rows are rendered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from fzreview.tui.widgets.lines.base_style_cache import BaseStyleCache
from fzreview.tui.widgets.lines.borderless import FastScrollBarMixin
from fzreview.tui.widgets.lines.frame_cache import FrameCache
from fzreview.tui.widgets.lines.line_diff import differing_prefix_cells
from fzreview.tui.widgets.lines.render_cache import RenderCache
from fzreview.tui.widgets.text.strip import text_strip


class RowsPane(
    BaseStyleCache,
    RenderCache,
    FrameCache,
    FastScrollBarMixin,
    ScrollView,
    can_focus=True,
    inherit_bindings=False,
):
    """A list of any length with a cursor; subclasses render the rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "move_to(0)", show=False),
        Binding("end", "move_to(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows-pane--cursor"}

    class RowHighlighted(Message):
        """The cursor was moved by the reviewer."""

        def __init__(self, pane: RowsPane, row: int) -> None:
            super().__init__()
            self.pane = pane
            self.row = row

        @property
        def control(self) -> RowsPane:
            return self.pane

    class RowChosen(Message):
        """A row was chosen by Enter or a click."""

        def __init__(self, pane: RowsPane, row: int) -> None:
            super().__init__()
            self.pane = pane
            self.row = row

        @property
        def control(self) -> RowsPane:
            return self.pane

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._count = 0
        self._row_width = 0
        """Width in cells of a row in the current render."""
        self.cursor = 0

    # For subclasses to implement

    def row_text(self, row: int, width: int) -> Text:
        """The row, at most ``width`` cells wide, made of displayable text."""
        raise NotImplementedError

    def cursor_style(self) -> Style:
        """The style that is applied on top of the row at the cursor."""
        style = self.get_component_rich_style("rows-pane--cursor", partial=True)
        if self.has_focus:
            # Dimmed text would be reversed to another background than the rest of the row.
            style += Style(reverse=True, dim=False)
        return style

    # Public methods

    def show_rows(self, count: int, cursor: int = 0) -> None:
        """Set the number of rows and the cursor."""
        self._count = count
        self.cursor = min(max(cursor, 0), max(count - 1, 0))
        self.virtual_size = Size(self.scrollable_content_region.width, count)
        self._scroll_to_cursor()
        self.refresh()

    @property
    def row_count(self) -> int:
        return self._count

    def move_cursor(self, row: int) -> None:
        """Move the cursor without posting a message."""
        row = min(max(row, 0), max(self._count - 1, 0))
        if row == self.cursor:
            return
        before, self.cursor = self.cursor, row
        self.refresh_row(before)
        self.refresh_row(row)
        self._scroll_to_cursor()

    def is_row_visible(self, row: int) -> bool:
        """Whether a row is visible."""
        return 0 <= row - self.scroll_offset.y < self.size.height

    def refresh_row(self, row: int) -> None:
        """Repaint a row."""
        self.refresh_rows((row,))

    def refresh_rows(self, rows: Iterable[int]) -> None:
        """Repaint these rows."""
        top, size = self.scroll_offset.y, self.size
        for row in rows:
            if top <= row < top + size.height:
                self._refresh_cells(row, size.width)

    def refresh_difference(self, row: int, before: Text) -> None:
        """Repaint the part of a row that differs from ``before``, its previous text."""
        width = self.size.width
        self._refresh_cells(row, differing_prefix_cells(before, self.row_text(row, width), width))

    def _refresh_cells(self, row: int, count: int) -> None:
        if count:
            self.refresh(Region(0, row - self.scroll_offset.y, count, 1))

    # Keys and mouse

    def action_move(self, step: int) -> None:
        self._move_cursor_by_user(self.cursor + step)

    def action_page(self, step: int) -> None:
        self._move_cursor_by_user(self.cursor + step * max(self.size.height - 1, 1))

    def action_move_to(self, row: int) -> None:
        self._move_cursor_by_user(self._count - 1 if row < 0 else row)

    def action_choose(self) -> None:
        if self._count:
            self.post_message(self.RowChosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        if 0 <= row < self._count:
            self.move_cursor(row)
            self.post_message(self.RowChosen(self, row))

    def _move_cursor_by_user(self, row: int) -> None:
        before = self.cursor
        self.move_cursor(row)
        if self.cursor != before:
            self.post_message(self.RowHighlighted(self, self.cursor))

    def _scroll_to_cursor(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if height and not top <= self.cursor < top + height:
            self.scroll_to(y=max(0, self.cursor - height // 3), animate=False, force=True)

    # Painting

    def on_resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._count)
        self._scroll_to_cursor()

    def watch_has_focus(self, _focused: bool) -> None:
        self.refresh_row(self.cursor)

    def render_lines(self, crop: Region) -> list[Strip]:
        self._row_width = self.scrollable_content_region.width
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        width = self._row_width
        base = self.base_style
        if row >= self._count:
            return Strip.blank(width, base)
        strip = text_strip(self.row_text(row, width), base, width)
        style = self.cursor_style() if row == self.cursor else None
        # As post style, since the segments have background colours of their own.
        return Strip(Segment.apply_style(strip, post_style=style), width) if style else strip
