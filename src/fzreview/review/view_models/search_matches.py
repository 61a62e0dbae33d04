"""The matches of a search in the open report, on the side of its text that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fzreview.domain.reports.found import Excerpt
from fzreview.domain.reports.report import Reading
from fzreview.review.view_models.text_view import Side
from fzreview.text.wording import Span, Wording


@dataclass(frozen=True, slots=True)
class SearchMatches:
    """All matches of a query in one side of a report, with the current one. Immutable."""

    typed: str
    reading: Reading
    side: Side
    spans: tuple[Span, ...]
    """In code points of the side's text, in order."""
    current: int | None = None
    """Index of the current match; None before the first step and without matches."""

    @classmethod
    def of(cls, typed: str, reading: Reading, side: Side) -> SearchMatches:
        """All matches of a typed query.

        A simplified query also matches traditional source text, and words of the source match the clean text
        made of it.
        """
        clean = reading.clean
        wording = Wording.typed(typed)
        in_source = wording.places(reading.source)
        if clean.text == reading.source:
            return cls(typed, reading, side, tuple(in_source))
        in_clean = wording.places(clean.text)
        if side == "clean":
            spans = {*in_clean, *(clean.clean_span(*span) for span in in_source)}
        else:
            spans = {*in_source, *(clean.source_span(*span) for span in in_clean)}
        return cls(typed, reading, side, tuple(sorted(span for span in spans if span[0] < span[1])))

    @property
    def span(self) -> Span | None:
        """The current match."""
        return None if self.current is None else self.spans[self.current]

    def at(self, number: int) -> SearchMatches:
        """With match ``number`` as the current one; unchanged where there is none."""
        return replace(self, current=number) if 0 <= number < len(self.spans) else self

    def moved(self, step: int) -> SearchMatches:
        """With the next (1) or previous (-1) match as the current one, wrapping around."""
        if not self.spans:
            return self
        if self.current is None:
            return self.at(0 if step > 0 else len(self.spans) - 1)
        return self.at((self.current + step) % len(self.spans))

    def shown_in(self, reading: Reading, side: Side) -> SearchMatches:
        """The same query in another text; on the other side of the same report the match stays current."""
        if reading is self.reading and side == self.side:
            return self
        other = SearchMatches.of(self.typed, reading, side)
        if reading is not self.reading or self.span is None:
            return other
        clean = reading.clean
        start, end = clean.clean_span(*self.span) if side == "clean" else clean.source_span(*self.span)
        same = (number for number, span in enumerate(other.spans) if span[0] < end and start < span[1])
        return other.at(next(same, -1))

    def excerpts(self, most: int) -> Iterator[Excerpt]:
        """The first ``most`` matches with their context."""
        text = self.reading.clean.text if self.side == "clean" else self.reading.source
        for span in self.spans[:most]:
            yield Excerpt.around(text, *span)
