"""Keeps every sentence in one split: who sees it first owns it.

One table of a fixed size serves a million sentences, so that a long export needs no more memory than a
short one; it grows only beyond that.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from fzreview.text.sentences.stretches import stretches

_CELLS: Final = 1 << 21
_FULL: Final = 0.7
_OWNER: Final = 0xF


class SentenceOwners:
    """Sentences by the hash of their text → the split that has them."""

    def __init__(self, cells: int = _CELLS) -> None:
        """``cells`` is a power of two."""
        self._cells = array("Q", [0]) * cells
        self._used = 0
        self._names: dict[str, int] = {}

    def claim(self, sentence: str, split: str) -> bool:
        """Take all of a sentence for ``split``; False, and nothing taken, where another split has a part."""
        return self.claim_all(stretches(sentence), split)

    def claim_all(self, texts: Iterable[str], name: str) -> bool:
        """Take texts for one of fifteen owners; False, and nothing taken, where another has one."""
        owner = self._names.setdefault(name, len(self._names) + 1)
        cells, last = self._cells, len(self._cells) - 1
        free = []
        for text in texts:
            hashed = _hashed(text)
            at = (hashed >> 4) & last
            while (cell := cells[at]) and cell & ~_OWNER != hashed:
                at = (at + 1) & last
            if not cell:
                free.append(hashed | owner)
            elif cell & _OWNER != owner:
                return False
        for cell in free:
            self._take(cell)
        return True

    def _take(self, cell: int) -> None:
        cells, last = self._cells, len(self._cells) - 1
        at = (cell >> 4) & last
        while cells[at]:
            if cells[at] == cell:  # a sentence that says the same thing twice
                return
            at = (at + 1) & last
        cells[at] = cell
        self._used += 1
        if self._used > _FULL * len(cells):
            self._grow()

    def _grow(self) -> None:
        old = self._cells
        self._cells = array("Q", [0]) * (2 * len(old))
        self._used = 0
        for cell in old:
            if cell:
                self._take(cell)


def _hashed(text: str) -> int:
    """60 bits, above those that name the owner."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) & ~_OWNER
