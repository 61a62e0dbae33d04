"""The subjects of a report's figures in the other reports of the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fzreview.checking.ties.across import (
    Elsewhere,
    SubjectIndex,
    jump_across,
    may_jump,
    told_elsewhere,
)
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.other_figure import OtherFigure
from fzreview.domain.reports.stored import ReportSummary
from fzreview.domain.ties.tie import Alarm
from fzreview.store.across.other_figures import place_of
from fzreview.store.reader import StoreReader

MOST_TOLD = 200
"""Places that are listed."""


@dataclass(frozen=True, slots=True)
class Across:
    """What other reports tell of the subject."""

    elsewhere: tuple[Elsewhere, ...]
    """This place first, then the nearest years and wordings."""
    alarm: Alarm | None
    """Of this figure against the others."""


def tell_across(store: Path, report: ReportSummary, figure: Figure) -> Across:
    """Where else the subject of a figure is told, corrected figures as corrected, rejected ones left out."""
    with StoreReader(store) as reader:
        elsewhere = _told(reader, report, figure, reader.across.candidates(report, figure))
    return Across(elsewhere, jump_across(figure, place_of(report), elsewhere, report.issuer or ""))


def jumps(reader: StoreReader, report: ReportSummary, figures: Iterable[Figure]) -> tuple[Alarm, ...]:
    """The alarms of a report's figures, as they stand, against the other reports of the store.

    Other places are only asked about what no other report of the same place tells.
    """
    of_place = SubjectIndex(reader.across.of_place(report))
    found: list[Alarm] = []
    for figure in figures:
        if not may_jump(figure) or not figure.subject.strip():
            continue
        elsewhere = _told(reader, report, figure, of_place.near(figure.subject))
        if not any(one.times > 0 for one in elsewhere):
            elsewhere = _told(reader, report, figure, reader.across.of_subject(report, figure))
        alarm = jump_across(figure, place_of(report), elsewhere, report.issuer or "")
        if alarm is not None:
            found.append(alarm)
    return tuple(found)


def _told(
    reader: StoreReader, report: ReportSummary, figure: Figure, others: Iterable[OtherFigure]
) -> tuple[Elsewhere, ...]:
    place = place_of(report)
    alike = told_elsewhere(figure, place, report.year, others)
    standing = list(reader.across.standing(one.other for one in alike[:MOST_TOLD]))
    return told_elsewhere(figure, place, report.year, standing)
