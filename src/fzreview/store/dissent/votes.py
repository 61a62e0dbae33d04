"""What people say of the figures of a report: their votes, and the rulings on them.

The connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from fzreview.domain.decisions.claims import claim_of_decision
from fzreview.domain.dissent.settling import Ruling, Vote
from fzreview.domain.figures.figure import Figure
from fzreview.store.dissent.verdict_uuids import REPEATED
from fzreview.store.opening.figure_columns import FIGURE_COLUMNS, figure_of
from fzreview.store.opening.journal_columns import verdict_of
from fzreview.store.opening.packed_values import pack_json

Span = tuple[int, int]


def votes_of(
    connection: sqlite3.Connection,
    report: int,
    contested: bool = False,
    spans: Collection[Span] | None = None,
) -> dict[Span, list[Vote]]:
    """Span → the votes on that figure; with ``contested`` only where more than one person voted."""
    at = ""
    values: list[tuple[int, ...]] = [(report,)]
    if contested:
        at = (
            ' and (v.start, v."end") in (select start, "end" from verdicts where report = ?'
            " and target = 'figure' and verdict is not null group by 1, 2 having count(*) > 1 or max(torn))"
        )
        values = [(report, report)]
    elif spans is not None:
        at = ' and v.start = ? and v."end" = ?'
        values = [(report, *span) for span in sorted(spans)]
    columns = ", ".join(f"f.{name.strip()}" for name in FIGURE_COLUMNS.split(","))
    query = (
        f"select {columns}, f.origin, {REPEATED} as words, v.reviewer, v.torn, v.verdict, v.reason,"
        " v.reason_class, v.correction, v.comment from verdicts v join journal j on j.id = v.entry"
        ' join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"'
        f" where v.report = ? and v.target = 'figure' and v.verdict is not null{at}"
    )
    rows = chain.from_iterable(connection.execute(query, one) for one in values)
    votes: dict[Span, list[Vote]] = {}
    for row in rows:
        claim = claim_of_decision(verdict_of(row), figure_of(row), row["origin"])
        votes.setdefault((row["start"], row["end"]), []).append(
            Vote(frozenset(json.loads(row["words"])), row["reviewer"], claim, bool(row["torn"]))
        )
    return votes


def rulings_of(
    connection: sqlite3.Connection, report: int, entries: Iterable[int] | None = None
) -> Iterable[Ruling]:
    """The rulings on figures of a report, or those among them made by these journal rows (ids)."""
    columns = ", ".join(f"f.{name.strip()}" for name in FIGURE_COLUMNS.split(","))
    query = (
        f"select {columns}, f.origin, j.uuid, a.reviewer, a.lamport, a.rests, a.verdict, a.reason,"
        " a.reason_class, a.correction, a.comment from adjudications a join journal j on j.id = a.entry"
        ' join figures f on f.report = a.report and f.start = a.start and f."end" = a."end"'
        " where a.report = ?"
    )
    values: tuple[object, ...] = (report,)
    if entries is not None:
        query += " and a.entry in (select value from json_each(?))"
        values = report, pack_json(list(entries))
    for row in connection.execute(query, values):
        decision = verdict_of(row)
        figure: Figure = figure_of(row)
        yield Ruling(
            row["uuid"],
            row["reviewer"],
            (row["lamport"], row["uuid"]),
            frozenset(json.loads(row["rests"])),
            claim_of_decision(decision, figure, row["origin"]),
            decision,
        )


def uuids_of(votes: Mapping[Span, Iterable[Vote]]) -> set[str]:
    """uuids of all votes, by which a ruling names what it settles."""
    return {uuid for of_span in votes.values() for vote in of_span for uuid in vote.uuids}
