"""Rendering a row of the text: its sign, its marks, the search match in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from fzreview.domain.figures.figure_state import FigureState
from fzreview.review.view_models.text_view import TextView
from fzreview.text.cells import cells
from fzreview.tui.widgets.text.marks import Span, TextMarks

TIED_SIGN: Final = "="
"""Sign in the gutter of a row where a figure begins that is tied to the current one."""
TIED: Final = "tied-"
"""Prefix of a state: the style name of a figure that is tied to the current one."""
FOUND: Final = "found-"
"""Prefix of any style name: that of the part inside the search match."""


class RowPainter:
    """Renders rows of a text with its marks. Spans are in code points of the text."""

    def __init__(
        self, style: Callable[[str], Style], view: TextView, text: str, states: Sequence[FigureState]
    ):
        """``style`` resolves a style name; the empty name is plain text.

        ``text`` is the displayable text of the view; ``states`` are those of its figures, in order.
        """
        self.view = view
        self.text = text
        self.states = list(states)
        self.current: int | None = None
        self.tied: frozenset[int] = frozenset()
        """Indexes of the figures that are tied to the current one."""
        self.found: Span | None = None
        self._style = style
        self._marks = TextMarks(view, self._mark_of)

    def exclude(self, spans: Sequence[Span]) -> None:
        """Mark these spans as excluded numerals."""
        self._marks = TextMarks(self.view, self._mark_of, spans)

    def figure_at(self, offset: int) -> int | None:
        """Index of the figure that covers an offset; None without one."""
        return self._marks.figure_at(offset)

    @property
    def current_span(self) -> Span | None:
        """Span of the current figure."""
        return None if self.current is None else self.view.figures[self.current]

    def row(self, start: int, end: int, width: int) -> Strip:
        """The strip of the characters ``[start, end)``, padded to ``width`` cells."""
        current = self.current_span
        here = current is not None and start <= current[0] < max(end, start + 1)
        tied = not here and self._ties_on(start, end)
        sign = "> " if here else f"{TIED_SIGN} " if tied else "  "
        segments = [Segment(sign, self._style("current" if here else ""))]
        at = start
        for mark_start, mark_end, name in self._marks.of_row(start, end):
            if mark_start > at:
                segments += self._pieces(at, mark_start, self._plain(at))
            segments += self._pieces(mark_start, mark_end, name)
            at = mark_end
        if at < end:
            segments += self._pieces(at, end, self._plain(at))
        taken = len(sign) + cells(self.text[start:end])
        if taken < width:
            segments.append(Segment(" " * (width - taken), self._style("")))
        return Strip(segments, max(taken, width))

    def _pieces(self, start: int, end: int, look: str) -> list[Segment]:
        """The segments of a span of one style; the search match in it is styled on top."""
        if self.found is None or self.found[1] <= start or self.found[0] >= end:
            return [Segment(self.text[start:end], self._style(look))]
        begin, finish = max(start, self.found[0]), min(end, self.found[1])
        stretches = ((start, begin, look), (begin, finish, f"{FOUND}{look}"), (finish, end, look))
        return [Segment(self.text[a:b], self._style(name)) for a, b, name in stretches if a < b]

    def _mark_of(self, index: int) -> str:
        if index == self.current:
            return "current"
        state = self.states[index]
        return f"{TIED}{state}" if index in self.tied else state

    def _ties_on(self, start: int, end: int) -> bool:
        """Whether a figure that is tied to the current one begins in ``[start, end)``."""
        return any(start <= self.view.figures[index][0] < end for index in self.tied)

    def _plain(self, offset: int) -> str:
        begin, end = self.view.report
        return "" if begin <= offset < end else "furniture"
