"""Reports of a store checked against themselves: ties, alarms, the order of doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fzreview.checking.doubts import Doubtful, doubtful_order
from fzreview.checking.evidence import Evidence, Scale
from fzreview.checking.ties import check_figures
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.reading_rows import Row, figure_fields
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.stored import ReportSummary
from fzreview.domain.ties.tie import Alarm, Span, Tie
from fzreview.domain.ties.tie_rows import alarm_row, tie_row
from fzreview.review.open_report.effective_figures import effective_figures
from fzreview.review.ties.tie_sentences import say_alarm, say_tie
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.work.listing.across import jumps


@dataclass(frozen=True, slots=True)
class Check:
    """One report with what its figures say of each other, corrections applied."""

    summary: ReportSummary
    reading: Reading
    figures: tuple[Figure, ...]
    ties: tuple[Tie, ...]
    alarms: tuple[Alarm, ...]
    scale: Scale
    """Tells what each tie proves."""
    span_keys: Mapping[Span, str]
    """Span of a figure as it stands → the span in its key, which a correction leaves as it was."""

    def key_of(self, span: Span) -> str:
        """The key by which every command knows the figure with this span."""
        return figure_key(self.summary.sha256, self.span_keys[span])

    def figure_at(self, span: Span) -> Figure:
        """The figure with this span. Raises StopIteration where there is none."""
        return next(figure for figure in self.figures if (figure.start, figure.end) == span)

    def evidence(self, tie: Tie) -> Evidence:
        """What a tie proves, and the chance that it would hold with a wrong number."""
        return self.scale.weigh(tie)

    def doubts(self) -> tuple[Doubtful, ...]:
        """The figures, the most doubtful first."""
        return doubtful_order(self.reading, self.figures, self.ties, self.alarms)


def checks(store: Path, report: str | None = None) -> Iterator[Check]:
    """One report, or all of them in the order of loading. Raises StoreError when no report has that name."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        # Listed first: the questions below would disturb a cursor that is still open.
        summaries = [reader.find_report(report)] if report is not None else list(reader.summaries())
        for summary in summaries:
            stored = reader.report(summary)
            figures = effective_figures(stored.figures)
            ties, alarms = check_figures(stored.reading, figures)
            yield Check(
                summary,
                stored.reading,
                figures,
                ties,
                alarms + jumps(reader, summary, figures),
                Scale(figures),
                {(one.shown.start, one.shown.end): one.span_key for one in stored.figures},
            )


def ties_of(store: Path, summary: ReportSummary, span: Span) -> list[Tie]:
    """The ties in which the figure with this span takes part."""
    (check,) = checks(store, summary.sha256)
    return [tie for tie in check.ties if span in tie.spans]


def evidence_fields(evidence: Evidence) -> Row:
    """``chance`` that the tie would hold with a wrong number, and ``proves``: the fields of each figure."""
    proven = (
        (["value"] if evidence.fixes(span) else []) + (["unit"] if span in evidence.units else [])
        for span in evidence.tie.spans
    )
    return {"chance": round(evidence.chance, 6), "proves": list(proven)}


def check_rows(check: Check) -> Iterator[Row]:
    """The rows of ``ties --json``: a ``tie`` or an ``alarm`` each, with its sentence."""
    head = {"report": check.summary.sha256, "doc": check.summary.doc}
    for tie in check.ties:
        yield head | {
            "row": "tie",
            **tie_row(tie),
            **evidence_fields(check.evidence(tie)),
            "keys": [check.key_of(span) for span in tie.spans],
            "says": say_tie(tie),
        }
    for alarm in check.alarms:
        key = check.key_of(alarm.span)
        yield head | {"row": "alarm", **alarm_row(alarm), "key": key, "says": say_alarm(alarm)}


def doubt_rows(check: Check) -> Iterator[Row]:
    """The rows of ``doubts --json``, the most doubtful first."""
    for place, doubt in enumerate(check.doubts(), 1):
        yield {
            "key": check.key_of((doubt.figure.start, doubt.figure.end)),
            "report": check.summary.sha256,
            "doc": check.summary.doc,
            "place": place,
            **figure_fields(doubt.figure),
            "reasons": list(doubt.reasons),
        }
