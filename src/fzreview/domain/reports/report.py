"""A report as it was read: repairs, metadata, outline, figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.clean_text import CleanText

RepairMode = Literal["fix", "flag"]
SectionKind = Literal["title", "heading", "runin", "item"]


@dataclass(frozen=True, slots=True)
class Repair:
    """One place where the clean text differs from the source, or where a reader should look.

    ``auto`` is ``fix`` when the clean text holds ``repaired``; ``flag`` when nothing was changed.
    ``raw`` is None for a row that sums up a whole span (glosses, traditional characters).
    """

    start: int
    end: int
    raw: str | None
    repaired: str | None
    kind: str
    auto: RepairMode
    count: int = 1
    """How many places a summary row stands for."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the report says about itself; None where it says nothing."""

    title: str | None = None
    title_span: tuple[int, int] | None = None
    """Source span of the title line, None where no title line survived."""
    year: int | None = None
    """The year reported on."""
    region: str | None = None
    issuer: str | None = None
    publish_date: str | None = None
    """ISO 8601."""
    sign_date: str | None = None
    doc_number: str | None = None
    index_number: str | None = None
    source: str | None = None
    flags: tuple[str, ...] = ()
    """Ids of doubts about the metadata: ``title_missing``, ``issuer_spammed`` …"""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the outline and the span that it governs (``start`` to ``until``)."""

    start: int
    end: int
    """End of the heading, before a run-in heading's 。"""
    until: int
    """End of the governed text: where the next heading of the same or a higher level begins."""
    level: int
    """0 for the title, 1 for 一、, and so on."""
    marker: str
    title: str
    kind: SectionKind

    @property
    def label(self) -> str:
        return self.marker + self.title


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read out of one decoded source text. All offsets are code points of ``source``."""

    source: str
    clean: CleanText
    metadata: Metadata
    body: tuple[int, int]
    """Title excluded, sign-off included."""
    repairs: tuple[Repair, ...] = ()
    outline: tuple[Section, ...] = ()
    """In order of ``start``; the title is the first where there is one."""
    figures: tuple[Figure, ...] = ()
    """In order of ``start``, never overlapping."""
    candidates: tuple[tuple[int, int], ...] = field(default=())
    """Numeral runs of title and body that no figure covers and no rule excludes, as source spans."""
