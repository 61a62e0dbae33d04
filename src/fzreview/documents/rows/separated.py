"""Tables of text: CSV and TSV, in whatever encoding and with whatever sign between cells."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import BufferedReader, BytesIO, RawIOBase, StringIO, TextIOBase, TextIOWrapper
from typing import IO, Any, Final

from fzreview.errors import InputRefused
from fzreview.text.decode import decode_any

_SEPARATORS: Final = (",", "\t", ";", "|", "，")
_HEAD: Final = 1 << 14
_LONGEST_CELL: Final = 1 << 26
_SAMPLE: Final = 1 << 20
"""Bytes by which a table that is read as it comes is known."""
_NEW_LINE: Final = ("\n", "\r")
_END: Final = "\ufdd1 end\n"
"""A row that no table has: where it is not found as one, a quotation mark before it is not closed."""


def read_rows(data: bytes, name: str) -> Iterator[list[str]]:
    """The rows of a table; an empty line is none.

    Raises InputRefused: what ``decode`` raises, ``quote_open`` where a quotation mark is never closed,
    ``table_broken`` for a cell without end.
    """
    text = decode_any(data, name).text.replace("\0", "")
    ended = StringIO("".join((text, "" if text.endswith(_NEW_LINE) else "\n", _END)), newline="")
    yield from _rows(ended, _separator(text, name), name)


def stream_rows(head: bytes, rest: IO[bytes], name: str) -> Iterator[list[str]]:
    """The rows of a table of any length, one in memory at a time; raises like :func:`read_rows`.

    ``head`` is how it begins, which tells its encoding; what that cannot read is U+FFFD. A line may hold 64
    million characters.
    """
    decoded = decode_any(_whole_lines(head[:_SAMPLE]), name)
    joined = BufferedReader(Joined(head, rest))
    with TextIOWrapper(joined, decoded.encoding, errors="replace", newline="") as text:
        yield from _rows(_ended(_lines(text, name)), _separator(decoded.text, name), name)


def _whole_lines(sample: bytes) -> bytes:
    """A beginning without the line that it cuts off; in UTF-16 a line feed is two bytes."""
    end = sample.rfind(b"\n") + 1
    return sample[: end + end % 2 if b"\0" in sample else end] or sample


class Joined(RawIOBase):
    """Bytes and the stream that they were taken from, read as one."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _lines(text: TextIOBase, name: str) -> Iterator[str]:
    while line := text.readline(_LONGEST_CELL):
        if len(line) == _LONGEST_CELL:
            raise InputRefused("too_large", name=name, limit=f"{_LONGEST_CELL >> 20} MiB")
        yield line.replace("\0", "")


def _rows(lines: Iterable[str], separator: str, name: str) -> Iterator[list[str]]:
    """The rows of lines whose last is the end."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=separator)
    number = 1
    try:
        for row in reader:
            if row == [_END.rstrip("\n")]:
                return
            if row and row[-1].endswith(_END):
                break
            yield row
            number += 1
    except csv.Error as error:
        raise InputRefused("table_broken", name=name, row=number, reason=str(error)) from error
    raise InputRefused("quote_open", name=name, row=number)


def _ended(lines: Iterable[str]) -> Iterator[str]:
    before = ""
    for line in lines:
        if before:
            yield before
        before = line
    yield before if before.endswith(_NEW_LINE) else before + "\n"
    yield _END


def _separator(text: str, name: str) -> str:
    """The sign that parts the cells of the first row: the most frequent outside of quotation marks."""
    if name.lower().endswith((".tsv", ".tab")):
        return "\t"
    line = text[:_HEAD].lstrip("\r\n").partition("\n")[0]
    parts = "".join(line.split('"')[::2])
    return max(_SEPARATORS, key=parts.count)
