"""The notes on the card: ties, alarms, layers and rulings of the current figure."""

from __future__ import annotations

from rich.text import Text

from fzreview.domain.figures.figure import Figure
from fzreview.domain.ties.tie import Role, Tie
from fzreview.review.session import Session
from fzreview.review.ties.bulk import bulk_offers
from fzreview.review.ties.tie_walk import TieWalk
from fzreview.strings import say
from fzreview.tui.widgets.card.against_line import against_line
from fzreview.tui.widgets.card.figure_card import CardNotes
from fzreview.tui.widgets.card.layer_lines import dissent_lines
from fzreview.tui.widgets.card.tie_lines import alarm_line, early_line, evidence_line, tie_line


def card_notes(session: Session, walk: TieWalk | None) -> CardNotes:
    """A line for each tie, alarm and dissenting layer of the current figure."""
    stored = session.current_figure
    if stored is None:
        return CardNotes()
    tie_index, key = session.tie_index, stored.span_key
    walked = walk.here.tie if walk is not None and walk.here.key == key else None
    failed: list[Text] = []
    holding: list[Text] = []
    for tie in tie_index.ties_of(key):
        lines = failed if tie.failed else holding
        offer = _offer(session, tie)
        lines.append(tie_line(tie, _others(session, tie, key), tie == walked, offer))
    # Doubts of the extractor have a line of their own.
    alarms = [alarm for alarm in tie_index.alarms_of(key) if alarm.kind != "extractor_doubt"]
    doubts = session.doubts if session.agenda.order == "doubt" else None
    early = early_line(doubts[key]) if doubts is not None and key in doubts else None
    corroboration = tie_index.corroboration(key) if stored.status in ("undecided", "unsure") else None
    evidence = evidence_line(corroboration) if corroboration is not None and corroboration.tells else None
    layers = dissent_lines(session.layered.dissents(stored))
    against = [] if stored.against is None else [against_line(stored.against, stored.shown)]
    return CardNotes((*against, *failed, *map(alarm_line, alarms)), layers, early, evidence, tuple(holding))


def _others(session: Session, tie: Tie, key: str) -> list[tuple[Role, Figure]]:
    """The other figures of a tie, with corrections, and their roles."""
    others: list[tuple[Role, Figure]] = []
    for member in tie.members:
        other = session.tie_index.keys.get(member.span)
        index = session.index_of(other) if other is not None and other != key else None
        if index is not None:
            others.append((member.role, session.figure(index).shown))
    return others


def _offer(session: Session, tie: Tie) -> str | None:
    for offer in bulk_offers(session, session.tie_index, [tie]):
        return say("desk.ties.offer", count=len(offer.keys))
    return None
