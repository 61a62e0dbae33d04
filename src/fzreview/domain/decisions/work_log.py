"""The journal as far as it tells how work goes on."""

from __future__ import annotations

from typing import NamedTuple

from fzreview.domain.decisions.circumstances import Circumstances, circumstances_of
from fzreview.domain.decisions.verdict import Action, Target, Verdict


class WorkEntry(NamedTuple):
    """What one journal entry tells of the work."""

    at: str
    reviewer: str
    report: str
    """sha256."""
    figure: str
    """Span key of what was decided on."""
    target: Target
    action: Action
    verdict: Verdict | None
    """What the reviewer holds after it; None where that is nothing, or a comment alone."""
    elapsed_ms: int
    note: str | None

    @property
    def circumstances(self) -> Circumstances:
        """How the decision came about."""
        return circumstances_of(self.note)
