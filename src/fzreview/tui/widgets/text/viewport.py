"""The viewport of a wrapped text: which rows are visible, and scrolling to spans."""

from __future__ import annotations

from typing import Final

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView

from fzreview.tui.widgets.lines.borderless import FastScrollBarMixin
from fzreview.tui.widgets.text.wrapped_text import Span, WrappedText

GUTTER: Final = 2
"""Width in cells of the column left of the text, where the current figure's row has a sign."""


class TextViewport(FastScrollBarMixin, ScrollView):
    """A scrollable, wrapped text; subclasses wrap and render it. Spans are in code points of the text."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows = WrappedText()
        self._wrapped_width = 0
        """Width in cells to which the rows are wrapped; 0 until the text is wrapped."""
        self._pending_top: int | None = None
        """Offset to scroll to once the text is wrapped."""
        self._layout_count = 0
        """Incremented by every new text and every rewrap."""
        self._painted_state: tuple[int, int, int] | None = None
        """The :attr:`_paint_state` of the last paint."""
        self._anchor = 0
        """Offset that stays in the top row while the pane is resized."""

    # For subclasses to implement

    def wrap_text(self, width: int) -> WrappedText:
        """Wrap the text to ``width`` cells."""
        raise NotImplementedError

    @property
    def current_span(self) -> Span | None:
        """The span of the current figure; None without one."""
        raise NotImplementedError

    # Visibility

    @property
    def is_painted(self) -> bool:
        """Whether the last paint shows the current scroll position and layout."""
        return self._painted_state == self._paint_state

    @property
    def _paint_state(self) -> tuple[int, int, int]:
        return self._layout_count, *self._visible_rows

    @property
    def _visible_rows(self) -> tuple[int, int]:
        """First visible row and number of visible rows; cheap, since each key asks several times."""
        # Without border and padding the outer height is that of the content.
        return round(self.scroll_y), self.outer_size.height

    def fits(self, span: Span) -> bool:
        """Whether all rows of a span fit into the viewport; unknown before the text is wrapped, then True."""
        if not self._rows:
            return bool(self.size)
        first, last = self._rows.rows_of(span)
        return last - first < self.size.height

    def is_span_visible(self, span: Span, whole: bool = True) -> bool:
        """Whether a span is painted and visible: all of its rows, or with ``whole=False`` any of them."""
        if not self.is_painted or not self._rows:
            return False
        first, last = self._rows.rows_of(span)
        return self._are_rows_visible(first, last) if whole else self._is_any_row_visible(first, last)

    def is_sentence_visible(self, span: Span) -> bool:
        """Whether the sentence around a span is painted and visible, as far as it fits into the viewport.

        The span itself is then visible as a whole, where it fits.
        """
        top, height = self._visible_rows
        if self._painted_state != (self._layout_count, top, height) or not self._rows:
            return False
        first, last = self._rows.sentence_rows(span, height)
        return top <= first and last < top + height

    def _are_rows_visible(self, first: int, last: int) -> bool:
        """Whether all rows from ``first`` to ``last`` are visible."""
        top, height = self._visible_rows
        return top <= first and last < top + height

    def _is_any_row_visible(self, first: int, last: int) -> bool:
        top, height = self._visible_rows
        return first < top + height and top <= last

    def scroll_offset_to_top(self, offset: int) -> None:
        """Scroll the row of an offset to the top of the viewport now."""
        if self._visible_rows[1] and self._rows:
            self.scroll_to(y=self._rows.row_of(offset), animate=False, force=True)

    @property
    def top_offset(self) -> int:
        """Offset of the first visible character."""
        top = self.scroll_offset.y
        return self._rows[top][0] if top < len(self._rows) else 0

    def restore_top(self, offset: int) -> None:
        """Scroll the row of an offset to the top, once the text is wrapped; resizes keep it there."""
        self._pending_top = offset
        if self._wrapped_width:
            self._apply_pending_top()

    def _apply_pending_top(self) -> None:
        if self._pending_top is not None:
            self.scroll_to(y=self._rows.row_of(self._pending_top), animate=False, force=True)
            self._anchor = self._pending_top
            self._pending_top = None

    @property
    def current_region(self) -> Region | None:
        """Screen region of the current figure's sentence; None where it is not visible."""
        current = self.current_span
        if current is None or not self._rows:
            return None
        first, last = self._rows.sentence_rows(current, self.size.height)
        x, y, width, _ = self.region
        rows = Region(x, y + first - self.scroll_offset.y, width, last - first + 1)
        return rows.intersection(self.region) or None

    def rewrap(self) -> bool:
        """Wrap to the current width, keeping the scroll position; False where the width has not changed."""
        width = max(self.scrollable_content_region.width - GUTTER, 1)
        if not self.size.width or width == self._wrapped_width:
            return False
        top = self.top_offset
        if self._rows.row_of(self._anchor) == self.scroll_offset.y:
            # Row boundaries differ at each width: without an anchor every resize would scroll up a little.
            top = self._anchor
        # A reviewer who has scrolled away from the current figure is not brought back.
        follow = self._wrapped_width == 0 or self._is_current_visible()
        first = self._wrapped_width == 0
        self._wrapped_width = width
        self._layout_count += 1
        self._rows = self.wrap_text(width)
        self.virtual_size = Size(width + GUTTER, len(self._rows))
        self._anchor = top
        if not first:
            self.scroll_to(y=self._rows.row_of(top), animate=False, force=True)
        current = self.current_span
        if current is not None and follow:
            self.reveal(current)
        self._apply_pending_top()
        return True

    def _is_current_visible(self) -> bool:
        current, top = self.current_span, self.scroll_offset.y
        return current is not None and top <= self._rows.row_of(current[0]) < top + self.size.height

    def reveal(self, span: Span, ahead: bool = False) -> None:
        """Scroll as little as needed to make a span visible with its sentence.

        ``ahead``: leave more room below the sentence than above it.
        """
        top, height = self._visible_rows
        if not height or not self._rows:
            return
        first, last = self._rows.sentence_rows(span, height)
        if first < top or last >= top + height:
            # Context above only as far as the whole sentence still fits.
            above = max(0, min(1 if ahead else height // 3, height - (last - first + 1)))
            self.scroll_to(y=max(0, first - above), animate=False, force=True)
