"""A loading report on disk: what became of every file that was met."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, Protocol

from fzreview.errors import UsageError
from fzreview.work.loading.results import LoadResult

_COLUMNS: Final = (
    "doc",
    "status",
    "code",
    "error",
    "converted_from",
    "copy_of",
    "figures",
    "chars",
    "sha256",
    "left_out",
)


class LoadReport(Protocol):
    """Takes a result at a time."""

    def add(self, result: LoadResult) -> None: ...


@contextmanager
def load_report(path: Path | None) -> Iterator[LoadReport]:
    """A report in the format that the name of its file tells; none is written without a path.

    Raises UsageError ``bad_report_file`` for another ending, ``report_unwritable`` where there is no room.
    """
    if path is None:
        yield _Nowhere()
        return
    ending = path.suffix.lower()
    if ending not in (".csv", ".jsonl"):
        raise UsageError("bad_report_file", path=path)
    try:
        # A mark at the beginning lets spreadsheets know UTF-8.
        encoding = "utf-8-sig" if ending == ".csv" else "utf-8"
        file = path.open("w", encoding=encoding, errors="replace", newline="")
    except OSError as error:
        raise UsageError("report_unwritable", path=path, reason=error.strerror or str(error)) from error
    with file:
        yield _Table(file) if ending == ".csv" else _Lines(file)


class _Nowhere:
    def add(self, result: LoadResult) -> None:
        pass


class _Lines:
    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def add(self, result: LoadResult) -> None:
        self._file.write(json.dumps(report_row(result), ensure_ascii=False) + "\n")
        self._file.flush()


class _Table:
    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._rows = csv.writer(file)
        self._rows.writerow(_COLUMNS)

    def add(self, result: LoadResult) -> None:
        row = report_row(result)
        self._rows.writerow([_cell(row[name]) for name in _COLUMNS])
        self._file.flush()


def report_row(result: LoadResult) -> dict[str, object]:
    """The row of a loading report: that of ``load --json`` with what a person would hear besides."""
    row = result.row() | {"chars": result.chars, "left_out": [] if result.error else list(result.told)}
    return {name: row[name] for name in _COLUMNS}


def _cell(value: object) -> object:
    """A value as a cell; a text that a spreadsheet would take for a formula is marked as text."""
    if isinstance(value, list):
        value = "\n".join(map(str, value))
    return "'" + value if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value
