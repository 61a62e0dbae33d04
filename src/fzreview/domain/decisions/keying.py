"""A word about a figure whose value was hidden from the reviewer, read as one about the whole figure."""

from __future__ import annotations

from dataclasses import replace

from fzreview.domain.decisions.verdict import Decision, reason_of_correction
from fzreview.domain.decisions.wire import BLIND
from fzreview.domain.figures.figure import Figure


def is_keyed(seen: str | None) -> bool:
    """Whether what was seen had its value hidden."""
    return seen is not None and seen.startswith(BLIND)


def unblinded(decision: Decision, figure: Figure) -> Decision:
    """The value that was keyed keeps the figure where it is the figure's, else it corrects it."""
    if decision.verdict != "wrong" or decision.correction is None:
        return decision
    reason = reason_of_correction(figure, decision.correction)
    if reason is None:
        return Decision("verified", comment=decision.comment)
    return replace(decision, reason=reason)
