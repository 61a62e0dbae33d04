"""The result of a load for each input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fzreview.domain.reports.reading_rows import Row
from fzreview.errors import FzError, error_fields
from fzreview.strings import say
from fzreview.work.loading.sources import Refusal, Skipped
from fzreview.work.loading.sources.kinds import SKIP_CODES

LoadStatus = Literal["loaded", "already_loaded", "refused", "skipped"]

OF_NO_INTEREST = frozenset(SKIP_CODES - {"skipped_kind"} | {"skipped_hidden", "skipped_sheet"})
"""Codes of skipped inputs that cannot be reports, which are counted for the user instead of listed."""


@dataclass(frozen=True, slots=True)
class LoadResult:
    """The result for one input."""

    doc: str
    sha256: str | None
    status: LoadStatus
    figures: int | None = None
    chars: int | None = None
    reason: FzError | None = None
    """Why it was refused or passed over."""
    converted: str | None = None
    """The kind of file that its text was made of; None for text."""
    left_out: tuple[str, ...] = ()
    """Sentences about figures of a foreign extractor that were refused."""

    copy_of: str | None = None
    """Name of the report that it is a near copy of; the copy is stored and excluded."""
    unread_pages: tuple[int, ...] = ()
    """Numbers of printed pages with content but no text, such as scans."""

    @classmethod
    def of_none(cls, found: Refusal | Skipped) -> LoadResult:
        """The result for an input that is not a report."""
        status: LoadStatus = "refused" if isinstance(found, Refusal) else "skipped"
        return cls(found.doc, None, status, reason=found.error)

    @property
    def error(self) -> str | None:
        """The sentence of ``reason``; None where there is none."""
        return None if self.reason is None else str(self.reason)

    @property
    def code(self) -> str | None:
        """The code of ``reason``; its sentence is the string ``error.CODE``."""
        return None if self.reason is None else self.reason.code

    @property
    def is_bare(self) -> bool:
        """Whether it was loaded but states no figure, as an error page or a list of links."""
        return self.status == "loaded" and self.figures == 0

    @property
    def is_wrong(self) -> bool:
        """Whether the input or a part of it was refused."""
        return self.status == "refused" or bool(self.left_out)

    @property
    def told(self) -> tuple[str, ...]:
        """Sentences for the user: why it was refused, what was left out, which kind is unknown."""
        if self.error is None and self.unread_pages:
            return (*self.left_out, unread_words(self.doc, self.unread_pages))
        if self.error is None:
            return self.left_out
        return () if self.code in OF_NO_INTEREST else (self.error,)

    def row(self) -> Row:
        """The row of ``load --json``."""
        return {
            "doc": self.doc,
            "sha256": self.sha256,
            "status": self.status,
            "figures": self.figures,
            **error_fields(self.reason),
            "converted_from": self.converted,
            "copy_of": self.copy_of,
            "unread_pages": list(self.unread_pages),
        }


def unread_words(doc: str, pages: Sequence[int]) -> str:
    """The sentence about printed pages without text."""
    return say("load.unread_pages", name=doc, pages=_told_numbers(pages))


def _told_numbers(numbers: Sequence[int]) -> str:
    """Numbers in order, consecutive ones as ranges: «2–4, 7»."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
