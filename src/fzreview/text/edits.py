"""Replacing parts of a text while its offset map keeps up.

A `Draft` is a text on its way from the source to the clean text. Stages look at the text as it is
so far and return edits in its offsets; `Draft.apply` makes them and composes the maps.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from fzreview.domain.reports.clean_text import CleanText, Run


class Edit(NamedTuple):
    """Replace ``[start, end)`` by ``text``; an empty text removes."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way, with the runs that lead back to the source."""

    clean: CleanText

    @property
    def text(self) -> str:
        return self.clean.text

    def with_text(self, text: str) -> Draft:
        """The same map over another text of the same length."""
        if len(text) != len(self.clean.text):
            raise ValueError("a one-to-one change must keep the length")
        return self if text == self.clean.text else Draft(CleanText(text, self.clean.runs))

    def apply(self, edits: Sequence[Edit]) -> Draft:
        """Make the edits, which lie in rising order and do not overlap.

        An edit that would cut a run of unequal lengths is left out: its parts have no source of their own.
        """
        if not edits:
            return self
        text, runs = self.clean.text, self.clean.runs
        if len(runs) == 1 and runs[0].one_to_one:
            return Draft(
                CleanText.from_pieces(_shifted(_kept_and_changed(text, edits), runs[0].source_start))
            )
        uneven = [run for run in runs if not run.one_to_one]
        whole = [edit for edit in edits if not _cuts(edit, uneven)] if uneven else edits
        return Draft(CleanText.from_pieces(_composed(text, runs, whole)))

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        return self.clean.source_span(start, end)


def _cuts(edit: Edit, uneven: Sequence[Run]) -> bool:
    """Whether the edit begins or ends inside one of the runs, which lie in rising order."""
    for offset in (edit.start, edit.end):
        at = bisect_right(uneven, offset, key=_clean_start) - 1
        if at >= 0 and uneven[at].clean_start < offset < uneven[at].clean_start + uneven[at].length:
            return True
    return False


_clean_start = attrgetter("clean_start")


def _kept_and_changed(text: str, edits: Sequence[Edit]) -> Iterator[tuple[str, int, int]]:
    at = 0
    for start, end, new in edits:
        if start > at:
            yield text[at:start], at, start
        yield new, start, end
        at = end
    if at < len(text):
        yield text[at:], at, len(text)


def _shifted(pieces: Iterable[tuple[str, int, int]], by: int) -> Iterator[tuple[str, int, int]]:
    return ((piece, start + by, end + by) for piece, start, end in pieces) if by else iter(pieces)


def _composed(text: str, runs: Sequence[Run], edits: Sequence[Edit]) -> Iterator[tuple[str, int, int]]:
    """Pieces of the edited text with source offsets; one walk over runs and edits together."""
    index = 0
    at = 0
    for start, end, new in (*edits, Edit(len(text), len(text), "")):
        while at < start:
            run = runs[index]
            stop = min(start, run.clean_start + run.length)
            if run.one_to_one:
                shift = run.source_start - run.clean_start
                yield text[at:stop], at + shift, stop + shift
            else:
                yield text[at:stop], run.source_start, run.source_start + run.source_length
            at = stop
            if at == run.clean_start + run.length:
                index += 1
        if end == start:
            continue
        first = runs[index]
        source_start = first.source_start + (start - first.clean_start if first.one_to_one else 0)
        while runs[index].clean_start + runs[index].length < end:
            index += 1
        last = runs[index]
        inside = end - last.clean_start if last.one_to_one else last.source_length
        yield new, source_start, last.source_start + inside
        at = end
        if at == last.clean_start + last.length:
            index += 1
