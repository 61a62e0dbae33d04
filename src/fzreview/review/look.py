"""How the desk looked, as plain values that a store can keep, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fzreview.domain.figure import KINDS
from fzreview.domain.verdict import STATUSES
from fzreview.review.agenda import ORDERS, Agenda
from fzreview.review.text_view import Side


def look_of(side: Side, agenda: Agenda) -> dict[str, Any]:
    """The side of the text, order and filter; a filter by section is of one report and not kept."""
    return {
        "side": side,
        "order": agenda.order,
        "status": agenda.status,
        "kind": agenda.kind,
        "text": agenda.text,
    }


def look_from(view: Mapping[str, Any]) -> tuple[Side, Agenda]:
    """What :func:`look_of` made; anything that another version wrote otherwise falls back to the usual."""
    order, status, kind, text = (view.get(name) for name in ("order", "status", "kind", "text"))
    agenda = Agenda(
        order=order if order in ORDERS else "place",
        status=status if status in STATUSES else None,
        kind=kind if kind in KINDS else None,
        text=text if isinstance(text, str) else "",
    )
    return ("source" if view.get("side") == "source" else "clean"), agenda
