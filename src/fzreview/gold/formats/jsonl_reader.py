"""``jsonl`` read back: rows of its three files, told apart by their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fzreview.domain.returned import Returned, ReturnedFigure, ReturnedSection, ReturnedUnsettled, Unreadable
from fzreview.errors import FzError, InputRefused
from fzreview.gold.format_options import Units
from fzreview.gold.formats.jsonl import FILE_NAME, SECTIONS_NAME, UNSETTLED_NAME
from fzreview.gold.returned_rows import json_rows, report_of, spanned


def read(path: Path, units: Units | None = None) -> Iterator[Returned]:
    """What a file, or the files of a package, tell. Raises FzError where there is nothing to read."""
    if path.is_dir():
        files = [
            path / name for name in (FILE_NAME, SECTIONS_NAME, UNSETTLED_NAME) if (path / name).is_file()
        ]
        if not files:
            raise FzError("import_nothing", path=path, pattern=FILE_NAME)
    else:
        files = [path]
    for file in files:
        for name, row in json_rows(file):
            yield row if isinstance(row, Unreadable) else _returned(name, row)


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
