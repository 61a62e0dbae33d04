"""One report of a file that holds many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Final

from fzreview.documents.dates import day_of
from fzreview.documents.rows.columns import Columns, listed, names_in, value_at
from fzreview.domain.reports.original import SourceMetadata
from fzreview.errors import InputRefused

_SAMPLE: Final = 20
_LEAST_TEXT: Final = 40
"""Characters of a report without any sentence; a column that holds neither in the sample is no text."""
_SENTENCE: Final = re.compile("[。；，！？<]")


@dataclass(frozen=True, slots=True)
class Row:
    """A report as a row tells it: its text, maybe the source of a page, and what stands beside it."""

    number: int
    """The row's, counted from 1 with the head of the table."""
    text: str
    told: SourceMetadata


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is no report, with the reason."""

    number: int
    error: InputRefused


def rows_of_table(rows: Iterable[Sequence[Any]], columns: Columns, label: str) -> Iterator[Row | BadRow]:
    """The reports of a table whose first row that holds anything names its columns.

    Raises InputRefused as ``Columns.of`` does, ``table_empty``, and ``table_of_figures`` where the column
    of the text holds numbers or words alone.
    """
    head: list[str] | None = None
    chosen = Columns()
    waiting: list[Row | BadRow] = []
    is_corpus = False
    for number, row in enumerate(rows, 1):
        cells = [_words(cell) for cell in row]
        if not any(cells):
            continue
        if head is None:
            head = cells
            chosen = columns.of(head, label)
            continue
        if len(cells) > len(head) and any(cells[len(head) :]):
            waiting.append(BadRow(number, _uneven(label, number, len(cells), len(head))))
        else:
            waiting.append(_row(dict(zip(head, cells, strict=False)), number, chosen, label))
        is_corpus = is_corpus or _is_report(waiting[-1])
        if is_corpus or columns.text is not None:
            yield from waiting
            waiting.clear()
        elif len(waiting) >= _SAMPLE:
            raise InputRefused("table_of_figures", name=label, column=chosen.text)
    if head is None:
        raise InputRefused("table_empty", name=label)
    if waiting and any(isinstance(row, Row) for row in waiting):
        raise InputRefused("table_of_figures", name=label, column=chosen.text)
    yield from waiting


def row_of_object(value: Any, number: int, columns: Columns, label: str) -> Row | BadRow:
    """The report of one object of JSON, whose fields are columns."""
    fields = names_in(value) if isinstance(value, dict) else []
    cells = {name: cell for name in fields if isinstance(cell := value_at(value, name), str)}
    chosen = _columns_of(columns, tuple(cells))
    if chosen is None:
        return BadRow(number, InputRefused("json_no_text", name=label, line=number, columns=listed(fields)))
    return _row(cells, number, chosen, label)


@lru_cache(maxsize=64)
def _columns_of(columns: Columns, names: tuple[str, ...]) -> Columns | None:
    """The columns of an object with these fields of text; None where it tells none. Most are alike."""
    told = {name: column for name, column in asdict(columns).items() if column in names}
    try:
        return Columns(**told).of(names, "") if columns.text in (None, *names) else None
    except InputRefused:
        return None


def _row(cells: Mapping[str, str], number: int, columns: Columns, label: str) -> Row | BadRow:
    text = cells.get(columns.text or "", "")
    if not text.strip():
        return BadRow(number, InputRefused("row_without_text", name=label, row=number, column=columns.text))
    told = SourceMetadata(
        title=_line(cells, columns.title),
        url=_line(cells, columns.url),
        publish_date=day_of(_line(cells, columns.date) or ""),
        source=_line(cells, columns.source),
    )
    return Row(number, text, told)


def _is_report(row: Row | BadRow) -> bool:
    return isinstance(row, Row) and (len(row.text) > _LEAST_TEXT or _SENTENCE.search(row.text) is not None)


def _uneven(label: str, number: int, cells: int, columns: int) -> InputRefused:
    return InputRefused("row_uneven", name=label, row=number, cells=cells, columns=columns)


def _line(cells: Mapping[str, str], name: str | None) -> str | None:
    return " ".join(cells.get(name or "", "").split()) or None


def _words(cell: Any) -> str:
    """A cell as text; a number of a sheet loses the point that it never had."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell).replace("\0", "")
