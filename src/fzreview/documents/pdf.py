"""PDF files with a text layer: its lines in reading order, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

from fzreview.documents.document import Document
from fzreview.documents.lines import LINE, without_marks
from fzreview.domain.original import PageSpan, Told
from fzreview.errors import InputRefused
from fzreview.extras import install_command

VERSION: Final = "1"

MOST_PAGES: Final = 3_000
_LEAST_A_PAGE: Final = 8
"""Characters a page, over all pages, below which a file is a scan."""
_EDGE_LINES: Final = 2
"""Lines at the top and at the bottom of a page that may run through all of them."""
_FEWEST_PAGES: Final = 3
_SHARE_OF_PAGES: Final = 0.6
_LONGEST_RUNNING: Final = 60
_SHORTEST_FULL: Final = 12
"""Characters of a line from which its end tells of the margin."""
_FEWEST_FULL: Final = 4
_FEWEST_LINES: Final = 12
"""Lines of a page from which it tells its own margins."""
_SHARE_AT_EDGE: Final = 0.15
_FEWEST_INDENTED: Final = 2
_RAGGED: Final = 2.6
"""Characters that a full line may lack: a mark that may not begin a line, a number kept whole."""
_INDENT: Final = " \t\xa0\u3000"
_RAW_LINE: Final = re.compile(r"[^\r\n]+")
_WORD: Final = re.compile("[A-Za-z]{2}")
_SENTENCE_ENDS: Final = tuple("。！？；：:;")
_HEADING: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节]"
)
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
    text, spans = _joined(pages)
    return Document(text, told=told, pages=spans)


class _Line(NamedTuple):
    text: str
    left: float | None = None
    right: float | None = None
    """Edges in points, None where the file does not tell them."""


def _pages(document: Any, name: str) -> list[list[_Line]]:
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


def _lines(text_page: Any) -> Iterator[_Line]:
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
            first = match.start() + len(match[0]) - len(match[0].lstrip(_INDENT))
            last = match.start() + len(match[0].rstrip(_INDENT)) - 1
            yield _Line(line, edges(first)[0], edges(last)[1])
        else:
            yield _Line(line)


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


def _drop_running(pages: list[list[_Line]]) -> None:
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


def _joined(pages: list[list[_Line]]) -> tuple[str, tuple[PageSpan, ...]]:
    """One text of all pages, lines that the paper broke joined, and where each page stands in it."""
    common = cache(lambda: _margins([line for lines in pages for line in lines]))
    parts: list[str] = []
    spans: list[PageSpan] = []
    at = 0
    before: _Line | None = None
    is_full = False
    for number, lines in enumerate(pages, 1):
        # Left and right pages of a book have margins of their own.
        margins = (_margins(lines) if len(lines) >= _FEWEST_LINES else None) or common()
        start: int | None = None
        for line in lines:
            glue = "" if before is None else _glue(before, line, margins) if is_full else "\n"
            parts += (glue, line.text)
            start = at + len(glue) if start is None else start
            at += len(glue) + len(line.text)
            before = line
            is_full = margins is not None and _is_full(line, margins)
        if start is not None:
            spans.append(PageSpan(number, start, at))
    return "".join(parts), tuple(spans)


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    size: float
    """Width of a character."""
    indents: bool
    """Whether paragraphs begin farther in than their other lines."""


def _margins(lines: list[_Line]) -> _Margins | None:
    """Between which edges the text runs; None where its lines do not end together."""
    placed = [
        (line.text, line.left, line.right)
        for line in lines
        if line.left is not None and line.right is not None
    ]
    long = [(text, left, right) for text, left, right in placed if len(text) >= _SHORTEST_FULL]
    if len(long) < _FEWEST_FULL:
        return None
    widths = sorted((right - left) / len(text) for text, left, right in long)
    size = widths[len(widths) // 2]
    left = _left_edge([left for _, left, _ in placed], size)
    right = sorted(right for *_, right in long)[int(len(long) * 0.75)]
    full = sum(end >= right - _RAGGED * size for *_, end in long)
    if left is None or full < _FEWEST_FULL or full < len(long) / 3:
        return None
    indented = sum(1.2 * size < start - left < 3 * size for _, start, _ in placed)
    return _Margins(left, right, size, indented >= _FEWEST_INDENTED)


def _left_edge(starts: list[float], size: float) -> float | None:
    """The leftmost place at which many lines begin; None without one."""
    for start in sorted(starts):
        if sum(abs(other - start) < size / 2 for other in starts) >= max(2, _SHARE_AT_EDGE * len(starts)):
            return start
    return None


def _is_full(line: _Line, margins: _Margins) -> bool:
    return line.right is not None and line.right >= margins.right - _RAGGED * margins.size


def _glue(before: _Line, line: _Line, margins: _Margins | None) -> str:
    """What stands behind a full line: nothing, a blank, or a line break where a paragraph ends."""
    if margins is None or line.left is None or abs(line.left - margins.left) >= margins.size:
        return "\n"
    if _HEADING.match(line.text) or (before.text.endswith(_SENTENCE_ENDS) and not margins.indents):
        return "\n"
    return " " if _WORD.match(before.text[-2:]) and _WORD.match(line.text) else ""


def _title(document: Any) -> str | None:
    """The title that the file tells, where it is one in Chinese and no file name."""
    title = " ".join(str(document.get_metadata_value("Title") or "").split())
    is_title = (
        len(title) >= 6 and re.search("[\u4e00-\u9fff]", title) and not re.search(r"\.\w{2,4}\Z", title)
    )
    return title[:200] if is_title and not title.startswith("Microsoft") else None
