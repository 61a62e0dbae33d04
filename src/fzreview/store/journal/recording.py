"""The journal: an entry recorded, and what it does to the verdict tables.

Each function runs inside the caller's transaction; the connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from fzreview.domain.decisions.circumstances import circumstances_of
from fzreview.domain.decisions.registers import RegisterEntry, RegisterValue, heads_of
from fzreview.domain.decisions.verdict import STATED, Decision, JournalEntry, Target
from fzreview.domain.decisions.wire import BLIND, still_seen
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.stored import HeldDecision
from fzreview.errors import Conflict, StoreError
from fzreview.store.corpus.split_groups import follow_issuer
from fzreview.store.dissent.settling import ChangedPlace, settle_places
from fzreview.store.dissent.verdict_uuids import verdict_uuids_at
from fzreview.store.journal import chain
from fzreview.store.opening.journal_columns import register_entry_of, verdict_of
from fzreview.store.team.withholding import hidden_at
from fzreview.store.verdicts.projecting import (
    digest_of,
    figure_at,
    project_corpus,
    project_words,
    section_seen,
)
from fzreview.store.verdicts.rows import WHERE, Place, delete_decision, set_decision

_PLACES: Final[dict[Target, str]] = {
    "candidate": "candidates",
    "section": "sections",
}
"""The table whose rows a target's spans must be; of figures more is asked."""

_NUMERALS: Final[tuple[Target, Target]] = ("figure", "candidate")
"""Targets that speak about a numeral."""


def append_all(
    connection: sqlite3.Connection,
    entries: Sequence[JournalEntry],
    seen: Sequence[Collection[HeldDecision]] | None = None,
) -> None:
    """Record entries in order as ``append`` does, and settle what they are about at their end."""
    said: list[ChangedPlace] = []
    for number, entry in enumerate(entries):
        place = append(connection, entry, None if seen is None else seen[number])
        if place is not None:
            before = entry.before.correction if entry.before else None
            formerly = (place.start, place.end) if before is None else (before.start, before.end)
            said.append(ChangedPlace(place, formerly, entry.rests is not None))
    settle_places(connection, said)


def append(
    connection: sqlite3.Connection, entry: JournalEntry, seen: Collection[HeldDecision] | None = None
) -> Place | None:
    """Record one entry of this store and project it; the place that is to be settled then, if any is.

    It must rest on the extraction that the store holds. ``seen`` is what the reviewer has seen of what others
    hold; None where nobody looked.
    Raises Conflict when the extraction is another, when the reviewer's decision is no longer
    ``entry.before``, when others hold a verdict that was not seen, when an adjudication leaves a word out, or
    when the entry verifies one of many figures and anybody has decided it; StoreError when the store has no
    such report, figure, candidate or section.
    """
    place = _place(connection, entry)
    standing = figure_at(connection, place) if entry.target == "figure" else None
    if not _exists(connection, place, standing) and not _adds(entry):
        raise StoreError("figure_missing", figure=entry.figure)
    held = _held(connection, place)
    if seen is not None and entry.target in _NUMERALS:  # the others speak against nobody
        _check_seen(held, entry, seen)
    added = entry.target == "figure" and _concerns_added(standing, entry)
    if _decision(connection, place, entry, held) != entry.before:
        raise Conflict("conflict", figure=entry.figure, reviewer=entry.reviewer)
    if _is_bulk(entry) and standing is not None and standing["status"] is not None:
        # Who verifies many at once has seen them undecided, by whomever.
        raise Conflict("conflict", figure=entry.figure, reviewer=entry.reviewer)
    if entry.action == "adjudicated":
        _check_rests(connection, place, entry)
    word = _record(connection, place, entry, standing, added)
    if added or entry.rests is not None:
        project_words(connection, place.report, entry.report, {(entry.target, entry.figure)})
        return place
    if entry.after is None:
        delete_decision(connection, place, entry.reviewer)
    else:
        set_decision(connection, place, entry.reviewer, RegisterValue(word, entry.after))
    if entry.target in ("figure", "section"):
        return place
    if entry.target in STATED:
        project_corpus(connection, place, entry.report)
        if entry.target == "issuer":
            follow_issuer(connection, place.report, entry.report)
    return None


def remark(connection: sqlite3.Connection, entry: JournalEntry) -> None:
    """Record an entry without its effect: one that says what follows from the readings, or one of old."""
    row = connection.execute("select id from reports where sha256 = ?", (entry.report,)).fetchone()
    start, end = map(int, entry.figure.split("-"))
    place = Place(-1 if row is None else row[0], entry.target, start, end)
    standing = figure_at(connection, place) if entry.target == "figure" else None
    added = entry.target == "figure" and _concerns_added(standing, entry)
    _record(connection, place, entry, standing, added)


def _record(
    connection: sqlite3.Connection,
    place: Place,
    entry: JournalEntry,
    standing: sqlite3.Row | None,
    added: bool,
) -> RegisterEntry:
    """Append the entry to the store's chain, naming what it replaces and what it saw."""
    words = [
        register_entry_of(row)
        for row in connection.execute(
            # By itself SQLite would go through everything that the reviewer ever did.
            "select * from journal indexed by journal_figure"
            " where report = ? and figure = ? and target = ? and reviewer = ?",
            (entry.report, entry.figure, entry.target, entry.reviewer),
        )
    ]
    heads = [word.uuid for word in heads_of(words).get((entry.reviewer, entry.rests is not None), ())]
    own = chain.own_site(connection)
    # Only a package hides values, and it has an owner.
    hidden = own.owner is not None and entry.target == "figure"
    seen = _seen(connection, place, entry, standing, added, hidden_at(connection, place) if hidden else None)
    number, lamport = chain.extend(connection, own, entry, heads, seen)
    return RegisterEntry(
        entry.uuid,
        entry.reviewer,
        entry.action,
        lamport,
        tuple(heads),
        seen,
        entry.rests,
        entry.before,
        entry.after,
        entry.at,
        entry.extractor,
        number,
    )


def _seen(
    connection: sqlite3.Connection,
    place: Place,
    entry: JournalEntry,
    standing: sqlite3.Row | None,
    added: bool,
    whole: str | None,
) -> str | None:
    """Digest of what the entry decides on; None where it tells that itself.

    ``whole`` is that of a figure whose value is hidden here.
    Raises Conflict, and StoreError where it verifies what its reviewer cannot see.
    """
    if (
        entry.target == "candidate"
        or entry.target in STATED
        or (added and (entry.after is None or entry.after.correction is not None))
    ):
        return None
    if entry.target == "section":
        now = section_seen(connection, place)
    else:
        now = None if standing is None else whole or digest_of(standing)
    if entry.seen is not None and not still_seen(entry.seen, now):
        raise Conflict("conflict", figure=entry.figure, reviewer=entry.reviewer)
    seen = entry.seen or now
    hidden = whole is not None
    if hidden and entry.after is not None and entry.after.verdict == "verified":
        raise StoreError("blind_value", figure=figure_key(entry.report, entry.figure))
    return f"{BLIND}{seen.removeprefix(BLIND)}" if hidden and seen is not None else seen


def _place(connection: sqlite3.Connection, entry: JournalEntry) -> Place:
    row = connection.execute("select id, extractor from reports where sha256 = ?", (entry.report,)).fetchone()
    if row is None:
        raise StoreError("report_missing", report=entry.report[:12])
    report, extractor = row
    if extractor != entry.extractor and _was_replaced(connection, report, entry.extractor):
        raise Conflict("conflict_extraction", figure=entry.figure, extractor=extractor)
    start, end = (int(part) for part in entry.figure.split("-"))
    return Place(report, entry.target, start, end)


def _adds(entry: JournalEntry) -> bool:
    after = entry.after
    return (
        entry.target == "figure" and after is not None and after.correction is not None and not entry.before
    )


def _concerns_added(standing: sqlite3.Row | None, entry: JournalEntry) -> bool:
    """Whether a figure that a reviewer added stands there, or one is added."""
    if standing is None or standing["origin"] == "reviewer":
        return True
    return _adds(entry) and entry.after is not None and entry.after.verdict == "verified"


def _was_replaced(connection: sqlite3.Connection, report: int, extractor: str) -> bool:
    """Whether somebody decided over figures that another extraction has replaced meanwhile."""
    row = connection.execute(
        "select 1 from extractions where report = ? and previous = ?", (report, extractor)
    ).fetchone()
    return row is not None


def _exists(connection: sqlite3.Connection, place: Place, standing: sqlite3.Row | None) -> bool:
    """Whether there is what an entry is about; ``standing`` is the figure at its place."""
    if place.target in STATED:
        return True  # what is said of a heading or of the whole report makes what it is about
    if place.target == "figure":
        return standing is not None
    # The table's name is one of two of this module, never text from outside.
    query = f"select 1 from {_PLACES[place.target]} where {WHERE}"
    return connection.execute(query, place.span).fetchone() is not None


def _is_bulk(entry: JournalEntry) -> bool:
    """Whether it verifies one of many here and now, and not as a file of gold tells it."""
    told = circumstances_of(entry.note)
    return told.bulk is not None and not told.imported


def _held(connection: sqlite3.Connection, place: Place) -> list[sqlite3.Row]:
    """What everybody holds of a place.

    What was added or ruled out at the span of a candidate speaks about the same numeral.
    """
    targets = _NUMERALS if place.target in _NUMERALS else (place.target,)
    # Asked one by one: of a list SQLite makes a table first.
    query = " union all ".join([_HELD] * len(targets))
    values = [value for target in targets for value in (place.report, target, place.start, place.end)]
    return connection.execute(query, values).fetchall()


_HELD: Final = 'select * from verdicts where report = ? and target = ? and start = ? and "end" = ?'


def _check_seen(held: Iterable[sqlite3.Row], entry: JournalEntry, seen: Collection[HeldDecision]) -> None:
    """Nobody is outvoted who has not been heard. Raises Conflict."""
    for row in held:
        if row["reviewer"] == entry.reviewer or row["verdict"] is None:
            continue
        if HeldDecision(row["reviewer"], row["decided_at"], verdict_of(row)) not in seen:
            raise Conflict("conflict_unseen", figure=entry.figure, reviewer=row["reviewer"])


def _check_rests(connection: sqlite3.Connection, place: Place, entry: JournalEntry) -> None:
    """A ruling knows every word about its figure as it is now. Raises Conflict."""
    if verdict_uuids_at(connection, place).difference(entry.rests or ()):
        raise Conflict("conflict_words", figure=entry.figure)


def _decision(
    connection: sqlite3.Connection, place: Place, entry: JournalEntry, held: Iterable[sqlite3.Row]
) -> Decision | None:
    """What the reviewer holds of the place, or has settled there."""
    if entry.rests is not None:
        held = connection.execute(
            'select * from adjudications where report = ? and target = ? and start = ? and "end" = ?', place
        )
    own = (row for row in held if (row["target"], row["reviewer"]) == (entry.target, entry.reviewer))
    row = next(own, None)
    return None if row is None else verdict_of(row)
