"""A figure proposed for a span that the extractor left out: a candidate, or what a reviewer marked."""

from __future__ import annotations

from fzreview.domain.figures.figure import Bound, Figure
from fzreview.domain.reports.report import Reading
from fzreview.review.open_report.candidates import Span


def proposed(reading: Reading, span: Span) -> Figure:
    """All fields proposed for a source span; the value is empty where the span holds no numeral."""
    # The extractor's tables load on first use: most sittings add no figure.
    from fzreview.reading.figures import propose_figure

    return propose_figure(reading.source, reading.clean, span, reading.outline)


def figures_around(reading: Reading, span: Span, reach: int = 400) -> tuple[Span, ...]:
    """The clean spans of the figures of a reading near a clean span."""
    clean = reading.clean
    start, end = clean.source_offset(max(span[0] - reach, 0)), clean.source_offset(span[1] + reach)
    return tuple(
        clean.clean_span(figure.start, figure.end)
        for figure in reading.figures
        if start <= figure.start and figure.end <= end
    )


def heads_around(reading: Reading, span: Span) -> tuple[str, ...]:
    """The heads of the row and the column of a clean span that is a number in a table; else none."""
    from fzreview.reading.figures import heads_of_cell

    return heads_of_cell(reading.clean.text, span[0])


def measure_of(reading: Reading, span: Span) -> tuple[str, Bound]:
    """Unit and bound as a source span holds them: no unit where the span ends before it."""
    figure = proposed(reading, span)
    return figure.unit if figure.end <= span[1] else "", figure.bound


def snap_span(reading: Reading, span: Span) -> Span:
    """A source span, moved to the numeral with its unit that it touches."""
    from fzreview.reading.figures import snap

    return snap(reading.source, reading.clean, span)
