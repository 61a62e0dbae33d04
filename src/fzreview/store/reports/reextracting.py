"""Another extraction of reports that are stored, without loss of what people decided.

Decisions that cease to hold are taken back by journal entries of their own (``reextracted``); what the
extractor found before is kept in ``former_figures``. docs/store.md tells the rules.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fzreview.domain.decisions.verdict import Decision, JournalEntry, Target
from fzreview.domain.extracting.comparing import compare
from fzreview.domain.extracting.reextraction import FigureChange, ReportChanges
from fzreview.domain.reports.corrected_reading import corrected_reading
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.domain.reports.stored import NewReport, StoredReport
from fzreview.errors import StoreError
from fzreview.store.corpus.projecting import reapply_field_statements
from fzreview.store.journal import recording as journal
from fzreview.store.opening.figure_columns import FIGURE_COLUMNS, figure_values, pack_machine
from fzreview.store.opening.packed_values import pack_strings
from fzreview.store.reader import StoreReader
from fzreview.store.reports.loading import replace_reading
from fzreview.store.reports.outlines import keep_outlines, said_of_headings
from fzreview.store.verdicts.added_figures import SET_FIELDS
from fzreview.store.verdicts.projecting import project
from fzreview.store.verdicts.rows import WHERE


@dataclass(frozen=True, slots=True)
class ReextractionRun:
    """One run over some reports."""

    batch: str
    """uuid; the journal entries of the run share it."""
    at: str
    reviewer: str
    """Who asked for it."""
    session: str


def reextract(
    connection: sqlite3.Connection, path: Path, report: NewReport, run: ReextractionRun
) -> ReportChanges:
    """Take over a report's new reading; inside the caller's transaction.

    Raises StoreError when the store no longer holds the report or holds another text of it.
    """
    stored = _stored(connection, path, report)
    after = replace(report, reading=corrected_reading(report.reading, stored.statements))
    for entry in _ceasing(connection, stored, compare(stored, after.reading), after, run):
        journal.remark(connection, entry)
    return adopt_reading(connection, path, report, run)


def adopt_reading(
    connection: sqlite3.Connection, path: Path, report: NewReport, run: ReextractionRun
) -> ReportChanges:
    """The same without entries that tell of it: what people hold follows from what they saw.

    Raises StoreError as ``reextract`` does.
    """
    stored = _stored(connection, path, report)
    summary, before, extracted = stored.summary, stored.reading, report.reading
    report = replace(report, reading=corrected_reading(extracted, stored.statements))
    changes = compare(stored, report.reading)
    extraction = _note(connection, stored, changes, report, run)
    paths = SectionPaths(report.reading.outline)
    for change in changes.figures:
        _apply(connection, summary.id, change, report, paths, extraction)
    counts = changes.counts
    connection.execute(
        "update reports set figures = figures + ? where id = ?", (counts["new"] - counts["gone"], summary.id)
    )
    replace_reading(connection, summary.id, before, replace(report, reading=extracted))
    keep_outlines(connection, summary.id, extracted.outline, said_of_headings(connection, summary.id))
    reapply_field_statements(connection, summary.id)
    connection.execute(
        "update reports set generation = generation + 1, read_at = ? where id = ?", (run.at, summary.id)
    )
    project(connection, summary.id, report.sha256)
    return changes


def _stored(connection: sqlite3.Connection, path: Path, report: NewReport) -> StoredReport:
    reader = StoreReader.within(connection, path)
    summary = reader.summary(report.sha256)
    if summary is None:
        raise StoreError("report_missing", report=report.sha256[:12])
    stored = reader.report(summary)
    if stored.reading.source != report.reading.source:
        raise StoreError("source_changed", doc=report.doc)
    return stored


def _note(
    connection: sqlite3.Connection,
    stored: StoredReport,
    changes: ReportChanges,
    report: NewReport,
    run: ReextractionRun,
) -> int:
    counts = changes.counts
    cursor = connection.execute(
        "insert into extractions(batch, report, at, reviewer, previous, extractor, guide,"
        " kept, changed, gone, vanished, new) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            run.batch,
            stored.summary.id,
            run.at,
            run.reviewer,
            stored.extractor,
            report.extractor,
            report.guide,
            counts["kept"] + counts["met"],
            counts["changed"],
            counts["gone"],
            counts["vanished"],
            counts["new"],
        ),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _apply(
    connection: sqlite3.Connection,
    report: int,
    change: FigureChange,
    new: NewReport,
    paths: SectionPaths,
    extraction: int,
) -> None:
    before, after, extractor = change.before, change.after, new.extractor
    if before is None:
        assert after is not None
        connection.execute(
            f"insert into figures(report, {FIGURE_COLUMNS}, origin, extractor)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'machine', ?)",
            (report, *figure_values(after), extractor),
        )
        return
    span = (report, before.figure.start, before.figure.end)
    headings = pack_strings(paths.labels(before.figure.start))
    if before.origin == "reviewer":
        packed = None if after is None else pack_machine(after, extractor)
        connection.execute(
            f"update figures set machine = ?, section = ? where {WHERE}", (packed, headings, *span)
        )
        return
    if change.fate in ("changed", "gone"):
        connection.execute(
            "insert into former_figures values (?, ?, ?, ?, ?, ?)",
            (
                extraction,
                *span[1:],
                change.fate,
                pack_machine(before.figure, before.extractor),
                before.extractor,
            ),
        )
    if change.fate == "gone":
        connection.execute(f"delete from figures where {WHERE}", span)
    elif change.fate == "vanished":
        connection.execute(
            f"update figures set vanished = coalesce(vanished, ?), section = ? where {WHERE}",
            (extractor, headings, *span),
        )
    else:
        assert after is not None
        found_by = before.extractor if before.span_key in new.carried else extractor
        connection.execute(
            f"update figures set vanished = null, extractor = ?, {SET_FIELDS} where {WHERE}",
            (found_by, *figure_values(after)[2:], *span),
        )


def _ceasing(
    connection: sqlite3.Connection,
    stored: StoredReport,
    changes: ReportChanges,
    report: NewReport,
    run: ReextractionRun,
) -> Iterator[JournalEntry]:
    """An entry for each reviewer who ever decided on a figure or section that is not what it was.

    Also where nothing is held any more: what was undone or taken back cannot be made again.
    """
    reviewers = _reviewers(connection, report.sha256)
    number = 0
    for target, span, held in _otherwise(stored, changes, report):
        for reviewer in reviewers.get((target, span), ()):
            before = held.get(reviewer)
            comment = before.comment if before is not None and target == "figure" else None
            number += 1
            yield JournalEntry(
                uuid=f"{run.batch}-{stored.summary.id}-{number}",
                at=run.at,
                reviewer=reviewer,
                session=run.session,
                action="reextracted",
                report=report.sha256,
                figure=span,
                before=before,
                after=None if comment is None else Decision(None, comment=comment),
                elapsed_ms=0,
                extractor=report.extractor,
                guide=report.guide,
                target=target,
                batch=run.batch,
            )


def _otherwise(
    stored: StoredReport, changes: ReportChanges, report: NewReport
) -> Iterator[tuple[Target, str, dict[str, Decision]]]:
    """What is not what it was: target, span key, and each reviewer's decision."""
    for change in changes.figures:
        if change.fate in ("changed", "gone") and change.before is not None:
            held = {one.reviewer: one.decision for one in change.before.held}
            yield "figure", change.span_key, held
    still = {(section.start, section.end, section.until) for section in report.reading.outline}
    for section in stored.reading.outline:
        if (section.start, section.end, section.until) not in still:
            span = f"{section.start}-{section.end}"
            yield "section", span, {one.reviewer: one.decision for one in stored.signed.get(span, ())}


def _reviewers(connection: sqlite3.Connection, sha256: str) -> dict[tuple[Target, str], list[str]]:
    """Who decided on what since another extraction last ended it, in the order of the journal."""
    reviewers: dict[tuple[Target, str], list[str]] = {}
    for row in connection.execute(
        # The action is that of the last entry: SQLite takes bare columns from the row of max().
        "select target, figure, reviewer, action, max(id), min(id) as first from journal where report = ?"
        " group by target, figure, reviewer order by first",
        (sha256,),
    ):
        if row["action"] != "reextracted":
            reviewers.setdefault((row["target"], row["figure"]), []).append(row["reviewer"])
    return reviewers
