"""A report taken out of the store, with everything but its journal."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.reports.corpus import WHOLE
from fzreview.domain.reports.stored import ReportSummary, StoredReport
from fzreview.errors import StoreError
from fzreview.store.corpus.copies import promote_copy
from fzreview.store.corpus.projecting import project_aside
from fzreview.store.journal import recording as journal
from fzreview.store.opening.journal_columns import DECISION_COLUMNS, verdict_of
from fzreview.store.reader import StoreReader
from fzreview.store.reports.search import drop_text
from fzreview.store.verdicts.projecting import balance

_OF_REPORTS: Final = (
    *("texts", "repairs", "sections", "candidates", "figures", "extractions", "split_groups", "sketches"),
    *("originals", "pages", "copies", "extracted_fields", "extracted_sections"),
    *("layer_reports", "layer_figures"),
    *("verdicts", "adjudications", "settlements"),
)


@dataclass(frozen=True, slots=True)
class Removal:
    """Who takes a report out, and when."""

    uuid: str
    at: str
    reviewer: str
    session: str
    with_decisions: bool = False
    """Also where somebody holds anything of it."""


def remove(connection: sqlite3.Connection, path: Path, sha256: str, removal: Removal) -> ReportSummary:
    """Take a report out; inside the caller's transaction. What it was is the answer.

    Every decision that is held of it is taken back by an entry ``removed`` under its reviewer's name, so that
    the journal tells what was decided; one more says that the report went. Raises StoreError where there is
    no such report, or ``report_decided`` where people hold something of it and that was not agreed to.
    """
    reader = StoreReader.within(connection, path)
    summary = reader.summary(sha256)
    if summary is None:
        raise StoreError("report_missing", report=sha256[:12])
    stored = reader.report(summary)
    held = connection.execute(
        f'select target, start, "end", reviewer, {DECISION_COLUMNS} from verdicts'
        " where report = ? order by entry",
        (summary.id,),
    ).fetchall()
    if not removal.with_decisions and reader.verdicts.decisions_on(summary.id):
        raise StoreError("report_decided", doc=summary.doc)
    last = _entry(stored, removal)
    for number, row in enumerate(held):
        taken_back = replace(
            last,
            uuid=f"{removal.uuid}-{number}",
            reviewer=row["reviewer"],
            target=row["target"],
            figure=f"{row['start']}-{row['end']}",
            before=verdict_of(row),
        )
        journal.remark(connection, taken_back)
    journal.remark(connection, last)
    _delete(connection, summary, stored.reading.clean.text)
    return summary


def _entry(stored: StoredReport, removal: Removal) -> JournalEntry:
    """The entry that says that the report went."""
    return JournalEntry(
        uuid=removal.uuid,
        at=removal.at,
        reviewer=removal.reviewer,
        session=removal.session,
        action="removed",
        report=stored.summary.sha256,
        figure=WHOLE,
        before=None,
        after=None,
        elapsed_ms=0,
        extractor=stored.extractor,
        guide=stored.guide,
        target="report",
        batch=removal.uuid,
    )


def _delete(connection: sqlite3.Connection, summary: ReportSummary, clean: str) -> None:
    report = summary.id
    connection.execute("update reports set verified = 0, wrong = 0, unsure = 0 where id = ?", (report,))
    copies = promote_copy(connection, report, summary.sha256)
    drop_text(connection, report, clean)
    connection.execute("delete from places where report = ?", (summary.sha256,))
    connection.execute(
        "delete from former_figures where extraction in (select id from extractions where report = ?)",
        (report,),
    )
    for table in _OF_REPORTS:
        connection.execute(f"delete from {table} where report = ?", (report,))
    connection.execute("delete from reports where id = ?", (report,))
    for copy in copies:
        project_aside(connection, copy)
    balance(connection)
