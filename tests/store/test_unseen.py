"""A writer that is told what its reviewer has seen outvotes nobody unacknowledged."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.errors import Conflict
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected

DOC = seed_names()[0]
KEYS = [f"{gold_report(DOC).sha256}:{one.span_key}" for one in gold_report(DOC).reading.figures]


def journal(store: Path) -> list[tuple[str, str]]:
    with connected(store) as connection:
        return connection.execute("select reviewer, action from journal order by id").fetchall()


def test_a_verdict_that_was_not_seen_is_a_conflict_and_nothing_is_written(store: Path) -> None:
    review = Review.opened(store, "ann", DOC)
    judge(store, "li", KEYS[0], "wrong")
    step = review.session.figure_steps.decide("verified")
    assert step is not None
    with pytest.raises(Conflict) as conflict:
        review.record(step).result()
    assert conflict.value.code == "conflict_unseen"
    assert "li" in str(conflict.value)
    review.close()
    assert journal(store) == [("li", "wrong")]


def test_what_was_seen_and_what_was_withdrawn_hold_nothing_up(store: Path) -> None:
    judge(store, "li", KEYS[0], "wrong")
    judge(store, "wang", KEYS[1], "wrong")
    review = Review.opened(store, "ann", DOC)
    judge(store, "wang", KEYS[1], "undo")
    for index in (0, 1):
        review.session.go(index)
        step = review.session.figure_steps.decide("verified")
        assert step is not None
        review.record(step).result()
        review.session.accept(step)
    review.close()
    assert [who for who, _ in journal(store)][-2:] == ["ann", "ann"]


def test_a_verdict_changed_since_it_was_seen_is_unseen(store: Path) -> None:
    judge(store, "li", KEYS[0], "wrong")
    review = Review.opened(store, "ann", DOC)
    judge(store, "li", KEYS[0], "unsure")
    review.session.go(0)
    step = review.session.figure_steps.decide("verified")
    assert step is not None
    with pytest.raises(Conflict):
        review.record(step).result()
    review.close()


def test_two_may_read_a_section_without_hearing_of_each_other(store: Path) -> None:
    first, second = (Review.opened(store, name, DOC) for name in ("ann", "li"))
    for review in (first, second):
        review.record(review.session.section_steps.sign_off(2)).result()
        review.close()
    assert journal(store) == [("ann", "signed_off"), ("li", "signed_off")]
