"""Parquet files: their rows, nested fields by dots."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from fzreview.documents.rows.columns import names_in, value_at
from fzreview.errors import InputRefused
from fzreview.extras import install_command


def read_sheets(data: bytes, name: str) -> Iterator[tuple[str, Iterator[list[Any]]]]:
    """The one table of a file, its first row the names of its columns.

    Raises InputRefused: ``table_broken``, ``converter_missing``.
    """
    try:
        import pyarrow
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise InputRefused(
            "converter_missing",
            name=name,
            format="Parquet",
            package="pyarrow",
            command=install_command("documents"),
        ) from error
    try:
        yield "", _rows(parquet.ParquetFile(BytesIO(data)))
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise InputRefused("table_broken", name=name, row=1, reason=str(error)[:120]) from error


def _rows(file: Any) -> Iterator[list[Any]]:
    names: list[str] = []
    for batch in file.iter_batches(batch_size=256):
        for row in batch.to_pylist():
            if not names:
                names = names_in(row)
                yield names
            yield [value_at(row, name) for name in names]
