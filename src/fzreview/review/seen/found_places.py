"""Finding a wording in the open report, on the side that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fzreview.domain.reports.found import Excerpt
from fzreview.domain.reports.report import Reading
from fzreview.review.seen.text_view import Side
from fzreview.text.wording import Span, Wording


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """All places of a wording in one side of a report, one of them the current."""

    typed: str
    reading: Reading
    side: Side
    places: tuple[Span, ...]
    """In code points of the side's text, in order."""
    current: int | None = None
    """Which place; None before the first step and where there is none."""

    @classmethod
    def of(cls, typed: str, reading: Reading, side: Side) -> FoundPlaces:
        """Simplified words find their traditional source too, and words of the source its clean text."""
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
    def place(self) -> Span | None:
        """The current place."""
        return None if self.current is None else self.places[self.current]

    def at(self, number: int) -> FoundPlaces:
        """The same with this place as the current one, where there is such a place."""
        return replace(self, current=number) if 0 <= number < len(self.places) else self

    def moved(self, step: int) -> FoundPlaces:
        """The next (1) or previous (-1) place is the current one, round the ends."""
        if not self.places:
            return self
        if self.current is None:
            return self.at(0 if step > 0 else len(self.places) - 1)
        return self.at((self.current + step) % len(self.places))

    def shown_in(self, reading: Reading, side: Side) -> FoundPlaces:
        """The same words in another text; on another side of the same report the same place stays current."""
        if reading is self.reading and side == self.side:
            return self
        other = FoundPlaces.of(self.typed, reading, side)
        if reading is not self.reading or self.place is None:
            return other
        clean = reading.clean
        start, end = clean.clean_span(*self.place) if side == "clean" else clean.source_span(*self.place)
        same = (number for number, place in enumerate(other.places) if place[0] < end and start < place[1])
        return other.at(next(same, -1))

    def excerpts(self, most: int) -> Iterator[Excerpt]:
        """The first places with what stands around them."""
        text = self.reading.clean.text if self.side == "clean" else self.reading.source
        for place in self.places[:most]:
            yield Excerpt.around(text, *place)
