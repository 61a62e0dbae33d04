"""Tables of text: CSV and TSV, in whatever encoding and with whatever sign between cells."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Final

from fzreview.errors import InputRefused
from fzreview.text.decode import decode_any

_SEPARATORS: Final = (",", "\t", ";", "|", "，")
_HEAD: Final = 1 << 14
_LONGEST_CELL: Final = 1 << 26


def read_rows(data: bytes, name: str) -> Iterator[list[str]]:
    """The rows of a table; an empty line is none.

    Raises InputRefused: what ``decode`` raises, and ``table_broken`` where a quotation mark is never closed.
    """
    text = decode_any(data, name).text
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(StringIO(text.replace("\0", ""), newline=""), delimiter=_separator(text, name))
    try:
        yield from reader
    except csv.Error as error:
        raise InputRefused("table_broken", name=name, row=reader.line_num, reason=str(error)) from error


def _separator(text: str, name: str) -> str:
    """The sign that parts the cells of the first row: the most frequent outside of quotation marks."""
    if name.lower().endswith((".tsv", ".tab")):
        return "\t"
    line = text[:_HEAD].lstrip("\r\n").partition("\n")[0]
    parts = "".join(line.split('"')[::2])
    return max(_SEPARATORS, key=parts.count)
