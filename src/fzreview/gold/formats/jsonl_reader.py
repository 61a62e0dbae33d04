"""``jsonl`` read back: rows of its files, told apart by their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.returned import (
    Returned,
    ReturnedFigure,
    ReturnedSection,
    ReturnedStatement,
    ReturnedUnsettled,
    Unreadable,
)
from fzreview.domain.gold.statement_fields import stated_names
from fzreview.errors import FzError, InputRefused
from fzreview.gold.formats.jsonl import FILE_NAME, OUTLINE_NAME, REPORTS_NAME, SECTIONS_NAME, UNSETTLED_NAME
from fzreview.gold.packages.format_options import Units
from fzreview.gold.packages.returned_rows import json_rows, report_of, spanned

_FILES: Final = (FILE_NAME, SECTIONS_NAME, UNSETTLED_NAME, REPORTS_NAME, OUTLINE_NAME)


def read(path: Path, units: Units | None = None) -> Iterator[Returned]:
    """What a file, or the files of a package, tell. Raises FzError where there is nothing to read."""
    if path.is_dir():
        files = [path / name for name in _FILES if (path / name).is_file()]
        if not files:
            raise FzError("import_nothing", path=path, pattern=FILE_NAME)
    else:
        files = [path]
    for file in files:
        for name, row in json_rows(file):
            if isinstance(row, Unreadable):
                yield row
            elif "stated" in row:
                yield from _statements(name, row)
            elif "machine_level" in row:
                # A heading of which nobody said anything stands there for the others' sake.
                if row.get("decision") is not None:
                    yield ReturnedStatement(name, report_of(row), row, None)
            else:
                yield _returned(name, row)


def _statements(name: str, row: Mapping[str, Any]) -> Iterator[Returned]:
    try:
        for field in stated_names(name, row):
            yield ReturnedStatement(name, report_of(row), row, field)
    except InputRefused as error:
        yield Unreadable(error)


def _returned(name: str, row: Mapping[str, Any]) -> Returned:
    report = report_of(row)
    if "signed_at" in row:
        return ReturnedSection(name, report, row)
    if "target" in row:
        return ReturnedUnsettled(name, report, row)
    try:
        start, end, _ = spanned(name, row.get("start"), row.get("end"), "")
    except InputRefused as error:
        return Unreadable(error)
    # The row itself is the truth here: what was edited in it is what somebody decided.
    return ReturnedFigure(name, report, start, end, None, row)
