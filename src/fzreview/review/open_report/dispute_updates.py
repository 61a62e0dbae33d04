"""Recomputing which figures of the open report are disputed, by the rules that the store uses too."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.dissent.contradictions import Span
from fzreview.domain.dissent.open_cases import disputed_spans
from fzreview.domain.dissent.overlap_groups import Reaching, SpanPair, overlap_groups_around
from fzreview.domain.gold.records import ReadSection
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.stored import HeldDecision, StoredFigure
from fzreview.review.open_report.decision_index import span_of, words


@dataclass(frozen=True, slots=True)
class _Said:
    verdicts: tuple[FigureVerdict, ...]
    read: tuple[ReadSection, ...]
    rulings: Collection[Span]
    torn: Mapping[tuple[str, Span], tuple[FigureVerdict | None, ...]] = field(default_factory=dict)
    rivals: Mapping[Span, tuple[FigureVerdict, ...]] = field(default_factory=dict)


def updated_disputes(
    figures: Sequence[StoredFigure],
    places: Mapping[str, int],
    read: Iterable[tuple[Section, HeldDecision]],
    said: Collection[SpanPair],
    reaching: Reaching,
) -> Iterator[tuple[int, StoredFigure]]:
    """Figures whose dispute status a decision has changed, each with its index.

    ``places``: span key → index of a figure. ``read``: sections with their sign-offs. ``said``: the figures
    that were decided on, each with the span that the decision gives it, before and after. ``reaching``
    returns the pairs of figure span and decided span that overlap a span of the text.
    """
    sections = tuple(_read_section(*one) for one in read)
    for group in overlap_groups_around(said, reaching):
        keys = (f"{start}-{end}" for start, end in group)
        concerned = sorted(places[key] for key in keys if key in places)
        verdicts = tuple(one for index in concerned for one in _verdicts(figures[index]))
        ruled = {span_of(figures[index]) for index in concerned if figures[index].ruling is not None}
        disputed = disputed_spans(_Said(verdicts, sections, ruled))
        for index in concerned:
            stored = figures[index]
            now = stored.as_settled(span_of(stored) in disputed or bool(stored.torn))
            if now is not stored and stored.ruling is None:
                yield index, now


def reach_by_reviewer(stored: StoredFigure, reviewer: str) -> SpanPair:
    """The span of a figure and the span that this reviewer's decision gives it."""
    held = stored.of(reviewer)
    correction = None if held is None else held.correction
    span = span_of(stored)
    return span, span if correction is None else (correction.start, correction.end)


def _verdicts(stored: StoredFigure) -> Iterator[FigureVerdict]:
    """The verdicts on a figure in order of the reviewers' names."""
    figure = stored.figure
    for one in sorted(words(stored), key=lambda held: held.reviewer):
        word = one.decision
        assert word.verdict is not None
        yield FigureVerdict(
            **figure_fields(figure),
            section=figure.section,
            origin=stored.origin,
            extractor=stored.extractor,
            reviewer=one.reviewer,
            decided_at=one.decided_at,
            verdict=word.verdict,
            reason=word.reason,
            reason_class=word.reason_class,
            comment=word.comment,
            correction=word.correction,
        )


def _read_section(section: Section, held: HeldDecision) -> ReadSection:
    return ReadSection(
        section.start,
        section.end,
        section.until,
        section.level,
        section.label,
        held.reviewer,
        held.decided_at,
    )
