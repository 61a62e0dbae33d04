"""A document as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fzreview.domain.reports.original import NO_SOURCE_METADATA, PageSpan, SourceMetadata


@dataclass(frozen=True, slots=True)
class Document:
    """What a converter made of a file. Offsets are code points of ``text``."""

    text: str
    encoding: str = "utf-8"
    """Name of a Python codec: of the file's bytes, or of the parts that it packs."""
    told: SourceMetadata = NO_SOURCE_METADATA
    pages: tuple[PageSpan, ...] = ()
    unread_pages: tuple[int, ...] = ()
    """Numbers, from 1, of pages that show something and hold no text."""


Converter = Callable[[bytes, str], Document]
"""Bytes and a name for messages → text. Raises InputRefused with that name where there is none."""
