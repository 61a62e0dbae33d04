"""Workbooks (.xlsx, .xls, .ods, .et): the rows of each sheet."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from fzreview.documents.office.package import Package
from fzreview.errors import InputRefused
from fzreview.extras import install_command


def read_sheets(data: bytes, name: str) -> Iterator[tuple[str, list[list[Any]]]]:
    """Name and rows of each sheet that holds something.

    Raises InputRefused: ``table_broken``, ``document_encrypted``, ``converter_missing``, ``too_large`` for a
    sheet that unpacks to more than a part of a document may.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError
    except ImportError as error:
        raise InputRefused(
            "converter_missing",
            name=name,
            format="Excel",
            package="python-calamine",
            command=install_command("documents"),
        ) from error
    if data.startswith(b"PK"):
        Package(data, name).check_sizes()
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        for sheet in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            if rows:
                yield sheet, rows
    except PasswordError as error:
        raise InputRefused("document_encrypted", name=name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise InputRefused("table_broken", name=name, row=1, reason=str(error)[:120]) from error
