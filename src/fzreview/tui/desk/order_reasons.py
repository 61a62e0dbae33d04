"""Why a figure has its rank in the list, for orders that need an explanation."""

from __future__ import annotations

from collections.abc import Callable

from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.session import Session
from fzreview.strings import say
from fzreview.text.displayable import one_line


def order_reasons(session: Session) -> Callable[[StoredFigure], str] | None:
    """A function figure → reason, displayable, for the agenda's order; None where the order needs none."""
    match session.agenda.order:
        case "doubt" if session.doubts is not None:
            doubts = session.doubts

            def doubted(stored: StoredFigure) -> str:
                # Most figures have no ties, so that alone is no reason.
                reasons = [reason for reason in doubts.get(stored.span_key, ()) if reason != "untied"]
                return say(f"ties.reason.{reasons[0]}") if reasons else ""

            return doubted
        case "disagreement":
            layered = session.layered
            return lambda stored: "、".join(one_line(one.label) for one in layered.dissents(stored))
        case "confidence":
            return lambda stored: _share(session.layered.confidence(stored.span_key))
        case _:
            return None


def _share(confidence: float | None) -> str:
    return "" if confidence is None else f"{confidence:.2f}"
