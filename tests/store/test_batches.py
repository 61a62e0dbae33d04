"""Entries that are recorded, undone and redone as one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fzreview.errors import Conflict
from fzreview.review.steps.step import Step
from fzreview.store.reader import StoreReader
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from fzreview.work.keeping.safekeeping import verify_store
from support.gold_reports import seed_names
from support.store_rows import projections


@pytest.fixture
def review(store: Path) -> Iterator[Review]:
    review = Review.opened(store, "ann", seed_names()[0])
    yield review
    review.close()


def kept(review: Review, step: Step | None) -> None:
    """Record and accept a step, as the desk does."""
    assert step is not None
    review.record(step).result()
    review.session.accept(step)


def keys(review: Review) -> list[str]:
    return [stored.span_key for stored in review.session.figures]


def undo(review: Review) -> None:
    kept(review, review.session.undo_steps.undo(*review.entries_to_undo()))


def redo(review: Review) -> None:
    kept(review, review.session.undo_steps.redo(*review.entries_to_redo()))


def test_many_are_verified_as_one_and_what_was_decided_stays(store: Path, review: Review) -> None:
    session = review.session
    kept(review, session.figure_steps.decide("wrong"))
    before = projections(store)
    kept(review, session.figure_steps.verify_all([*keys(review), "1-2"]))
    assert [stored.status for stored in session.figures] == ["wrong", "verified", "verified", "verified"]
    with StoreReader(store) as reader:
        entries = [reader.journal.history(session.report.summary.sha256, key)[-1] for key in keys(review)[1:]]
    assert {(entry.action, entry.note) for entry in entries} == {("verified", "bulk")}
    assert len({entry.batch for entry in entries}) == 1 and entries[0].batch is not None
    assert session.figure_steps.verify_all(keys(review)) is None
    undo(review)
    assert projections(store) == before
    assert session.undo_steps.undo(*review.entries_to_undo()) is not None, "the verdict before it is next"
    redo(review)
    assert [stored.status for stored in session.figures] == ["wrong", "verified", "verified", "verified"]
    undo(review)
    undo(review)
    assert (review.entries_to_undo(), session.decided) == ((), 0)
    assert verify_store(store) == (1 + 3 * 4 + 1, [])


def test_the_rows_of_an_undo_share_a_batch_of_their_own(store: Path, review: Review) -> None:
    kept(review, review.session.figure_steps.verify_all(keys(review)))
    undo(review)
    with StoreReader(store) as reader:
        histories = [
            reader.journal.history(review.session.report.summary.sha256, key) for key in keys(review)
        ]
    batches = [{history[turn].batch for history in histories} for turn in (0, 1)]
    assert [len(batch) for batch in batches] == [1, 1]
    assert batches[0] != batches[1]
    assert [history[1].inverts for history in histories] == [history[0].uuid for history in histories]


def test_a_batch_is_written_whole_or_not_at_all(store: Path, review: Review) -> None:
    step = review.session.figure_steps.verify_all(keys(review))
    assert step is not None
    judge(store, "ann", f"{review.session.report.summary.sha256}:{keys(review)[2]}", "unsure")
    before = projections(store)
    with pytest.raises(Conflict):
        review.record(step).result()
    assert projections(store) == before


def test_a_batch_leaves_what_somebody_else_decided_meanwhile(store: Path, review: Review) -> None:
    step = review.session.figure_steps.verify_all(keys(review))
    assert step is not None
    judge(store, "bea", f"{review.session.report.summary.sha256}:{keys(review)[2]}", "wrong")
    before = projections(store)
    with pytest.raises(Conflict):
        review.record(step).result()
    assert projections(store) == before


def test_undo_of_one_figure_without_a_screen_takes_back_its_batch(store: Path, review: Review) -> None:
    kept(review, review.session.figure_steps.verify_all(keys(review)))
    key = f"{review.session.report.summary.sha256}:{keys(review)[2]}"
    judge(store, "ann", key, "undo")
    with StoreReader(store) as reader:
        assert next(reader.summaries()).decided == 0


def test_a_batch_with_a_later_decision_in_it_is_not_torn(store: Path, review: Review) -> None:
    kept(review, review.session.figure_steps.verify_all(keys(review)))
    sha256 = review.session.report.summary.sha256
    judge(store, "ann", f"{sha256}:{keys(review)[1]}", "unsure")
    with pytest.raises(Conflict):
        judge(store, "ann", f"{sha256}:{keys(review)[0]}", "undo")
    with StoreReader(store) as reader:
        assert next(reader.summaries()).verified == 3


def test_another_sitting_undoes_the_batch_too(store: Path, review: Review) -> None:
    first = projections(store)
    kept(review, review.session.figure_steps.verify_all(keys(review)))
    later = Review.opened(store, "ann")
    try:
        undo(later)
        assert projections(store) == first
        redo(later)
        assert later.session.decided == 4
    finally:
        later.close()


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["verified", "wrong", "unsure", "bulk", "undo", "redo", "comment", "again"]),
        st.integers(0, 3),
        st.sets(st.integers(0, 3)),
    ),
    max_size=30,
)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_any_moves_undone_give_the_first_state_and_redone_the_last(
    store: Path, moves: list[tuple[str, int, set[int]]]
) -> None:
    first = projections(store)
    review = Review.opened(store, "ann", seed_names()[0])
    try:
        while review.entries_to_undo():
            undo(review)
        for move, index, several in moves:
            session = review.session
            session.go(index)
            match move:
                case "bulk":
                    step = session.figure_steps.verify_all(keys(review)[number] for number in sorted(several))
                case "undo":
                    step = session.undo_steps.undo(*review.entries_to_undo())
                case "redo":
                    step = session.undo_steps.redo(*review.entries_to_redo())
                case "comment":
                    step = session.figure_steps.comment(f"说明{len(several)}")
                case "again":
                    review.close()
                    review, step = Review.opened(store, "ann", seed_names()[0]), None
                case verdict:
                    step = session.figure_steps.decide(verdict)  # type: ignore[arg-type]  # the others are above
            if step is not None:
                kept(review, step)
        last, turns = projections(store, times=False), 0
        while review.entries_to_undo():
            undo(review)
            turns += 1
        assert projections(store) == first
        for _ in range(turns):
            redo(review)
        assert projections(store, times=False) == last
        assert [stored.held and stored.held[0].decision for stored in review.session.figures] == [
            stored.held and stored.held[0].decision
            for stored in review.read(review.session.report.summary).figures
        ]
        while review.entries_to_undo():
            undo(review)
        assert verify_store(store)[1] == []
    finally:
        review.close()
