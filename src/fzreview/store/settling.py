"""Which figures several people agree on, which are in conflict, which are settled: kept in ``settlements``.

Each function runs inside the caller's transaction; the connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence

from fzreview.domain.claims import claim_of_decision
from fzreview.domain.figure import Figure
from fzreview.domain.registers import Held
from fzreview.domain.settling import Ruling, Settlement, Vote, settle
from fzreview.store.codec import FIGURE_COLUMNS, figure_of, pack_json, verdict_of
from fzreview.store.verdict_rows import WHERE, Place, decision_values, restate_as, restate_report
from fzreview.store.words_apart import apart, is_shared
from fzreview.store.words_held import WORD

Span = tuple[int, int]


def keep_ruling(connection: sqlite3.Connection, place: Place, reviewer: str, held: Held | None) -> None:
    """Note what an adjudicator holds of a figure; None where it was taken back."""
    connection.execute(
        'delete from adjudications where report = ? and target = ? and start = ? and "end" = ?'
        " and reviewer = ?",
        (*place, reviewer),
    )
    if held is not None and held.word.rests:
        connection.execute(
            "insert into adjudications values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(*place, reviewer, *decision_values(held.decision)),
                *(held.word.at, held.word.entry, held.word.lamport, pack_json(held.word.rests)),
            ),
        )


def settle_places(connection: sqlite3.Connection, places: Sequence[Place]) -> None:
    """Bring the states of figures up to date, and of all others that words at these places concern.

    The places are of figures, and of sections that somebody read or did not.
    """
    for report in dict.fromkeys(place.report for place in places):
        own = [place for place in places if place.report == report]
        if not all(_settle_alone(connection, place) for place in own):
            settle_report(connection, report)


def _settle_alone(connection: sqlite3.Connection, place: Place) -> bool:
    """Bring the status up to date of a figure that one person speaks about in a report of theirs alone."""
    if (
        _is_judged(connection, place.report)
        or is_shared(connection, place.report)
        or _is_settled(connection, place.report)
    ):
        return False
    if place.target != "figure":
        return True
    row = connection.execute(
        "select coalesce(max(v.torn), 0), f.status, max(v.verdict)"
        " from figures f left join verdicts v on v.report = f.report and v.target = 'figure'"
        ' and v.start = f.start and v."end" = f."end" and v.verdict is not null'
        ' where f.report = ? and f.start = ? and f."end" = ? group by f.start',
        place.span,
    ).fetchone()
    if row is None or row[0]:
        return False
    restate_as(connection, place, *row[1:])
    return True


def settle_report(connection: sqlite3.Connection, report: int) -> None:
    """Bring the state and status of every figure of a report up to date."""
    rulings = list(_rulings(connection, report))
    votes = _votes(connection, report, contested=not rulings)
    current = {vote.uuid for of_span in votes.values() for vote in of_span}
    states = {span: settle(of_span, rulings, current) for span, of_span in votes.items()}
    ruled = {span for span, one in states.items() if one.state == "adjudicated"}
    for span, differ in apart(connection, report, ruled).items():
        if span in votes:
            states[span] = settle(votes[span], rulings, current, differ)
        elif differ:
            states[span] = Settlement("conflict")
    _note(connection, report, states)
    restate_report(connection, report)


def settle_shared(connection: sqlite3.Connection) -> None:
    """Settle every report in which figures have more than one voice: the rules may be those of before."""
    rows = connection.execute(
        "select report from settlements union select report from verdicts"
        " where target in ('figure', 'section') group by report having min(reviewer) < max(reviewer)"
    )
    for (report,) in rows.fetchall():
        settle_report(connection, report)


def _is_settled(connection: sqlite3.Connection, report: int) -> bool:
    query = "select 1 from settlements where report = ? limit 1"
    return connection.execute(query, (report,)).fetchone() is not None


def _is_judged(connection: sqlite3.Connection, report: int) -> bool:
    query = "select 1 from adjudications where report = ? limit 1"
    return connection.execute(query, (report,)).fetchone() is not None


def _votes(connection: sqlite3.Connection, report: int, contested: bool) -> dict[Span, list[Vote]]:
    """The votes on each figure; ``contested``: only where there is more than one plain voice."""
    at = ""
    if contested:
        at = (
            ' and (v.start, v."end") in (select start, "end" from verdicts where report = ?'
            " and target = 'figure' and verdict is not null group by 1, 2 having count(*) > 1 or max(torn))"
        )
    columns = ", ".join(f"f.{name.strip()}" for name in FIGURE_COLUMNS.split(","))
    rows = connection.execute(
        f"select {columns}, f.origin, {WORD} as uuid, v.reviewer, v.torn, v.verdict, v.reason,"
        " v.reason_class, v.correction, v.comment from verdicts v join journal j on j.id = v.entry"
        ' join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"'
        f" where v.report = ? and v.target = 'figure' and v.verdict is not null{at}",
        (report, *((report,) if contested else ())),
    )
    votes: dict[Span, list[Vote]] = {}
    for row in rows:
        claim = claim_of_decision(verdict_of(row), figure_of(row), row["origin"])
        votes.setdefault((row["start"], row["end"]), []).append(
            Vote(row["uuid"], row["reviewer"], claim, bool(row["torn"]))
        )
    return votes


def _rulings(connection: sqlite3.Connection, report: int) -> Iterable[Ruling]:
    columns = ", ".join(f"f.{name.strip()}" for name in FIGURE_COLUMNS.split(","))
    rows = connection.execute(
        f"select {columns}, f.origin, j.uuid, a.reviewer, a.lamport, a.rests, a.verdict, a.reason,"
        " a.reason_class, a.correction, a.comment from adjudications a join journal j on j.id = a.entry"
        ' join figures f on f.report = a.report and f.start = a.start and f."end" = a."end"'
        " where a.report = ?",
        (report,),
    )
    for row in rows:
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


def _note(connection: sqlite3.Connection, report: int, states: Mapping[Span, Settlement]) -> None:
    """Keep the states of a report's figures, writing no more than what is otherwise than before."""
    entries = _entries(connection, [one.ruling.uuid for one in states.values() if one.ruling is not None])
    now = {
        span: (one.state, None if one.ruling is None else entries[one.ruling.uuid])
        for span, one in states.items()
        if one.state not in ("open", "single")
    }
    before = {
        (row["start"], row["end"]): (row["state"], row["entry"])
        for row in connection.execute("select * from settlements where report = ?", (report,))
    }
    connection.executemany(
        f"delete from settlements where {WHERE}", [(report, *span) for span in before.keys() - now.keys()]
    )
    connection.executemany(
        "insert or replace into settlements values (?, ?, ?, ?, ?)",
        [(report, *span, *state) for span, state in now.items() if before.get(span) != state],
    )


def _entries(connection: sqlite3.Connection, uuids: Collection[str]) -> dict[str, int]:
    return {
        uuid: connection.execute("select id from journal where uuid = ?", (uuid,)).fetchone()[0]
        for uuid in uuids
    }
