"""What of a wrapped text stands on the screen, and scrolling there."""

from __future__ import annotations

from typing import Final

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView

from fzreview.tui.widgets.lines.borderless import FastScrollBarMixin
from fzreview.tui.widgets.text.rows import Span, TextRows

GUTTER: Final = 2
"""Cells left of the text; the current figure's row carries a sign there."""


class TextScroll(FastScrollBarMixin, ScrollView):
    """Rows of one text; subclasses make and paint them. Spans are code points of the text."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows = TextRows()
        self._wrapped_width = 0
        """Cells of a row; 0 where the text is to be wrapped anew."""
        self._wanted_top: int | None = None
        self._layouts = 0
        """Counts what was shown and how it was wrapped."""
        self._painted: tuple[int, int, int] | None = None
        """The frame that was painted last, as :attr:`_frame` tells it."""
        self._anchor = 0

    # What subclasses give

    def in_rows(self, width: int) -> TextRows:
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
        return self._painted == self._frame

    @property
    def _frame(self) -> tuple[int, int, int]:
        return self._layouts, *self._window

    @property
    def _window(self) -> tuple[int, int]:
        """The first row that is seen, and how many are: asked several times a key."""
        # A pane without border and padding is as high as its lines.
        return round(self.scroll_y), self.outer_size.height

    def has_room_for(self, span: Span) -> bool:
        """Whether the pane can show a span wholly, or may once it is wrapped."""
        if not self._rows:
            return bool(self.size)
        first, last = self._rows.rows_of(span)
        return last - first < self.size.height

    def sees(self, span: Span, whole: bool = True) -> bool:
        """Whether a span stands on the screen: wholly, or any row of it."""
        if not self.is_painted or not self._rows:
            return False
        first, last = self._rows.rows_of(span)
        return self._shows(first, last) if whole else self._shows_any(first, last)

    def sees_sentence(self, span: Span) -> bool:
        """Whether the sentence around a span stands on the screen, as far as the pane has room for it.

        The span itself stands there wholly then, where the pane can show it.
        """
        top, height = self._window
        if self._painted != (self._layouts, top, height) or not self._rows:
            return False
        first, last = self._rows.sentence_rows(span, height)
        return top <= first and last < top + height

    def _shows(self, first: int, last: int) -> bool:
        """Whether all of these rows are seen."""
        top, height = self._window
        return top <= first and last < top + height

    def _shows_any(self, first: int, last: int) -> bool:
        top, height = self._window
        return first < top + height and top <= last

    def reveal_offset(self, offset: int) -> None:
        """Scroll so that this offset of the text stands on top."""
        if self._window[1] and self._rows:
            self.scroll_to(y=self._rows.row_of(offset), animate=False, force=True)

    @property
    def top_offset(self) -> int:
        """Offset of the first character that is seen."""
        top = self.scroll_offset.y
        return self._rows[top][0] if top < len(self._rows) else 0

    def scroll_to_offset(self, offset: int) -> None:
        """Let the row of this offset be the first that is seen, also while the pane has no size yet."""
        self._wanted_top = offset
        if self._wrapped_width:
            self._scroll_to_wanted()

    def _scroll_to_wanted(self) -> None:
        if self._wanted_top is not None:
            self.scroll_to(y=self._rows.row_of(self._wanted_top), animate=False, force=True)
            self._anchor = self._wanted_top
            self._wanted_top = None

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

    def wrap_again(self) -> bool:
        """Wrap to the width that the pane has now; False where that changes nothing. What was seen stays."""
        width = max(self.scrollable_content_region.width - GUTTER, 1)
        if not self.size.width or width == self._wrapped_width:
            return False
        top = self.top_offset
        if self._rows.row_of(self._anchor) == self.scroll_offset.y:
            # Rows begin elsewhere at each width: without the anchor, every resize would drift upward.
            top = self._anchor
        # Who scrolled away from the current figure stays there.
        follow = self._wrapped_width == 0 or self._sees_current()
        first = self._wrapped_width == 0
        self._wrapped_width = width
        self._layouts += 1
        self._rows = self.in_rows(width)
        self.virtual_size = Size(width + GUTTER, len(self._rows))
        self._anchor = top
        if not first:
            self.scroll_to(y=self._rows.row_of(top), animate=False, force=True)
        current = self.current_span
        if current is not None and follow:
            self.reveal(current)
        self._scroll_to_wanted()
        return True

    def _sees_current(self) -> bool:
        current, top = self.current_span, self.scroll_offset.y
        return current is not None and top <= self._rows.row_of(current[0]) < top + self.size.height

    def reveal(self, span: Span, ahead: bool = False) -> None:
        """Scroll so that a span is seen with its sentence, only as far as that needs.

        ``ahead``: what follows matters more than what was before it.
        """
        top, height = self._window
        if not height or not self._rows:
            return
        first, last = self._rows.sentence_rows(span, height)
        if first < top or last >= top + height:
            # What is seen before it gives way to the sentence itself.
            above = max(0, min(1 if ahead else height // 3, height - (last - first + 1)))
            self.scroll_to(y=max(0, first - above), animate=False, force=True)
