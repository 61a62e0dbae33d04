"""Moving the start or end of a span by one word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

MAX_WORD_CHARACTERS: Final = 24
"""Characters that are segmented to find the next word."""


def word_step(text: str, at: int, step: int, cut: Callable[[str], Sequence[str]]) -> int:
    """Offset of the next (``step`` 1) or previous (-1) word boundary; ``at`` itself at an end of the text."""
    words = cut(
        text[at : at + MAX_WORD_CHARACTERS] if step > 0 else text[max(at - MAX_WORD_CHARACTERS, 0) : at]
    )
    if not words:
        return at
    return at + len(words[0]) if step > 0 else at - len(words[-1])
