"""The journal and its projections: what an entry does to the verdict tables.

Each function runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import Final, NamedTuple, cast

from fzreview.domain.circumstances import circumstances_of
from fzreview.domain.reading_rows import figure_fields
from fzreview.domain.stored import HeldDecision
from fzreview.domain.verdict import STATED, Decision, JournalEntry, Target
from fzreview.errors import Conflict, StoreError
from fzreview.store.added_figures import WHERE, Span, add_figure, claim_figure, forget_added
from fzreview.store.codec import DECISION_COLUMNS, pack_json, verdict_of
from fzreview.store.corpus import project
from fzreview.store.outlines import ceasing_sign_offs
from fzreview.store.split_groups import follow_issuer
from fzreview.store.strays import INSERTED, columns_of_entry

_PLACES: Final[dict[Target, str]] = {
    "figure": "figures",
    "candidate": "candidates",
    "section": "sections",
}
"""The table whose rows a target's spans must be. The others are made by what is said of them."""


class _Place(NamedTuple):
    """What an entry decides on, as columns."""

    report: int
    target: Target
    start: int
    end: int

    @property
    def span(self) -> Span:
        return self.report, self.start, self.end


def append(
    connection: sqlite3.Connection,
    entry: JournalEntry,
    live: bool = True,
    seen: Collection[HeldDecision] | None = None,
) -> None:
    """Record one entry and project it; the connection's rows are ``sqlite3.Row``.

    A ``live`` entry must rest on the extraction that the store holds; one that is replayed need not.
    ``seen`` is what the reviewer has seen of what others hold; None where nobody looked.
    Raises Conflict when the extraction is another, when the reviewer's decision is no longer
    ``entry.before``, when others hold a verdict that was not seen, or when the entry verifies one of many
    figures and anybody has decided it; StoreError when the store has no such report, figure, candidate or
    section.
    """
    place = _place(connection, entry, live)
    if seen is not None and entry.target in ("figure", "candidate"):  # the others speak against nobody
        _check_seen(connection, place, entry, seen)
    if not _exists(connection, place):
        add_figure(connection, place.span, entry)
    else:
        claim_figure(connection, place.span, entry)
    if _decision(connection, place, entry.reviewer) != entry.before:
        raise Conflict("conflict", figure=entry.figure, reviewer=entry.reviewer)
    if live and _is_bulk(entry) and _is_decided(connection, place):
        # Who verifies many at once has seen them undecided, by whomever.
        raise Conflict("conflict", figure=entry.figure, reviewer=entry.reviewer)
    if live and entry.target == "heading":
        for ceasing in ceasing_sign_offs(connection, place.report, entry):
            append(connection, ceasing, live=False)
    issuer = _issuer(connection, place.report) if entry.target == "issuer" else None
    _project(connection, place, entry, keep(connection, entry))
    if live and entry.target == "issuer":
        after = _issuer(connection, place.report)
        follow_issuer(connection, place.report, entry.report, (issuer, after))


def _issuer(connection: sqlite3.Connection, report: int) -> str | None:
    row = connection.execute("select issuer from reports where id = ?", (report,)).fetchone()
    return cast("str | None", row[0])


def keep(connection: sqlite3.Connection, entry: JournalEntry) -> int:
    """The entry in the journal, without any effect; its number there."""
    cursor = connection.execute(f"insert into journal{INSERTED}", columns_of_entry(entry))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _place(connection: sqlite3.Connection, entry: JournalEntry, live: bool) -> _Place:
    row = connection.execute("select id, extractor from reports where sha256 = ?", (entry.report,)).fetchone()
    if row is None:
        raise StoreError("report_missing", report=entry.report[:12])
    report, extractor = row
    if live and extractor != entry.extractor and _was_replaced(connection, report, entry.extractor):
        raise Conflict("conflict_extraction", figure=entry.figure, extractor=extractor)
    start, end = (int(part) for part in entry.figure.split("-"))
    return _Place(report, entry.target, start, end)


def _was_replaced(connection: sqlite3.Connection, report: int, extractor: str) -> bool:
    """Whether somebody decided over figures that another extraction has replaced meanwhile."""
    row = connection.execute(
        "select 1 from extractions where report = ? and previous = ?", (report, extractor)
    ).fetchone()
    return row is not None


def _exists(connection: sqlite3.Connection, place: _Place) -> bool:
    # The table's name is one of three of this module, never text from outside.
    if place.target in STATED:
        return True  # what is said of a heading or of the whole report makes what it is about
    query = f"select 1 from {_PLACES[place.target]} where {WHERE}"
    return connection.execute(query, place.span).fetchone() is not None


def _is_bulk(entry: JournalEntry) -> bool:
    """Whether it verifies one of many here and now, and not as a file of gold tells it."""
    told = circumstances_of(entry.note)
    return told.bulk is not None and not told.imported


def _is_decided(connection: sqlite3.Connection, place: _Place) -> bool:
    row = connection.execute(
        'select status from figures where report = ? and start = ? and "end" = ?', place.span
    ).fetchone()
    return row is not None and row[0] is not None


def _check_seen(
    connection: sqlite3.Connection, place: _Place, entry: JournalEntry, seen: Collection[HeldDecision]
) -> None:
    """Nobody is outvoted who has not been heard. Raises Conflict."""
    rows = connection.execute(
        f"select reviewer, decided_at, {DECISION_COLUMNS} from verdicts"
        # What was added or ruled out at the span of a candidate speaks about the same numeral.
        ' where report = ? and start = ? and "end" = ? and reviewer <> ?'
        " and target <> 'section' and verdict is not null",
        (*place.span, entry.reviewer),
    )
    for row in rows:
        if HeldDecision(row["reviewer"], row["decided_at"], verdict_of(row)) not in seen:
            raise Conflict("conflict_unseen", figure=entry.figure, reviewer=row["reviewer"])


def _decision(connection: sqlite3.Connection, place: _Place, reviewer: str) -> Decision | None:
    row = connection.execute(
        f"select {DECISION_COLUMNS} from verdicts"
        ' where report = ? and target = ? and start = ? and "end" = ? and reviewer = ?',
        (*place, reviewer),
    ).fetchone()
    return None if row is None else verdict_of(row)


def _project(connection: sqlite3.Connection, place: _Place, entry: JournalEntry, entry_id: int) -> None:
    after = entry.after
    if after is None:
        connection.execute(
            'delete from verdicts where report = ? and target = ? and start = ? and "end" = ?'
            " and reviewer = ?",
            (*place, entry.reviewer),
        )
    else:
        connection.execute(
            # Not «or replace», which would delete behind the back of the triggers that count.
            'insert into verdicts(report, target, start, "end", reviewer, verdict, reason,'
            " reason_class, correction, comment, said, decided_at, entry)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            ' on conflict(report, target, start, "end", reviewer) do update set verdict = excluded.verdict,'
            " reason = excluded.reason, reason_class = excluded.reason_class,"
            " correction = excluded.correction, comment = excluded.comment, said = excluded.said,"
            " decided_at = excluded.decided_at, entry = excluded.entry",
            (
                *place,
                entry.reviewer,
                after.verdict,
                after.reason,
                after.reason_class,
                None if after.correction is None else pack_json(figure_fields(after.correction)),
                after.comment,
                after.said,
                entry.at,
                entry_id,
            ),
        )
    if place.target == "figure":
        _recount(connection, place, entry.after)
        if after is None:
            forget_added(connection, place.span)
    elif place.target in STATED:
        project(connection, place.report, place.target, place.span[1:])


def _recount(connection: sqlite3.Connection, place: _Place, decision: Decision | None) -> None:
    """Bring the figure's status, the last verdict of all, and the report's counters up to date."""
    span = place.span
    (before,) = connection.execute(f"select status from figures where {WHERE}", span).fetchone()
    after: str | None
    if decision is not None and decision.verdict is not None:
        after = decision.verdict  # nobody decided later than now
    else:
        latest = connection.execute(
            f"select verdict from verdicts where {WHERE} and target = 'figure' and verdict is not null"
            " order by entry desc limit 1",
            span,
        ).fetchone()
        after = None if latest is None else latest[0]
    if before == after:
        return
    for status, change in ((before, -1), (after, 1)):
        if status is not None:
            # The column's name is one of the three verdicts of the domain, never text from outside.
            connection.execute(
                f"update reports set {status} = {status} + ? where id = ?", (change, place.report)
            )
    connection.execute(f"update figures set status = ? where {WHERE}", (after, *span))
