"""The repaired text of a report, which knows where each of its characters came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` clean characters that came from ``source_length`` source characters.

    Equal lengths map one to one; unequal lengths map every clean character to the whole
    source run. Source characters that no run covers were removed.
    """

    clean_start: int
    source_start: int
    length: int
    source_length: int

    @property
    def one_to_one(self) -> bool:
        return self.length == self.source_length


@dataclass(frozen=True)
class CleanText:
    """Clean text with its offset map.

    The runs lie in rising order in both texts, cover the clean text without gaps, and never
    overlap in the source. All offsets are code points.
    """

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def identity(cls, source: str) -> CleanText:
        """A clean text equal to its source."""
        return cls(source, (Run(0, 0, len(source), len(source)),) if source else ())

    @classmethod
    def from_pieces(cls, pieces: Iterable[tuple[str, int, int]]) -> CleanText:
        """Build from ``(clean piece, source_start, source_end)`` in rising source order.

        Pieces that touch and map one to one are joined; empty pieces are removals and vanish.
        """
        texts: list[str] = []
        runs: list[Run] = []
        # The run that still grows: where it begins in both texts, and its lengths in both.
        clean_start = source_start = length = source_length = 0
        for piece, start, end in pieces:
            if not piece:
                continue
            texts.append(piece)
            size, source_size = len(piece), end - start
            if size == source_size and length == source_length and source_start + source_length == start:
                length += size
                source_length += source_size
                continue
            if length:
                runs.append(Run(clean_start, source_start, length, source_length))
            clean_start += length
            source_start, length, source_length = start, size, source_size
        if length:
            runs.append(Run(clean_start, source_start, length, source_length))
        return cls("".join(texts), tuple(runs))

    @cached_property
    def _clean_starts(self) -> list[int]:
        return [run.clean_start for run in self.runs]

    @cached_property
    def _source_starts(self) -> list[int]:
        return [run.source_start for run in self.runs]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the clean span ``[start, end)``; removed characters at its ends stay out.

        An empty span maps to the empty span before the source of the character at ``start``.
        Raises ValueError when the span does not lie in the clean text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"clean span {start}-{end} outside 0-{len(self.text)}")
        if start == end:
            at = self.source_offset(start)
            return at, at
        return self.source_offset(start), self._source_end(end)

    def source_offset(self, offset: int) -> int:
        """Source offset of the clean character at ``offset``.

        The end of the clean text maps to the end of the last run.
        """
        if not self.runs:
            return 0
        if offset >= len(self.text):
            last = self.runs[-1]
            return last.source_start + last.source_length
        run = self.runs[bisect_right(self._clean_starts, offset) - 1]
        return run.source_start + (offset - run.clean_start if run.one_to_one else 0)

    def _source_end(self, end: int) -> int:
        run = self.runs[bisect_right(self._clean_starts, end - 1) - 1]
        return run.source_start + (end - run.clean_start if run.one_to_one else run.source_length)

    def clean_offset(self, source_offset: int) -> int:
        """Clean offset of the first character whose source lies at or after ``source_offset``.

        A source offset inside a many-to-many run maps to the start of that run's clean characters.
        """
        index = bisect_right(self._source_starts, source_offset) - 1
        if index < 0:
            return 0
        run = self.runs[index]
        inside = source_offset - run.source_start
        if inside >= run.source_length:
            return run.clean_start + run.length
        return run.clean_start + (inside if run.one_to_one else 0)

    def clean_span(self, source_start: int, source_end: int) -> tuple[int, int]:
        """The clean span that holds every clean character that came from the source span."""
        start = self.clean_offset(source_start)
        if source_end <= source_start:
            return start, start
        index = bisect_right(self._source_starts, source_end - 1) - 1
        if index < 0:
            return start, start
        run = self.runs[index]
        inside = source_end - run.source_start
        if inside >= run.source_length or not run.one_to_one:
            return start, run.clean_start + run.length
        return start, max(start, run.clean_start + inside)
