"""A JSON list of objects read from a file one by one, so that its size does not matter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TextIO

from fzreview.domain.gold.returned import Unreadable
from fzreview.errors import FzError, InputRefused

CHUNK: Final = 1 << 20
_BLANKS: Final = " \t\r\n"


def json_list(path: Path, chunk: int = CHUNK) -> Iterator[tuple[str, dict[str, Any] | Unreadable]]:
    """``(name for messages, object)`` of each element; nothing behind what is broken can be read.

    Reads ``chunk`` characters at a time. Raises FzError where the file cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            number = 0
            for value in _Elements(file, chunk):
                number += 1
                name = f"{path} [{number}]"
                if isinstance(value, dict):
                    yield name, value
                else:
                    yield name, _broken(name, type(value).__name__)
    except UnicodeDecodeError as error:
        yield str(path), Unreadable(InputRefused("import_not_utf8", name=path, position=error.start))
    except (ValueError, RecursionError) as error:
        name = f"{path} [{number + 1}]"
        yield name, _broken(name, str(error))
    except OSError as error:
        raise FzError("import_unreadable", path=path, reason=error.strerror or str(error)) from error


def _broken(name: str, reason: str) -> Unreadable:
    return Unreadable(InputRefused("import_not_json", name=name, reason=reason[:80]))


class _Elements:
    """The elements of the list in a file; raises ValueError where it is none or breaks off."""

    def __init__(self, file: TextIO, chunk: int) -> None:
        self._file = file
        self._chunk = chunk
        self._text = ""
        self._at = 0
        self._decode = json.JSONDecoder().raw_decode

    def __iter__(self) -> Iterator[Any]:
        if self._next() != "[":
            raise ValueError("no list")
        self._at += 1
        if self._next() == "]":
            return
        while True:
            yield self._element()
            mark = self._next()
            if mark == "]":
                return
            if mark != ",":
                raise ValueError("list breaks off")
            self._at += 1
            self._next()

    def _next(self) -> str:
        """The next character that is no blank, not yet taken; empty at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _BLANKS:
                    return self._text[self._at]
                self._at += 1
            if not self._more():
                return ""

    def _element(self) -> Any:
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except ValueError:
                if not self._more():
                    raise
                continue
            # A number may go on behind the part that was read.
            if end < len(self._text) or not self._more():
                self._at = end
                return value

    def _more(self) -> bool:
        """Read on; twice as much as there is, so that a long element is not scanned again too often."""
        rest = self._text[self._at :]
        read = self._file.read(max(self._chunk, len(rest)))
        self._text, self._at = rest + read, 0
        return bool(read)
