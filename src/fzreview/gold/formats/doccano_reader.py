"""``doccano`` read back: its JSONL as we wrote it, and the zip that doccano delivers after work there."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.returned import Returned, ReturnedFigure, Unreadable
from fzreview.errors import FzError, InputRefused
from fzreview.gold.formats.doccano import FOLDER, RETURNS
from fzreview.gold.labels.grapheme_offsets import Offsets, offsets_in
from fzreview.gold.packages.format_options import UNITS, Units
from fzreview.gold.packages.returned_rows import (
    Span,
    json_rows,
    listed,
    located,
    mapped,
    paired,
    report_of,
    sections_of,
    spanned,
)

_NOBODY: Final = ("all", "unknown", "reports")
"""Names of files that are no user's: of a project that is annotated together, and of our own export."""


def read(path: Path, units: Units | None = None) -> Iterator[Returned]:
    """What the files tell; ``units`` of rows that do not tell theirs, UTF-16 code units where None.

    Raises FzError where there is nothing to read.
    """
    for file in _files(path):
        try:
            for name, row in json_rows(file):
                if isinstance(row, Unreadable):
                    yield row
                else:
                    yield from _returned(name, row, file.stem, units)
        except (zipfile.BadZipFile, RuntimeError) as error:  # cut off, or behind a password
            raise FzError("import_unreadable", path=file, reason=error) from error


def _files(path: Path) -> Iterable[Path | zipfile.Path]:
    """The JSONL files that a path stands for, also within an archive."""
    if not (path.is_file() and zipfile.is_zipfile(path)):
        return located(path, "*.jsonl", FOLDER)
    members = sorted(zipfile.Path(path).iterdir(), key=lambda member: member.name)
    files = [member for member in members if member.is_file() and member.suffix == ".jsonl"]
    if not files:
        raise FzError("import_nothing", path=path, pattern="*.jsonl")
    return files


def _returned(name: str, row: Mapping[str, Any], stem: str, units: Units | None) -> Iterator[Returned]:
    text = row.get("text")
    if not isinstance(text, str):
        yield Unreadable(InputRefused("import_field", name=name, field="text", value=repr(text)[:60]))
        return
    head = mapped(row, "meta") or row
    offsets = offsets_in(_units(head, units), text)
    dropped = _dropped(text, head)
    report = report_of(head, _with_returns(text, dropped))
    # Only what doccano wrote itself says by the name of its file who annotated.
    annotator = stem if "Comments" in row and stem not in _NOBODY else None
    spans: list[Span] = []
    for number, told in enumerate(_labels(row), 1):
        try:
            spans.append(_placed(f"{name} [{number}]", offsets, dropped, *told))
        except InputRefused as error:
            yield Unreadable(error)
    for span, carried in paired(spans, listed(head, "records")):
        yield ReturnedFigure(name, report, span.start, span.end, span.label, carried, annotator=annotator)
    yield from sections_of(name, head, report)


def _units(head: Mapping[str, Any], units: Units | None) -> Units:
    """What a row counts: as it says, as somebody says of it, else as doccano counts by default."""
    told = head.get("offsets")
    if told in UNITS:
        return next(one for one in UNITS if one == told)
    # Rows of our own that do not tell are of before, when they counted code points.
    return units or ("codepoints" if listed(head, "records") else "utf16")


def _placed(
    name: str, offsets: Offsets, dropped: list[int], start: object, end: object, label: object
) -> Span:
    """A label's place in code points of the report's source. Raises InputRefused where it has none."""
    span = spanned(name, start, end, label)
    try:
        first, last = offsets.points(span.start), offsets.points(span.end)
    except ValueError as error:
        told = repr((start, end, label))[:60]
        raise InputRefused("import_field", name=name, field="span", value=told) from error
    for at in dropped:  # in order, each where it stands in the source
        first += at <= first
        last += at < last
    return spanned(name, first, last, label)


def _dropped(text: str, head: Mapping[str, Any]) -> list[int]:
    """Where the source has carriage returns that the text lost; none where it has them still."""
    told = head.get(RETURNS)
    if not isinstance(told, list) or "\r\n" in text or not all(type(at) is int and at >= 0 for at in told):
        return []
    return sorted(told)


def _with_returns(text: str, places: list[int]) -> str:
    for at in places:
        text = f"{text[:at]}\r{text[at:]}"
    return text


def _labels(row: Mapping[str, Any]) -> Iterator[tuple[Any, Any, Any]]:
    """``(start, end, label)`` of each label, under any of the names that doccano gives them."""
    for field in ("label", "labels"):
        labels = row.get(field)
        if isinstance(labels, list):
            for one in labels:
                yield tuple(one) if isinstance(one, list) and len(one) == 3 else (None, None, one)
    for one in listed(row, "entities"):
        yield one.get("start_offset"), one.get("end_offset"), one.get("label")
