"""What became of each input of a load."""

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
"""Reasons for passing over what nobody takes for a report: they are told by number, and in the rows."""


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What became of one input."""

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
    """Sentences about figures of a foreign extractor that cannot be."""

    copy_of: str | None = None
    """Name of the report that it is a near copy of: it is stored, and counts for nothing."""
    unread_pages: tuple[int, ...] = ()
    """Numbers of printed pages that show something and hold no text: pictures, most likely."""

    @classmethod
    def of_none(cls, found: Refusal | Skipped) -> LoadResult:
        """The result of an input that is no report."""
        status: LoadStatus = "refused" if isinstance(found, Refusal) else "skipped"
        return cls(found.doc, None, status, reason=found.error)

    @property
    def error(self) -> str | None:
        """The sentence of the reason."""
        return None if self.reason is None else str(self.reason)

    @property
    def code(self) -> str | None:
        """The reason's; its words are ``error.CODE``."""
        return None if self.reason is None else self.reason.code

    @property
    def is_bare(self) -> bool:
        """Whether it was loaded and states no figure: a page of an error, a notice, a list of links."""
        return self.status == "loaded" and self.figures == 0

    @property
    def is_wrong(self) -> bool:
        """Whether something of it was refused."""
        return self.status == "refused" or bool(self.left_out)

    @property
    def told(self) -> tuple[str, ...]:
        """What a person is to hear: why it was refused, what of it was left out, which kind is not known."""
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
    """The sentence about printed pages that hold no text."""
    return say("load.unread_pages", name=doc, pages=_told_numbers(pages))


def _told_numbers(numbers: Sequence[int]) -> str:
    """Numbers in order, those that follow each other as a range: «2–4, 7»."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
