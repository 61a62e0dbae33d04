"""How large the list of members of a zip archive says it is, before anybody reads it."""

from __future__ import annotations

import os
from struct import Struct
from typing import IO, Final

_END: Final = Struct("<4s4H2LH")
_END_MAGIC: Final = b"PK\x05\x06"
_LONGEST_COMMENT: Final = 0xFFFF
_WIDE_END: Final = Struct("<4sQ2H2L4Q")
_WIDE_END_MAGIC: Final = b"PK\x06\x06"
_WIDE_LOCATOR: Final = Struct("<4sLQL")
_IN_THE_WIDE: Final = 0xFFFFFFFF


def directory_bytes(stream: IO[bytes]) -> int:
    """Bytes that the list takes, 0 where there is none; the stream is left at its beginning."""
    size = stream.seek(0, os.SEEK_END)
    tail_start = max(0, size - _END.size - _LONGEST_COMMENT - _WIDE_LOCATOR.size)
    stream.seek(tail_start)
    tail = stream.read()
    try:
        at = tail.rfind(_END_MAGIC)
        if at < 0 or at + _END.size > len(tail):
            return 0
        told: int = _END.unpack_from(tail, at)[5]
        if told != _IN_THE_WIDE or at < _WIDE_LOCATOR.size:
            return told
        where = _WIDE_LOCATOR.unpack_from(tail, at - _WIDE_LOCATOR.size)[2]
        stream.seek(min(where, size))
        wide = stream.read(_WIDE_END.size)
        if len(wide) < _WIDE_END.size or not wide.startswith(_WIDE_END_MAGIC):
            return told
        return int(_WIDE_END.unpack(wide)[8])
    finally:
        stream.seek(0)
