"""Corrects a report's outline without a screen: adds a missed heading, removes one, changes a level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.figures.keys import span_of
from fzreview.domain.reports.outline_correction import DEEPEST, NO_HEADING, Span, StatedHeading
from fzreview.domain.reports.report import Reading, Section
from fzreview.domain.reports.stored import StoredReport
from fzreview.errors import StoreError, UsageError
from fzreview.reading.outline.marks import mark_at_start
from fzreview.review.session import Session
from fzreview.review.steps import statements
from fzreview.review.steps.step import Step
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.text.sentences.around import sentence_around
from fzreview.work.corpus.stating import Stated, state
from fzreview.work.judging.signing import find_section


@dataclass(frozen=True, slots=True)
class HeadingCorrection:
    """A correction of a heading; exactly one of ``level``, ``is_missed``, ``is_wrong``, ``undo`` is set."""

    heading: str
    """START-END, its start, or words; of a heading, or of the place of a missed one."""
    level: int | None = None
    is_missed: bool = False
    is_wrong: bool = False
    undo: bool = False


def correct_outline(store: Path, reviewer: str, report: str, wish: HeadingCorrection) -> Stated:
    """Record a correction. Raises StoreError for an unknown heading, UsageError for an invalid level."""
    if wish.level is not None and not 1 <= wish.level <= DEEPEST:
        raise UsageError("bad_level", level=wish.level, deepest=DEEPEST)
    (stated,) = state(store, reviewer, [report], lambda session: [_step(session, wish)])
    return stated


def outline_of(store: Path, report: str) -> StoredReport:
    """A report with its corrected outline. Raises StoreError for an unknown one."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        return reader.report(reader.find_report(report))


def _step(session: Session, wish: HeadingCorrection) -> Step | None:
    reading = session.report.reading
    if wish.is_missed:
        return statements.outline(session, *missed_heading(reading, wish.heading, wish.level or 1))
    if wish.undo:
        return statements.forget_heading(session, _stated_span(session, wish.heading))
    if wish.is_wrong:
        section = _heading(session, wish.heading)
        return statements.outline(session, (section.start, section.end), None)
    section = reading.outline[find_section(reading.outline, wish.heading, session.report.summary.doc)]
    return statements.outline(session, (section.start, section.end), _at_level(section, wish.level or 1))


def _at_level(section: Section, level: int) -> StatedHeading:
    return StatedHeading(level, section.marker, section.title)


def _stated_span(session: Session, named: str) -> Span:
    """Span of the named heading; a span is taken as it is, whatever stands there."""
    if span := _span(named):
        return span
    section = _heading(session, named)
    return section.start, section.end


def _heading(session: Session, named: str) -> Section:
    """A heading of the outline, else one that stands no more because somebody calls it none.

    Raises StoreError as :func:`find_section` does.
    """
    outline, doc = session.report.reading.outline, session.report.summary.doc
    try:
        return outline[find_section(outline, named, doc)]
    except StoreError as error:
        if error.code != "section_missing":
            raise
    gone = list(_called_none(session))
    return gone[find_section(gone, named, doc)]


def _called_none(session: Session) -> Iterator[Section]:
    reading = session.report.reading
    for (target, key), held in session.report.statements.items():
        if target == "heading" and held and held[-1].decision.said == NO_HEADING:
            start, end = span_of(key)
            begin, finish = reading.clean.clean_span(start, end)
            told = _stated("".join(reading.clean.text[begin:finish].split()), DEEPEST)
            yield Section(start, end, end, told.level, told.marker, told.title, "heading")


def likely_heading(reading: Reading, at: int) -> Span:
    """The most likely span of a missed heading around a source offset, as a source span.

    The first sentence of its line without its end mark: 三、打算 before a break, （二）优化环境 before 。
    """
    source = reading.source
    line = source.rfind("\n", 0, at) + 1
    start = line + len(source[line:at]) - len(source[line:at].lstrip())
    return start, sentence_around(source, start, start + 1)[1]


def missed_heading(reading: Reading, named: str, level: int) -> tuple[Span, StatedHeading]:
    """Span and corrected heading of a place that is not in the outline, named by its span or its words.

    Raises StoreError ``heading_missing`` where the source has no such words on one line, or has them twice.
    """
    source = reading.source
    span = _span(named)
    if span is None:
        start = source.find(named) if named.strip() else -1
        if start < 0 or source.find(named, start + 1) >= 0:
            raise StoreError("heading_missing", heading=named)
        span = start, start + len(named)
    start, end = span
    text = source[start:end]
    if not 0 <= start < end <= len(source) or not text.strip() or "\n" in text:
        raise StoreError("heading_missing", heading=named)
    return span, _stated(text, level)


def _stated(text: str, level: int) -> StatedHeading:
    """A heading with its mark told apart."""
    mark = mark_at_start(text)
    cut = mark.end if mark is not None else 0
    return StatedHeading(level, text[:cut], text[cut:])


def _span(named: str) -> Span | None:
    if not re.fullmatch(r"\d+-\d+", named, re.ASCII):
        return None
    start, end = (int(part) for part in named.split("-"))
    return start, end
