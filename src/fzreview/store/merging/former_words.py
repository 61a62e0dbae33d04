"""Words that came from elsewhere and were said of a former reading: here, their figure is read otherwise.

They hold nothing, but for a comment, and the desk shows them with their figure. The connection's rows are
``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from fzreview.domain.decisions.registers import RegisterEntry, heads_of
from fzreview.domain.decisions.verdict import Target
from fzreview.domain.decisions.wire import still_seen
from fzreview.domain.figures.keys import figure_key, span_of
from fzreview.domain.team.merged import FormerWord, Said
from fzreview.store.opening.journal_columns import register_entry_of
from fzreview.store.verdicts.counted import counted
from fzreview.store.verdicts.projecting import figure_seen, section_seen
from fzreview.store.verdicts.rows import Place

_UNHELD: Final = (
    "select r.id as report, j.id, j.report as sha256, j.target, j.figure, j.seen, j.uuid"
    " from journal j join reports r on r.sha256 = j.report"
    " where j.id > :last and j.target in ('figure', 'section') and j.seen is not null"
    " and j.after is not null and j.action <> 'reextracted'"
    " and j.id not in (select entry from verdicts where entry > :last"
    " and (verdict is not null or target = 'section')"
    " union select entry from adjudications where entry > :last)"
)
"""Rows behind a number by which nobody holds anything but perhaps a comment."""


def former_behind(connection: sqlite3.Connection, last: int) -> tuple[FormerWord, ...]:
    """Last words of people in rows behind number ``last`` that saw another reading, in order of place.

    Those that ceased to hold where they come from are none: that came along as an entry of its own.
    """
    rows = connection.execute(_UNHELD, {"last": last}).fetchall()
    rows.sort(key=_place)
    return tuple(
        word
        for (report, target, span), new in groupby(rows, _place)
        for word in _at(connection, Place(report, target, *span), list(new))
    )


def _place(row: sqlite3.Row) -> tuple[int, Target, tuple[int, int]]:
    return row["report"], row["target"], span_of(row["figure"])


def _at(connection: sqlite3.Connection, place: Place, new: Sequence[sqlite3.Row]) -> Iterator[FormerWord]:
    now = (figure_seen if place.target == "figure" else section_seen)(connection, place)
    otherwise = {row["uuid"] for row in new if not still_seen(row["seen"], now)}
    if not otherwise:
        return
    sha256, span, first = new[0]["sha256"], new[0]["figure"], min(row["id"] for row in new)
    words = [
        register_entry_of(row)
        for row in connection.execute(
            f"select * from journal j where report = ? and figure = ? and target = ? and {counted()}",
            (sha256, span, place.target),
        )
    ]
    ended = [word for word in words if word.action == "reextracted" and word.row_id >= first]
    for (reviewer, _), heads in heads_of(words).items():
        for word in heads:
            ceased = any(one.reviewer == reviewer and one.order > word.order for one in ended)
            if word.uuid in otherwise and not ceased:
                yield FormerWord(figure_key(sha256, span), word.reviewer, _said(word, place))


def _said(word: RegisterEntry, place: Place) -> Said:
    if place.target == "section":
        return "sign_off"
    if word.rests is not None:
        return "ruling"
    if word.after is None or word.after.verdict is None:
        return "comment"
    return "verdict" if word.after.correction is None else "correction"
