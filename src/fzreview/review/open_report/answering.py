"""How words about one figure of the open report leave the others: the rules are those of the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.dissent.contradictions import Span
from fzreview.domain.dissent.entangled import Reach, tangles
from fzreview.domain.dissent.open_cases import disputed_spans
from fzreview.domain.gold.records import ReadSection
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.stored import HeldDecision, StoredFigure


@dataclass(frozen=True, slots=True)
class _Said:
    verdicts: tuple[FigureVerdict, ...]
    read: tuple[ReadSection, ...]
    rulings: Collection[Span]
    torn: Mapping[tuple[str, Span], tuple[FigureVerdict | None, ...]] = field(default_factory=dict)
    rivals: Mapping[Span, tuple[FigureVerdict, ...]] = field(default_factory=dict)


def resettled(
    figures: Sequence[StoredFigure],
    read: Iterable[tuple[Section, HeldDecision]],
    said: Sequence[Reach],
) -> Iterator[tuple[int, StoredFigure]]:
    """Figures that stand otherwise behind a word, each with its index.

    ``read`` are sections that somebody read completely; ``said`` the figures that the word is about, each
    with the span that it speaks for now, or spoke for before.
    """
    sections = tuple(_read_section(*one) for one in read)
    people = {one.reviewer for stored in figures for one in _words(stored)}
    people |= {one.reviewer for one in sections}
    if len(people) < 2 and not any(stored.crossed or stored.replaced for stored in figures):
        return
    places = {_span(stored): index for index, stored in enumerate(figures)}
    spans = {span for span, _ in said}
    for tangle in tangles([*said, *_reaches(figures)]):
        if not tangle & spans:
            continue
        concerned = [places[span] for span in tangle if span in places]
        verdicts = tuple(one for index in sorted(concerned) for one in _verdicts(figures[index]))
        ruled = {_span(figures[index]) for index in concerned if figures[index].ruling is not None}
        disputed = disputed_spans(_Said(verdicts, sections, ruled))
        for index in concerned:
            stored = figures[index]
            now = stored.as_settled(_span(stored) in disputed or bool(stored.torn))
            if now is not stored and stored.ruling is None:
                yield index, now


def reach_of(stored: StoredFigure, reviewer: str) -> Reach:
    """The span of a figure, and the one that this reviewer's word about it speaks for."""
    held = stored.of(reviewer)
    correction = None if held is None else held.correction
    span = _span(stored)
    return span, span if correction is None else (correction.start, correction.end)


def _reaches(figures: Iterable[StoredFigure]) -> Iterator[Reach]:
    for stored in figures:
        for one in _words(stored):
            yield reach_of(stored, one.reviewer)


def _span(stored: StoredFigure) -> Span:
    return stored.figure.start, stored.figure.end


def _words(stored: StoredFigure) -> Iterator[HeldDecision]:
    return (one for one in stored.held if one.decision.verdict is not None)


def _verdicts(stored: StoredFigure) -> Iterator[FigureVerdict]:
    """In order of the reviewers' names."""
    figure = stored.figure
    for one in sorted(_words(stored), key=lambda held: held.reviewer):
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
