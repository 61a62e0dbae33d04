"""Office Open XML workbooks (ECMA-376) written row by row: nothing but strings, numbers and truth values.

Made for text from outside: every string is written as a string, never as a formula, and a row needs no more
memory in the millionth line than in the first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MOST_ROWS: Final = 1_048_576
"""Of one sheet, its heads included."""
LONGEST: Final = 32_767
"""UTF-16 units of one cell."""

_MOST_BYTES: Final = 3 << 29
"""Of one sheet's XML: beyond two gigabytes archives need records that not every program reads."""
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_UNSAID: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What XML cannot say or reads as something else, and the escape itself."""


class Workbook:
    """A workbook whose sheets are written one behind the other. The same cells give the same bytes."""

    def __init__(self, stream: IO[bytes]) -> None:
        """``stream`` can be written and searched; it stays open."""
        self._archive = ZipFile(stream, "w", ZIP_DEFLATED)
        self._names: list[str] = []
        self._sheet: IO[bytes] | None = None
        self._columns: Sequence[str] = ()
        self._letters: list[str] = []
        self._name = ""
        self._rows = self._bytes = self._part = 0
        self.counts: Counter[str] = Counter()
        """``escaped``: cells with characters that stand there as ``_xHHHH_``; ``cut``: cells cut short."""

    def begin_sheet(self, name: str, columns: Sequence[str]) -> None:
        """End the sheet before and begin another one with these heads."""
        self._name, self._columns, self._part = name, columns, 1
        self._letters = [_letters(number) for number in range(len(columns))]
        self._open()

    def add(self, cells: Iterable[Any]) -> None:
        """Write a row: strings, whole numbers, truth values, None. A full sheet is followed by another."""
        if self._rows == MOST_ROWS or self._bytes > _MOST_BYTES:
            self._part += 1
            self._open()
        self._write_row(cells)

    def close(self) -> None:
        """Write what holds the sheets together."""
        self._end_sheet()
        for name, text in _parts(self._names):
            with self._archive.open(_entry(name), "w") as part:
                part.write((_HEAD + text).encode("utf-8"))
        self._archive.close()

    def discard(self) -> None:
        """Let go of everything, whatever the stream has come to; nothing where it was closed."""
        with suppress(OSError, ValueError):
            if self._sheet is not None:
                self._sheet.close()
        with suppress(OSError, ValueError):
            self._archive.close()

    def _open(self) -> None:
        self._end_sheet()
        self._names.append(self._name if self._part == 1 else f"{self._name}_{self._part}")
        self._sheet = self._archive.open(_entry(f"xl/worksheets/sheet{len(self._names)}.xml"), "w")
        self._rows = self._bytes = 0
        self._put(
            f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
            "</sheetView></sheetViews><sheetData>"
        )
        self._write_row(self._columns)

    def _end_sheet(self) -> None:
        if self._sheet is not None:
            self._put("</sheetData></worksheet>")
            self._sheet.close()
            self._sheet = None

    def _write_row(self, cells: Iterable[Any]) -> None:
        self._rows += 1
        number = self._rows
        parts = [f'<row r="{number}">']
        for letters, cell in zip(self._letters, cells, strict=True):
            if cell is None:
                continue
            if isinstance(cell, str):
                text = self._said(cell)
                parts.append(
                    f'<c r="{letters}{number}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
                )
            elif isinstance(cell, bool):
                parts.append(f'<c r="{letters}{number}" t="b"><v>{cell:d}</v></c>')
            else:
                parts.append(f'<c r="{letters}{number}"><v>{cell}</v></c>')
        parts.append("</row>")
        self._put("".join(parts))

    def _put(self, text: str) -> None:
        assert self._sheet is not None
        data = text.encode("utf-8")
        self._bytes += len(data)
        self._sheet.write(data)

    def _said(self, cell: str) -> str:
        """The cell as XML text."""
        if len(cell) > LONGEST // 2 and len(cell.encode("utf-16-le")) > 2 * LONGEST:
            self.counts["cut"] += 1
            cell = cell.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")
        if _UNSAID.search(cell):
            self.counts["escaped"] += 1
            cell = _UNSAID.sub(_escaped, cell)
        return cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escaped(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"


def _letters(number: int) -> str:
    """The name of a column, counted from 0."""
    last = chr(ord("A") + number % 26)
    return last if number < 26 else _letters(number // 26 - 1) + last


def _entry(name: str) -> ZipInfo:
    """A place in the archive that says nothing of the time and the machine."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    return entry


def _parts(names: Sequence[str]) -> Iterable[tuple[str, str]]:
    """The files of a workbook beside its sheets. Names of sheets are ours: nothing in them is escaped."""
    numbered = list(enumerate(names, 1))
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for number, _ in numbered
    )
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{types}</Types>',
    )
    yield (
        "_rels/.rels",
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    )
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>' for number, name in numbered
    )
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number, _ in numbered
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
    )
