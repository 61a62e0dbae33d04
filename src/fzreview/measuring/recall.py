"""What two readers tell of figures that the machine missed and perhaps both of them."""

from __future__ import annotations

from collections.abc import Iterable

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.final_verdicts import FinalVerdicts, SharedReport, final_figure_row, final_span
from fzreview.domain.figures.matching import match
from fzreview.measuring.capture import Capture


def capture_of(reports: Iterable[SharedReport]) -> Capture:
    """Figures that each added where both read completely, and that both added."""
    first = second = both = 0
    for report in reports:
        ones = _added(report.one, report.other)
        others = _added(report.other, report.one)
        pairs = match(
            [final_figure_row("", word) for word in ones], [final_figure_row("", word) for word in others]
        ).pairs
        first, second, both = first + len(ones), second + len(others), both + len(pairs)
    return Capture(first, second, both)


def _added(words: FinalVerdicts, other: FinalVerdicts) -> list[FigureVerdict]:
    return [
        word
        for word in words.kept()
        if word.origin == "reviewer" and words.has_read(final_span(word)) and other.has_read(final_span(word))
    ]
