"""All figures of a tie verified at once: when that is offered, and what exactly it would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from fzreview.domain.circumstances import tie_named
from fzreview.domain.stored import StoredFigure
from fzreview.domain.tie import Role, Tie, TieType
from fzreview.review.session import Session
from fzreview.review.tying import Tying


@dataclass(frozen=True, slots=True)
class BulkOffer:
    """What one key more would verify."""

    tie: Tie
    figures: tuple[StoredFigure, ...]
    """The tie's figures in the order of the text."""

    @property
    def undecided(self) -> tuple[StoredFigure, ...]:
        """Those that would be verified; what anybody decided stays as it is."""
        return tuple(stored for stored in self.figures if stored.status == "undecided")

    @property
    def tied(self) -> str:
        """The tie as the journal names it."""
        return tie_named(self.tie.type, (stored.span_key for stored in self.figures))

    @property
    def keys(self) -> tuple[str, ...]:
        """Span keys of those that would be verified."""
        return tuple(stored.span_key for stored in self.undecided)


FIXING: Final[Mapping[TieType, tuple[frozenset[Role], ...]]] = MappingProxyType(
    {
        "part_of_sum": (frozenset({"total", "part"}),),
        "percent_sum": (frozenset({"part"}),),
        "rate": (frozenset({"base", "part", "rate"}),),
        "change": (frozenset({"from", "to", "difference"}), frozenset({"from", "to", "growth"})),
        "product": (frozenset({"product", "factor"}),),
        "average": (frozenset({"average", "total", "count"}),),
        "same": (frozenset({"one", "other"}),),
    }
)
"""Relations that fix the value of each member by the others, with the roles that must all be told.

A part that is smaller than its total, a direction without its difference, «all», or a percentage without its
base or its part hold for many wrong numbers too.
"""


def vouches(tie: Tie) -> bool:
    """Whether a tie speaks for the values of all its figures.

    The wording claims it, the arithmetic holds exactly, and it would not hold with another value of any.
    """
    roles = frozenset(member.role for member in tie.members)
    fixes = any(needed <= roles for needed in FIXING.get(tie.type, ()))
    return fixes and tie.told and tie.holds == "true" and tie.confidence != "low"


def bulk_offers(session: Session, tying: Tying, ties: Iterable[Tie]) -> tuple[BulkOffer, ...]:
    """The offers of those ties that vouch for their figures and have undecided ones left, none of which
    another tie or an alarm speaks against."""
    offers: list[BulkOffer] = []
    for tie in ties:
        indexes = [session.index_of(key) for key in tying.members(tie)]
        if vouches(tie) and None not in indexes:
            offer = BulkOffer(tie, tuple(session.figure(index) for index in indexes if index is not None))
            if offer.undecided and not any(_is_suspect(tying, key) for key in offer.keys):
                offers.append(offer)
    return tuple(offers)


def _is_suspect(tying: Tying, key: str) -> bool:
    alarmed = any(alarm.level == "alarm" for alarm in tying.alarms_of(key))
    return alarmed or any(tie.failed for tie in tying.of(key))
