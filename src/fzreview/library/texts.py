"""Texts out of files, and readings of texts."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from fzreview.domain.extracting.extraction import Document
from fzreview.domain.reports.report import Reading

if TYPE_CHECKING:
    from fzreview.work.loading.sources.source import Source


def read(text: str | bytes, name: str = "text") -> Reading:
    """Read a report: repairs, metadata, outline, figures. Offsets are code points of ``Reading.source``.

    Bytes are decoded as ``load`` decodes them. Raises InputRefused with ``name`` for bytes that are no text.
    """
    from fzreview.reading.read import read_report

    if isinstance(text, bytes):
        from fzreview.text.decode import decode

        text = decode(text, name).text
    return read_report(text)


def convert(path: str | PathLike[str]) -> tuple[Document, ...]:
    """The reports of a file as text: one, or those of an archive, a crawl or a table.

    Takes every kind of file that ``load`` takes. Raises InputRefused for the first report that cannot be had,
    UsageError where the environment holds a bad limit.
    """
    from pathlib import Path

    from fzreview.work.loading.sources import open_sources
    from fzreview.work.loading.sources.source import Source

    found = []
    for source in open_sources([Path(path)]):
        if not isinstance(source, Source):
            raise source.error
        found.append(_document(source))
    return tuple(found)


def _document(source: Source) -> Document:
    if source.kind == "text":
        from fzreview.text.decode import decode

        return Document(source.doc, source.sha256, decode(source.data, source.name).text, source.told.url)
    from fzreview.work.loading.conversion import converted

    made = converted(source)
    return Document(source.doc, source.sha256, made.text, made.told.url)
