"""Ties: relations between the figures of one report that can be checked, and alarms about single figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

TieType = Literal[
    "part_of_sum",
    "subset",
    "rate",
    "percent_sum",
    "change",
    "same",
    "product",
    "average",
    "list_count",
    "mismatch",
]
Holds = Literal["true", "false", "approx"]
"""``approx``: within what 余, 约, 等 or a cut instead of a rounding leave open."""
Confidence = Literal["high", "medium", "low"]
Role = Literal[
    "total", "part", "base", "rate", "from", "to", "difference", "growth",
    "product", "factor", "count", "average", "one", "other",
]  # fmt: skip
AlarmKind = Literal[
    "percent_over_100",
    "far_magnitude",
    "too_many",
    "lost_magnitude",
    "empty_range",
    "odd_unit",
    "unit_apart",
    "odd_fraction",
    "odd_year",
    "jump_across",
    "extractor_doubt",
]
AlarmLevel = Literal["alarm", "notice"]
"""A notice is worth a look where there is time; an alarm says that something does not fit."""

TIE_TYPES: Final[tuple[TieType, ...]] = get_args(TieType)
HOLDS: Final[tuple[Holds, ...]] = get_args(Holds)
CONFIDENCES: Final[tuple[Confidence, ...]] = get_args(Confidence)
ROLES: Final[tuple[Role, ...]] = get_args(Role)
ALARM_KINDS: Final[tuple[AlarmKind, ...]] = get_args(AlarmKind)

Span = tuple[int, int]
"""Start and end of a figure in code points of the source, ``end`` exclusive."""


@dataclass(frozen=True, slots=True)
class Member:
    """One figure of a tie and what it is in it."""

    start: int
    end: int
    role: Role

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def span_key(self) -> str:
        """The figure's own ``span_key``."""
        return f"{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between figures, in the order of the text."""

    type: TieType
    members: tuple[Member, ...]
    holds: Holds
    told: bool
    """Whether the wording itself claims it (其中, 共, 占, …率, 由…减至 …)."""
    confidence: Confidence
    """How sure it is that these figures belong together, whether or not the arithmetic holds."""
    explain: str
    """The arithmetic without words: ``30+12=42``."""
    wording: str
    """Which sentence says it: ``ties.<wording>`` in the string tables."""
    params: tuple[tuple[str, str], ...] = ()
    """What fills the sentence's places; may quote the report."""
    rule: str = ""
    """The id of the rule that found it."""

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(member.span for member in self.members)

    @property
    def failed(self) -> bool:
        """Whether a reviewer has to look: the figures contradict each other."""
        return self.holds == "false"


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something about a single figure that does not fit."""

    start: int
    end: int
    kind: AlarmKind
    params: tuple[tuple[str, str], ...] = ()
    """What fills the sentence ``ties.alarm.<kind>``; may quote the report."""
    level: AlarmLevel = "alarm"

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def span_key(self) -> str:
        return f"{self.start}-{self.end}"
