"""Keeps ``settlements``: which figures are agreed, in conflict or adjudicated.

Each function runs inside the caller's transaction; the connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from fzreview.domain.decisions.claims import claim_of_decision
from fzreview.domain.decisions.registers import RegisterValue
from fzreview.domain.dissent.settling import Ruling, Settlement, Vote, settle
from fzreview.domain.figures.figure import Figure
from fzreview.store.dissent.disagreements import (
    OverlapGroup,
    disagreements,
    is_shared,
    overlap_groups_near,
    overlap_groups_of,
)
from fzreview.store.dissent.ruling_basis import RulingBasis
from fzreview.store.dissent.verdict_uuids import REPEATED
from fzreview.store.opening.figure_columns import FIGURE_COLUMNS, figure_of
from fzreview.store.opening.journal_columns import verdict_of
from fzreview.store.opening.packed_values import pack_json
from fzreview.store.verdicts.rows import (
    WHERE,
    Place,
    decision_values,
    set_status,
    update_status,
    update_statuses,
)

Span = tuple[int, int]


def set_ruling(
    connection: sqlite3.Connection, place: Place, reviewer: str, held: RegisterValue | None
) -> None:
    """Set an adjudicator's ruling on a figure; None deletes it."""
    connection.execute(
        'delete from adjudications where report = ? and target = ? and start = ? and "end" = ?'
        " and reviewer = ?",
        (*place, reviewer),
    )
    if held is not None and held.entry.rests:
        connection.execute(
            "insert into adjudications values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(*place, reviewer, *decision_values(held.decision)),
                *(held.entry.at, held.entry.row_id, held.entry.lamport, pack_json(held.entry.rests)),
            ),
        )


class ChangedPlace(NamedTuple):
    """A place about which a journal row was just written."""

    place: Place
    """A figure, or a section that was signed off or reopened."""
    formerly: Span
    """The span that the reviewer's previous verdict on the figure stood for."""
    rules: bool = False
    """Whether the row is a ruling on the figure, or withdraws one."""


_TEAM: Final = """
    select exists (select 1 from adjudications where report = :report),
        exists (select 1 from settlements where report = :report),
        (select min(reviewer) from journal) < (select max(reviewer) from journal)"""
"""Whether rulings are held on figures of a report, whether any figure is settled, and whether the store knows
more than one reviewer. That asks two ends of an index; who spoke in a report is asked of all its words."""

_SHARE: Final = 16
"""One of so many figures of a report is settled by itself in the time that all of them take together."""


def settle_places(connection: sqlite3.Connection, changed: Sequence[ChangedPlace]) -> None:
    """Update the settlements of these figures and of all others that the new rows affect."""
    for report in dict.fromkeys(one.place.report for one in changed):
        own = [one for one in changed if one.place.report == report]
        judged, settled, several = connection.execute(_TEAM, {"report": report}).fetchone()
        if judged or settled or (several and is_shared(connection, report)):
            if any(one.place.target != "figure" for one in own) or not _are_few(connection, report, own):
                settle_report(connection, report)
                continue
            for one in own:
                update_status(connection, one.place)  # overlap groups consist of figures with a status
            basis = RulingBasis(connection, report) if judged or any(one.rules for one in own) else None
            for one in own:
                _settle_around(connection, one, basis)
        elif not all(_settle_alone(connection, one.place) for one in own):
            settle_report(connection, report)


def _are_few(connection: sqlite3.Connection, report: int, changed: Collection[ChangedPlace]) -> bool:
    """Whether settling these figures one by one is cheaper than settling the whole report."""
    if len(changed) == 1:
        return True
    (figures,) = connection.execute("select figures from reports where id = ?", (report,)).fetchone()
    return len(changed) * _SHARE <= int(figures)


def _settle_alone(connection: sqlite3.Connection, place: Place) -> bool:
    """Update the status of a figure in a report with one reviewer alone; False where it needs more."""
    if place.target != "figure":
        return True
    row = connection.execute(
        "select coalesce(max(v.torn), 0), f.id, f.status, max(v.verdict)"
        " from figures f left join verdicts v on v.report = f.report and v.target = 'figure'"
        ' and v.start = f.start and v."end" = f."end" and v.verdict is not null'
        ' where f.report = ? and f.start = ? and f."end" = ? group by f.start',
        place.span,
    ).fetchone()
    if row is None or row[0]:
        return False
    set_status(connection, place.report, *row[1:])
    return True


def _settle_around(connection: sqlite3.Connection, changed: ChangedPlace, basis: RulingBasis | None) -> None:
    """Settle one figure, those that it overlaps or overlapped before, and those that were ruled with it.

    ``basis`` are those of the report's rulings; None where none is held on its figures nor was until now.
    """
    place, span = changed.place, (changed.place.start, changed.place.end)
    touched = {span} if basis is None else {span, *basis.ruled_with(span)}
    reaches = {(span, changed.formerly), *((one, one) for one in touched)}
    overlap_groups = overlap_groups_near(connection, place.report, reaches)
    spans = {span for group, _ in overlap_groups for span in group}
    votes = _votes(connection, place.report, spans=spans)
    rulings: list[Ruling] = []
    current = _uuids_of(votes)
    if basis is not None:
        named = basis.resting_on(current)
        rulings = list(_rulings(connection, place.report, named))
        current |= _uuids_of(_votes(connection, place.report, spans=basis.spans_of(named) - spans))
        current |= basis.rulings
    states = _settled(connection, place.report, votes, rulings, current, overlap_groups)
    if _note(connection, place.report, states, spans) and basis is not None:
        for start, end in spans:
            update_status(connection, Place(place.report, "figure", start, end))


def settle_report(connection: sqlite3.Connection, report: int) -> None:
    """Update the settlement and status of every figure of a report."""
    update_statuses(connection, report)  # overlap groups consist of figures with a status
    rulings = list(_rulings(connection, report))
    votes = _votes(connection, report, contested=not rulings)
    states = _settled(connection, report, votes, rulings, _uuids_of(votes))
    if _note(connection, report, states):
        update_statuses(connection, report)


def _settled(
    connection: sqlite3.Connection,
    report: int,
    votes: Mapping[Span, Sequence[Vote]],
    rulings: Collection[Ruling],
    current: Collection[str],
    overlap_groups: Collection[OverlapGroup] | None = None,
) -> dict[Span, Settlement]:
    """The settlements of the figures with these votes; without ``overlap_groups`` of the whole report."""
    states = {span: settle(of_span, rulings, current) for span, of_span in votes.items()}
    ruled = {span for span, one in states.items() if one.state == "adjudicated"}
    if overlap_groups is not None and not any(whole for _, whole in overlap_groups):
        return states
    if is_shared(connection, report):
        known = overlap_groups_of(connection, report) if overlap_groups is None else overlap_groups
        spans = {span for group, whole in known if whole for span in group}
        for span, differ in disagreements(connection, report, spans, ruled).items():
            if span in votes:
                states[span] = settle(votes[span], rulings, current, differ)
            elif differ:
                states[span] = Settlement("conflict")
    return states


def _uuids_of(votes: Mapping[Span, Iterable[Vote]]) -> set[str]:
    return {uuid for of_span in votes.values() for vote in of_span for uuid in vote.uuids}


def rival_rulings(connection: sqlite3.Connection, report: int) -> dict[Span, list[tuple[str, str]]]:
    """Span of a figure of which adjudicators hold different things → adjudicator and uuid of each ruling.

    In order of the adjudicators' names.
    """
    several = connection.execute(
        "select min(reviewer) < max(reviewer) from adjudications where report = ?", (report,)
    ).fetchone()[0]
    if not several:
        return {}
    rulings = list(_rulings(connection, report))
    votes = _votes(connection, report)
    current = _uuids_of(votes)
    found = {span: settle(of_span, rulings, current).rivals for span, of_span in votes.items()}
    return {
        span: sorted((one.reviewer, one.uuid) for one in rivals) for span, rivals in found.items() if rivals
    }


def settle_all_shared(connection: sqlite3.Connection) -> None:
    """Recompute every report with verdicts of several people, after a change of the rules."""
    rows = connection.execute(
        "select report from settlements union select report from verdicts"
        " where target in ('figure', 'section') group by report having min(reviewer) < max(reviewer)"
    )
    for (report,) in rows.fetchall():
        settle_report(connection, report)


def _votes(
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


def _rulings(
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


def _note(
    connection: sqlite3.Connection,
    report: int,
    states: Mapping[Span, Settlement],
    only: Collection[Span] | None = None,
) -> bool:
    """Write settlements of a report's figures, or of ``only`` these; whether any has changed."""
    entries = _entries(connection, [one.ruling.uuid for one in states.values() if one.ruling is not None])
    now = {
        span: (one.state, None if one.ruling is None else entries[one.ruling.uuid])
        for span, one in states.items()
        if one.state not in ("open", "single")
    }
    query = f"select * from settlements where {'report = ?' if only is None else WHERE}"
    asked: list[tuple[int, ...]] = [(report,)] if only is None else [(report, *span) for span in only]
    before = {
        (row["start"], row["end"]): (row["state"], row["entry"])
        for one in asked
        for row in connection.execute(query, one)
    }
    connection.executemany(
        f"delete from settlements where {WHERE}", [(report, *span) for span in before.keys() - now.keys()]
    )
    connection.executemany(
        "insert or replace into settlements values (?, ?, ?, ?, ?)",
        [(report, *span, *state) for span, state in now.items() if before.get(span) != state],
    )
    return now != before


def _entries(connection: sqlite3.Connection, uuids: Collection[str]) -> dict[str, int]:
    return {
        uuid: connection.execute("select id from journal where uuid = ?", (uuid,)).fetchone()[0]
        for uuid in uuids
    }
