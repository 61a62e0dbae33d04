"""The view state of the desk (side of the text, order, filter), serialized for the store and read back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fzreview.domain.figures.figure import KINDS
from fzreview.domain.figures.figure_state import FIGURE_STATES
from fzreview.review.open_report.agenda import ORDERS, Agenda
from fzreview.review.open_report.figure_remarks import REMARKS
from fzreview.review.view_models.text_view import Side


def desk_view_state(side: Side, agenda: Agenda) -> dict[str, Any]:
    """JSON values by name. A filter by section belongs to one report and is left out."""
    return {
        "side": side,
        "order": agenda.order,
        "state": agenda.state,
        "kind": agenda.kind,
        "text": agenda.text,
        "remark": agenda.remark,
        "reviewer": agenda.reviewer,
    }


def desk_view_from(view: Mapping[str, Any]) -> tuple[Side, Agenda]:
    """Side and agenda of a state that :func:`desk_view_state` made; invalid values fall back to defaults."""
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
