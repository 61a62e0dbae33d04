"""What an open session says of figures that words about others answer is what the store says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import HeldDecision, StoredFigure
from fzreview.review.open_report import decision_index, dispute_updates
from fzreview.review.session import Session
from fzreview.review.steps.step import Step
from fzreview.store.reader import StoreReader
from fzreview.work.judging.reviewing import Review
from support.disputes import DOC, answering, figures
from support.scripted import NO_FIGURE, VERIFIED, corrected, decide


class Desk:
    """A review that stays open, held against the store behind every step."""

    def __init__(self, store: Path, reviewer: str) -> None:
        self.review = Review.opened(store, reviewer, DOC)
        report = self.review.read(self.session.report.summary)
        self.review.open(report, report.figures[0].span_key)
        self._store = store

    @property
    def session(self) -> Session:
        return self.review.session

    def keep(self, step: Step | None) -> list[str]:
        """Span keys of the disputed figures behind a step."""
        assert step is not None
        self.review.record(step).result()
        self.session.accept(step)
        now = disputed(self.session.figures)
        assert now == disputed(figures(self._store))
        return now

    def undo(self) -> list[str]:
        return self.keep(self.session.undo_steps.undo(*self.review.entries_to_undo()))


@contextmanager
def opened(store: Path, reviewer: str) -> Iterator[Desk]:
    desk = Desk(store, reviewer)
    yield desk
    desk.review.close()


def disputed(stored: Iterable[StoredFigure]) -> list[str]:
    return [one.span_key for one in stored if one.disputed]


def longer(figure: Figure, value: str | None = None) -> Figure:
    surface = figure.surface + "。"
    return replace(
        figure, end=figure.end + 1, surface=surface, value=value or figure.value, section=(), doubts=()
    )


def test_who_rejects_and_adds_what_another_corrected_disputes_nothing(store: Path) -> None:
    first = figures(store)[0].figure
    moved = longer(first)
    fixed = {name: getattr(moved, name) for name in ("end", "surface")}
    decide(store, "bob", answering({0: lambda figure: corrected(figure, **fixed)}, None))
    with opened(store, "ann") as desk:
        rejected = desk.keep(desk.session.figure_steps.decide("wrong", "not_a_figure"))
        assert rejected == [first.span_key]
        assert desk.keep(desk.session.figure_steps.add(moved)) == [], "they say the same"
        assert desk.undo() == [first.span_key]
        assert desk.undo() == []


def test_an_addition_over_what_another_verified_is_disputed_and_so_is_that(store: Path) -> None:
    first = figures(store)[0].figure
    decide(store, "bob", answering({0: lambda _: VERIFIED}, None))
    with opened(store, "ann") as desk:
        added = longer(first, value="987654")
        assert desk.keep(desk.session.figure_steps.decide("wrong", "not_a_figure")) == [first.span_key]
        assert desk.keep(desk.session.figure_steps.add(added)) == [first.span_key, added.span_key]
        assert desk.undo() == [first.span_key]


def test_who_reads_a_section_contradicts_what_another_added_there(store: Path) -> None:
    first = figures(store)[0].figure
    decide(
        store,
        "bob",
        answering({0: lambda _: NO_FIGURE}, None),
        added=lambda report: [longer(first)] if report.summary.doc == DOC else [],
    )
    with StoreReader(store) as reader:
        outline = reader.report(reader.find_report(DOC)).reading.outline
    inner = max(
        (number for number, one in enumerate(outline) if one.start <= first.start < one.until),
        key=lambda number: outline[number].start,
    )
    with opened(store, "ann") as desk:
        assert desk.keep(desk.session.figure_steps.decide("wrong", "not_a_figure")) == []
        assert desk.keep(desk.session.section_steps.sign_off(inner)) == [longer(first).span_key]
        assert desk.undo() == []


def test_a_verdict_goes_through_no_other_figure(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    inner = decision_index.words

    def words(stored: StoredFigure) -> Iterable[HeldDecision]:
        asked.append(stored.span_key)
        return inner(stored)

    decide(store, "bob")
    with opened(store, "ann") as desk:
        for module in (decision_index, dispute_updates):
            monkeypatch.setattr(module, "words", words)
        own = desk.session.current_figure
        assert own is not None
        desk.keep(desk.session.figure_steps.decide("verified"))
        assert set(asked) == {own.span_key}, "bob has spoken of all of them"
