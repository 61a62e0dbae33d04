"""A small sketch of a text by which near copies of it are found again.

The sketch is the lowest hashes of its sentences: of two texts that share most sentences, the sketches share
most hashes. Blanks count for nothing, and short sentences neither, which are headings and set phrases.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

from fzreview.text.sentences.stretches import stretches

SIZE: Final = 32
"""Hashes of a sketch at most."""


def sketch(text: str) -> tuple[int, ...]:
    """The lowest hashes of the text's sentences in rising order, 63 bits each; empty where it has none."""
    hashes = {
        blake2b(piece.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        for piece in stretches(text, blanks=False)
    }
    return tuple(int.from_bytes(one) >> 1 for one in sorted(hashes)[:SIZE])
