"""Workbooks that are web pages: systems of offices give their tables out as HTML under the name of Excel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from fzreview.documents.html.characters import page_text

_BLOCKS: Final = "p,div,li,h1,h2,h3,h4,table,tr"
_MOST_CELLS: Final = 2_000_000


def read_sheets(data: bytes, name: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The rows of each table that lies in no other, as cells of text. Raises InputRefused like a page."""
    tree = LexborHTMLParser(page_text(data, name)[0])
    tree.strip_tags(["script", "style"])
    left = _MOST_CELLS
    for number, table in enumerate(_outermost(tree), 1):
        rows = []
        for row in _rows(table):
            cells = [_text(cell) for cell in row.iter() if cell.tag in ("td", "th")]
            left -= len(cells)
            rows.append(cells)
            if left < 0:
                return
        if rows:
            yield "" if number == 1 else str(number), rows


def _outermost(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    inside: set[int] = set()
    for table in tree.css("table"):
        if table.mem_id not in inside:
            yield table
            inside.update(inner.mem_id for inner in table.css("table"))


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """The rows of a table itself, not of those in its cells."""
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child.iter() if row.tag == "tr")


def _text(cell: LexborNode) -> str:
    """The text of a cell, a block a line."""
    for br in cell.css("br"):
        br.replace_with("\n")
    for block in cell.css(_BLOCKS):
        block.insert_before("\n")
        block.insert_after("\n")
    lines = (line.strip(" \t\r\xa0") for line in cell.text(deep=True, separator="", strip=False).split("\n"))
    return "\n".join(filter(None, lines))
