"""A wrapped text: the rows of offsets, spans and sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from fzreview.text.cells import offset_at_cell
from fzreview.text.sentences.around import sentence_around
from fzreview.text.wrap import wrap_rows

Span = tuple[int, int]
RowRange = tuple[int, int]
"""First and last row, both inclusive."""

MAX_SENTENCE_REACH = 2_000
"""How far, in characters to each side, the ends of a sentence are searched: text may lack punctuation."""


class WrappedText:
    """A text wrapped to a width in cells. Spans are in code points of the text."""

    def __init__(self, text: str = "", width: int = 0, keep: Sequence[Span] = ()) -> None:
        """``keep`` are spans not to break where possible; a width of 0 makes no rows."""
        self._text = text
        self._rows = wrap_rows(text, width, keep) if width else []
        self._starts = [start for start, _ in self._rows]

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, row: int) -> Span:
        return self._rows[row]

    def row_of(self, offset: int) -> int:
        """The row of a character."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def rows_of(self, span: Span) -> RowRange:
        """The first and the last row of a span."""
        return self.row_of(span[0]), self.row_of(max(span[0], span[1] - 1))

    def offset_at(self, row: int, cell: int) -> int:
        """Offset of the character at a cell of a row; of the last one where the row is shorter."""
        start, end = self._rows[row]
        return start + offset_at_cell(self._text[start:end], max(cell, 0))

    def sentence_rows(self, span: Span, most: int) -> RowRange:
        """The rows of the sentence around a span, at most ``most`` of them, always with those of the span."""
        first, last = self.rows_of(span)
        begin, end = self.rows_of(sentence_around(self._text, *span, MAX_SENTENCE_REACH))
        if end - begin >= most:
            begin = max(begin, first - max(most - (last - first + 1), 0) // 2)
            end = max(min(end, begin + most - 1), last)
        return begin, end
