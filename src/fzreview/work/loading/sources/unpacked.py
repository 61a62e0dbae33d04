"""What a packed stream unpacks to, read in pieces of a bounded size."""

from __future__ import annotations

import bz2
import lzma
import zlib
from io import RawIOBase
from typing import IO, Any, Final, Protocol

from fzreview.work.loading.sources.source import MIB

_PIECE: Final = 1 << 16
_MOST_DICTIONARY: Final = 256 * MIB
"""Memory that an xz stream may ask for: the largest dictionary that ``xz -9`` makes takes 65 MiB."""


class _Decompressor(Protocol):
    """What bz2, lzma and :class:`_Gzip` have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """zlib with the manners of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max(max_length, 0))


def _xz() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(memlimit=_MOST_DICTIONARY)


_PACKERS: Final[tuple[tuple[bytes, Any], ...]] = (
    (b"\x1f\x8b", _Gzip),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ\0", _xz),
    (b"\x5d\0\0", _xz),
)


PACKED: Final = tuple(magic for magic, _ in _PACKERS[:3])
"""How a packed file begins."""


_LONGEST_MAGIC: Final = max(map(len, PACKED))


class Unpacked(RawIOBase):
    """The content of a gzip, bzip2 or xz stream, several after each other too; of another, itself.

    What stands behind a whole stream and begins none is left alone, as ``gunzip`` does. No call unpacks more
    than it was asked for, unlike those of ``tarfile``. Raises EOFError where the stream is cut off, and what
    the packers raise.
    """

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        head = packed.read(_PIECE)
        self._make = next((make for magic, make in _PACKERS if head.startswith(magic)), None)
        self._head = head
        self._inner: _Decompressor | None = self._make() if self._make else None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        size = _PIECE if size < 0 else size
        if self._inner is None:
            head, self._head = self._head[:size], self._head[size:]
            return head or self._packed.read(size)
        while size:
            if self._inner.eof:
                rest = (self._inner.unused_data or self._packed.read(_PIECE)).lstrip(b"\0")
                if rest and len(rest) < _LONGEST_MAGIC:
                    rest += self._packed.read(_PIECE)
                if not rest.startswith(PACKED):
                    return b""
                assert self._make is not None
                self._inner, self._head = self._make(), rest
                assert self._inner is not None
            data, self._head = self._head, b""
            if not data and self._inner.needs_input:
                data = self._packed.read(_PIECE)
                if not data:
                    raise EOFError("cut off")
            if piece := self._inner.decompress(data, size):
                return piece
        return b""
