"""All figures of a tie verified at once: when that is offered, and what exactly it would do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fzreview.domain.circumstances import tie_named
from fzreview.domain.stored import StoredFigure
from fzreview.domain.tie import Tie
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


def vouches(tie: Tie) -> bool:
    """Whether a tie speaks for all its figures: the wording claims it, and the arithmetic holds exactly."""
    return tie.told and tie.holds == "true" and tie.confidence != "low" and len(tie.members) > 1


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
