"""Crawls: JSON objects with the text of a page, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any, Final

from fzreview.work.loading.sources.source import Label, Limits, Refusal, Source, refuse

TEXT_FIELDS: Final = ("text", "content")
_BLANK: Final = b" \t\r\n"


def crawl_sources(stream: IO[bytes], label: Label, limits: Limits) -> Iterator[Source | Refusal]:
    """The report of each line, or the refusal of the line; only one line is in memory at a time."""
    found = False
    number = 0
    while line := stream.readline(limits.report_bytes + 1):
        number += 1
        if len(line) > limits.report_bytes and not line.endswith(b"\n"):
            found = True
            yield refuse(label.line(number), "too_large", limit=limits.shown)
            while (rest := stream.readline(1 << 16)) and not rest.endswith(b"\n"):
                pass
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip(_BLANK):
            found = True
            yield _line_source(line, label, number)
    if not found:
        yield refuse(label, "json_no_lines")


def json_sources(data: bytes, label: Label) -> list[Source | Refusal] | None:
    """The reports of a file that is one JSON object or a list of them; None where it is neither."""
    try:
        value = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None
    if isinstance(value, list):
        return [_object_source(item, label, number) for number, item in enumerate(value, 1)] or None
    return [_object_source(value, label, 1)]


def _line_source(line: bytes, label: Label, number: int) -> Source | Refusal:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _broken(label, number, f"UTF-8, {error.start}")
    except json.JSONDecodeError as error:
        return _broken(label, number, f"{error.msg}, {error.colno}")
    except (ValueError, RecursionError) as error:
        return _broken(label, number, type(error).__name__)
    return _object_source(value, label, number)


def _broken(label: Label, number: int, reason: str) -> Refusal:
    refusal = refuse(label, "json_broken", line=number, reason=reason)
    return Refusal(label.line(number).name, label.line(number).doc, refusal.error)


def _object_source(value: Any, label: Label, number: int) -> Source | Refusal:
    fields = value if isinstance(value, dict) else {}
    text = next((fields[name] for name in TEXT_FIELDS if isinstance(fields.get(name), str)), None)
    line = label.line(number)
    if text is None:
        refusal = refuse(label, "json_no_text", line=number)
        return Refusal(line.name, line.doc, refusal.error)
    # A lone surrogate is no text: its bytes are invalid UTF-8, which decoding refuses by position.
    data = text.encode("utf-8", "surrogatepass")
    return Source(line.name, line.doc, data, _words(fields.get("url")), _words(fields.get("title")))


def _words(value: Any) -> str | None:
    """A string field without blanks around it; None where it is empty or something else."""
    words = value.strip().encode("utf-8", "replace").decode() if isinstance(value, str) else ""
    return words or None
