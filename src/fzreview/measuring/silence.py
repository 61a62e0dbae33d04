"""Where a reviewer's silence about a figure is a word."""

from __future__ import annotations

from collections.abc import Sequence

from fzreview.domain.decisions.final_verdicts import (
    SETTLING,
    FinalVerdicts,
    final_figure_row,
    verdict_category,
)
from fzreview.domain.dissent.contradictions import Span
from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.scoring.gold_rows import GoldRow, ReadSpan
from fzreview.scoring.known_context import KnownContext


def known_by(words: FinalVerdicts, figures: Sequence[Span]) -> KnownContext:
    """Where silence is a word: at what was decided, and in sections read completely.

    ``figures`` are the spans of what the machine found: in a section that was read, those without a
    settling word are open. What somebody else added there is not: who read on past it has passed it by.
    """
    settled = [one for one in words.verdicts if verdict_category(one) in SETTLING]
    rows = [GoldRow(FigureRow.of_figure("", one), 0) for one in settled]
    rows += [GoldRow(final_figure_row("", one), 0) for one in settled if one.correction is not None]
    closed = {(row.figure.start, row.figure.end) for row in rows}
    opened = tuple(span for span in figures if span not in closed)
    return KnownContext.of_sections(rows, [ReadSpan("", *span, opened) for span in words.read])
