"""Decisions made elsewhere (by others, or at another desk) since a figure was shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from fzreview.domain.decisions.verdict import Action, Decision
from fzreview.domain.reports.stored import HeldDecision, StoredFigure


def decided_since(before: Collection[HeldDecision], now: Collection[HeldDecision]) -> Iterator[HeldDecision]:
    """Decisions with a verdict that hold ``now`` and did not hold ``before``, the latest last."""
    return (held for held in now if held.decision.verdict is not None and held not in before)


def news_of(
    before: Iterable[StoredFigure], now: Iterable[StoredFigure]
) -> Mapping[str, tuple[HeldDecision, ...]]:
    """Span key → decisions since then, a ruling last; figures without new decisions are left out."""
    known = {stored.span_key: _words(stored) for stored in before}
    since = {one.span_key: tuple(decided_since(known.get(one.span_key, ()), _words(one))) for one in now}
    return {key: words for key, words in since.items() if words}


def _words(stored: StoredFigure) -> tuple[HeldDecision, ...]:
    return stored.held if stored.ruling is None else (*stored.held, stored.ruling)


def action_of(decision: Decision) -> Action:
    """The action that leads to a decision; its words are ``desk.done.ACTION``."""
    if decision.verdict is None:
        return "commented"
    if decision.reason == "not_a_figure":
        return "not_a_figure"
    if decision.verdict == "wrong" and decision.correction is not None:
        return "corrected"
    return decision.verdict
