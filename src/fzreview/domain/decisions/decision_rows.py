"""Decisions as plain rows (JSON objects)."""

from __future__ import annotations

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.reading_rows import Row, figure_fields


def decision_row(decision: Decision | None) -> Row | None:
    """A decision without its empty fields, None for none."""
    if decision is None:
        return None
    row: Row = {"verdict": decision.verdict}
    for name in ("reason", "reason_class", "comment", "said"):
        if (value := getattr(decision, name)) is not None:
            row[name] = value
    if decision.correction is not None:
        row["correction"] = figure_fields(decision.correction)
    return row
