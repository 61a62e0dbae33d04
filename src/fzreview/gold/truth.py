"""What gold asks for: its figures, what is none, and where the absence of a figure means something.

Of several reviewers' decisions about one figure the latest holds, as on the desk. A rejected figure is a hard
negative: predicting it is wrong wherever it stands. Beside the figures that gold knows, a prediction is only
wrong where somebody read the text completely; elsewhere it may be a figure that nobody has looked at yet.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from fzreview.gold.figure_rows import FigureRow

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldRow:
    """A row of a gold file."""

    figure: FigureRow
    line: int
    rejected: bool = False
    """Decided to be no figure."""
    machine: Span | None = None
    """Where the machine had put the figure: one figure for all who decided about it."""
    reviewer: str = ""
    decided_at: str = ""
    complete: bool | None = None
    """Whether the context was read completely; None where the file does not say, which is taken for yes."""
    sentence: tuple[int, str] | None = None
    """Where the sentence around the figure begins, and the sentence."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What predictions are held against."""

    figures: tuple[FigureRow, ...]
    rejected: tuple[FigureRow, ...]
    disputed: int
    """Figures on which reviewers differ."""
    _known: dict[str, _Known]

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for: figures that count neither way ask for nothing."""
        return all(row.optional for row in self.figures)

    def counts(self, row: FigureRow) -> bool:
        """Whether a prediction that answers no gold figure is wrong rather than not looked at."""
        known = self._known.get(row.doc)
        return known is None or known.holds(row)


def truth_of(rows: Iterable[GoldRow]) -> Truth:
    """Put the rows of a gold file together."""
    reports: defaultdict[str, list[GoldRow]] = defaultdict(list)
    for row in rows:
        reports[row.figure.doc].append(row)
    figures: list[FigureRow] = []
    rejected: list[FigureRow] = []
    known: dict[str, _Known] = {}
    disputed = 0
    for doc, group in reports.items():
        held, disputes = _latest(group)
        disputed += disputes
        figures += [row.figure for row in _without_overruled(held)]
        rejected += [row.figure for row in held if row.rejected]
        if any(row.complete is not None for row in group):
            known[doc] = _Known.of(group)
    return Truth(tuple(figures), tuple(rejected), disputed, known)


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


@dataclass(frozen=True, slots=True)
class _Known:
    """What of one report was looked at."""

    starts: list[int]
    ends: list[int]
    """Spans that are known, in order, none touching another."""
    paths: set[tuple[str, ...]] = field(default_factory=set)
    """Headings of sections that were read completely."""

    @classmethod
    def of(cls, rows: Iterable[GoldRow]) -> _Known:
        ordered = sorted(rows, key=lambda row: row.figure.start)
        spans: list[Span] = [(row.figure.start, row.figure.end) for row in ordered]
        complete = [row for row in ordered if row.complete]
        for row in complete:
            if row.sentence is not None:
                begin, sentence = row.sentence
                spans.append((begin, begin + len(sentence)))
        for row, following in pairwise(complete):
            if row.figure.section is not None and row.figure.section == following.figure.section:
                spans.append((row.figure.start, following.figure.end))
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends, {row.figure.section for row in complete if row.figure.section is not None})

    def holds(self, row: FigureRow) -> bool:
        """Whether the row touches a known span, or stands in a section that was read or below one."""
        place = bisect_right(self.starts, row.end - 1) - 1
        if place >= 0 and self.ends[place] > row.start:
            return True
        path = row.section
        return path is not None and any(path[:depth] in self.paths for depth in range(len(path) + 1))
