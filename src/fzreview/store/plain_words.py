"""Figures of which every reviewer said one plain thing, held at once: nearly all that a merge brings.

Plain is a single word of each reviewer, none of which replaces, settles or was keyed blind, about a figure of
the extractor's that still is what they saw. What holds is then what the rows say, and the rules of
``registers`` need not be asked. Each function runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Any, Final

from fzreview.domain.fields import columns
from fzreview.domain.wire import SEEN_LENGTH, values_digest
from fzreview.store.verdict_rows import Place, hold_rows, packed_values, release
from fzreview.store.withholding import hidden_spans

PLAIN: Final = (
    "(target = 'figure' and action <> 'reextracted' and rests is null and after is not null"
    f" and heads = '[]' and length(seen) = {SEEN_LENGTH})"
)
"""The condition that a row of the journal is plain by itself."""


class PlainWords:
    """What is held at places of one report by plain words; ``hold`` writes it."""

    def __init__(self, connection: sqlite3.Connection, report: int) -> None:
        self._connection = connection
        self._report = report
        self._held: list[tuple[object, ...]] = []

    def take(self, span: str, rows: Sequence[sqlite3.Row], before: Collection[str]) -> bool:
        """Whether all that is said of a figure is plain; then it is kept for ``hold``.

        ``rows`` are those of its place with ``PLAIN`` as the column ``plain``; ``before`` the reviewers who
        held something of it.
        """
        fields = self._figures.get(span)
        if fields is None:
            return False
        seen, (start, end) = values_digest(fields), fields[:2]
        plain = [row for row in rows if row["plain"] and row["seen"] == seen]
        reviewers = {row["reviewer"] for row in plain}
        if len(reviewers) < len(rows):
            return False
        for reviewer in before:
            if reviewer not in reviewers:
                release(self._connection, Place(self._report, "figure", start, end), reviewer)
        self._held += (
            (
                *(self._report, "figure", start, end, row["reviewer"], *packed_values(row["after"])),
                *(row["at"], row["id"], row["lamport"], False),
            )
            for row in plain
        )
        return True

    def hold(self) -> None:
        """Note what is held."""
        hold_rows(self._connection, self._held)

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
