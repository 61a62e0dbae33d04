"""``csv``: flat tables for spreadsheet programs, safe from formulas, and reversible.

RFC 4180 (commas, CRLF, quotes where needed) in UTF-8 with a byte order mark, without which Excel takes the
text for the system's own encoding. A cell that a spreadsheet program could take for a formula gets an
apostrophe in front, and so does a cell that begins with one: whoever reads a cell that begins with an
apostrophe takes that one away.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.records import GoldDocument
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.flat_rows import SECTION_COLUMNS, TABLE, cells_of, flat_rows, flat_sections
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FILE_NAME: Final = "figures.csv"
SECTIONS_NAME: Final = "sections.csv"

GUARD: Final = "'"
_GUARDED: Final = re.compile(r"[=+\-@\t\r\n＝＋－＠']")
_NO_FORMULA: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?|=", re.ASCII)
"""A number is no formula, whatever it begins with, nor is the sign of an exact bound by itself."""

_TRUTHS: Final = [at for at, kind in enumerate(TABLE.values()) if kind is bool]


def guarded(cell: str) -> str:
    """The cell as text that no spreadsheet program takes for a formula."""
    if _GUARDED.match(cell) and not _NO_FORMULA.fullmatch(cell):
        return GUARD + cell
    return cell


def _said(cell: Any) -> Any:
    if isinstance(cell, float):  # a number without an exponent, which is not a number to everybody
        return format(Decimal(repr(cell)), "f").removesuffix(".0")
    return guarded(cell) if isinstance(cell, str) else cell


class _Table:
    """One file, a row at a time."""

    def __init__(self, path: Path, columns: Iterable[str]) -> None:
        self.file = AtomicFile(path)
        self._text = StringIO(newline="")
        self._row: Callable[[Iterable[Any]], Any] = csv.writer(self._text).writerow
        self._row(columns)
        self.file.write(b"\xef\xbb\xbf")
        self.flush()

    def add(self, cells: Iterable[Any]) -> None:
        self._row([_said(cell) for cell in cells])

    def flush(self) -> None:
        self.file.write(self._text.getvalue().encode("utf-8"))
        self._text.seek(0)
        self._text.truncate()


class CsvWriter:
    """Writes ``figures.csv`` and ``sections.csv``. Nothing at all stands in a cell for None."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        self._figures = _Table(folder / FILE_NAME, TABLE)
        self.files = [self._figures.file]
        self._sections = _Table(folder / SECTIONS_NAME, SECTION_COLUMNS)
        self.files.append(self._sections.file)
        self.not_held: dict[str, int] = {}

    def add(self, document: GoldDocument) -> None:
        for row in flat_rows(document):
            cells = cells_of(row)
            for at in _TRUTHS:
                cells[at] = "true" if row[at] else "false"
            self._figures.add(cells)
        for cells in flat_sections(document):
            self._sections.add(cells)
        self._figures.flush()
        self._sections.flush()

    def close(self, manifest: Manifest) -> None:
        """Nothing follows the last row."""


writer = CsvWriter
