"""Rulings in words, for the status line of the adjudication desk."""

from __future__ import annotations

from fzreview.domain.dissent.dispute import LETTERS, Dispute
from fzreview.review.adjudicating import Ruling
from fzreview.strings import say


def ruling_outcome(ruling: Ruling) -> str:
    """The outcome of a ruling in words."""
    if ruling.taken is not None:
        return LETTERS[ruling.taken]
    kept = any(one.reason != "not_a_figure" for one in ruling.words.values())
    return say("sharing.desk.third" if kept else "sharing.stance.none")


def side_notes(dispute: Dispute) -> str:
    """Notes on hasty and bulk decisions of the sides; shown only after the ruling."""
    notes = [
        f"{letter} {say(f'sharing.desk.{note}')}"
        for letter, side in zip(LETTERS, dispute.sides, strict=False)
        for note in ("hasty", "bulk")
        if getattr(side, note)
    ]
    return f"   {say('sharing.desk.notes', notes='，'.join(notes))}" if notes else ""
