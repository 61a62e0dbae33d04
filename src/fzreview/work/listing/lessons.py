"""The corrections of a store, gathered into lessons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from fzreview.domain.figures.figure_state import state_of
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.reading_rows import Row, figure_row
from fzreview.domain.reports.stored import ReportSummary, StoredFigure, StoredReport
from fzreview.reading.explain import rules_at
from fzreview.reading.version import EXTRACTOR_VERSION
from fzreview.review.lookalikes.lessons import Example, Lesson, Observed, lessons_of
from fzreview.review.lookalikes.slips import slip_of_rejection, slips_of
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.text.sentences.around import sentence_around


def lessons(store: Path, report: str | None = None) -> tuple[Lesson, ...]:
    """What the corrections and rejections of one report or of all have in common, by the latest verdicts.

    Rules are told of what the program's own rules read as they are now. Raises StoreError when no report
    has that name.
    """
    create_or_migrate(store)
    with StoreReader(store) as reader:
        summaries = [reader.find_report(report)] if report is not None else list(reader.summaries())
        worked = [summary for summary in summaries if summary.wrong]
        return lessons_of(one for summary in worked for one in _observed(reader, summary))


def _observed(reader: StoreReader, summary: ReportSummary) -> Iterator[Observed]:
    report = reader.report(summary)
    wrong = [one for one in report.figures if state_of(one) in ("corrected", "rejected")]
    wrong = [one for one in wrong if one.origin == "machine"]
    if not wrong:
        return
    rules: dict[tuple[int, int], list[str]] = {}
    if report.extractor == EXTRACTOR_VERSION:
        for fired in rules_at(report.reading.source):
            rules.setdefault((fired.start, fired.end), []).append(fired.rule)
    for stored in wrong:
        told = tuple(rules.get((stored.figure.start, stored.figure.end), ()))
        yield from _slips(report, stored, told)


def _slips(report: StoredReport, stored: StoredFigure, rules: tuple[str, ...]) -> Iterator[Observed]:
    decision = stored.latest.decision if stored.latest else None
    if decision is None:
        return
    clean = report.reading.clean
    start, end = sentence_around(clean.text, *clean.clean_span(stored.figure.start, stored.figure.end))
    key = figure_key(report.summary.sha256, stored.span_key)
    example = Example(key, clean.text[start:end].strip(), stored.figure, decision.correction)
    if decision.correction is None:
        yield Observed(slip_of_rejection(stored.figure, decision.reason_class), rules, example)
        return
    for slip in slips_of(stored.figure, decision.correction):
        yield Observed(slip, rules, example)


def lesson_row(lesson: Lesson) -> Row:
    """The row of ``lessons --json``."""
    return {
        "slip": lesson.slip.kind,
        "before": lesson.slip.before,
        "after": lesson.slip.after,
        "count": lesson.count,
        "rules": [{"rule": rule, "count": count} for rule, count in lesson.rules],
        "examples": _example_rows(lesson.examples),
    }


def _example_rows(examples: Sequence[Example]) -> list[Row]:
    return [
        {
            "key": one.key,
            "sentence": one.sentence,
            "machine": figure_row(one.machine),
            "correction": figure_row(one.correction) if one.correction else None,
        }
        for one in examples
    ]
