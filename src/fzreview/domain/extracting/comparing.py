"""A stored report compared with another extraction of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fzreview.domain.extracting.reextraction import FigureChange, LostSection, ReportChanges
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.report import Reading, Section
from fzreview.domain.reports.stored import StoredFigure, StoredReport


def compare(stored: StoredReport, reading: Reading) -> ReportChanges:
    """What taking over ``reading`` would change in a report, and which decisions would cease to hold."""
    changes = sorted(_figures(stored.figures, reading.figures), key=_place)
    return ReportChanges(tuple(changes), tuple(_lost_sections(stored, reading.outline)))


def _place(change: FigureChange) -> tuple[int, int]:
    figure = change.after if change.before is None else change.before.figure
    assert figure is not None
    return figure.start, figure.end


def _figures(stored: Sequence[StoredFigure], found: Sequence[Figure]) -> Iterator[FigureChange]:
    now = {figure.span_key: figure for figure in found}
    for one in stored:
        after = now.pop(one.span_key, None)
        if one.origin == "reviewer":
            yield FigureChange("kept" if after is None else "met", one, after)
        elif after is None:
            yield FigureChange("vanished" if one.held else "gone", one, None)
        elif figure_fields(after) == figure_fields(one.figure):
            yield FigureChange("kept", one, after)
        else:
            yield FigureChange("changed", one, after)
    for figure in now.values():
        yield FigureChange("new", None, figure)


def _lost_sections(stored: StoredReport, outline: Sequence[Section]) -> Iterator[LostSection]:
    """Signed sections whose heading or end is another one now."""
    still = {(section.start, section.end, section.until) for section in outline}
    for section in stored.reading.outline:
        held = stored.signed.get(f"{section.start}-{section.end}", ())
        if held and (section.start, section.end, section.until) not in still:
            yield LostSection(section, held)
