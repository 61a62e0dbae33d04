"""Lines of printed pages → a text, joined where it was the paper that broke them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from fzreview.documents.printed.columns import Columns, column_at, columns_of
from fzreview.documents.printed.line import Line
from fzreview.documents.printed.margins import Margins, margins_of
from fzreview.domain.reports.original import PageSpan

_FEWEST_LINES: Final = 12
"""Lines of a page from which it tells its own margins."""
_WORD: Final = re.compile("[A-Za-z]{2}")
_SENTENCE_ENDS: Final = tuple("。！？；：:;")
_HEADING: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节]"
)


def joined_lines(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[PageSpan, ...]]:
    """One text of all pages, what the paper broke joined, and where in it each page with lines stands."""
    common = cache(lambda: margins_of([line for lines in pages for line in lines]))
    parts: list[str] = []
    spans: list[PageSpan] = []
    at = 0
    before: Line | None = None
    is_full = False
    columns: Columns | None = None
    for number, lines in enumerate(pages, 1):
        # Left and right pages of a book have margins of their own, and so have columns.
        columns = columns_of(lines, columns)
        of_page = margins_of(lines) if columns is None and len(lines) >= _FEWEST_LINES else None
        start: int | None = None
        for line in lines:
            margins = _own(columns, of_page, line) or common()
            glue = "" if before is None else _glue(before, line, margins) if is_full else "\n"
            parts += (glue, line.text)
            start = at + len(glue) if start is None else start
            at += len(glue) + len(line.text)
            before = line
            is_full = margins is not None and margins.is_full(line)
        if start is not None:
            spans.append(PageSpan(number, start, at))
    return "".join(parts), tuple(spans)


def _own(columns: Columns | None, of_page: Margins | None, line: Line) -> Margins | None:
    """The margins between which a line stands."""
    if columns is None:
        return of_page
    return columns[0] if line.left is None else column_at(columns, line.left)


def _glue(before: Line, line: Line, margins: Margins | None) -> str:
    """What stands behind a full line: nothing, a blank, or a line break where a paragraph ends."""
    if margins is None or line.is_row or line.left is None or abs(line.left - margins.left) >= margins.size:
        return "\n"
    if _HEADING.match(line.text) or (before.text.endswith(_SENTENCE_ENDS) and not margins.indents):
        return "\n"
    return " " if _WORD.match(before.text[-2:]) and _WORD.match(line.text) else ""
