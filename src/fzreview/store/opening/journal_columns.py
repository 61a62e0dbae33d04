"""Decisions and journal entries as columns, and read back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from fzreview.domain.decisions.decision_rows import decision_row
from fzreview.domain.decisions.registers import RegisterEntry
from fzreview.domain.decisions.verdict import (
    ACTIONS,
    REASONS,
    REJECTION_CLASSES,
    TARGETS,
    VERDICTS,
    Decision,
    JournalEntry,
)
from fzreview.domain.figures.figure import Figure
from fzreview.store.opening.figure_columns import correction_of, validated_figure
from fzreview.store.opening.packed_values import pack_json
from fzreview.store.opening.unreadable_rows import raises_unreadable_row, require_one_of

DECISION_COLUMNS = "verdict, reason, reason_class, correction, comment, said"
"""Columns of ``verdicts`` that :func:`verdict_of` reads."""


def pack_decision(decision: Decision | None) -> str | None:
    row = decision_row(decision)
    return None if row is None else pack_json(row)


@lru_cache(maxsize=1024)
@raises_unreadable_row
def decision_of(packed: str | None) -> Decision | None:
    if packed is None:
        return None
    row = json.loads(packed)
    if "\\u" in packed:
        # JSON spells halves of characters that no text of a store can hold.
        json.dumps(row, ensure_ascii=False).encode()
    return decision_of_row(row)


def decision_of_row(row: Mapping[str, Any]) -> Decision:
    """A decision out of plain values, as ``decision_row`` makes them. Raises ValueError."""
    correction = row.get("correction")
    return _plausible(
        Decision(
            verdict=row["verdict"],
            reason=row.get("reason"),
            reason_class=row.get("reason_class"),
            correction=None if correction is None else Figure(**correction),
            comment=row.get("comment"),
            said=row.get("said"),
        )
    )


def _plausible(decision: Decision) -> Decision:
    require_one_of(decision.verdict, VERDICTS, absent=True)
    require_one_of(decision.reason, REASONS, absent=True)
    require_one_of(decision.reason_class, REJECTION_CLASSES, absent=True)
    if decision.correction is not None:
        validated_figure(decision.correction)
    return decision


@raises_unreadable_row
def verdict_of(row: sqlite3.Row) -> Decision:
    """The decision of a row of ``verdicts``."""
    return _plausible(
        Decision(
            verdict=row["verdict"],
            reason=row["reason"],
            reason_class=row["reason_class"],
            correction=correction_of(row["correction"]),
            comment=row["comment"],
            said=row["said"] if "said" in row.keys() else None,  # noqa: SIM118 - a row is no mapping
        )
    )


def columns_of_entry(entry: JournalEntry) -> dict[str, Any]:
    """An entry as the journal's columns; what makes it a row of a chain is not among them."""
    return {
        "uuid": entry.uuid,
        "at": entry.at,
        "reviewer": entry.reviewer,
        "session": entry.session,
        "action": entry.action,
        "report": entry.report,
        "target": entry.target,
        "figure": entry.figure,
        "before": pack_decision(entry.before),
        "after": pack_decision(entry.after),
        "elapsed_ms": entry.elapsed_ms,
        "extractor": entry.extractor,
        "guide": entry.guide,
        "inverts": entry.inverts,
        "note": entry.note,
        "batch": entry.batch,
        "rests": None if entry.rests is None else pack_json(entry.rests),
    }


@raises_unreadable_row
def register_entry_of(row: sqlite3.Row | Mapping[str, Any]) -> RegisterEntry:
    """A row of the journal as far as it speaks about its place. Raises UnreadableRow."""
    return RegisterEntry(
        row["uuid"],
        row["reviewer"],
        row["action"],
        row["lamport"],
        () if row["heads"] == "[]" else tuple(json.loads(row["heads"])),
        row["seen"],
        None if row["rests"] is None else tuple(json.loads(row["rests"])),
        decision_of(row["before"]),
        decision_of(row["after"]),
        row["at"],
        row["extractor"],
        row["id"],
    )


@raises_unreadable_row
def entry_of(row: sqlite3.Row | Mapping[str, Any]) -> JournalEntry:
    """Raises UnreadableRow."""
    require_one_of(row["action"], ACTIONS)
    require_one_of(row["target"], TARGETS)
    start, end = map(int, row["figure"].split("-"))
    if not 0 <= start <= end:
        raise ValueError(row["figure"])
    return JournalEntry(
        uuid=row["uuid"],
        at=row["at"],
        reviewer=row["reviewer"],
        session=row["session"],
        action=row["action"],
        report=row["report"],
        figure=row["figure"],
        before=decision_of(row["before"]),
        after=decision_of(row["after"]),
        elapsed_ms=row["elapsed_ms"],
        extractor=row["extractor"],
        guide=row["guide"],
        inverts=row["inverts"],
        target=row["target"],
        note=row["note"],
        batch=row["batch"],
        rests=None if row["rests"] is None else tuple(json.loads(row["rests"])),
        seen=row["seen"],
    )
