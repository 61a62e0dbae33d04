"""How the desk looked, as plain values that a store can keep, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fzreview.domain.figures.figure import KINDS
from fzreview.domain.figures.figure_state import FIGURE_STATES
from fzreview.review.open_report.agenda import ORDERS, Agenda
from fzreview.review.open_report.remarked import REMARKS
from fzreview.review.seen.text_view import Side


def look_of(side: Side, agenda: Agenda) -> dict[str, Any]:
    """The side of the text, order and filter; a filter by section is of one report and not kept."""
    return {
        "side": side,
        "order": agenda.order,
        "state": agenda.state,
        "kind": agenda.kind,
        "text": agenda.text,
        "remark": agenda.remark,
        "reviewer": agenda.reviewer,
    }


def look_from(view: Mapping[str, Any]) -> tuple[Side, Agenda]:
    """What :func:`look_of` made; anything that another version wrote otherwise falls back to the usual."""
    order, state, kind, text = (view.get(name) for name in ("order", "state", "kind", "text"))
    remark, reviewer = view.get("remark"), view.get("reviewer")
    agenda = Agenda(
        order=order if order in ORDERS else "place",
        state=state if state in FIGURE_STATES else None,
        kind=kind if kind in KINDS else None,
        text=text if isinstance(text, str) else "",
        remark=remark if remark in REMARKS else None,
        reviewer=reviewer if isinstance(reviewer, str) else None,
    )
    return ("source" if view.get("side") == "source" else "clean"), agenda
