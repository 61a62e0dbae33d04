"""Verifying all figures of a tie at once: when it is offered, and which figures it verifies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fzreview.checking.evidence import LIMIT, Evidence
from fzreview.domain.decisions.circumstances import tie_named
from fzreview.domain.reports.stored import StoredFigure
from fzreview.domain.ties.tie import Tie
from fzreview.review.session import Session
from fzreview.review.ties.tie_index import TieIndex


@dataclass(frozen=True, slots=True)
class BulkOffer:
    """The figures of a tie that can be verified at once."""

    evidence: Evidence
    figures: tuple[StoredFigure, ...]
    """The tie's figures in the order of the text."""
    fixed: frozenset[str]
    """Span keys of those whose value and unit the tie fixes."""

    @property
    def tie(self) -> Tie:
        return self.evidence.tie

    @property
    def undecided(self) -> tuple[StoredFigure, ...]:
        """Those that would be verified; what anybody decided, or the tie does not fix, stays as it is."""
        fixed = (stored for stored in self.figures if stored.span_key in self.fixed)
        return tuple(stored for stored in fixed if stored.status == "undecided")

    @property
    def tie_name(self) -> str:
        """The name of the tie in notes of the journal."""
        return tie_named(self.tie.type, (stored.span_key for stored in self.figures))

    @property
    def keys(self) -> tuple[str, ...]:
        """Span keys of those that would be verified."""
        return tuple(stored.span_key for stored in self.undecided)


def supports_bulk(evidence: Evidence) -> bool:
    """Whether a tie speaks for figures: the wording claims it, the arithmetic holds exactly, and it would
    hold with a wrong number in one case of a hundred at most.
    """
    tie = evidence.tie
    return tie.told and tie.holds == "true" and tie.confidence != "low" and evidence.chance <= LIMIT


def bulk_offers(session: Session, tie_index: TieIndex, ties: Iterable[Tie]) -> tuple[BulkOffer, ...]:
    """The offers of those ties that vouch for undecided figures, where no other tie and no alarm speaks
    against any figure of them."""
    offers: list[BulkOffer] = []
    for tie in ties:
        evidence = tie_index.scale.weigh(tie)
        indexes = [session.index_of(key) for key in tie_index.members(tie)]
        if not supports_bulk(evidence) or None in indexes:
            continue
        figures = tuple(session.figure(index) for index in indexes if index is not None)
        fixed = frozenset(tie_index.keys[span] for span in evidence.chances if evidence.vouches_for(span))
        offer = BulkOffer(evidence, figures, fixed)
        if offer.undecided and not any(_is_suspect(tie_index, key) for key in tie_index.members(tie)):
            offers.append(offer)
    return tuple(offers)


def _is_suspect(tie_index: TieIndex, key: str) -> bool:
    alarmed = any(alarm.level == "alarm" for alarm in tie_index.alarms_of(key))
    return alarmed or any(tie.failed for tie in tie_index.ties_of(key))
