"""A report with what went against the reviewer who opens it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from fzreview.domain.decisions.contesting import contests
from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.dissent.overruled import Against, Ruled, Seeded
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.store.opening.figure_columns import validated_figure
from fzreview.store.opening.journal_columns import decision_of_row
from fzreview.store.reader import StoreReader
from fzreview.work.team.dissent.adverse_decisions import is_overruled


def with_overruled(reader: StoreReader, report: StoredReport, reviewer: str) -> StoredReport:
    """Each figure with what a package of feedback tells of it, or an adjudication in force that overrules."""
    told = {span: said for of, span, said in reader.team.feedback() if of == report.sha256}
    if not told and not any(stored.ruling is not None for stored in report.figures):
        return report
    figures = tuple(_told(reader, report, stored, reviewer, told) for stored in report.figures)
    return replace(report, figures=figures)


def is_contested(entries: Sequence[JournalEntry]) -> bool:
    """Whether these entries of one reviewer about one figure, the oldest first, end in a contest.

    A comment behind it says why.
    """
    actions = {one.uuid: one.action for one in entries}
    made = [(one, actions.get(one.inverts or one.uuid, one.action)) for one in entries]
    last, action = next((pair for pair in reversed(made) if pair[1] != "commented"), (None, None))
    return last is not None and last.action != "undo" and (action == "contested" or contests(last))


def _told(
    reader: StoreReader,
    report: StoredReport,
    stored: StoredFigure,
    reviewer: str,
    told: Mapping[str, Mapping[str, Any]],
) -> StoredFigure:
    said = told.get(stored.span_key)
    against: Against | None = None
    if said is not None and said["why"] == "seeded":
        against = Seeded(said["kind"], _figure(said["shown"]), _figure(said["true"]))
    elif said is not None:
        own = [
            one for one in reader.journal.history(report.sha256, stored.span_key) if one.reviewer == reviewer
        ]
        against = Ruled(decision_of_row(said["ruled"]), is_contested(own))
    elif stored.ruling is not None and is_overruled(stored, reviewer):
        against = Ruled(stored.ruling.decision)
    return stored if against is None else replace(stored, against=against)


def _figure(row: Mapping[str, Any] | None) -> Figure | None:
    return None if row is None else validated_figure(Figure(**row))
