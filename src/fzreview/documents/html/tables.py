"""Tables of a page: those that hold data become rows with bars, those that lay it out become its blocks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from fzreview.documents.lines import LINE, one_cell, table_lines

_LONGEST_CELL: Final = 240
"""Characters above which a cell holds text rather than a value."""
_MOST_SPAN: Final = 40
_PARAGRAPHS: Final = "p,div,h1,h2,h3,h4,ul,ol,dl"
_MOST_PARAGRAPHS: Final = 3


def flatten_tables(tree: LexborHTMLParser, names: Collection[str]) -> None:
    """Put the rows of every table of data in its place, inner tables first; the others stay as they are.

    ``names`` are those of the elements that the page has.
    """
    tables = tree.css("table")
    for table in reversed(tables):
        rows = _rows(table, len(tables) > 1, "caption" in names)
        if rows is not None:
            table.replace_with(LINE + LINE.join(table_lines(rows)) + LINE)


def _rows(table: LexborNode, may_hold_tables: bool, may_have_caption: bool) -> list[list[str]] | None:
    """The cells of each row, filled up where one spans others; None for a table that lays out a page."""
    # A question to a table costs as much as reading a row of it does.
    if may_hold_tables and any(inner.mem_id != table.mem_id for inner in table.css("table")):
        return None  # an inner table of data is text by now: this one lays out
    rows: list[list[str]] = []
    caption = table.css_first("caption") if may_have_caption else None
    if caption is not None:
        rows.append([one_cell(caption.text())])
    reaching: dict[int, int] = {}
    """Column → rows below that a cell above still fills."""
    for row in table.css("tr"):
        cells: list[str] = []
        for cell in row.iter():
            if cell.tag not in ("td", "th"):
                continue
            while reaching.get(len(cells), 0) > 0:
                reaching[len(cells)] -= 1
                cells.append("")
            text = cell.text(deep=True, separator="", strip=False)
            if LINE in text or len(text.strip()) > _LONGEST_CELL or _is_text(cell, text):
                return None
            if not _is_bare(cell):
                for br in cell.css("br"):
                    br.insert_after(LINE)
                for block in cell.css(_PARAGRAPHS):
                    block.insert_before(LINE)
                text = cell.text(deep=True, separator="", strip=False)
            attributes = cell.attributes
            wide, high = _span(attributes, "colspan"), _span(attributes, "rowspan")
            for column in range(len(cells), len(cells) + wide):
                if high > 1:
                    reaching[column] = high - 1
            cells.append(one_cell(text))
            cells += [""] * (wide - 1)
        while reaching.get(len(cells), 0) > 0:
            reaching[len(cells)] -= 1
            cells.append("")
        rows.append(cells)
    if max(map(len, rows), default=0) <= 1:
        return None
    return rows


def _is_bare(cell: LexborNode) -> bool:
    """Whether a cell holds nothing but one piece of text, as most do."""
    first = cell.first_child
    return first is None or (first.is_text_node and first.next is None)


def _is_text(cell: LexborNode, text: str) -> bool:
    """Whether a cell holds paragraphs of its own."""
    return len(text) > 40 and len(cell.css(_PARAGRAPHS)) > _MOST_PARAGRAPHS


def _span(attributes: Mapping[str, str | None], name: str) -> int:
    value = attributes.get(name) or ""
    return min(int(value), _MOST_SPAN) if value.isdecimal() and len(value) < 6 and int(value) else 1
