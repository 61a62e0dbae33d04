"""Figures of which every reviewer said one plain thing, held at once: nearly all that a merge brings.

Plain is a single word of each reviewer, none of which replaces, settles or was keyed blind, about a figure of
the extractor's that still is what they saw. What holds is then what the rows say, and the rules of
``registers`` need not be asked. Each function runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from fzreview.domain.decisions.verdict import Target
from fzreview.domain.decisions.wire import SEEN_LENGTH, values_digest
from fzreview.domain.figures.fields import columns
from fzreview.store.team.withholding import hidden_spans
from fzreview.store.verdicts.rows import Place, delete_decision, insert_decisions, packed_values

COLUMNS: Final = (
    "(target = 'figure' and action <> 'reextracted' and rests is null and after is not null"
    f" and heads = '[]' and length(seen) = {SEEN_LENGTH}) as plain, seen, reviewer, after, at, id, lamport"
)
"""What :class:`PlainWords` takes of a row of the journal; ``plain`` says that it is so by itself."""


Before = Mapping[tuple[Target, int, int], Collection[str]]
"""Target, start, end → who holds something there."""


class PlainWords:
    """What is held at places of one report by plain words; ``hold`` writes it."""

    def __init__(self, connection: sqlite3.Connection, report: int) -> None:
        self._connection = connection
        self._report = report
        self._held: list[tuple[object, ...]] = []

    def take(self, span: str, rows: Sequence[sqlite3.Row], before: Before) -> bool:
        """Whether all that is said of a figure is plain; then it is kept for ``hold``.

        ``rows`` are those of its place, ``COLUMNS`` first; ``before`` tells who held something.
        """
        fields = self._figures.get(span)
        if fields is None:
            return False
        now, start, end = values_digest(fields), fields[0], fields[1]
        held: dict[str, tuple[object, ...]] = {}
        for plain, seen, reviewer, after, at, entry, lamport in (row[:7] for row in rows):
            if not plain or seen != now or reviewer in held:
                return False
            held[reviewer] = (
                *(self._report, "figure", start, end, reviewer),
                *(*packed_values(after), at, entry, lamport, False),
            )
        for reviewer in before.get(("figure", start, end), ()):
            if reviewer not in held:
                delete_decision(self._connection, Place(self._report, "figure", start, end), reviewer)
        self._held += held.values()
        return True

    def hold(self) -> None:
        """Note what is held."""
        insert_decisions(self._connection, self._held)

    @cached_property
    def _figures(self) -> dict[str, tuple[Any, ...]]:
        """Span key → the fields of the extractor's figure that shows there as it is."""
        cursor = self._connection.cursor()
        cursor.row_factory = None  # many rows: plain tuples are the quickest
        hidden = hidden_spans(self._connection, self._report)
        rows = cursor.execute(
            f"select {columns()} from figures where report = ? and origin = 'machine'", (self._report,)
        )
        spans = ((f"{row[0]}-{row[1]}", row) for row in rows)
        return {span: row for span, row in spans if span not in hidden}
