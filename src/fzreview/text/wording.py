"""Finding what a reviewer typed: the same words in texts and in the index of a store.

Blanks part the typed words; all of them must occur. Small and capital letters, half-width and full-width
characters count as the same, because an input method decides which of them arrive; so do traditional
characters and the simplified ones of the clean text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

Span = tuple[int, int]

_TWINS: Final = 0xFEE0
"""From an ASCII character to its full-width twin."""

_HALF_WIDTH: Final = {code + _TWINS: code for code in range(0x21, 0x7F)}
_FULL_WIDTH: Final = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_RUN: Final = re.compile("([0-9A-Za-z]{2,})")
_NOT_TYPED: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Wording:
    """The words that all must occur."""

    words: tuple[str, ...]

    @classmethod
    def typed(cls, typed: str) -> Wording:
        """The words of a typed line; none where it is blank."""
        return cls(tuple(dict.fromkeys(_NOT_TYPED.sub(" ", typed).split())))

    def first(self, text: str) -> Span | None:
        """The first place of any of the words in a text that has them all, in its code points."""
        first: Span | None = None
        for pattern in self._patterns:
            match = pattern.search(text)
            if match is None:
                return None
            first = min(first or match.span(), match.span())
        return first

    def places(self, text: str) -> Iterator[Span]:
        """Every place of any of the words in a text that has them all, in order, none within another."""
        if self.first(text) is not None:
            longest_first = sorted(self._patterns, key=lambda pattern: len(pattern.pattern), reverse=True)
            for match in re.finditer("|".join(pattern.pattern for pattern in longest_first), text):
                yield match.span()

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return [re.compile("".join(map(_any_form, word, simplified(word)))) for word in self.words]


def simplified(word: str) -> str:
    """A typed word in simplified characters, one for one."""
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        # The tables of characters load slowly, and hardly any typed word needs them.
        from fzreview.text.simplify import simplify

        return simplify(word)
    return word


def _any_form(character: str, simple: str) -> str:
    code = ord(character)
    half = chr(code - _TWINS) if code in _HALF_WIDTH else character
    forms = {form for form in (half.lower(), half.upper(), half, simple) if len(form) == 1}
    forms |= {chr(ord(form) + _TWINS) for form in forms if "!" <= form <= "~"}
    return re.escape(character) if len(forms) == 1 else f"[{''.join(map(re.escape, sorted(forms)))}]"


def half_width(text: str) -> str:
    """The text with full-width ASCII twins as their half-width ones."""
    return text.translate(_HALF_WIDTH)


def parted(text: str) -> str:
    """The text with blanks between its characters, for an index that knows words by their blanks.

    Runs of digits and Latin letters stay whole; full-width ones become half-width.
    """
    if _FULL_WIDTH.search(text):
        text = text.translate(_HALF_WIDTH)
    pieces = _RUN.split(text)
    pieces[::2] = map(" ".join, pieces[::2])
    return " ".join(pieces)
