"""What people hold of a report, made from the set of its journal rows and what is read of it now.

The order in which rows arrived says nothing here: stores that hold the same rows and readings come to the
same tables. Each function runs inside the caller's transaction; the connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from fzreview.domain.decisions.keying import is_keyed, unblinded
from fzreview.domain.decisions.registers import (
    RegisterEntry,
    RegisterValue,
    defining_addition,
    heads_of,
    register_value,
)
from fzreview.domain.decisions.verdict import STATED, Origin, Target
from fzreview.domain.decisions.wire import figure_digest, section_digest, still_seen, values_digest
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.store.corpus.projecting import project_targets
from fzreview.store.dissent.settling import set_ruling, settle_report
from fzreview.store.opening.figure_columns import FIGURE_COLUMNS, fields_of, figure_of
from fzreview.store.opening.journal_columns import register_entry_of
from fzreview.store.team.withholding import digest_of_found, hidden_at
from fzreview.store.verdicts.added_figures import show_added, show_found, standing_at
from fzreview.store.verdicts.counted import counted
from fzreview.store.verdicts.plain_words import COLUMNS, PlainWords
from fzreview.store.verdicts.rows import WHERE, Place, delete_decision, set_decision

Key = tuple[Target, str]
"""Target and span key."""

_SPOKEN: Final = "uuid, action, target, figure, before, extractor, heads, rests"
"""The other columns of the journal that tell what a row says of its place."""

FEW = 8
"""Places for which the rows of their report are asked one by one."""


def project(
    connection: sqlite3.Connection, report: int, sha256: str, only: Collection[Key] | None = None
) -> None:
    """Bring everything that is held of a report up to date, or of these places of it alone; settle it."""
    if project_words(connection, report, sha256, only):
        settle_report(connection, report)


def project_words(
    connection: sqlite3.Connection, report: int, sha256: str, only: Collection[Key] | None = None
) -> bool:
    """The same, but for where it leaves the figures, which is for the caller to settle.

    Whether there was anything to bring up to date.
    """
    many = only is None or len(only) > FEW
    before = _reviewers(connection, report, None if many else only)
    plain = PlainWords(connection, report)
    touched = False
    for (target, span), rows in _places(connection, sha256, only, many):
        touched = True
        if many and target == "figure" and rows and plain.take(span, rows, before):
            continue
        start, end = map(int, span.split("-"))
        place = Place(report, target, start, end)
        _project(
            connection, place, [register_entry_of(row) for row in rows], before.get((target, start, end), ())
        )
    if touched:
        plain.hold()
        balance(connection)
    return touched


def balance(connection: sqlite3.Connection) -> None:
    """Count as left by the journal what is held.

    Rows that say the same, that wait or that speak of what stands there no more leave less held than they
    tell.
    """
    connection.execute("update marks set decisions = held")


def _places(
    connection: sqlite3.Connection, sha256: str, only: Collection[Key] | None, many: bool
) -> Iterator[tuple[Key, list[sqlite3.Row]]]:
    """Rows of the journal that count, by place; ``many`` asks for those of the report at once."""
    query = f"select {COLUMNS}, {_SPOKEN} from journal j where report = ? and {counted()}"
    if many:
        rows = connection.execute(f"{query} order by target, figure", (sha256,)).fetchall()
        left = set(only or ())
        for key, group in groupby(rows, lambda row: (row["target"], row["figure"])):
            if only is None or key in only:
                left.discard(key)
                yield key, list(group)
        # Where nothing counts any more, what was held is to go.
        yield from ((key, []) for key in sorted(left))
        return
    for target, span in sorted(only or ()):
        rows = connection.execute(f"{query} and figure = ? and target = ?", (sha256, span, target)).fetchall()
        yield (target, span), rows


def _reviewers(
    connection: sqlite3.Connection, report: int, only: Iterable[Key] | None
) -> dict[tuple[Target, int, int], list[str]]:
    """Who holds something of which place of a report, or of these places."""
    query = 'select target, start, "end", reviewer from verdicts where report = ?'
    values: list[tuple[object, ...]] = [(report,)]
    if only is not None:
        query += ' and target = ? and start = ? and "end" = ?'
        values = [(report, target, *map(int, span.split("-"))) for target, span in only]
    found: dict[tuple[Target, int, int], list[str]] = {}
    for row in values:
        for target, start, end, reviewer in connection.execute(query, row):
            found.setdefault((target, start, end), []).append(reviewer)
    return found


def _project(
    connection: sqlite3.Connection, place: Place, words: Sequence[RegisterEntry], before: Iterable[str]
) -> None:
    """Hold what the words of a place say; ``before`` are the reviewers who held something of it."""
    heads = heads_of(words)
    if place.target == "figure":
        now = _show_figure(connection, place, words, heads)
    elif place.target == "section":
        now = section_seen(connection, place)
    elif place.target in STATED:
        now = ""
    else:
        now = _keep_candidate(connection, place) if words else ""
    row = figure_at(connection, place) if place.target == "figure" else None
    figure = None if row is None else figure_of(row)
    origin: Origin = "machine" if row is None else row["origin"]
    held: dict[str, RegisterValue] = {}
    for (reviewer, settles), of_register in heads.items():
        one = None if now is None else register_value(of_register, now, figure, origin)
        if settles:
            set_ruling(connection, place, reviewer, one)
        elif one is not None:
            held[reviewer] = one if figure is None else _as_seen_whole(figure, one)
    for reviewer in before:
        if reviewer not in held:
            delete_decision(connection, place, reviewer)
    for reviewer, one in held.items():
        set_decision(connection, place, reviewer, one)
    if place.target in STATED:
        project_targets(connection, place.report, place.target)


def _as_seen_whole(figure: Figure, one: RegisterValue) -> RegisterValue:
    """What was keyed without seeing the machine's value, held against that value."""
    if not is_keyed(one.entry.seen):
        return one
    return replace(one, decision=unblinded(one.decision, figure))


def project_corpus(connection: sqlite3.Connection, place: Place, sha256: str) -> None:
    """Bring what follows from a word on a heading or a whole report up to date.

    A heading cuts sections otherwise: who read one completely has read another stretch of text.
    """
    project_targets(connection, place.report, place.target)
    if place.target == "heading":
        rows = connection.execute(
            "select distinct figure from journal where report = ? and target = 'section'", (sha256,)
        ).fetchall()
        if rows:
            project(connection, place.report, sha256, {("section", row[0]) for row in rows})


def _show_figure(
    connection: sqlite3.Connection,
    place: Place,
    words: Sequence[RegisterEntry],
    heads: dict[tuple[str, bool], list[RegisterEntry]],
) -> str | None:
    """Let the figure stand at its place that the words leave there; its digest, None where none does."""
    found, covered = standing_at(connection, place.span)
    of_machine = digest_of_found(connection, place, found)
    added = defining_addition(words, heads)
    if added is not None and added.after is not None and added.after.correction is not None:
        of_added = figure_digest(figure_fields(added.after.correction))
        if _is_held(heads, of_added, of_added != of_machine):
            show_added(connection, place.span, added.after.correction, added.extractor, found)
            return of_added
    if covered:
        show_found(connection, place.span, found)
    return of_machine


def _is_held(heads: dict[tuple[str, bool], list[RegisterEntry]], added: str, apart: bool) -> bool:
    """Whether anybody holds an added figure with this digest: by adding it, or by a word about it.

    Where it is the extractor's too, not ``apart``, words about it are about that one.
    """
    return any(
        head.after is not None and (head.seen is None or (apart and still_seen(head.seen, added)))
        for of_register in heads.values()
        for head in of_register
    )


def section_seen(connection: sqlite3.Connection, place: Place) -> str | None:
    """Digest of a section as it is cut now; None where no heading stands there."""
    row = connection.execute(
        f"select until from sections where {WHERE} order by until", place.span
    ).fetchone()
    return None if row is None else section_digest(place.start, place.end, row[0])


def figure_seen(connection: sqlite3.Connection, place: Place) -> str | None:
    """Digest of the figure that stands at a place; None where none does."""
    row = figure_at(connection, place)
    return None if row is None else hidden_at(connection, place) or digest_of(row)


def figure_at(connection: sqlite3.Connection, place: Place) -> sqlite3.Row | None:
    """The row of the figure that stands at a place, with its origin and status."""
    # Not every column: some are worked out of others, whenever they are asked for.
    row: sqlite3.Row | None = connection.execute(
        f"select {FIGURE_COLUMNS}, origin, status from figures where {WHERE}", place.span
    ).fetchone()
    return row


def digest_of(row: sqlite3.Row) -> str:
    """Digest of a figure as its row tells it."""
    return values_digest(fields_of(row))


def _keep_candidate(connection: sqlite3.Connection, place: Place) -> str:
    """A candidate that somebody ever spoke about stays one, whatever extractor reads the report."""
    if connection.execute(f"select 1 from candidates where {WHERE}", place.span).fetchone() is None:
        connection.execute(
            'insert into candidates(report, start, "end", kept) values (?, ?, ?, 1)', place.span
        )
    return ""
