"""What of a wrapped text stands on the screen, and scrolling there."""

from __future__ import annotations

from typing import Final

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView

from fzreview.tui.widgets.lines.borderless import FastScrollBarMixin
from fzreview.tui.widgets.text.wrapped_text import Span, WrappedText

GUTTER: Final = 2
"""Cells left of the text; the current figure's row carries a sign there."""


class TextViewport(FastScrollBarMixin, ScrollView):
    """Rows of one text; subclasses make and paint them. Spans are code points of the text."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows = WrappedText()
        self._wrapped_width = 0
        """Cells of a row; 0 where the text is to be wrapped anew."""
        self._pending_top: int | None = None
        self._layout_count = 0
        """Counts what was shown and how it was wrapped."""
        self._painted_state: tuple[int, int, int] | None = None
        """The frame that was painted last, as :attr:`_paint_state` tells it."""
        self._anchor = 0

    # What subclasses give

    def wrap_text(self, width: int) -> WrappedText:
        """The text wrapped to so many cells."""
        raise NotImplementedError

    @property
    def current_span(self) -> Span | None:
        """Where the current figure stands in the text; None without one."""
        raise NotImplementedError

    # What is seen

    @property
    def is_painted(self) -> bool:
        """Whether the terminal shows the pane as it is scrolled and wrapped now."""
        return self._painted_state == self._paint_state

    @property
    def _paint_state(self) -> tuple[int, int, int]:
        return self._layout_count, *self._visible_rows

    @property
    def _visible_rows(self) -> tuple[int, int]:
        """The first row that is seen, and how many are: asked several times a key."""
        # A pane without border and padding is as high as its lines.
        return round(self.scroll_y), self.outer_size.height

    def fits(self, span: Span) -> bool:
        """Whether the pane can show a span wholly, or may once it is wrapped."""
        if not self._rows:
            return bool(self.size)
        first, last = self._rows.rows_of(span)
        return last - first < self.size.height

    def is_span_visible(self, span: Span, whole: bool = True) -> bool:
        """Whether a span stands on the screen: wholly, or any row of it."""
        if not self.is_painted or not self._rows:
            return False
        first, last = self._rows.rows_of(span)
        return self._are_rows_visible(first, last) if whole else self._is_any_row_visible(first, last)

    def is_sentence_visible(self, span: Span) -> bool:
        """Whether the sentence around a span stands on the screen, as far as the pane has room for it.

        The span itself stands there wholly then, where the pane can show it.
        """
        top, height = self._visible_rows
        if self._painted_state != (self._layout_count, top, height) or not self._rows:
            return False
        first, last = self._rows.sentence_rows(span, height)
        return top <= first and last < top + height

    def _are_rows_visible(self, first: int, last: int) -> bool:
        """Whether all of these rows are seen."""
        top, height = self._visible_rows
        return top <= first and last < top + height

    def _is_any_row_visible(self, first: int, last: int) -> bool:
        top, height = self._visible_rows
        return first < top + height and top <= last

    def scroll_offset_to_top(self, offset: int) -> None:
        """Scroll so that this offset of the text stands on top."""
        if self._visible_rows[1] and self._rows:
            self.scroll_to(y=self._rows.row_of(offset), animate=False, force=True)

    @property
    def top_offset(self) -> int:
        """Offset of the first character that is seen."""
        top = self.scroll_offset.y
        return self._rows[top][0] if top < len(self._rows) else 0

    def restore_top(self, offset: int) -> None:
        """Let the row of this offset be the first that is seen, also while the pane has no size yet."""
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
        """Where on the screen the current figure and its sentence are; None where they are not seen."""
        current = self.current_span
        if current is None or not self._rows:
            return None
        first, last = self._rows.sentence_rows(current, self.size.height)
        x, y, width, _ = self.region
        rows = Region(x, y + first - self.scroll_offset.y, width, last - first + 1)
        return rows.intersection(self.region) or None

    def rewrap(self) -> bool:
        """Wrap to the width that the pane has now; False where that changes nothing. What was seen stays."""
        width = max(self.scrollable_content_region.width - GUTTER, 1)
        if not self.size.width or width == self._wrapped_width:
            return False
        top = self.top_offset
        if self._rows.row_of(self._anchor) == self.scroll_offset.y:
            # Rows begin elsewhere at each width: without the anchor, every resize would drift upward.
            top = self._anchor
        # Who scrolled away from the current figure stays there.
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
        """Scroll so that a span is seen with its sentence, only as far as that needs.

        ``ahead``: what follows matters more than what was before it.
        """
        top, height = self._visible_rows
        if not height or not self._rows:
            return
        first, last = self._rows.sentence_rows(span, height)
        if first < top or last >= top + height:
            # What is seen before it gives way to the sentence itself.
            above = max(0, min(1 if ahead else height // 3, height - (last - first + 1)))
            self.scroll_to(y=max(0, first - above), animate=False, force=True)
