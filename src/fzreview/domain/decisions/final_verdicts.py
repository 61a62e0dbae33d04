"""One reviewer's final verdicts on one report, and the categories that agreement is measured in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from fzreview.domain.decisions.claims import NO_FIGURE, UNFIXED
from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.dissent.contradictions import Span, claim_of_verdict
from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.domain.gold.records import ReadSection

VerdictCategory = Literal["verified", "corrected", "added", "rejected", "unsure", "unfixed"]
"""The category of a verdict; ``unfixed`` is wrong without a correction."""

SETTLING: frozenset[VerdictCategory] = frozenset({"verified", "corrected", "added", "rejected"})
"""Categories that decide whether there is a figure, and which."""


def verdict_category(word: FigureVerdict) -> VerdictCategory:
    """The category of a verdict."""
    if word.verdict == "verified":  # nearly always
        return "added" if word.origin == "reviewer" else "verified"
    claim = claim_of_verdict(word)
    if claim is None:
        return "unsure"
    if claim == UNFIXED:
        return "unfixed"
    if claim == NO_FIGURE:
        return "rejected"
    return "corrected"


def final_span(word: FigureVerdict) -> Span:
    """Span of the figure after the verdict; of a rejected one, as it was extracted or added."""
    final = word.correction or word
    return final.start, final.end


def final_figure_row(doc: str, word: FigureVerdict) -> FigureRow:
    """The figure after the verdict, as scores compare it."""
    if word.correction is None:
        return FigureRow.of_figure(doc, word)
    return replace(FigureRow.of_figure(doc, word.correction), section=word.section)


def machine_spans(report: DecidedReport) -> tuple[Span, ...]:
    """Spans of the figures that an extractor found, in order."""
    added = {one[:2] for one in report.verdicts if one.origin == "reviewer"}
    return tuple(span for span in report.spans if span not in added)


class ReportVerdicts(Protocol):
    """All verdicts on the figures of one report; implemented by ``DecidedReport``."""

    @property
    def verdicts(self) -> Sequence[FigureVerdict]: ...
    @property
    def read(self) -> Sequence[ReadSection]: ...
    @property
    def torn(self) -> Mapping[tuple[str, Span], Sequence[FigureVerdict | None]]: ...
    @property
    def rulings(self) -> Collection[Span]:
        """Spans of the figures that are adjudicated."""
        ...

    @property
    def rivals(self) -> Mapping[Span, Sequence[FigureVerdict]]: ...


@dataclass(frozen=True, slots=True)
class FinalVerdicts:
    """One reviewer's final verdicts on one report."""

    reviewer: str
    verdicts: tuple[FigureVerdict, ...]
    read: tuple[Span, ...] = ()
    """The sections that were signed off as read completely, as spans in code points of the source."""

    @classmethod
    def of_report(cls, report: ReportVerdicts, reviewer: str) -> FinalVerdicts:
        """The verdicts and signed-off sections of one reviewer of a report."""
        return cls(
            reviewer,
            tuple(one for one in report.verdicts if one.reviewer == reviewer),
            tuple((one.start, one.until) for one in report.read if one.reviewer == reviewer),
        )

    def has_read(self, span: Span) -> bool:
        """Whether the span lies in a section that was read completely."""
        return any(start <= span[0] and span[1] <= until for start, until in self.read)

    def kept(self) -> list[FigureVerdict]:
        """The verdicts by which there is a figure."""
        return [one for one in self.verdicts if verdict_category(one) in ("verified", "corrected", "added")]


@dataclass(frozen=True, slots=True)
class SharedReport:
    """A report on which two reviewers decided something."""

    name: str
    one: FinalVerdicts
    other: FinalVerdicts
    figures: Sequence[Span] = ()
    """Spans of all figures that an extractor found, decided or not."""
