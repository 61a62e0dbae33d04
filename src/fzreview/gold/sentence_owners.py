"""Keeps every sentence in one split: who sees it first owns it.

One table of a fixed size serves a million sentences, so that a long export needs no more memory than a
short one; it grows only beyond that.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

SHORTEST: Final = 12
"""Characters from which a sentence counts as seen before: shorter ones are headings and set phrases."""

_CELLS: Final = 1 << 21
_FULL: Final = 0.7
_OWNER: Final = 0xF
_PIECE: Final = re.compile(r"[^。！？!?；;\n\r\u2028\u2029]+")


def pieces(sentence: str) -> Iterator[str]:
    """What lies between the end marks of a text, blanks around it left out, from ``SHORTEST`` on."""
    for match in _PIECE.finditer(sentence):
        piece = match[0].strip()
        if len(piece) >= SHORTEST:
            yield piece


class SentenceOwners:
    """Sentences by the hash of their text → the split that has them."""

    def __init__(self, cells: int = _CELLS) -> None:
        """``cells`` is a power of two."""
        self._cells = array("Q", bytes(8 * cells))
        self._used = 0
        self._names: dict[str, int] = {}

    def claim(self, sentence: str, split: str) -> bool:
        """Take all of a sentence for ``split``; False, and nothing taken, where another split has a part."""
        owner = self._names.setdefault(split, len(self._names) + 1)
        found = [self._find(_hashed(piece)) for piece in pieces(sentence)]
        if any(held not in (0, owner) for _, held, _ in found):
            return False
        for hashed, held, _ in found:
            if not held:
                self._take(hashed | owner)
        return True

    def _find(self, hashed: int) -> tuple[int, int, int]:
        """The hash, who has it (0: nobody) and its cell."""
        last = len(self._cells) - 1
        at = (hashed >> 4) & last
        while cell := self._cells[at]:
            if cell & ~_OWNER == hashed:
                return hashed, cell & _OWNER, at
            at = (at + 1) & last
        return hashed, 0, at

    def _take(self, cell: int) -> None:
        # Looked for anew: a sentence may say the same thing twice.
        _, held, at = self._find(cell & ~_OWNER)
        if held:
            return
        self._cells[at] = cell
        self._used += 1
        if self._used > _FULL * len(self._cells):
            self._grow()

    def _grow(self) -> None:
        old = self._cells
        self._cells = array("Q", bytes(16 * len(old)))
        for cell in old:
            if cell:
                self._cells[self._find(cell & ~_OWNER)[2]] = cell


def _hashed(piece: str) -> int:
    """60 bits, above those that name the owner."""
    digest = blake2b(piece.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) & ~_OWNER
