"""Random work by two people between random extractions: every decision stays, or is told of."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.stored import StoredReport
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.judging.reviewing import Review
from fzreview.work.keeping.safekeeping import verify_store
from support.copied_stores import new_store
from support.extractions import Change, take_over
from support.gold_reports import gold_report, seed_names

DOC = seed_names()[0]
SPANS = ((10, 12), (41, 45), (500, 502))
PEOPLE = ("ann", "bob")


def store_of(folder: Path, seed: int) -> Path:
    path = folder / f"{seed}.db"
    writer = StoreWriter(new_store(path))
    writer.insert(gold_report(DOC), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


def stored(store: Path) -> StoredReport:
    with StoreReader(store) as reader:
        return reader.report(reader.find_report(DOC))


def figure_at(start: int, end: int, value: str) -> Figure:
    surface = gold_report(DOC).reading.source[start:end]
    return Figure(start, end, surface, surface, value, None, "个", "count", "=", "乡镇")


def some_extraction(dice: random.Random) -> Change:
    """Some figures as they are, some otherwise, some gone, some new; perhaps other sections."""

    def change(reading: Reading) -> Reading:
        figures = []
        for figure in reading.figures:
            fate = dice.random()
            if fate < 0.4:
                figures.append(figure)
            elif fate < 0.7:
                figures.append(replace(figure, value=str(dice.randrange(3))))
        figures += [figure_at(*span, str(dice.randrange(2))) for span in SPANS if dice.random() < 0.5]
        outline = tuple(
            section if dice.random() < 0.7 else replace(section, until=section.until - 1)
            for section in reading.outline
            if dice.random() < 0.9
        )
        candidates = tuple(span for span in SPANS if dice.random() < 0.5)
        figures.sort(key=lambda one: one.start)
        return replace(reading, figures=tuple(figures), outline=outline, candidates=candidates)

    return change


def some_work(store: Path, who: str, dice: random.Random) -> None:
    """One sitting of a few random moves."""
    review = Review.opened(store, who, DOC)
    session = review.session
    for _ in range(dice.randrange(6)):
        if session.figures:
            session.go(dice.randrange(len(session.figures)))
        current = session.current_figure
        match dice.randrange(9):
            case 0 | 1:
                step = session.figure_steps.decide(dice.choice(["verified", "wrong", "unsure"]))  # type: ignore[arg-type]  # drawn from the literals
            case 2 if current is not None:
                step = session.figure_steps.correct(replace(current.shown, value=str(dice.randrange(3))))
            case 3:
                step = session.figure_steps.comment(dice.choice(["看原件", ""]))
            case 4:
                step = session.figure_steps.add(figure_at(*dice.choice(SPANS), str(dice.randrange(2))))
            case 5 if session.report.reading.outline:
                step = session.section_steps.sign_off(dice.randrange(len(session.report.reading.outline)))
            case 6:
                candidate = session.section_steps.next_candidate(dice.randrange(600))
                step = None if candidate is None else session.section_steps.rule_out(candidate)
            case 7:
                step = session.figure_steps.verify_all(one.span_key for one in session.figures)
            case _:
                turn = dice.choice(
                    [
                        lambda: session.undo_steps.undo(*review.entries_to_undo()),
                        lambda: session.undo_steps.redo(*review.entries_to_redo()),
                    ]
                )
                step = turn()
        if step is not None:
            review.record(step).result()
            session.accept(step)
    assert [(one.figure, one.held, one.status) for one in session.figures] == [
        (one.figure, one.held, one.status) for one in stored(store).figures
    ], "what the session shows is what the store holds"
    review.close()


Held = dict[tuple[str, str, str], Decision]


def all_held(store: Path) -> Held:
    """``(target, span, reviewer)`` → what is held."""
    report = stored(store)
    found: Held = {}
    for figure in report.figures:
        found |= {("figure", figure.span_key, one.reviewer): one.decision for one in figure.held}
    for target, spans in (("candidate", report.ruled), ("section", report.signed)):
        for span, held in spans.items():
            found |= {(target, span, one.reviewer): one.decision for one in held}
    return found


def ended(store: Path) -> dict[tuple[str, str, str], list[Decision]]:
    """The decisions of each that other extractions ended, the latest last."""
    found: dict[tuple[str, str, str], list[Decision]] = {}
    with StoreReader(store) as reader:
        for _, entry in reader.journal.entries():
            if entry.action == "reextracted" and entry.before is not None:
                found.setdefault((entry.target, entry.figure, entry.reviewer), []).append(entry.before)
    return found


def entries(store: Path) -> list[str]:
    with StoreReader(store) as reader:
        return [entry.uuid for _, entry in reader.journal.entries()]


def check_taken_over(store: Path, before: Held, journal: list[str]) -> None:
    assert entries(store)[: len(journal)] == journal
    after, told = all_held(store), ended(store)
    for place, decision in before.items():
        if after.get(place) == decision:
            continue
        *formerly, latest = told[place]
        assert latest == decision, "what no longer holds is in the journal"
        # What was said of a former reading holds again once the report is read like that again.
        assert after.get(place) in (None, Decision(None, comment=decision.comment), *formerly)
    recalled = {
        ("figure", figure.span_key, former.reviewer)
        for figure in stored(store).figures
        for former in figure.recalled
    }
    for place, decision in before.items():
        if place[0] == "figure" and decision.verdict is not None and after.get(place) != decision:
            assert place in recalled, "and shown with its figure"


@example(seed=2301)  # a reading that comes back, and with it what was said of it
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 1 << 30))
def test_whatever_is_done_and_extracted_nothing_is_lost(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    store = store_of(tmp_path, seed)
    for version in range(4):
        for who in PEOPLE:
            some_work(store, who, dice)
        before, journal = all_held(store), entries(store)
        take_over(store, str(version), {DOC: some_extraction(dice)})
        check_taken_over(store, before, journal)
        assert verify_store(store)[1] == []
    for who in PEOPLE:
        review = Review.opened(store, who, DOC)
        while moves := review.entries_to_undo():
            step = review.session.undo_steps.undo(*moves)
            assert step is not None, "what can be undone is there"
            review.record(step).result()
            review.session.accept(step)
        review.close()
    left = {place: held for place, held in all_held(store).items() if held.verdict is not None}
    assert left == {}, "everything that still held could be undone"
    assert verify_store(store)[1] == []
