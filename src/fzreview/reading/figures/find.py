"""The door of the figure extractor."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from fzreview.domain.extracting.trace import fired
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.language.alphabet import HAN
from fzreview.language.units import INITIALS
from fzreview.reading.figures.counted_rows import with_rows
from fzreview.reading.figures.doubts import DAMAGED_TEXT
from fzreview.reading.figures.excluded.set_phrases import phrase_at
from fzreview.reading.figures.found import Found, Verdict
from fzreview.reading.figures.joined_bounds import with_joined_bounds
from fzreview.reading.figures.judge import judge
from fzreview.reading.figures.numeral_rules import SINGLE
from fzreview.reading.figures.numerals.runs import RUN
from fzreview.reading.figures.numerals.shared_units import with_shared_units
from fzreview.reading.figures.page import Page
from fzreview.reading.figures.subjects.find_subjects import subjects_of
from fzreview.reading.figures.subjects.wordings import Counted
from fzreview.reading.figures.tables.subjects import cell_subject, column_subject
from fzreview.text.numerals import plain
from fzreview.text.sentences.clauses import Clauses

_SPOKEN: Final = frozenset("一二两三四五六七八九")
_GOES_ON: Final = INITIALS | frozenset("、 余多几来分点又至到—-~:/")
"""Characters behind a single Chinese numeral with which it may still count something."""


@dataclass(frozen=True, slots=True)
class FigureReading:
    """The figures of a report and what else might be one. Offsets are code points of the source."""

    figures: tuple[Figure, ...]
    """In order of ``start``, never overlapping."""
    candidates: tuple[tuple[int, int], ...]
    """Numeral runs that no figure covers and that no confident rule excludes."""


def find_figures(
    source: str, clean: CleanText, zones: Sequence[tuple[int, int]], outline: Sequence[Section]
) -> FigureReading:
    """Find the figures inside ``zones`` (spans of the clean text, in rising order)."""
    page = Page.of(clean.text)
    found: list[Found] = []
    for zone in zones:
        found.extend(judged(page, zone))
    sections = SectionPaths(outline)
    headings = frozenset("".join(section.label.split()) for section in outline)
    subjects = iter(subjects_in(page, clean.text, found, zones, headings))
    figures = []
    candidates = []
    for one in found:
        start, end = clean.source_span(one.start, one.end)
        number = one.number
        value = None if number is None else number.value
        if one.verdict is not Verdict.FIGURE or number is None or value is None:
            candidates.append((start, end))
            continue
        text = "".join(clean.text[one.start : one.end].split())
        figures.append(
            Figure(
                start=start,
                end=end,
                surface=source[start:end],
                text=text,
                value=plain(value),
                upper=None if number.upper is None else plain(number.upper),
                unit=number.unit,
                kind=one.kind,
                bound=one.bound,
                subject=next(subjects),
                section=sections.labels(start),
                doubts=_doubts(one, source[start:end], text),
            )
        )
    return FigureReading(tuple(figures), tuple(candidates))


def _doubts(one: Found, surface: str, text: str) -> tuple[str, ...]:
    """The doubts of the judgement, and one more where the span was longer before its repair."""
    if len(surface) > len(text) and len("".join(_GLOSS.sub("", surface).split())) > len(text):
        return (*one.doubts, DAMAGED_TEXT)
    return one.doubts


_GLOSS: Final = re.compile(rf"\([^(){HAN}]*\)")


def subjects_in(
    page: Page,
    wording: str,
    found: Sequence[Found],
    zones: Sequence[tuple[int, int]],
    headings: Collection[str] = (),
) -> list[str]:
    """The subjects of the figures among ``found``, in order; ``headings`` are no subjects."""
    told: list[str] = []
    for start, end in zones:
        counted = [
            Counted(one.start, one.end, one.number.unit, one.kind)
            for one in found
            if one.verdict is Verdict.FIGURE and one.number is not None and start <= one.start < end
        ]
        subjects = subjects_of(page.text, wording, counted, Clauses(page.text, start, end))
        told.extend(
            column_subject(page, wording, one.start)
            or subject
            or cell_subject(page.text, wording, one.start, headings)
            for subject, one in zip(subjects, counted, strict=True)
        )
    return told


def judged(page: Page, zone: tuple[int, int]) -> list[Found]:
    """Every numeral of the zone that is a figure or a candidate, in order."""
    text = page.text
    at, end = zone
    found: list[Found] = []
    while True:
        run = RUN.search(text, at, end)
        if run is None:
            return with_joined_bounds(text, with_shared_units(text, with_rows(page, found)))
        start, run_end = run.span()
        if run_end - start == 1 and text[start] in _SPOKEN and _counts_nothing(text, start, run_end):
            fired(SINGLE, start, run_end)
            at = run_end
            continue
        one = judge(page, start, run_end, zone[0])
        if one.rule is not None and one.verdict is not Verdict.ARTICLE:
            fired(one.rule, one.start, one.end)
        if one.verdict is not Verdict.NOTHING:
            found.append(one)
        at = max(one.end, start + 1)


def _counts_nothing(text: str, start: int, end: int) -> bool:
    """Whether what follows a single Chinese numeral is no unit: most 一 of a report (一般, 统一) end here."""
    following = text[end : end + 1]
    if following in _GOES_ON or (start and text[start - 1] in "第前"):
        return False
    return phrase_at(text, start) is None
