"""Files of gold opened for reading: where they lie, row by row, spans brought together with rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple
from zipfile import Path as ZipPath

from fzreview.domain.gold.returned import ReturnedReport, ReturnedSection, Unreadable, label_of
from fzreview.errors import FzError, InputRefused
from fzreview.gold.packages.manifest import FILE_NAME as MANIFEST

_LONGEST: Final = 1 << 28
"""Bytes of one line; a longer one is no row of ours and would fill the memory."""


class Span(NamedTuple):
    """A labelled span as a file tells it; code points of the report's source."""

    start: int
    end: int
    label: str


def located(path: Path, pattern: str, *folders: str) -> list[Path]:
    """The files that ``path`` means: itself, or what fits ``pattern`` in one of its ``folders`` or in it.

    The files at the top of a package are those of the native format. Raises FzError where there is none.
    """
    if path.is_file():
        return [path]
    places = [path / name for name in folders]
    if not (path / MANIFEST).is_file():
        places.append(path)
    for place in places:
        found = sorted(one for one in place.glob(pattern) if one.is_file())
        if found:
            return found
    raise FzError("import_nothing", path=path, pattern=pattern)


def lines_of(path: Path | ZipPath) -> Iterator[tuple[str, str | Unreadable]]:
    """``(name for messages, text)`` of each line, without its line break; lines end at ``\\n`` alone.

    Raises FzError where the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(_LONGEST):
                number += 1
                name = f"{path}:{number}"
                try:
                    yield name, line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
                except UnicodeDecodeError as error:
                    yield name, Unreadable(InputRefused("import_not_utf8", name=name, position=error.start))
    except OSError as error:
        raise FzError("import_unreadable", path=path, reason=error.strerror or str(error)) from error


def json_rows(path: Path | ZipPath) -> Iterator[tuple[str, dict[str, Any] | Unreadable]]:
    """``(name for messages, object)`` of each line that is not blank; raises FzError like ``lines_of``."""
    for name, line in lines_of(path):
        if isinstance(line, Unreadable):
            yield name, line
        elif line.strip():
            try:
                yield name, parsed_object(name, line)
            except InputRefused as error:
                yield name, Unreadable(error)


def parsed_object(name: str, text: str) -> dict[str, Any]:
    """The JSON object of a text. Raises InputRefused where it is none."""
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputRefused("import_not_json", name=name, reason=str(error)[:80]) from error
    if not isinstance(row, dict):
        raise InputRefused("import_not_json", name=name, reason=type(row).__name__)
    return row


def report_of(head: Mapping[str, Any], text: str | None = None, start: int = 0) -> ReturnedReport:
    """The report that a head, as ``ReviewedDocument.head`` wrote it, or any row with its fields, names."""
    sha256, doc = head.get("sha256"), head.get("doc")
    return ReturnedReport(
        sha256 if isinstance(sha256, str) and sha256 else None,
        doc if isinstance(doc, str) and doc else None,
        text,
        start,
    )


def sections_of(name: str, head: Mapping[str, Any], report: ReturnedReport) -> Iterator[ReturnedSection]:
    """The sections read completely that a head carries along."""
    for row in listed(head, "read"):
        yield ReturnedSection(name, report, row)


def listed(head: Mapping[str, Any], field: str) -> list[dict[str, Any]]:
    """The objects of a list that may be missing or be something else."""
    rows = head.get(field)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def mapped(row: Mapping[str, Any], field: str) -> dict[str, Any]:
    """An object within a row, empty where it is missing or something else."""
    value = row.get(field)
    return value if isinstance(value, dict) else {}


def spanned(name: str, start: Any, end: Any, label: Any) -> Span:
    """A span with its label. Raises InputRefused where they are none."""
    if type(start) is not int or type(end) is not int or not 0 <= start < end or not isinstance(label, str):
        raise InputRefused("import_field", name=name, field="span", value=repr((start, end, label))[:60])
    return Span(start, end, label)


def paired(
    spans: Iterable[Span], rows: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Span, Mapping[str, Any] | None]]:
    """Each span with the row that it was written from, where there is one.

    A row belongs to the span with its place and label; then, for what was edited, to the first left over that
    has its place, or else overlaps it. A row without a span was taken out elsewhere and says nothing.
    """
    left = list(rows)

    def take(fits: Any) -> Mapping[str, Any] | None:
        for number, row in enumerate(left):
            if fits(row):
                return left.pop(number)
        return None

    def exact(span: Span) -> Any:
        return lambda row: (
            (row.get("start"), row.get("end")) == span[:2]
            and label_of(row.get("decision", ""), row.get("kind", "")) == span.label
        )

    found: list[tuple[Span, Mapping[str, Any] | None]] = [(span, take(exact(span))) for span in spans]
    for number, (span, row) in enumerate(found):
        if row is None:
            same = take(lambda one, span=span: (one.get("start"), one.get("end")) == span[:2])
            found[number] = (span, same)
    for number, (span, row) in enumerate(found):
        if row is None:
            found[number] = (span, take(lambda one, span=span: _overlap(one, span)))
    yield from found


def _overlap(row: Mapping[str, Any], span: Span) -> bool:
    start, end = row.get("start"), row.get("end")
    return isinstance(start, int) and isinstance(end, int) and start < span.end and span.start < end
