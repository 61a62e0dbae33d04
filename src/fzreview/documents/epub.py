"""EPUB books: the pages of their spine, one after the other."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from fzreview.documents.document import Document
from fzreview.documents.html import page
from fzreview.documents.office.package import Package
from fzreview.domain.reports.original import SourceMetadata
from fzreview.errors import InputRefused

VERSION: Final = page.VERSION
_OPF: Final = "{http://www.idpf.org/2007/opf}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_MOST: Final = 5_000


def convert(data: bytes, name: str = "") -> Document:
    """The text of a book. Raises InputRefused ``document_other``, ``document_broken``, ``document_empty``."""
    package = Package(data, name)
    container = package.xml("META-INF/container.xml")
    root = (
        next((one.get("full-path") for one in container.iter() if one.get("full-path")), None)
        if container
        else None
    )
    book = package.xml(root) if root else None
    if root is None or book is None:
        raise InputRefused("document_other", name=name, format="EPUB")
    parts: list[str] = []
    for file in _order(book)[:_MOST]:
        path = normpath(join(dirname(root), unquote(file)))
        source = package.read(path)
        if source is not None:
            try:
                parts.append(page.convert(source, name).text)
            except InputRefused as refused:
                if refused.code not in ("html_empty", "html_frames", "blank", "empty"):
                    raise
    text = "\n".join(parts)
    if not text:
        raise InputRefused("document_empty", name=name)
    return Document(text, told=_told(book))


def _order(book: Element) -> list[str]:
    """The book's pages as its spine tells them; where it has none, all pages that it lists."""
    items = list(book.iterfind(f"{_OPF}manifest/{_OPF}item"))
    files = {item.get("id"): item.get("href", "") for item in items}
    spine = [files.get(place.get("idref"), "") for place in book.iterfind(f"{_OPF}spine/{_OPF}itemref")]
    return spine or [item.get("href", "") for item in items if "html" in item.get("media-type", "")]


def _told(book: Element) -> SourceMetadata:
    def first(name: str) -> str | None:
        found = next(book.iter(f"{_DC}{name}"), None)
        return " ".join(found.text.split()) if found is not None and found.text else None

    return SourceMetadata(title=first("title"), source=first("publisher"))
