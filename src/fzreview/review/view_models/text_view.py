"""A report's text as a pane shows it: clean or source, with the spans to be marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.stored import StoredFigure

Side = Literal["clean", "source"]
SpanPair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TextView:
    """A text with spans in its own code points, each list in order of its starts."""

    text: str
    figures: tuple[SpanPair, ...]
    """One for each figure of the session, in the same order."""
    headings: tuple[SpanPair, ...]
    sections: tuple[int, ...]
    """Start of each section of the outline."""
    report: SpanPair
    """From the title (or the body, where no title survived) to the end of the body; outside is furniture."""
    repairs: tuple[SpanPair, ...] = ()
    """What the clean text changed; only in the source view."""

    def figure_at(self, span: SpanPair) -> int | None:
        """Index of the first figure that shares a character with a span."""
        index = max(bisect_right(self.figures, (span[0], span[0])) - 1, 0)
        for at in range(index, len(self.figures)):
            start, end = self.figures[at]
            if start >= span[1]:
                return None
            if end > span[0]:
                return at
        return None


def text_view(reading: Reading, figures: Sequence[StoredFigure], side: Side) -> TextView:
    """The clean or the source text of a reading with its marks."""
    title = reading.metadata.title_span
    begin = min(title[0], reading.body[0]) if title else reading.body[0]
    headings = [(section.start, section.end) for section in reading.outline if section.kind != "item"]
    spans = [(stored.figure.start, stored.figure.end) for stored in figures]
    starts = [section.start for section in reading.outline]
    if side == "source":
        return TextView(
            reading.source,
            tuple(spans),
            tuple(headings),
            tuple(starts),
            (begin, reading.body[1]),
            tuple(_joined(sorted({*_replaced(reading), *_removed(reading)}))),
        )
    clean = reading.clean
    return TextView(
        clean.text,
        tuple(clean.clean_span(*span) for span in spans),
        tuple(clean.clean_span(*span) for span in headings),
        tuple(clean.clean_offset(start) for start in starts),
        clean.clean_span(begin, reading.body[1]),
    )


def _joined(spans: Iterable[SpanPair]) -> Iterator[SpanPair]:
    """Spans in order, those that overlap as one."""
    last: SpanPair | None = None
    for span in spans:
        if last is not None and span[0] < last[1]:
            last = last[0], max(last[1], span[1])
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _replaced(reading: Reading) -> Iterator[SpanPair]:
    """What repairs changed, each with a row of its own."""
    return ((one.start, one.end) for one in reading.repairs if one.raw is not None and one.auto == "fix")


def _removed(reading: Reading) -> Iterator[SpanPair]:
    """What the clean text leaves out: glosses and marks, one row sums all of them up; blanks are no loss."""
    at = 0
    for run in reading.clean.runs:
        if run.source_start > at and not reading.source[at : run.source_start].isspace():
            yield at, run.source_start
        at = run.source_start + run.source_length
