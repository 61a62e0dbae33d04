"""The final words of one reviewer on one report, and what they say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from fzreview.domain.decisions.claims import NO_FIGURE, UNFIXED
from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.dissent.contradictions import Span, claim_of_verdict
from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.domain.gold.records import ReadSection

Saying = Literal["verified", "corrected", "added", "rejected", "unsure", "unfixed"]
"""What a verdict says of its figure; ``unfixed`` is wrong, and not yet how."""

SETTLING: frozenset[Saying] = frozenset({"verified", "corrected", "added", "rejected"})
"""Sayings after which it is known whether there is a figure, and which."""


def saying_of(word: FigureVerdict) -> Saying:
    """What a verdict says."""
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
    """Where the figure stands that a verdict speaks for, or against."""
    final = word.correction or word
    return final.start, final.end


def final_row(doc: str, word: FigureVerdict) -> FigureRow:
    """The figure that a verdict speaks for, as scores compare it."""
    if word.correction is None:
        return FigureRow.of_figure(doc, word)
    return replace(FigureRow.of_figure(doc, word.correction), section=word.section)


def machine_spans(report: DecidedReport) -> tuple[Span, ...]:
    """Spans of the figures that nobody added, in order."""
    added = {one[:2] for one in report.verdicts if one.origin == "reviewer"}
    return tuple(span for span in report.spans if span not in added)


class Spoken(Protocol):
    """What people say of the figures of one report; a ``DecidedReport`` is one."""

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
class Words:
    """The final words of one reviewer on one report."""

    reviewer: str
    verdicts: tuple[FigureVerdict, ...]
    read: tuple[Span, ...] = ()
    """What was read completely, as code points of the source."""

    @classmethod
    def of_report(cls, report: Spoken, reviewer: str) -> Words:
        """What a store holds of a reviewer."""
        return cls(
            reviewer,
            tuple(one for one in report.verdicts if one.reviewer == reviewer),
            tuple((one.start, one.until) for one in report.read if one.reviewer == reviewer),
        )

    def has_read(self, span: Span) -> bool:
        """Whether the span lies in a section that was read completely."""
        return any(start <= span[0] and span[1] <= until for start, until in self.read)

    def kept(self) -> list[FigureVerdict]:
        """The words that speak for a figure."""
        return [one for one in self.verdicts if saying_of(one) in ("verified", "corrected", "added")]


@dataclass(frozen=True, slots=True)
class SharedReport:
    """A report in which both decided something."""

    name: str
    one: Words
    other: Words
    figures: Sequence[Span] = ()
    """Spans of all that the machine found in it, decided about or not."""
