"""Decisions as plain rows (JSON objects) and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fzreview.domain.figure import Figure
from fzreview.domain.reading_rows import Row, figure_fields
from fzreview.domain.verdict import Decision


def decision_row(decision: Decision | None) -> Row | None:
    """A decision without its empty fields, None for none."""
    if decision is None:
        return None
    row: Row = {"verdict": decision.verdict}
    for name in ("reason", "reason_class", "comment"):
        if (value := getattr(decision, name)) is not None:
            row[name] = value
    if decision.correction is not None:
        row["correction"] = figure_fields(decision.correction)
    return row


def decision_from_row(row: Mapping[str, Any] | None) -> Decision | None:
    """The decision that :func:`decision_row` wrote. Raises KeyError or TypeError on a foreign row."""
    if row is None:
        return None
    correction = row.get("correction")
    return Decision(
        verdict=row["verdict"],
        reason=row.get("reason"),
        reason_class=row.get("reason_class"),
        correction=None if correction is None else Figure(**correction),
        comment=row.get("comment"),
    )
