"""The wordings that stand around the counted figures of a text, clause by clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from fzreview.language.words import words
from fzreview.text.sentences.clauses import Clause, Clauses

REACH: Final = 120
"""Characters around a number that its subject is looked for in."""
CONNECTORS: Final = words("以及 和 及 与 、 或 暨")
LONGEST_NAME: Final = 16
"""Characters of a clause that may be a name by itself."""
ROW: Final = 8
"""Numbers of one clause that share a predicate, at most."""


class Counted(NamedTuple):
    """A figure as the subject grammar sees it. Offsets are those of the clean text."""

    start: int
    end: int
    unit: str
    kind: str


class Wordings:
    """The clean text with its figures and clauses; ``text`` is its folded twin that rules look at."""

    def __init__(self, text: str, wording: str, counted: Sequence[Counted], clauses: Clauses) -> None:
        self.text = text
        self.wording = wording
        self.counted = counted
        self.clauses = clauses
        self.starts = [figure.start for figure in counted]

    def clause(self, index: int) -> Clause:
        """The clause of the figure ``index``."""
        return self.clauses.at(self.counted[index].start)

    def holds_figure(self, clause: Clause) -> bool:
        """Whether a figure begins in the clause."""
        index = bisect_left(self.starts, clause.start)
        return index < len(self.starts) and self.starts[index] < clause.end

    def last_of(self, clause: Clause, figure: Counted) -> bool:
        """Whether no other figure follows in the clause."""
        index = bisect_right(self.starts, figure.start)
        return index == len(self.starts) or self.starts[index] >= clause.end

    def told(self, clause: Clause) -> str:
        """The wording of the clause, the end of a long one."""
        return self.wording[max(clause.start, clause.end - REACH) : clause.end]
