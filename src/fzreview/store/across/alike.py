"""Undecided figures that fit a pattern: found in indexes, whatever the size of the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from fzreview.domain.figures.alike import FigureInReport, Pattern, PatternKind
from fzreview.domain.reports.stored import StoredFigure
from fzreview.store.across.subject_key import subject_key
from fzreview.store.opening.packed_values import clean_text
from fzreview.store.verdicts.decided import held_decisions, stored_figures
from fzreview.text.sentences.around import words_around

SENTENCE_REACH: Final = 200
"""Characters of a sentence that are given on either side of its figure."""

_LAST: Final = "\U0010ffff"

_FOUND: Final[dict[PatternKind, str]] = {
    "text": "figures indexed by figures_worded where text = ?",
    "subject": "figures indexed by figures_subject where subject_key = ?",
    "begins": "figures indexed by figures_subject where subject_key >= ? and subject_key < ?",
    "ends": "figures indexed by figures_subject where substr(subject_key, ?) = ?",
}
"""Each reads an index alone until a figure fits; the first is of undecided figures without digits."""

_OPEN: Final = " and status is null"
_WORDED: Final = f"{_OPEN} and text not glob '*[0-9０-９]*'"


def alike_figures(connection: sqlite3.Connection, pattern: Pattern, limit: int) -> list[tuple[int, str]]:
    """``(id of the report, span key)`` of undecided figures that an extractor found and that fit a pattern.

    Those of reports that are set aside are left out; at most ``limit``, in the order of loading.
    """
    kind, values = _asked(pattern)
    conditions = _WORDED if kind == "text" else _OPEN
    for column, wanted in (("unit", pattern.unit), ("kind", pattern.figure_kind)):
        if wanted is not None:
            conditions += f" and {column} = ?"
            values.append(wanted)
    rows = connection.execute(
        f"select report, start, \"end\" from {_FOUND[kind]}{conditions} and origin = 'machine'"
        " and vanished is null and not exists"
        " (select 1 from reports where reports.id = figures.report and aside is not null) limit ?",
        (*values, limit),
    )
    return sorted((report, f"{start}-{end}") for report, start, end in rows)


def _asked(pattern: Pattern) -> tuple[PatternKind, list[str | int]]:
    """Which query a pattern is asked by, and with what."""
    if pattern.kind == "text":
        return "text", [pattern.words]
    key = subject_key(pattern.words)
    if pattern.kind == "begins" and key:
        return "begins", [key, key + _LAST]
    if pattern.kind == "ends" and key:
        return "ends", [-len(key), key]
    return "subject", [subject_key(pattern.subject)]


def figures_in_reports(
    connection: sqlite3.Connection, wanted: Iterable[tuple[int, str]]
) -> Iterator[FigureInReport]:
    """The figures with these reports (ids) and span keys, each report read once; what is gone is left out."""
    for report, of_report in groupby(sorted(wanted), lambda one: one[0]):
        row = connection.execute(
            "select sha256, doc, coalesce(region, issuer, '') as place, year, extractor, source, clean,"
            " clean_runs from reports join texts on report = id where id = ?",
            (report,),
        ).fetchone()
        if row is None:
            continue
        clean = clean_text(row["source"], row["clean"], row["clean_runs"])
        held = held_decisions(connection, report)["figure"]
        keys = {key for _, key in of_report}
        for stored in stored_figures(connection, report, held):
            if stored.span_key in keys:
                span = clean.clean_span(*_span(stored))
                before, behind = words_around(clean.text, *span, SENTENCE_REACH)
                yield FigureInReport(
                    row["sha256"],
                    row["doc"],
                    row["place"],
                    row["year"],
                    row["extractor"],
                    stored,
                    before,
                    clean.text[span[0] : span[1]],
                    behind,
                )


def _span(stored: StoredFigure) -> tuple[int, int]:
    return stored.figure.start, stored.figure.end
