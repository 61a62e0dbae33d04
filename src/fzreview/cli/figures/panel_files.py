"""Rows of a panel as csv and parquet: a figure each, with the key by which it is traced."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from fzreview.domain.reports.reading_rows import Row
from fzreview.gold.files.arrow_rows import need_pyarrow
from fzreview.gold.formats.csv import guarded

COLUMNS: Final = (
    *("key", "doc", "place", "year", "subject", "likeness", "value", "unit", "kind", "state", "marks"),
)


def csv_lines(rows: Iterable[Row]) -> Iterator[bytes]:
    """UTF-8 with its mark, for spreadsheet programs; no cell is taken for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in rows:
        marks = " ".join(row["marks"])
        writer.writerow(
            [
                guarded(str(value)) if isinstance(value, str) else value
                for value in ({**row, "marks": marks}[name] for name in COLUMNS)
            ]
        )
    yield b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def parquet_bytes(rows: Iterable[Row]) -> bytes:
    """One table. Raises LibraryMissing where pyarrow is not installed."""
    need_pyarrow("parquet")
    import pyarrow
    from pyarrow.parquet import write_table

    kinds = {"year": pyarrow.int32(), "likeness": pyarrow.float64(), "marks": pyarrow.list_(pyarrow.string())}
    schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in COLUMNS])
    buffer = pyarrow.BufferOutputStream()
    write_table(pyarrow.Table.from_pylist(list(rows), schema=schema), buffer)
    data: bytes = buffer.getvalue().to_pybytes()
    return data
