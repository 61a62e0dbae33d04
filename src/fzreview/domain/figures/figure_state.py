"""What has become of a figure, told apart as finely as people work on it."""

from __future__ import annotations

from typing import Final, Literal, get_args

from fzreview.domain.decisions.verdict import Decision, Origin
from fzreview.domain.reports.stored import StoredFigure

FigureState = Literal[
    "undecided", "changed", "verified", "corrected", "rejected", "to_fix", "unsure", "disputed"
]
"""
undecided  nobody has decided
changed    it was decided, and another extraction reads it otherwise now
verified   right as it was extracted, or added by hand
corrected  wrong, and told how it should be
rejected   no figure at all
to_fix     wrong, and waits for its correction
unsure     somebody could not tell
disputed   the last words of reviewers differ, and nobody has settled them
"""

FIGURE_STATES: Final[tuple[FigureState, ...]] = get_args(FigureState)

OPEN_STATES: Final[frozenset[FigureState]] = frozenset({"undecided", "changed"})
"""Those in which nobody holds a verdict."""


def state_of(stored: StoredFigure) -> FigureState:
    """The state of a figure, by its latest verdict where reviewers do not contradict each other."""
    latest = stored.latest
    if latest is None or latest.decision.verdict is None:
        return "changed" if stored.recalled else "undecided"
    if stored.disputed:
        return "disputed"
    return state_of_decision(latest.decision, stored.origin)


def state_of_decision(decision: Decision, origin: Origin) -> FigureState:
    """The state that a decision alone gives its figure."""
    if decision.verdict is None:
        return "undecided"
    if decision.verdict != "wrong":
        return decision.verdict
    if decision.reason == "not_a_figure":
        return "rejected"
    return "to_fix" if decision.waits_for_fix(origin) else "corrected"
