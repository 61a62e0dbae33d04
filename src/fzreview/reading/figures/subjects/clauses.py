"""Where clauses and sentences begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

_SHARE: Final = "(?:百分之|分之[一二三四五六七八九]|[一二三四五六七八九半][成倍])"
_MARK: Final = re.compile(
    rf"\((?![^()]{{0,12}}{_SHARE})[^()0-9,。;\n]{{1,12}}+\)"
    r"|\([A-Z][A-Za-z]{0,7}[0-9.]{1,4}\)|《[^《》\n]{1,60}+》"
    r"|((?<![0-9]),|,(?! ?[0-9]{3}(?![0-9]))|[。;:!?()\n|…])"
)
"""A mark; passed over are a short remark in brackets without a number or a share in words, a name there in
letters (PM2.5) and the title of a document."""
_STRONG: Final = frozenset("。!?\n|")


class Clause(NamedTuple):
    """A stretch between two marks, inside a sentence. Offsets are those of the text."""

    start: int
    end: int
    sentence: int
    """Where the sentence begins."""
    order: int
    """Position among the clauses of the text."""
    opened: str
    """The mark before it; empty at the beginning of the text."""


class Clauses:
    """The clauses of a folded text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._floor = start
        self._ceiling = end
        self._marks = [match.start() for match in _MARK.finditer(text, start, end) if match[1]]
        self._strong = [at for at in self._marks if text[at] in _STRONG]

    def at(self, offset: int) -> Clause:
        """The clause that holds the character at ``offset``."""
        return self._clause(bisect_left(self._marks, offset))

    def before(self, clause: Clause) -> Clause | None:
        """The clause before this one in the same sentence, empty ones passed over, or None."""
        for index in range(clause.order - 1, max(clause.order - 6, -1), -1):
            earlier = self._clause(index)
            if earlier.end < clause.sentence:
                return None
            if earlier.end > earlier.start:
                return earlier
        return None

    def after(self, clause: Clause) -> Clause | None:
        """The clause behind a comma or semicolon; None where the sentence ends."""
        if clause.order >= len(self._marks) or self._text[self._marks[clause.order]] not in ",;":
            return None
        return self._clause(clause.order + 1)

    def _clause(self, index: int) -> Clause:
        start = self._marks[index - 1] + 1 if index > 0 else self._floor
        end = self._marks[index] if index < len(self._marks) else self._ceiling
        strong = bisect_right(self._strong, start - 1) - 1
        sentence = self._strong[strong] + 1 if strong >= 0 else self._floor
        opened = self._text[start - 1] if index > 0 else ""
        return Clause(start, end, sentence, index, opened)
