"""What judging a numeral run comes to."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.figures.figure import Bound, Kind
from fzreview.reading.figures.numerals.numeral import Numeral


class Verdict(Enum):
    """What a numeral run is."""

    FIGURE = auto()
    ARTICLE = auto()
    """一 with a measure word: a figure only in a row of counts."""
    CANDIDATE = auto()
    """No figure by the rules, but no rule excludes it either."""
    NOTHING = auto()
    """A date, an ordinal, a name …: no figure for certain."""


class Found(NamedTuple):
    """A judged numeral. Offsets are those of the clean text."""

    verdict: Verdict
    start: int
    end: int
    number: Numeral | None = None
    kind: Kind = "count"
    bound: Bound = "="
    doubts: tuple[str, ...] = ()
    rule: Rule | None = None
    """What decided so."""
