"""PDF files with a text layer: its lines in reading order, page by page."""

from __future__ import annotations

import re
from typing import Any, Final

from fzreview.documents.document import Document
from fzreview.documents.printed.columns import Columns
from fzreview.documents.printed.joining import joined_lines
from fzreview.documents.printed.line import Line
from fzreview.documents.printed.page_text import PageText
from fzreview.documents.printed.running import drop_running
from fzreview.domain.reports.original import SourceMetadata
from fzreview.errors import InputRefused
from fzreview.extras import install_command

VERSION: Final = "3"

MOST_PAGES: Final = 3_000
_LEAST_A_PAGE: Final = 8
"""Characters a page, over all pages, below which a file is a scan."""


def convert(data: bytes, name: str = "") -> Document:
    """The text of a PDF file and which characters stand on which page.

    What runs at the head or the foot of most pages, and page numbers, are left out.
    Raises InputRefused: ``pdf_encrypted``, ``pdf_scan`` where pages hold pictures alone, ``pdf_pages`` for
    more than 3,000 pages, ``document_broken``, ``converter_missing``.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise InputRefused(
            "converter_missing",
            name=name,
            format="PDF",
            package="pypdfium2",
            command=install_command("documents"),
        ) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputRefused("pdf_encrypted", name=name) from error
        raise InputRefused("document_broken", name=name, reason=str(error)) from error
    try:
        pages, unread = _pages(document, name)
        told = SourceMetadata(title=_title(document))
    except pypdfium2.PdfiumError as error:
        raise InputRefused("document_broken", name=name, reason=str(error)) from error
    finally:
        document.close()
    if sum(len(line.text) for lines in pages for line in lines) < _LEAST_A_PAGE * max(1, len(pages)):
        raise InputRefused("pdf_scan", name=name, pages=len(pages))
    drop_running(pages)
    text, spans = joined_lines(pages)
    return Document(text, told=told, pages=spans, unread_pages=unread)


def _pages(document: Any, name: str) -> tuple[list[list[Line]], tuple[int, ...]]:
    """The lines of each page, empty ones left out, and which pages show something that is no text."""
    from pypdfium2.raw import FPDFPage_CountObjects

    if len(document) > MOST_PAGES:
        raise InputRefused("pdf_pages", name=name, pages=len(document), limit=MOST_PAGES)
    pages: list[list[Line]] = []
    unread = []
    columns: Columns | None = None
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        lines, columns = PageText(text_page).lines(columns)
        pages.append(lines)
        if not lines and FPDFPage_CountObjects(page.raw):
            unread.append(number + 1)
        text_page.close()
        page.close()
    return pages, tuple(unread)


def _title(document: Any) -> str | None:
    """The title that the file tells, where it is one in Chinese and no file name."""
    title = " ".join(str(document.get_metadata_value("Title") or "").split())
    is_title = (
        len(title) >= 6 and re.search("[\u4e00-\u9fff]", title) and not re.search(r"\.\w{2,4}\Z", title)
    )
    return title[:200] if is_title and not title.startswith("Microsoft") else None
