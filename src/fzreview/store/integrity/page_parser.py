"""Rows out of the pages of an SQLite file, without SQLite: of a table whose way to its rows is broken.

Follows the file format as published (sqlite.org/fileformat2.html): leaf pages of tables, records, overflow
chains. Nothing else of a file is trusted. Page numbers begin at 1.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

Value = None | int | float | str | bytes
Fetch = Callable[[int], bytes]
"""Page number → the page's bytes; shorter than a page, or empty, where there is none."""

HEADER: Final = 100
"""Bytes of the file's header, which stands before the content of page 1."""
_LEAF: Final = 0x0D
_SIZES: Final = (0, 1, 2, 3, 4, 6, 8)
"""Bytes of a value by serial type, for integers."""
_MOST: Final = 64 << 20
"""Bytes of a record; a larger one is damage."""


class Unreadable(ValueError):
    """A cell or record that cannot be what it says."""


def page_size(header: bytes) -> int:
    """Bytes of a page by the file's header; 4096 where that is damaged, which is what our stores have."""
    size = int.from_bytes(header[16:18], "big") if len(header) >= 18 else 0
    size = 65536 if size == 1 else size
    return size if 512 <= size <= 65536 and size & (size - 1) == 0 else 4096


@contextmanager
def file_pages(path: Path) -> Iterator[tuple[int, Fetch]]:
    """``(number of pages, fetch)`` of a database file. Raises OSError."""
    with path.open("rb") as data:
        size = page_size(data.read(HEADER))
        data.seek(0, 2)
        count = data.tell() // size

        def fetch(number: int) -> bytes:
            if not 1 <= number <= count:
                return b""
            data.seek((number - 1) * size)
            return data.read(size)

        yield count, fetch


def leaf_rows(page: bytes, number: int, fetch: Fetch) -> Iterator[tuple[int, list[Value]]]:
    """``(rowid, values)`` of each row on a leaf page of a table; nothing of another page.

    Cells that cannot be read are passed over. A value of a rowid's own column is None.
    """
    begin = HEADER if number == 1 else 0
    if len(page) < begin + 8 or page[begin] != _LEAF:
        return
    cells = int.from_bytes(page[begin + 3 : begin + 5], "big")
    for index in range(min(cells, len(page) // 2)):
        at = begin + 8 + 2 * index
        pointer = int.from_bytes(page[at : at + 2], "big")
        try:
            yield _cell(page, pointer, fetch)
        except (Unreadable, UnicodeDecodeError, struct.error):
            continue


def _cell(page: bytes, at: int, fetch: Fetch) -> tuple[int, list[Value]]:
    length, at = _varint(page, at)
    rowid, at = _varint(page, at)
    usable = len(page)
    if not 0 < length <= _MOST:
        raise Unreadable
    local = length if length <= usable - 35 else _local(length, usable)
    payload = page[at : at + local]
    if local < length:
        payload += _overflow(int.from_bytes(page[at + local : at + local + 4], "big"), length - local, fetch)
    if len(payload) != length:
        raise Unreadable
    return _signed(rowid), record(payload)


def _local(length: int, usable: int) -> int:
    """Bytes of a long payload that stand on the leaf itself."""
    least = (usable - 12) * 32 // 255 - 23
    kept = least + (length - least) % (usable - 4)
    return kept if kept <= usable - 35 else least


def _overflow(number: int, wanted: int, fetch: Fetch) -> bytes:
    parts: list[bytes] = []
    seen: set[int] = set()
    while wanted > 0:
        page = fetch(number)
        if len(page) < 5 or number in seen:
            raise Unreadable
        seen.add(number)
        parts.append(page[4 : 4 + wanted])
        wanted -= len(parts[-1])
        number = int.from_bytes(page[:4], "big")
    return b"".join(parts)


def record(payload: bytes) -> list[Value]:
    """The values of a record. Raises Unreadable, UnicodeDecodeError or struct.error."""
    header, at = _varint(payload, 0)
    if not at <= header <= len(payload):
        raise Unreadable
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        size = _SIZES[kind] if kind < 7 else 8 if kind == 7 else 0 if kind < 12 else (kind - 12) // 2
        part = payload[at : at + size]
        if len(part) != size or kind in (10, 11):
            raise Unreadable
        values.append(_value(kind, part))
        at += size
    if at != len(payload):
        raise Unreadable
    return values


def _value(kind: int, part: bytes) -> Value:
    if kind == 0:
        return None
    if kind < 7:
        return int.from_bytes(part, "big", signed=True)
    if kind == 7:
        number: float = struct.unpack(">d", part)[0]
        return number
    if kind < 10:
        return kind - 8
    return part.decode("utf-8") if kind % 2 else part


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer of up to nine bytes, and where it ends."""
    number = 0
    for place in range(9):
        if not 0 <= at < len(data):
            raise Unreadable
        byte = data[at]
        at += 1
        if place == 8:
            return number << 8 | byte, at
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number, at


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number
