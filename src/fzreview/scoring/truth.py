"""What gold asks for: its figures, what is none, and where the absence of a figure means something.

Of several reviewers' decisions about one figure the latest holds, as on the desk. A rejected figure is a hard
negative: predicting it is wrong wherever it stands. Beside the figures that gold knows, a prediction is only
wrong where somebody read the text completely; elsewhere it may be a figure that nobody has looked at yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from fzreview.domain.decisions.times import is_possible
from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.scoring.gold_rows import GoldRow, ReadSpan, Span
from fzreview.scoring.known_context import KnownContext

FOR_EVER: Final = "9999"


@dataclass(frozen=True, slots=True)
class Truth:
    """What predictions are held against."""

    figures: tuple[FigureRow, ...]
    rejected: tuple[FigureRow, ...]
    disputed: int
    """Figures on which reviewers differ."""
    _known: dict[str, KnownContext]
    """By report; one that is missing was read completely."""

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for: figures that count neither way ask for nothing."""
        return all(row.optional for row in self.figures)

    def counts(self, row: FigureRow) -> bool:
        """Whether a prediction that answers no gold figure is wrong rather than not looked at."""
        known = self._known.get(row.doc)
        return known is None or known.holds(row)


def truth_of(
    rows: Iterable[GoldRow], read: Iterable[ReadSpan] | None = None, latest: str = FOR_EVER
) -> Truth:
    """Put the rows of a gold file together.

    ``latest`` is as late as a decision can be: what claims a later time, or one long before anybody worked,
    outvotes nobody. ``read`` is all that was read completely; None where gold does not list it, so that the
    rows tell it.
    """
    reports: defaultdict[str, list[GoldRow]] = defaultdict(list)
    for row in rows:
        reports[row.figure.doc].append(row)
    figures: list[FigureRow] = []
    rejected: list[FigureRow] = []
    known: dict[str, KnownContext] = {}
    disputed = 0
    for doc, group in reports.items():
        held, disputes = _latest([_timed(row, latest) for row in group])
        disputed += disputes
        figures += [row.figure for row in _without_overruled(held)]
        rejected += [row.figure for row in held if row.rejected]
        if read is None and any(row.complete is not None for row in group):
            known[doc] = KnownContext.of_rows(group)
    if read is not None:
        known = _listed(reports, read)
    return Truth(tuple(figures), tuple(rejected), disputed, known)


def _timed(row: GoldRow, latest: str) -> GoldRow:
    """The row without a time that cannot be."""
    return row if is_possible(row.decided_at, latest) else replace(row, decided_at="")


def _listed(reports: Mapping[str, Sequence[GoldRow]], read: Iterable[ReadSpan]) -> dict[str, KnownContext]:
    spans: defaultdict[str, list[ReadSpan]] = defaultdict(list)
    for one in read:
        spans[one.doc].append(one)
    return {
        doc: KnownContext.of_sections(reports.get(doc, ()), spans.get(doc, ()))
        for doc in reports.keys() | spans.keys()
    }


def _latest(rows: Sequence[GoldRow]) -> tuple[list[GoldRow], int]:
    """The row that holds of each figure, in the order of the file, and how many were disputed."""
    if not any(row.reviewer for row in rows):
        return list(rows), 0
    by_span: defaultdict[Span, list[GoldRow]] = defaultdict(list)
    for row in rows:
        by_span[row.machine or (row.figure.start, row.figure.end)].append(row)
    held: list[GoldRow] = []
    disputed = 0
    for group in by_span.values():
        held.append(max(group, key=lambda row: (row.decided_at, row.line)))
        if len(group) > 1:
            disputed += len({(row.rejected, row.figure) for row in group}) > 1
    return sorted(held, key=lambda row: row.line), disputed


def _without_overruled(rows: Iterable[GoldRow]) -> list[GoldRow]:
    """The figures without those that another reviewer marked later with another span."""
    kept: list[GoldRow] = []
    for row in sorted((row for row in rows if not row.rejected), key=lambda row: row.figure.start):
        last = kept[-1] if kept else None
        if last is None or last.reviewer == row.reviewer or last.figure.end <= row.figure.start:
            kept.append(row)
        elif (row.decided_at, row.line) > (last.decided_at, last.line):
            kept[-1] = row
    return kept
