"""Crawls: JSON objects with the text of a page, one a line or in a list."""

from __future__ import annotations

import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import suppress
from io import BufferedReader, TextIOWrapper
from typing import IO, Any, Final, Protocol

from fzreview.documents.rows.columns import Columns
from fzreview.documents.rows.row import BadRow, Row, row_of_object
from fzreview.documents.rows.separated import Joined
from fzreview.errors import InputRefused
from fzreview.text.decode import decode_any
from fzreview.work.loading.sources.source import Found, Label, Opening, Refusal, refuse
from fzreview.work.loading.sources.tables import row_source

_BLANK: Final = b" \t\r\n"
_LISTS: Final = (
    *("data", "items", "rows", "records", "list", "results", "articles", "docs"),
    *("result", "page", "response", "content", "body", "hits"),
)
"""Fields under which programs put the list of what they found, or an object with such a field."""
_DEEPEST: Final = 3


def crawl_sources(stream: IO[bytes], label: Label, opening: Opening) -> Iterator[Found]:
    """The report of each line, or the refusal of the line; only one line is in memory at a time."""
    limits = opening.limits
    columns = _columns(opening)
    found = False
    number = 0
    lines: _Lines = stream
    while line := lines.readline(limits.report_bytes + 1):
        number += 1
        if len(line) > limits.report_bytes and not line.endswith(b"\n"):
            found = True
            yield refuse(label.line(number), "too_large", limit=limits.shown)
            while (rest := lines.readline(1 << 16)) and not rest.endswith(b"\n"):
                pass
            continue
        if number == 1:
            if line.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
                lines = _Utf8Lines(line, stream)
                line = lines.readline(limits.report_bytes + 1)
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip(_BLANK):
            found = True
            yield _line_source(line, label, number, columns)
    if not found:
        yield refuse(label, "json_no_lines")


class _Lines(Protocol):
    def readline(self, size: int, /) -> bytes: ...


class _Utf8Lines:
    """Lines in UTF-16, which the shells of Windows write, as UTF-8."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        joined = BufferedReader(Joined(head, rest))
        self._text = TextIOWrapper(joined, "utf-16", errors="replace", newline="\n")

    def readline(self, size: int, /) -> bytes:
        return self._text.readline(size).encode("utf-8", "surrogatepass")


def json_sources(data: bytes, label: Label, opening: Opening) -> list[Found] | None:
    """The reports of a file that is one JSON object or a list of them; None where it is neither."""
    try:
        value = json.loads(_words(data))
    except (ValueError, RecursionError):
        return None
    columns = _columns(opening)
    objects = value if isinstance(value, list) else _list_in(value)
    if objects is None and not isinstance(row_of_object(value, 1, columns, label.name), Row):
        objects = _list_below(value)
    if objects is not None:
        return [
            _object_source(item, label, number, columns) for number, item in enumerate(objects, 1)
        ] or None
    return [_object_source(value, label, 1, columns)]


def _columns(opening: Opening) -> Columns:
    return Columns.told(opening.columns) if opening.columns else Columns()


def _list_in(value: Any) -> list[Any] | None:
    """The list of objects that an answer of a program wraps; None where the object is one itself."""
    lists = [value.get(name) for name in _LISTS] if isinstance(value, dict) else []
    wrapped = [found for found in lists if isinstance(found, list) and found and isinstance(found[0], dict)]
    return wrapped[0] if len(wrapped) == 1 else None


def _list_below(value: Any, depth: int = 1) -> list[Any] | None:
    """The same where the list lies deeper: ``{"code": 0, "data": {"records": […]}}``."""
    if not isinstance(value, dict) or depth > _DEEPEST:
        return None
    inner = [value[name] for name in _LISTS if isinstance(value.get(name), dict)]
    found = [one for field in inner if (one := _list_in(field) or _list_below(field, depth + 1)) is not None]
    return found[0] if len(found) == 1 else None


def _words(data: bytes) -> str:
    """JSON as text, in UTF-8, UTF-16 or sound text of another encoding. Raises UnicodeDecodeError."""
    try:
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        with suppress(InputRefused):
            decoded = decode_any(data)
            if "\ufffd" not in decoded.text:
                return decoded.text
        raise


def _line_source(line: bytes, label: Label, number: int, columns: Columns) -> Found:
    try:
        value = json.loads(_words(line))
    except UnicodeDecodeError as error:
        return _broken(label, number, f"UTF-8, {error.start}")
    except json.JSONDecodeError as error:
        return _broken(label, number, f"{error.msg}, {error.colno}")
    except (ValueError, RecursionError) as error:
        return _broken(label, number, type(error).__name__)
    return _object_source(value, label, number, columns)


def _broken(label: Label, number: int, reason: str) -> Refusal:
    refusal = refuse(label, "json_broken", line=number, reason=reason)
    return Refusal(label.line(number).name, label.line(number).doc, refusal.error)


def _object_source(value: Any, label: Label, number: int, columns: Columns) -> Found:
    row = row_of_object(value, number, columns, label.name)
    place = label.line(number)
    return (
        Refusal(place.name, place.doc, row.error) if isinstance(row, BadRow) else row_source(row, place, None)
    )
