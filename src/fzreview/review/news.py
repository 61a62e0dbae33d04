"""What others, or oneself at another desk, have decided since a figure was shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fzreview.domain.stored import HeldDecision
from fzreview.domain.verdict import Action, Decision


def decided_since(before: Collection[HeldDecision], now: Collection[HeldDecision]) -> Iterator[HeldDecision]:
    """Decisions with a verdict that hold ``now`` and did not hold ``before``, the latest last."""
    return (held for held in now if held.decision.verdict is not None and held not in before)


def deed(decision: Decision) -> Action:
    """What a reviewer did who holds this; its words are ``desk.done.ACTION``."""
    if decision.verdict is None:
        return "commented"
    if decision.reason == "not_a_figure":
        return "not_a_figure"
    if decision.verdict == "wrong" and decision.correction is not None:
        return "corrected"
    return decision.verdict
