"""What a report was before it was text: a web page, a PDF, a row of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What comes with a text without being in it: fields of a page's head, columns of a table, a crawl's."""

    title: str | None = None
    url: str | None = None
    publish_date: str | None = None
    """ISO 8601."""
    source: str | None = None

    def or_else(self, other: Told) -> Told:
        """These values, and the other's where there are none."""
        return Told(
            self.title or other.title,
            self.url or other.url,
            self.publish_date or other.publish_date,
            self.source or other.source,
        )


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A printed page and the code points of the source text that stand on it."""

    number: int
    """Counted from 1."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was, and what made text of it."""

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
    """Number of the page that holds a code point, None where none does."""
    at = bisect_right(pages, offset, key=lambda page: page.start) - 1
    return pages[at].number if at >= 0 and offset < pages[at].end else None
