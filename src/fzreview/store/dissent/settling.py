"""Which figures several people agree on, which are in conflict, which are settled: kept in ``settlements``.

Each function runs inside the caller's transaction; the connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from fzreview.domain.decisions.claims import claim_of_decision
from fzreview.domain.decisions.registers import Held
from fzreview.domain.dissent.settling import Ruling, Settlement, Vote, settle
from fzreview.domain.figures.figure import Figure
from fzreview.store.dissent.grounds import Grounds
from fzreview.store.dissent.words_apart import Tangle, apart, is_shared, tangles_near, tangles_of
from fzreview.store.dissent.words_held import REPEATED
from fzreview.store.opening.codec import FIGURE_COLUMNS, figure_of, pack_json, verdict_of
from fzreview.store.verdicts.rows import WHERE, Place, decision_values, restate, restate_as, restate_report

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


class Said(NamedTuple):
    """A place of which somebody just said something."""

    place: Place
    """Of a figure, or of a section that somebody read or did not."""
    formerly: Span
    """The span that their word about the figure spoke for before."""
    rules: bool = False
    """Whether it is a ruling on the figure, or takes one back."""


_TEAM: Final = """
    select exists (select 1 from adjudications where report = :report),
        exists (select 1 from settlements where report = :report),
        (select min(reviewer) from journal) < (select max(reviewer) from journal)"""
"""Whether rulings are held on figures of a report, whether any figure is settled, and whether the store knows
more than one reviewer. That asks two ends of an index; who spoke in a report is asked of all its words."""

_SHARE: Final = 16
"""One of so many figures of a report is settled by itself in the time that all of them take together."""


def settle_said(connection: sqlite3.Connection, said: Sequence[Said]) -> None:
    """Bring the states of figures up to date, and of all others that words at these places concern."""
    for report in dict.fromkeys(one.place.report for one in said):
        own = [one for one in said if one.place.report == report]
        judged, settled, several = connection.execute(_TEAM, {"report": report}).fetchone()
        if judged or settled or (several and is_shared(connection, report)):
            if any(one.place.target != "figure" for one in own) or not _are_few(connection, report, own):
                settle_report(connection, report)
                continue
            for one in own:
                restate(connection, one.place)  # tangles are those of figures with a status
            grounds = Grounds(connection, report) if judged or any(one.rules for one in own) else None
            for one in own:
                _settle_around(connection, one, grounds)
        elif not all(_settle_alone(connection, one.place) for one in own):
            settle_report(connection, report)


def _are_few(connection: sqlite3.Connection, report: int, said: Collection[Said]) -> bool:
    """Whether these figures are settled one by one sooner than their report as a whole."""
    if len(said) == 1:
        return True
    (figures,) = connection.execute("select figures from reports where id = ?", (report,)).fetchone()
    return len(said) * _SHARE <= int(figures)


def _settle_alone(connection: sqlite3.Connection, place: Place) -> bool:
    """Bring the status up to date of a figure that one person speaks about in a report of theirs alone."""
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
    restate_as(connection, place.report, *row[1:])
    return True


def _settle_around(connection: sqlite3.Connection, said: Said, grounds: Grounds | None) -> None:
    """Settle one figure, those that it overlaps or overlapped before, and those that were ruled with it.

    ``grounds`` are those of the report's rulings; None where none is held on its figures nor was until now.
    """
    place, span = said.place, (said.place.start, said.place.end)
    touched = {span} if grounds is None else {span, *grounds.ruled_with(span)}
    reaches = {(span, said.formerly), *((one, one) for one in touched)}
    tangles = tangles_near(connection, place.report, reaches)
    spans = {span for tangle, _ in tangles for span in tangle}
    votes = _votes(connection, place.report, spans=spans)
    rulings: list[Ruling] = []
    current = _uuids_of(votes)
    if grounds is not None:
        named = grounds.resting_on(current)
        rulings = list(_rulings(connection, place.report, named))
        current |= _uuids_of(_votes(connection, place.report, spans=grounds.spans_of(named) - spans))
        current |= grounds.rulings
    states = _settled(connection, place.report, votes, rulings, current, tangles)
    if _note(connection, place.report, states, spans) and grounds is not None:
        for start, end in spans:
            restate(connection, Place(place.report, "figure", start, end))


def settle_report(connection: sqlite3.Connection, report: int) -> None:
    """Bring the state and status of every figure of a report up to date."""
    restate_report(connection, report)  # tangles are those of figures with a status
    rulings = list(_rulings(connection, report))
    votes = _votes(connection, report, contested=not rulings)
    states = _settled(connection, report, votes, rulings, _uuids_of(votes))
    if _note(connection, report, states):
        restate_report(connection, report)


def _settled(
    connection: sqlite3.Connection,
    report: int,
    votes: Mapping[Span, Sequence[Vote]],
    rulings: Collection[Ruling],
    current: Collection[str],
    tangles: Collection[Tangle] | None = None,
) -> dict[Span, Settlement]:
    """Where the figures with these votes stand; ``tangles`` are theirs, None for all of the report."""
    states = {span: settle(of_span, rulings, current) for span, of_span in votes.items()}
    ruled = {span for span, one in states.items() if one.state == "adjudicated"}
    if tangles is not None and not any(whole for _, whole in tangles):
        return states
    if is_shared(connection, report):
        known = tangles_of(connection, report) if tangles is None else tangles
        spans = {span for tangle, whole in known if whole for span in tangle}
        for span, differ in apart(connection, report, spans, ruled).items():
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


def settle_shared(connection: sqlite3.Connection) -> None:
    """Settle every report in which figures have more than one voice: the rules may be those of before."""
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
    """The votes on each figure, or on these; ``contested``: only where there is more than one plain voice."""
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
    """The rulings held on figures of a report, or those of them that these rows of the journal made."""
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
    """Keep the states of a report's figures, or of these; whether any is otherwise than before."""
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
