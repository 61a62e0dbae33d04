"""What a store holds of a figure for all its reviewers, compared with a settled row that comes back."""

from __future__ import annotations

from fzreview.domain.decisions.claims import claim_of_decision
from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import StoredFigure
from fzreview.work.gold.import_reports import plain


def settled_words(stored: StoredFigure) -> list[Decision]:
    """What holds of a figure for all: the ruling in force, else the word of everybody who said one."""
    if stored.ruling is not None:
        return [stored.ruling.decision]
    return [one.decision for one in stored.held if one.decision.verdict is not None]


def claims_same(stored: StoredFigure, one: Decision, other: Decision) -> bool:
    """Whether two decisions say the very same of a figure, to the last character, however each came to be."""
    figure = plain(stored.figure)
    return claim_of_decision(one, figure, stored.origin) == claim_of_decision(other, figure, stored.origin)
