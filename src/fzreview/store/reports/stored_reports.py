"""A whole report as it is held: its reading, its figures and everybody's decisions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from fzreview.domain.decisions.verdict import STATED
from fzreview.domain.reports.report import Metadata, Reading, Repair, Section
from fzreview.domain.reports.stored import HeldDecision, ReportSummary, StoredReport, found_figures
from fzreview.errors import StoreError
from fzreview.store.opening.packed_values import clean_text
from fzreview.store.opening.watching import last_entry
from fzreview.store.reports.originals import read_pages
from fzreview.store.reports.summary_columns import SUMMARY_COLUMNS
from fzreview.store.verdicts.decided import Held, held_decisions, stored_figures


def stored_report(connection: sqlite3.Connection, summary: ReportSummary) -> StoredReport:
    """The report with its summary as it is now. Raises StoreError when it is gone."""
    report = summary.id
    row = connection.execute(
        "select * from reports join texts on report = id where id = ?", (report,)
    ).fetchone()
    if row is None:
        raise StoreError("report_missing", report=summary.sha256[:12])
    entry = last_entry(connection)  # first: what is written meanwhile is looked at again
    held = held_decisions(connection, report)
    figures = tuple(stored_figures(connection, report, held["figure"]))
    reading = Reading(
        source=row["source"],
        clean=clean_text(row["source"], row["clean"], row["clean_runs"]),
        metadata=_metadata(row),
        body=(row["body_start"], row["body_end"]),
        repairs=tuple(_repairs(connection, report)),
        outline=tuple(_sections(connection, report)),
        figures=tuple(found_figures(figures)),
        candidates=tuple(_candidates(connection, report)),
    )
    current = ReportSummary(*(row[name.strip()] for name in SUMMARY_COLUMNS.split(",")))
    return StoredReport(
        current,
        row["encoding"],
        row["url"],
        row["extractor"],
        row["guide"],
        reading,
        figures,
        ruled=_frozen(held["candidate"]),
        signed=_frozen(held["section"]),
        statements={(target, span): tuple(said) for target in STATED for span, said in held[target].items()},
        pages=read_pages(connection, report),
        entry=entry,
    )


def _repairs(connection: sqlite3.Connection, report: int) -> Iterator[Repair]:
    for row in connection.execute(
        'select start, "end", raw, repaired, kind, auto, count from repairs where report = ?'
        " order by start, rowid",
        (report,),
    ):
        yield Repair(*row)


def _sections(connection: sqlite3.Connection, report: int) -> Iterator[Section]:
    for row in connection.execute(
        'select start, "end", until, level, marker, title, kind from sections where report = ?'
        " order by start, level",
        (report,),
    ):
        yield Section(*row)


def _candidates(connection: sqlite3.Connection, report: int) -> Iterator[tuple[int, int]]:
    for row in connection.execute(
        'select start, "end" from candidates where report = ? order by start', (report,)
    ):
        yield row[0], row[1]


def _frozen(held: Held) -> dict[str, tuple[HeldDecision, ...]]:
    return {span: tuple(decisions) for span, decisions in held.items()}


def _metadata(row: sqlite3.Row) -> Metadata:
    title_span: tuple[int, int] | None = None
    if row["title_start"] is not None:
        title_span = (row["title_start"], row["title_end"])
    return Metadata(
        title=row["title"],
        title_span=title_span,
        year=row["year"],
        region=row["region"],
        issuer=row["issuer"],
        publish_date=row["publish_date"],
        sign_date=row["sign_date"],
        doc_number=row["doc_number"],
        index_number=row["index_number"],
        source=row["origin"],
        flags=tuple(json.loads(row["metadata_flags"])),
    )
