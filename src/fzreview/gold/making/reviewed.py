"""A document as one reviewer left it: what formats with whole documents hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.fields import carried_section
from fzreview.domain.gold.records import GoldDocument, GoldRecord, PendingFigure, ReadSection


@dataclass(frozen=True, slots=True)
class ReviewedDocument:
    """A whole report with one reviewer's gold in it."""

    document: GoldDocument
    reviewer: str
    records: tuple[GoldRecord, ...]
    read: tuple[ReadSection, ...]
    pending: tuple[PendingFigure, ...]
    """Figures that the reviewer has not settled: their places are neither gold nor empty."""

    def open_figures(self) -> list[Figure]:
        """What was extracted at places that are not settled, as far as its span cuts it out of the text."""
        text = self.document.text
        machine = [one.machine for one in self.pending if one.machine is not None]
        return [one for one in machine if text[one.start : one.end] == one.surface]

    def head(self) -> dict[str, Any]:
        """What is said once of the whole document; spans are code points of its text.

        ``complete`` are the stretches read completely: outside of them, and in ``pending``, absence of a
        figure means nothing.
        """
        document = self.document
        return {
            "doc": document.doc,
            "sha256": document.sha256,
            "reviewer": self.reviewer,
            **document.about(),
            "split": document.split,
            "guide": document.guide,
            "extractor": document.extractor,
            "complete": [[one.start, one.until] for one in self.read],
            "pending": [[one.start, one.end] for one in self.pending],
            "read": [carried_section(one) for one in self.read],
        }


def reviewed_documents(document: GoldDocument) -> Iterator[ReviewedDocument]:
    """The document once for each reviewer with gold in it, in order of name."""
    for reviewer in document.reviewers:
        yield ReviewedDocument(
            document,
            reviewer,
            tuple(one for one in document.records if one.reviewer == reviewer),
            tuple(one for one in document.read if one.reviewer == reviewer),
            tuple(one for one in document.pending if one.reviewer == reviewer),
        )


def cuts(text: str, record: GoldRecord, start: int = 0) -> bool:
    """Whether the record's spans cut its surfaces out of ``text``, which begins at ``start`` of the source.

    The span as extracted counts only where it lies within the text.
    """
    figure = record.figure
    if figure.start < start or text[figure.start - start : figure.end - start] != figure.surface:
        return False
    machine = record.machine
    if machine is None or machine.start < start or machine.end > start + len(text):
        return True
    return text[machine.start - start : machine.end - start] == machine.surface
