"""How surely a tie would show a wrong number, and which fields of which figure it proves.

The chance of a figure in a tie is that with which the tie would hold although this figure's value is wrong:

    chance = belongs × share of slips that keep it holding + (1 - belongs) × tried × share of all numbers

Where the figures belong together, as nearly all of a told tie of high confidence do, only a wrong number
close enough to the right one passes. Where they do not, any number of as many digits may pass by accident,
and the more easily the more relations could have been tried.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final, Literal

from fzreview.checking.evidence.relations import comes_out
from fzreview.checking.evidence.slips import shifted, slips_of
from fzreview.checking.quantity import Quantity, quantity_of
from fzreview.checking.units import same_unit
from fzreview.domain.figures.figure import Figure
from fzreview.domain.ties.tie import Alarm, AlarmKind, Role, Span, Tie

Proof = Literal["proven", "open", "contested"]

LIMIT: Final = 0.01
"""The chance up to which a value counts as proven."""

_STRANGERS: Final = 0.04
"""The share of told ties of high confidence whose figures do not belong together: 4 of 107 in reports whose
ties were marked by people who had not seen the rules."""
_DOUBTFUL_STRANGERS: Final = 0.6
"""The same of all other ties: 8 of 14."""
_ADDABLE: Final = ("count", "money", "measure")
_AMOUNTS: Final[frozenset[Role]] = frozenset(
    ("total", "part", "base", "from", "to", "difference", "average", "one", "other")
)
"""Roles of figures that count the same things, so that each of them proves the others' unit."""
_OF_UNITS: Final[frozenset[AlarmKind]] = frozenset(("odd_unit", "unit_apart"))
"""Alarms that contest a unit; the others contest a value."""
_PERCENT: Final[frozenset[Role]] = frozenset(("rate", "growth"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a tie proves."""

    tie: Tie
    chance: float
    """The chance that it would hold with one wrong number, whichever; 1 where it proves nothing."""
    chances: Mapping[Span, float]
    """The same for each figure."""
    units: frozenset[Span]
    """Figures whose unit another figure of the tie shares."""

    def fixes(self, span: Span) -> bool:
        """Whether a wrong value of this figure would have shown."""
        return self.chances[span] <= LIMIT

    def vouches_for(self, span: Span) -> bool:
        """Whether value and unit of this figure are both proven."""
        return self.fixes(span) and span in self.units


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What stands behind the fields of one figure, by all of its ties. Nothing ever proves a subject."""

    value: Proof
    unit: Proof
    by: Tie | None
    """The tie that proves or contests the value."""

    @property
    def tells(self) -> bool:
        """Whether anything speaks for or against any field."""
        return (self.value, self.unit) != ("open", "open")


class Scale:
    """Weighs the ties of one report; each is weighed once, when it is asked for."""

    def __init__(self, figures: Iterable[Figure] = ()) -> None:
        """``figures`` are those among which the ties were found."""
        self._figures = {(figure.start, figure.end): figure for figure in figures}
        self._starts = sorted(start for start, _ in self._figures)
        self._weighed: dict[Tie, Evidence] = {}

    def weigh(self, tie: Tie) -> Evidence:
        """What the tie proves; nothing where it fails or is only rough."""
        if tie not in self._weighed:
            self._weighed[tie] = self._evidence(tie)
        return self._weighed[tie]

    def corroboration(self, span: Span, ties: Iterable[Tie], alarms: Iterable[Alarm]) -> Corroboration:
        """What ``ties`` and ``alarms``, all those of the figure at ``span``, say of its fields."""
        weighed = [self.weigh(tie) for tie in ties]
        contested = {alarm.kind in _OF_UNITS for alarm in alarms if alarm.level == "alarm"}
        proves_unit = any(span in evidence.units for evidence in weighed)
        unit: Proof = "contested" if True in contested else "proven" if proves_unit else "open"
        failed = next((evidence.tie for evidence in weighed if evidence.tie.failed), None)
        if failed is not None or False in contested:
            return Corroboration("contested", unit, failed)
        fixing = [evidence for evidence in weighed if evidence.fixes(span)]
        if not fixing:
            return Corroboration("open", unit, None)
        return Corroboration("proven", unit, min(fixing, key=lambda evidence: evidence.chances[span]).tie)

    def _evidence(self, tie: Tie) -> Evidence:
        spans = tuple(dict.fromkeys(tie.spans))
        nothing = dict.fromkeys(spans, 1.0)
        if tie.holds != "true" or any(span not in self._figures for span in spans):
            return Evidence(tie, 1.0, nothing, frozenset())
        units = self._proven_units(tie)
        quantities = [quantity_of(self._figures[span]) for span in tie.spans]
        members = [(member.role, told) for member, told in zip(tie.members, quantities, strict=True) if told]
        if len(members) < len(spans) or not comes_out(tie.type, members):
            return Evidence(tie, 1.0, nothing, units)
        belongs = 1 - (_STRANGERS if tie.told and tie.confidence == "high" else _DOUBTFUL_STRANGERS)
        by_accident = min(_share_that_fits(tie, members, place) for place in range(len(members)))
        by_accident = min(1.0, by_accident * self._tried(tie))
        chances = {
            span: belongs * self._share_of_slips(tie, members, place) + (1 - belongs) * by_accident
            for place, span in enumerate(tie.spans)
        }
        return Evidence(tie, sum(chances.values()) / len(chances), chances, units)

    def _share_of_slips(self, tie: Tie, members: Sequence[tuple[Role, Quantity]], place: int) -> float:
        """The share of the slips in one figure after which the arithmetic comes out as before."""
        addable = self._figures[tie.spans[place]].kind in _ADDABLE
        tried = [
            comes_out(tie.type, _with(members, place, slip)) for slip in slips_of(members[place][1], addable)
        ]
        return sum(map(bool, tried)) / len(tried) if tried else 1.0

    def _tried(self, tie: Tie) -> int:
        """How many relations a rule may have tried: one for each other figure that stands among these."""
        first, last = min(tie.spans)[0], max(tie.spans)[0]
        return 1 + bisect_right(self._starts, last) - bisect_left(self._starts, first) - len(set(tie.spans))

    def _proven_units(self, tie: Tie) -> frozenset[Span]:
        """The figures whose unit another figure counted in the same tie has too, and the percentages that
        the arithmetic makes percentages."""
        told = [(member, self._figures[member.span].unit) for member in tie.members]
        amounts = [(member.span, unit) for member, unit in told if member.role in _AMOUNTS and unit]
        shared = {
            span
            for span, unit in amounts
            if any(other != span and same_unit(unit, its_unit) for other, its_unit in amounts)
        }
        percentages = {member.span for member, unit in told if member.role in _PERCENT and unit == "%"}
        return frozenset(shared | percentages)


def _with(
    members: Sequence[tuple[Role, Quantity]], place: int, quantity: Quantity
) -> Sequence[tuple[Role, Quantity]]:
    return [*members[:place], (members[place][0], quantity), *members[place + 1 :]]


_FARTHEST: Final = 200
"""Numbers on each side after which a member counts as free."""


def _share_that_fits(tie: Tie, members: Sequence[tuple[Role, Quantity]], place: int) -> float:
    """The share of the numbers with as many digits as this one that would fit in its place."""
    told = members[place][1]
    step = 2 * told.half or 1.0
    digits = len(str(round(abs(told.value) / step)))
    fitting = 1
    for sign in (1, -1):
        for away in count(1):
            moved = shifted(told, told.value + sign * away * step)
            if told.value + sign * away * step < 0 or not comes_out(tie.type, _with(members, place, moved)):
                break
            fitting += 1
            if away > _FARTHEST:
                return 1.0
    return min(1.0, fitting / (9 * 10.0 ** (digits - 1)))
