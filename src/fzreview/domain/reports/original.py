"""The file that a report was converted from, and metadata that came with it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceMetadata:
    """Metadata outside the text: from an HTML head, the columns of a table, a crawl's record."""

    title: str | None = None
    url: str | None = None
    publish_date: str | None = None
    """ISO 8601."""
    source: str | None = None

    def or_else(self, other: SourceMetadata) -> SourceMetadata:
        """These values, completed by the other's where they are None."""
        return SourceMetadata(
            self.title or other.title,
            self.url or other.url,
            self.publish_date or other.publish_date,
            self.source or other.source,
        )


NO_SOURCE_METADATA = SourceMetadata()


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A printed page as a span of the source text, in code points."""

    number: int
    """Counted from 1."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Original:
    """The file that a report was made from, and the converter that made its text."""

    kind: str
    """``html``, ``pdf``, ``docx``, ``row`` …"""
    converter: str
    """Whose work the text is: ``html``, or the name of a plug-in."""
    version: str
    data: bytes | None = None
    """The file's bytes; None for a row, whose file holds others too."""
    pages: tuple[PageSpan, ...] = ()
    """In order; none where the kind has no pages."""


def page_of(pages: Sequence[PageSpan], offset: int) -> int | None:
    """Number of the page that holds a code point; None between pages."""
    at = bisect_right(pages, offset, key=lambda page: page.start) - 1
    return pages[at].number if at >= 0 and offset < pages[at].end else None
