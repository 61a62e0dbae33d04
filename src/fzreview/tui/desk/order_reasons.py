"""Why a figure stands where it does in the list, in orders that need a reason."""

from __future__ import annotations

from collections.abc import Callable

from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.session import Session
from fzreview.strings import say
from fzreview.text.displayable import one_line


def order_reasons(session: Session) -> Callable[[StoredFigure], str] | None:
    """What the list says behind each figure in the agenda's order, displayable; None where place says all."""
    match session.agenda.order:
        case "doubt" if session.doubts is not None:
            doubts = session.doubts

            def doubted(stored: StoredFigure) -> str:
                # Most figures have no tie: that alone says little here.
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
