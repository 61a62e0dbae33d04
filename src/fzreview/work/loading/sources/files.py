"""The bytes of one file → its sources: a text, a document, the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from fzreview.documents.kinds import ENDINGS, TEXT_ENDINGS, by_name, kind_of_file
from fzreview.work.loading.sources.kinds import kind_of
from fzreview.work.loading.sources.source import Found, Label, Opening, Source, refuse
from fzreview.work.loading.sources.unpacked import PACKED, Unpacked

_OURS: Final = ENDINGS | TEXT_ENDINGS
"""Endings for which nobody else is asked."""
_HEAD: Final = 1 << 13
_VOCABULARIES: Final = {
    b"urn:schemas-microsoft-com:office:spreadsheet": "Excel 2003 XML",
    b"schemas.microsoft.com/office/word/2003": "Word 2003 XML",
    b"schemas.microsoft.com/office/2006/xmlPackage": "Word XML",
}
_TABLES: Final = ("separated", "workbook", "parquet")


def file_sources(data: bytes, label: Label, opening: Opening) -> Iterator[Found]:
    """The sources of a file that is no archive and no crawl."""
    if data.startswith(PACKED) and kind_of(label.doc) != "tar":
        unpacked = _unpacked(data, opening.limits.report_bytes)
        if unpacked is None:
            yield refuse(label, "archive_broken", reason="gzip")
            return
        if len(unpacked) > opening.limits.report_bytes:
            yield refuse(label, "too_large", limit=opening.limits.shown)
            return
        data = unpacked
    kind = kind_here(data, label)
    if kind in _TABLES:
        from fzreview.work.loading.sources.tables import table_sources

        yield from table_sources(data, kind, label, opening)
    elif kind == "xml":
        yield refuse(label, "foreign_format", format=_vocabulary(data))
    elif kind == "html" and by_name(label.doc) == "workbook":
        yield from _page_as_table(data, label, opening)
    else:
        yield Source(label.name, label.doc, data, kind)


def _page_as_table(data: bytes, label: Label, opening: Opening) -> Iterator[Found]:
    """A page that is called a workbook: the rows of its tables, itself where none holds reports."""
    from fzreview.work.loading.sources.tables import table_sources

    rows = list(table_sources(data, "page_table", label, opening))
    if any(isinstance(row, Source) for row in rows):
        yield from rows
    else:
        yield Source(label.name, label.doc, data, "html")


def _vocabulary(data: bytes) -> str:
    """What an XML file is, for a message."""
    head = data[:_HEAD].replace(b"\0", b"")
    return next((name for sign, name in _VOCABULARIES.items() if sign in head), "XML")


def kind_here(data: bytes, label: Label) -> str:
    """What a file is: one of ours, or the ending for which another package has a converter."""
    name = label.doc.lower().removesuffix(".gz")
    kind: str = kind_of_file(data, name)
    if kind in ("text", "zip", "xml") and PurePosixPath(name).suffix not in _OURS:
        from fzreview.documents.converting import plug_in_for

        return plug_in_for(name) or kind
    return kind


def _unpacked(data: bytes, most: int) -> bytes | None:
    """What a packed file unpacks to, as far as one byte behind the limit; None for a broken one."""
    pieces: list[bytes] = []
    left = most + 1
    stream = Unpacked(BytesIO(data))
    try:
        while left > 0 and (piece := stream.read(min(left, 1 << 18))):
            pieces.append(piece)
            left -= len(piece)
    except Exception:  # whatever its parser trips over
        return None
    return b"".join(pieces)
