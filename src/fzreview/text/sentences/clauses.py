"""Where the clauses and sentences of a folded text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

_COMMA: Final = "(?<![0-9]),|,(?! ?[0-9]{3}(?![0-9]))"
"""Not the one that parts the thousands of a number."""
_SHARE: Final = "(?:百分之|分之[一二三四五六七八九]|[一二三四五六七八九半][成倍])"
_REMARK: Final = (
    rf"\((?![^()]{{0,12}}{_SHARE})[^()0-9,。;\n]{{1,12}}+\)"
    r"|\([A-Z][A-Za-z]{0,7}[0-9.]{1,4}\)|《[^《》\n]{1,60}+》"
)
"""A short remark in brackets without a number or a share in words, a name there in letters (PM2.5) and the
title of a document."""


class Marks(NamedTuple):
    """Which marks part clauses (the first group of the pattern), and which of them end a sentence."""

    pattern: re.Pattern[str]
    strong: frozenset[str]


OVER_REMARKS: Final = Marks(re.compile(rf"{_REMARK}|({_COMMA}|[。;:!?()\n|…])"), frozenset("。!?\n|"))
"""A clause goes on behind a short remark or a title, for what its numbers count; a cell is a sentence."""
AT_EVERY_MARK: Final = Marks(re.compile(f"({_COMMA}|[。;:!?()\\n|])"), frozenset("。!?\n"))
"""Brackets always part, for figures inside and outside of them are held against each other; a row of a table
is one sentence, for its cells are."""


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
    """The clauses of a folded text between two offsets."""

    def __init__(self, text: str, start: int, end: int, marks: Marks = OVER_REMARKS) -> None:
        self._text = text
        self._floor = start
        self._ceiling = end
        self.marks = [match.start() for match in marks.pattern.finditer(text, start, end) if match[1]]
        """Offsets of all marks, rising."""
        self._strong = [at for at in self.marks if text[at] in marks.strong]
        self._asked: dict[int, Clause] = {}
        """Clauses by their order: the same few are asked for many times."""

    def at(self, offset: int) -> Clause:
        """The clause that holds the character at ``offset``."""
        return self._clause(bisect_left(self.marks, offset))

    def of(self, start: int, end: int) -> tuple[int, int]:
        """From where the clause of ``start`` begins to where that of ``end``, an exclusive offset, ends."""
        before = bisect_left(self.marks, start)
        behind = bisect_left(self.marks, end)
        return (
            self.marks[before - 1] + 1 if before else self._floor,
            self.marks[behind] if behind < len(self.marks) else self._ceiling,
        )

    def sentence_number(self, offset: int) -> int:
        """How many sentences of the text end before ``offset``."""
        return bisect_right(self._strong, offset)

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
        if clause.order >= len(self.marks) or self._text[self.marks[clause.order]] not in ",;":
            return None
        return self._clause(clause.order + 1)

    def _clause(self, index: int) -> Clause:
        clause = self._asked.get(index)
        if clause is None:
            clause = self._asked[index] = self._cut(index)
        return clause

    def _cut(self, index: int) -> Clause:
        start = self.marks[index - 1] + 1 if index > 0 else self._floor
        end = self.marks[index] if index < len(self.marks) else self._ceiling
        strong = bisect_right(self._strong, start - 1) - 1
        sentence = self._strong[strong] + 1 if strong >= 0 else self._floor
        opened = self._text[start - 1] if index > 0 else ""
        return Clause(start, end, sentence, index, opened)
