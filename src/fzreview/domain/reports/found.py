"""What a search through a store answers."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.domain.reports.stored import ReportSummary


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text around a place; ``start`` and ``end`` are the place within ``text``."""

    text: str
    start: int
    end: int

    @classmethod
    def around(cls, text: str, start: int, end: int, before: int = 10, after: int = 60) -> Excerpt:
        """The place with so many characters of its own line on either side."""
        begin = max(text.rfind("\n", 0, start) + 1, start - before)
        line_end = text.find("\n", end)
        finish = min(len(text) if line_end < 0 else line_end, end + after)
        return cls(text[begin:finish], start - begin, end - begin)


@dataclass(frozen=True, slots=True)
class Hit:
    """A report in which all the words occur."""

    report: ReportSummary
    start: int
    end: int
    """The first place of any of the words, in code points of the clean text."""
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Hits:
    """Some reports in the order of loading."""

    hits: tuple[Hit, ...]
    after: int | None = None
    """Id of the report behind which to go on; None when every report was searched."""
