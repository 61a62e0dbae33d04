"""Keeps ``settlements``: which figures are agreed, in conflict or adjudicated.

Each function runs inside the caller's transaction; the connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from fzreview.domain.decisions.registers import RegisterValue
from fzreview.domain.dissent.settling import Ruling, Settlement, Vote, settle
from fzreview.store.dissent.disagreements import (
    OverlapGroup,
    disagreements,
    is_shared,
    overlap_groups_near,
    overlap_groups_of,
)
from fzreview.store.dissent.ruling_basis import RulingBasis
from fzreview.store.dissent.votes import Span, rulings_of, uuids_of, votes_of
from fzreview.store.opening.packed_values import pack_json
from fzreview.store.verdicts.rows import (
    WHERE,
    Place,
    decision_values,
    set_status,
    update_status,
    update_statuses,
)


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
    votes = votes_of(connection, place.report, spans=spans)
    rulings: list[Ruling] = []
    current = uuids_of(votes)
    if basis is not None:
        named = basis.resting_on(current)
        rulings = list(rulings_of(connection, place.report, named))
        current |= uuids_of(votes_of(connection, place.report, spans=basis.spans_of(named) - spans))
        current |= basis.rulings
    states = _settled(connection, place.report, votes, rulings, current, overlap_groups)
    if _note(connection, place.report, states, spans) and basis is not None:
        for start, end in spans:
            update_status(connection, Place(place.report, "figure", start, end))


def settle_report(connection: sqlite3.Connection, report: int) -> None:
    """Update the settlement and status of every figure of a report."""
    update_statuses(connection, report)  # overlap groups consist of figures with a status
    rulings = list(rulings_of(connection, report))
    votes = votes_of(connection, report, contested=not rulings)
    states = _settled(connection, report, votes, rulings, uuids_of(votes))
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


def rival_rulings(connection: sqlite3.Connection, report: int) -> dict[Span, list[tuple[str, str]]]:
    """Span of a figure of which adjudicators hold different things → adjudicator and uuid of each ruling.

    In order of the adjudicators' names.
    """
    several = connection.execute(
        "select min(reviewer) < max(reviewer) from adjudications where report = ?", (report,)
    ).fetchone()[0]
    if not several:
        return {}
    rulings = list(rulings_of(connection, report))
    votes = votes_of(connection, report)
    current = uuids_of(votes)
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
