"""Reports and figures of a store as rows for people and programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fzreview.domain.decisions.decision_rows import decision_row
from fzreview.domain.decisions.verdict import JournalEntry, Status
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.keys import figure_key, parse_figure_key
from fzreview.domain.reports.reading_rows import Row, figure_fields, figure_row
from fzreview.domain.reports.report_filter import ReportFilter
from fzreview.domain.reports.stored import ReportSummary, StoredFigure
from fzreview.errors import StoreError, UsageError
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader


def reports(store: Path, expression: str | None = None) -> Iterator[ReportSummary]:
    """Every report that counts, with its progress, in the order of loading; those that fit an expression.

    Raises UsageError for an expression that means nothing.
    """
    wanted = ReportFilter.parsed(expression or "")
    create_or_migrate(store)
    with StoreReader(store) as reader:
        yield from filter(wanted.fits, reader.summaries())


def contradictions(store: Path) -> dict[int, int]:
    """Id of a report → figures of which reviewers claim different things; only reports that have any."""
    create_or_migrate(store, pages=False)  # the list of reports looks at them
    with StoreReader(store) as reader:
        return reader.verdicts.contradictions()


def report_summary_row(summary: ReportSummary, contradictions: int | None) -> Row:
    """The row of ``list --json``; ``contradictions`` counts figures that reviewers decided on differently.

    None where nobody counted them.
    """
    return {
        "doc": summary.doc,
        "sha256": summary.sha256,
        "title": summary.title,
        "year": summary.year,
        "region": summary.region,
        "issuer": summary.issuer,
        "figures": summary.figures,
        "verified": summary.verified,
        "wrong": summary.wrong,
        "unsure": summary.unsure,
        "undecided": summary.undecided,
        "contradictions": contradictions,
        "aside": summary.aside,
        "tags": summary.tags.split(),
    }


def figures(
    store: Path, report: str | None = None, status: Status | None = None, expression: str | None = None
) -> Iterator[tuple[ReportSummary, StoredFigure]]:
    """Figures of one report or of all, in order; those with ``status`` and of reports that fit only.

    Raises StoreError when no report has that name, UsageError for an expression that means nothing.
    """
    wanted = ReportFilter.parsed(expression or "")
    create_or_migrate(store)
    with StoreReader(store) as reader:
        # Listed first: the questions below would disturb a cursor that is still open.
        summaries = [reader.find_report(report)] if report is not None else list(reader.summaries())
        for summary in filter(wanted.fits, summaries):
            for stored in reader.figures(summary.id):
                if status is None or stored.status == status:
                    yield summary, stored


def stored_figure_row(summary: ReportSummary, stored: StoredFigure) -> Row:
    """The row of ``figures --json``: the figure as extracted, and the latest decision on it."""
    latest = stored.latest
    decision = latest.decision if latest else None
    correction = decision.correction if decision and stored.origin == "machine" else None
    return {
        "key": figure_key(summary.sha256, stored.span_key),
        "report": summary.sha256,
        "doc": summary.doc,
        **figure_row(_told(stored)),
        "verdict": stored.status,
        "reason": decision.reason if decision else None,
        "reason_class": decision.reason_class if decision else None,
        "correction": None if correction is None else figure_fields(correction),
        "origin": stored.origin,
        "reviewer": latest.reviewer if latest else None,
        "decided_at": latest.decided_at if latest else None,
        "comment": decision.comment if decision else None,
        "vanished": stored.vanished,
    }


def former_rows(stored: StoredFigure) -> list[Row]:
    """What reviewers held of a figure before another extraction read it otherwise, and have not since."""
    return [
        {
            "reviewer": former.reviewer,
            "until": former.until,
            "extractor": former.extractor,
            "decision": decision_row(former.decision),
            "figure": figure_fields(former.figure),
        }
        for former in stored.recalled
    ]


def _told(stored: StoredFigure) -> Figure:
    """As extracted; an added figure as it was last corrected."""
    return stored.figure if stored.origin == "machine" else stored.shown


def find_figure(store: Path, key: str) -> tuple[ReportSummary, StoredFigure, list[JournalEntry]]:
    """One figure with its history, the oldest entry first. Raises UsageError or StoreError."""
    parsed = parse_figure_key(key)
    if parsed is None:
        raise UsageError("bad_key", key=key)
    create_or_migrate(store)
    with StoreReader(store) as reader:
        summary = reader.find_report_by_sha256(parsed.report)
        for stored in reader.figures(summary.id):
            if stored.span_key == parsed.span:
                return summary, stored, reader.journal.history(summary.sha256, parsed.span)
    raise StoreError("figure_missing", figure=key)


def journal_row(entry: JournalEntry) -> Row:
    """A journal entry as ``show --json`` prints it."""
    return {
        "uuid": entry.uuid,
        "at": entry.at,
        "reviewer": entry.reviewer,
        "session": entry.session,
        "action": entry.action,
        "before": decision_row(entry.before),
        "after": decision_row(entry.after),
        "elapsed_ms": entry.elapsed_ms,
        "extractor": entry.extractor,
        "guide": entry.guide,
        "inverts": entry.inverts,
        "note": entry.note,
    }
