"""Where in a report the absence of a gold figure means something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.scoring.gold_rows import GoldRow, ReadSpan, Span


@dataclass(frozen=True, slots=True)
class KnownContext:
    """What of one report was looked at."""

    starts: list[int]
    ends: list[int]
    """Spans that are known, in order, none touching another."""
    paths: set[tuple[str, ...]] = field(default_factory=set)
    """Headings of sections that were read completely."""

    @classmethod
    def of_sections(cls, rows: Iterable[GoldRow], read: Iterable[ReadSpan]) -> KnownContext:
        """What lies in the spans that were read, and the figures that gold has anywhere."""
        spans = [(row.figure.start, row.figure.end) for row in rows]
        for one in read:
            spans += _closed(one)
        return cls(*_joined(spans))

    @classmethod
    def of_rows(cls, rows: Iterable[GoldRow]) -> KnownContext:
        """As far as rows alone tell it: around rows whose context is complete.

        That is their sentences, what lies between two of one section, and by its headings any place in or
        below such a section.
        """
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
        paths = {row.figure.section for row in complete if row.figure.section is not None}
        return cls(*_joined(spans), paths)

    def holds(self, row: FigureRow) -> bool:
        """Whether the row touches a known span, or stands in a section that was read or below one."""
        place = bisect_right(self.starts, row.end - 1) - 1
        if place >= 0 and self.ends[place] > row.start:
            return True
        path = row.section
        return path is not None and any(path[:depth] in self.paths for depth in range(len(path) + 1))


def _closed(read: ReadSpan) -> Iterator[Span]:
    """The span without the figures that are open."""
    at = read.start
    for start, end in sorted(read.open):
        if at < start:
            yield at, min(start, read.end)
        at = max(at, end)
    if at < read.end:
        yield at, read.end


def _joined(spans: Sequence[Span]) -> tuple[list[int], list[int]]:
    """Starts and ends of the spans in order, those that touch made one."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends
