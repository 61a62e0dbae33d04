"""Samples drawn for audits. The connection's rows are ``sqlite3.Row``."""

from __future__ import annotations

import json
import sqlite3

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.team.audit import AUDITS_OF, Audit, AuditItem
from fzreview.domain.team.strata import STRATA_BY
from fzreview.store.opening.packed_values import pack_json
from fzreview.store.opening.unreadable_rows import UnreadableRow


def insert_audit(connection: sqlite3.Connection, audit: Audit) -> None:
    """Insert an audit, inside the caller's transaction."""
    items = [
        [item.report, item.span, None if item.stands is None else figure_fields(item.stands)]
        for item in audit.items
    ]
    connection.execute(
        "insert into audits(uuid, at, auditor, drawn_of, seed, wanted, universe, left_out, digest, items,"
        " strata) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            audit.uuid,
            audit.at,
            audit.auditor,
            audit.of,
            audit.seed,
            audit.wanted,
            audit.universe,
            audit.left_out,
            audit.digest,
            pack_json(items),
            None if audit.by is None else pack_json({"by": audit.by, "sizes": audit.sizes}),
        ),
    )


def read_audits(connection: sqlite3.Connection) -> list[Audit]:
    """Every audit, oldest first."""
    return [audit_of(row) for row in connection.execute("select * from audits order by at, uuid")]


def audit_of(row: sqlite3.Row) -> Audit:
    """The audit in a row of ``audits``. Raises UnreadableRow."""
    if row["drawn_of"] not in AUDITS_OF:
        raise UnreadableRow(f"audit of {row['drawn_of']}")
    try:
        items = tuple(
            AuditItem(report, span, None if stands is None else Figure(**stands))
            for report, span, stands in json.loads(row["items"])
        )
        strata = {"by": None, "sizes": {}} if row["strata"] is None else json.loads(row["strata"])
        by, sizes = strata["by"], dict(strata["sizes"])
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableRow(str(error)) from error
    if by is not None and by not in STRATA_BY:
        raise UnreadableRow(f"strata by {by}")
    return Audit(
        row["uuid"],
        row["at"],
        row["auditor"],
        row["drawn_of"],
        row["seed"],
        row["wanted"],
        row["universe"],
        row["left_out"],
        row["digest"],
        items,
        by,
        sizes,
    )
