"""Which journal rows the rulings on a report settle. Inside the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable

from fzreview.domain.dissent.contradictions import Span


class RulingBasis:
    """The journal rows that each ruling on figures of one report settles, whether it is in force or not."""

    def __init__(self, connection: sqlite3.Connection, report: int) -> None:
        """``report`` is its id; the connection's rows are ``sqlite3.Row``."""
        self._connection = connection
        rows = connection.execute(
            "select a.entry, a.rests, j.uuid from adjudications a join journal j on j.id = a.entry"
            " where a.report = ?",
            (report,),
        ).fetchall()
        self._rests = {entry: frozenset(json.loads(rests)) for entry, rests, _ in rows}
        self.rulings: frozenset[str] = frozenset(uuid for _, _, uuid in rows)
        """uuids of the rulings themselves, which other rulings may settle."""
        self._sha256 = connection.execute("select sha256 from reports where id = ?", (report,)).fetchone()[0]

    def ruled_with(self, span: Span) -> set[Span]:
        """The figures of the rulings on this one, held or not, and of those that rest on what anybody says or
        ever said of it."""
        rows = self._connection.execute(
            "select uuid, rests from journal indexed by journal_figure"
            " where report = ? and figure = ? and target = 'figure'",
            (self._sha256, f"{span[0]}-{span[1]}"),
        ).fetchall()
        named = {uuid for _, rests in rows if rests is not None for uuid in json.loads(rests)}
        return self._spans(named) | self.spans_of(self.resting_on({uuid for uuid, _ in rows}))

    def resting_on(self, words: Collection[str]) -> list[int]:
        """Journal ids of the rulings that settle any of these rows, given by uuid."""
        return [entry for entry, rests in self._rests.items() if not rests.isdisjoint(words)]

    def spans_of(self, rulings: Iterable[int]) -> set[Span]:
        """Spans of the figures whose rows these rulings (journal ids) settle."""
        return self._spans({uuid for entry in rulings for uuid in self._rests[entry]})

    def _spans(self, words: Iterable[str]) -> set[Span]:
        rows = (
            self._connection.execute("select figure from journal where uuid = ?", (one,)) for one in words
        )
        return {_span(figure) for found in rows for (figure,) in found}


def _span(key: str) -> Span:
    start, end = key.split("-")
    return int(start), int(end)
