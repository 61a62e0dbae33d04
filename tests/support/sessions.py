"""Sessions over the gold of a seed, without store and screen."""

from __future__ import annotations

from itertools import count

from fzreview.domain.reports.stored import ReportSummary, StoredFigure, StoredReport
from fzreview.review.session import Session
from fzreview.review.steps.step import EntryStamp, Step
from fzreview.review.undo_history import UndoHistory
from support.gold_reports import gold_report

_numbers = count()


def stamp() -> EntryStamp:
    """A stamp unlike any other."""
    number = next(_numbers)
    return EntryStamp(f"u{number}", f"2026-01-01T00:00:{number % 60:02}.000Z", 2_000)


def stored(doc: str) -> StoredReport:
    """A seed as a store would give it, nothing decided."""
    report = gold_report(doc)
    figures = tuple(StoredFigure(figure, "machine", report.extractor) for figure in report.reading.figures)
    summary = ReportSummary(1, report.sha256, doc, None, None, None, None, len(figures), 0, 0, 0)
    return StoredReport(summary, "utf-8", None, report.extractor, report.guide, report.reading, figures)


def new_session() -> Session:
    """A session of «ann» with nothing open."""
    return Session("ann", "s1", stamp, UndoHistory())


def accept(session: Session, step: Step | None) -> None:
    """Take a step as recorded; there must be one."""
    assert step is not None
    session.accept(step)
