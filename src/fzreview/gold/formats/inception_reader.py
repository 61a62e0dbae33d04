"""``inception`` read back: XMI as we wrote it, and as INCEpTION exports it after work there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.fields import stated_fields
from fzreview.domain.gold.returned import Returned, ReturnedFigure, ReturnedReport, Unreadable
from fzreview.errors import InputRefused, LibraryMissing
from fzreview.gold.files.document_files import DOCUMENTS
from fzreview.gold.formats.inception import FIELDS, FOLDER, TYPE, sayable, type_system
from fzreview.gold.labels.bound_words import BOUND_OF
from fzreview.gold.packages.format_options import Units
from fzreview.gold.packages.returned_rows import (
    json_rows,
    located,
    parsed_object,
    report_of,
    sections_of,
    spanned,
)

_FOUND: Final = "TypeSystem.xml"


def read(path: Path, units: Units | None = None) -> Iterator[Returned]:
    """What the files tell. Raises FzError where there is nothing to read, their types cannot be read, or the
    library lacks."""
    files = located(path, "*.xmi", FOLDER)
    try:
        import cassis  # noqa: F401 - is it installed?
    except ImportError as error:
        raise LibraryMissing("format_needs_extra", format="inception", extra="inception") from error
    heads = {str(row["name"]): row for row in _documents(files[0].parent) if "name" in row}
    types = _types(files[0].parent)
    for file in files:
        yield from _document(file, types, heads.get(file.stem, {}))


def _documents(folder: Path) -> Iterator[dict[str, Any]]:
    path = folder / DOCUMENTS
    if path.is_file():
        for _, row in json_rows(path):
            if not isinstance(row, Unreadable):
                yield row


def _types(folder: Path) -> Any:
    """The types of the files in a folder, as a file beside them tells them, else as we write them."""
    from cassis import load_typesystem

    path = folder / _FOUND
    if not path.is_file():
        return type_system()
    try:
        return load_typesystem(path)
    except Exception as error:  # a parser over bytes from outside, as below
        raise _not_xmi(path, error) from error


def _not_xmi(path: Path, error: Exception) -> InputRefused:
    return InputRefused("import_not_xmi", name=path, reason=f"{type(error).__name__}: {error}"[:80])


def _document(path: Path, types: Any, head: dict[str, Any]) -> Iterator[Returned]:
    from cassis import load_cas_from_xmi

    try:
        cas = load_cas_from_xmi(path, typesystem=types, lenient=True)
        text = cas.sofa_string or ""
        marks = [one for one in cas.select_all_annotations() if one.type.name == TYPE]
    except Exception as error:  # a parser over bytes from outside: what it trips over is this file's
        yield Unreadable(_not_xmi(path, error))
        return
    # A text with characters that XML cannot say is not that of the report; its spans are checked anyway.
    report = report_of(head, None if head else text)
    for number, mark in enumerate(marks, 1):
        try:
            yield _figure(f"{path} [{number}]", mark, report)
        except InputRefused as error:
            yield Unreadable(error)
    yield from sections_of(str(path), head, report)


def _figure(name: str, mark: Any, report: ReturnedReport) -> ReturnedFigure:
    span = spanned(name, mark.begin, mark.end, mark.get("kind"))
    row = parsed_object(name, mark.row) if mark.get("row") else None
    fields: dict[str, Any] = {field: mark.get(field) or "" for field in FIELDS}
    fields["upper"] = fields["upper"] or None
    bound = mark.get("bound")
    if bound is not None:
        if bound not in BOUND_OF:
            raise InputRefused("import_field", name=name, field="bound", value=str(bound)[:60])
        fields["bound"] = BOUND_OF[bound]
    if row is None:
        fields = {field: value for field, value in fields.items() if value}
    else:  # what XML could not say of a field was nobody's edit
        fields = {
            field: row.get(field) if value == sayable(str(row.get(field) or "")) else value
            for field, value in fields.items()
            if value or row.get(field)
        }
    return ReturnedFigure(
        name, report, span.start, span.end, span.label, row, told=stated_fields(name, fields)
    )
