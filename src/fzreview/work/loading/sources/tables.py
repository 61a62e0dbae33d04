"""The rows of a table as sources."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import repeat
from typing import IO, Final

from fzreview.documents.rows.columns import Columns
from fzreview.documents.rows.row import BadRow, Row, rows_of_table
from fzreview.domain.reports.original import Original
from fzreview.errors import InputRefused
from fzreview.text.html_signs import is_html
from fzreview.work.loading.sources.source import Found, Label, Opening, Refusal, Source, refuse, skip

VERSION: Final = "1"
_SECONDS: Final = 120
_READERS: Final = {
    "workbook": "fzreview.documents.rows.workbook",
    "parquet": "fzreview.documents.rows.parquet",
    "page_table": "fzreview.documents.html.page_table",
}
_UNSUITABLE: Final = ("columns_unclear", "column_missing", "table_of_figures", "table_empty")


def table_sources(data: bytes, kind: str, label: Label, opening: Opening) -> Iterator[Found]:
    """A source for each row that holds a report, a refusal for each other one and for what is no corpus."""
    columns = _columns(opening)
    try:
        if kind == "separated":
            from fzreview.documents.rows.separated import read_rows

            yield from _found(rows_of_table(read_rows(data, label.name), columns, label.name), kind, label)
        else:
            yield from _sheets(data, kind, columns, label)
    except InputRefused as error:
        yield Refusal(label.name, label.doc, error)


def long_table_sources(head: bytes, rest: IO[bytes], label: Label, opening: Opening) -> Iterator[Found]:
    """The same of a table of text that is read as it comes, of which ``head`` is the beginning."""
    from fzreview.documents.rows.separated import stream_rows

    try:
        rows = stream_rows(head, rest, label.name)
        yield from _found(rows_of_table(rows, _columns(opening), label.name), "separated", label)
    except InputRefused as error:
        yield Refusal(label.name, label.doc, error)


def _columns(opening: Opening) -> Columns:
    return Columns.told(opening.columns) if opening.columns else Columns()


def _sheets(data: bytes, kind: str, columns: Columns, label: Label) -> Iterator[Found]:
    """The rows of every sheet that is a corpus; the others are passed over where one is."""
    from fzreview.work.loading.worker import Worker, WorkerDied, WorkerTooSlow  # starts with processes

    worker = Worker()
    unsuitable: list[tuple[str, InputRefused]] = []
    fitting = False
    try:
        for sheet, rows in worker.answers(
            sheets_of, data, kind, columns, label.name, seconds=repeat(_SECONDS)
        ):
            if isinstance(rows, InputRefused):
                unsuitable.append((sheet, rows))
                continue
            yield from _found(iter(rows), kind, label, "" if sheet in ("", "Sheet1") else sheet)
            fitting = True
    except WorkerTooSlow:
        yield refuse(label, "conversion_too_slow", seconds=_SECONDS)
        return
    except WorkerDied:
        yield refuse(label, "converter_died")
        return
    finally:
        worker.end()
    for sheet, error in unsuitable:
        if fitting:
            yield skip(label, "skipped_sheet", sheet=sheet)
        else:
            yield Refusal(label.name, label.doc, error)
    if not fitting and not unsuitable:
        yield refuse(label, "table_empty")


def sheets_of(
    data: bytes, kind: str, columns: Columns, name: str
) -> Iterator[tuple[str, list[Row | BadRow] | InputRefused]]:
    """Name and reports of each sheet, or why it is no corpus; in a process of its own."""
    from fzreview.work.loading.conversion import bounded_memory

    read_sheets = import_module(_READERS[kind]).read_sheets
    try:
        with bounded_memory():
            for sheet, rows in read_sheets(data, name):
                try:
                    yield sheet, list(rows_of_table(rows, columns, name))
                except InputRefused as error:
                    if error.code not in _UNSUITABLE:
                        raise
                    yield sheet, error
    except MemoryError as error:
        raise InputRefused("conversion_too_big", name=name, limit="2 GiB") from error


def _found(rows: Iterator[Row | BadRow], kind: str, label: Label, sheet: str = "") -> Iterator[Found]:
    of_sheet = Label(f"{label.name}:{sheet}", f"{label.doc}:{sheet}") if sheet else label
    original = Original("row", kind, VERSION)
    for row in rows:
        place = of_sheet.line(row.number)
        if isinstance(row, BadRow):
            yield Refusal(place.name, place.doc, row.error)
        else:
            yield row_source(row, place, original)


def row_source(row: Row, place: Label, original: Original | None) -> Source:
    """The source of one row; a cell that holds the source of a page is one."""
    # A lone surrogate is no text: its bytes are invalid UTF-8, which decoding refuses by position.
    data = row.text.encode("utf-8", "surrogatepass")
    kind = "html" if is_html(row.text) else "text"
    return Source(place.name, place.doc, data, kind, row.told, original)
