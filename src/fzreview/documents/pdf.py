"""PDF files with a text layer: its lines in reading order, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final

from fzreview.documents.document import Document
from fzreview.documents.lines import LINE, without_marks
from fzreview.documents.printed_lines import Line, joined_lines
from fzreview.domain.original import Told
from fzreview.errors import InputRefused
from fzreview.extras import install_command

VERSION: Final = "2"

MOST_PAGES: Final = 3_000
_LEAST_A_PAGE: Final = 8
"""Characters a page, over all pages, below which a file is a scan."""
_EDGE_LINES: Final = 2
"""Lines at the top and at the bottom of a page that may run through all of them."""
_FEWEST_PAGES: Final = 3
_SHARE_OF_PAGES: Final = 0.6
_LONGEST_RUNNING: Final = 60
_INDENT: Final = " \t\xa0\u3000"
_RAW_LINE: Final = re.compile(r"[^\r\n]+")
_BLANKS: Final = re.compile("[ \t\xa0]+")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UNUSUAL: Final = re.compile(f"{_CONTROLS.pattern}|{LINE}|  |[\t\xa0]")
"""What is to be mended in the text of a page."""
_HYPHEN: Final = re.compile("\x02|\ufffe")
_DIGITS: Final = re.compile("[0-9]+|(?<=第)[一二三四五六七八九十百]+(?=页)")
_PAGE_NUMBER: Final = re.compile(
    r"[-—–－·•\s]{0,4}(?:第\s?)?(?P<number>\d{1,4})(?:\s?页)?[-—–－·•\s]{0,4}(?:[/／]\s?(?:共\s?)?\d{1,4}(?:\s?页)?)?"
    r"|第\s?\d{1,4}\s?页\s?[,，/]?\s?共\s?\d{1,4}\s?页"
)


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
        pages = _pages(document, name)
        told = Told(title=_title(document))
    except pypdfium2.PdfiumError as error:
        raise InputRefused("document_broken", name=name, reason=str(error)) from error
    finally:
        document.close()
    if sum(len(line.text) for lines in pages for line in lines) < _LEAST_A_PAGE * max(1, len(pages)):
        raise InputRefused("pdf_scan", name=name, pages=len(pages))
    _drop_running(pages)
    text, spans = joined_lines(pages)
    return Document(text, told=told, pages=spans)


def _pages(document: Any, name: str) -> list[list[Line]]:
    """The lines of each page, empty ones left out."""
    if len(document) > MOST_PAGES:
        raise InputRefused("pdf_pages", name=name, pages=len(document), limit=MOST_PAGES)
    pages = []
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        pages.append(list(_lines(text_page)))
        text_page.close()
        page.close()
    return pages


def _lines(text_page: Any) -> Iterator[Line]:
    raw = text_page.get_text_range()
    # A file may hold characters that stand nowhere; then places in the text are none on the page.
    is_placed = text_page.count_chars() == len(raw)
    edges = _edges_in(text_page)
    is_plain = _UNUSUAL.search(raw) is None
    for match in _RAW_LINE.finditer(raw):
        line = match[0]
        if not is_plain:
            line = _BLANKS.sub(" ", _CONTROLS.sub("", without_marks(_HYPHEN.sub("-", line))))
        line = line.strip(" \u3000")
        if not line:
            continue
        if is_placed:
            first, last = match.span()
            last -= 1
            while raw[first] in _INDENT:
                first += 1
            while raw[last] in _INDENT:
                last -= 1
            yield Line(line, edges(first)[0], edges(last)[1])
        else:
            yield Line(line)


def _edges_in(text_page: Any) -> Callable[[int], tuple[float, float]]:
    """What tells where a character of a page begins and ends from the left, in points.

    By the library's lower door: the upper one makes a box of its own for each character.
    """
    from ctypes import c_double

    from pypdfium2.raw import FPDFText_GetCharBox

    page = text_page.raw
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()

    def edges(at: int) -> tuple[float, float]:
        if not FPDFText_GetCharBox(page, at, left, right, bottom, top):
            raise ValueError(f"character {at}")
        return left.value, right.value

    return edges


def _drop_running(pages: list[list[Line]]) -> None:
    """Take from each page the lines that most pages share in the same place, numbers in them aside."""
    for at in range(_EDGE_LINES):
        # The outermost first: behind a page number there may be a footer that runs.
        for place in (0, -1):
            shapes = [_shape(lines[place].text) if len(lines) > 1 else "" for lines in pages]
            counts = Counter(shape for shape in shapes if shape)
            running = {shape for shape, count in counts.items() if _runs(count, len(pages))}
            for number, (lines, shape) in enumerate(zip(pages, shapes, strict=True), 1):
                is_number = (
                    at == 0 and place == -1 and shape and _is_number(lines[place].text, number, len(pages))
                )
                if is_number or (shape and shape in running):
                    del lines[place]


def _runs(count: int, pages: int) -> bool:
    return pages >= _FEWEST_PAGES and count >= max(_FEWEST_PAGES, _SHARE_OF_PAGES * pages / 2)


def _shape(line: str) -> str:
    """A line without its numbers; nothing for one that is too long to run through pages."""
    return _DIGITS.sub("#", line).replace(" ", "") if len(line) <= _LONGEST_RUNNING else ""


def _is_number(line: str, number: int, pages: int) -> bool:
    """Whether a line at the foot says which page it stands on, give or take a cover."""
    match = _PAGE_NUMBER.fullmatch(line)
    if match is None:
        return False
    return match["number"] is None or abs(int(match["number"]) - number) <= min(pages, 5)


def _title(document: Any) -> str | None:
    """The title that the file tells, where it is one in Chinese and no file name."""
    title = " ".join(str(document.get_metadata_value("Title") or "").split())
    is_title = (
        len(title) >= 6 and re.search("[\u4e00-\u9fff]", title) and not re.search(r"\.\w{2,4}\Z", title)
    )
    return title[:200] if is_title and not title.startswith("Microsoft") else None
