"""What an extractor of another package is given, and what it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from fzreview.domain.figures.figure import Figure

Figures = Iterable[Mapping[str, Any] | Figure]
"""The figures of one text; a mapping has ``start`` and ``end`` at least, in code points of the text."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report as text."""

    doc: str
    """Its name."""
    sha256: str
    """Of the bytes that it was made of."""
    text: str
    url: str | None = None


@runtime_checkable
class Extractor(Protocol):
    """Finds figures in many texts at once, so that a model is loaded once and fed in batches."""

    def extract(self, documents: Iterable[Document]) -> Iterable[Figures]:
        """The figures of each document, in their order, as they are found.

        ``documents`` may be asked for ahead, as far as a batch needs.
        """
