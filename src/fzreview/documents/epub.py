"""EPUB books: the pages of their spine, one after the other."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from fzreview.documents.document import Document
from fzreview.documents.html import page
from fzreview.documents.office.package import Package
from fzreview.domain.original import Told
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
    files = {item.get("id"): item.get("href", "") for item in book.iterfind(f"{_OPF}manifest/{_OPF}item")}
    parts: list[str] = []
    for place in list(book.iterfind(f"{_OPF}spine/{_OPF}itemref"))[:_MOST]:
        path = normpath(join(dirname(root), unquote(files.get(place.get("idref"), ""))))
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


def _told(book: Element) -> Told:
    def first(name: str) -> str | None:
        found = next(book.iter(f"{_DC}{name}"), None)
        return " ".join(found.text.split()) if found is not None and found.text else None

    return Told(title=first("title"), source=first("publisher"))
