"""Figures decided today: across sessions, counted once, taken back by undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fzreview.work import clock
from fzreview.work.judging import reviewing
from fzreview.work.judging.reviewing import Review
from support.gold_reports import seed_names
from support.plain_connection import connected


@pytest.fixture(autouse=True)
def _shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    import time

    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def set_clock(monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    monkeypatch.setattr(clock, "now", lambda: at)
    monkeypatch.setattr(reviewing, "now", lambda: at)


def opened(store: Path, reviewer: str = "ann") -> Review:
    return Review.opened(store, reviewer, seed_names()[1])


def keep(review: Review, *verdicts: str) -> None:
    for verdict in verdicts:
        step = review.session.undo_steps.undo(*review.entries_to_undo()) if verdict == "undo" else None
        step = step or (
            review.session.undo_steps.redo(*review.entries_to_redo()) if verdict == "redo" else None
        )
        step = step or (review.session.figure_steps.comment("x") if verdict == "comment" else None)
        step = step or review.session.figure_steps.decide(verdict)
        review.record(step).result()
        review.session.accept(step)


def again(review: Review, reviewer: str = "ann") -> Review:
    review.close()
    return opened(review.path, reviewer)


def test_each_figure_counts_once_and_undo_takes_it_back(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, "2026-03-02T03:00:00.000Z")
    review = opened(store)
    keep(review, "verified", "wrong", "comment", "unsure")
    assert review.session.stats.today.count == 3
    review.session.go(0)
    keep(review, "wrong")
    assert review.session.stats.today.count == 3, "decided again, counted once"
    keep(review, "undo")
    assert review.session.stats.today.count == 3, "the decision before still stands"
    keep(review, "undo", "undo")
    assert review.session.stats.today.count == 2
    review = again(review)
    assert review.session.stats.today.count == 2, "the same after a restart"
    keep(review, "redo")
    assert review.session.stats.today.count == 2, "that was the comment"
    keep(review, "undo", "undo", "undo")
    assert review.session.stats.today.count == 0
    keep(review, "redo")
    assert review.session.stats.today.count == 1
    review = again(review)
    assert review.session.stats.today.count == 1
    review = again(review, "bob")
    assert review.session.stats.today.count == 0, "each reviewer has a count of her own"
    review.close()


def test_the_day_ends_at_the_reviewers_midnight(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, "2026-03-02T15:59:59.000Z")
    review = opened(store)
    keep(review, "verified", "verified")
    set_clock(monkeypatch, "2026-03-02T16:00:00.000Z")
    keep(review, "verified")
    assert review.session.stats.today.count == 1, "midnight came while the desk was open"
    review = again(review)
    assert review.session.stats.today.count == 1
    keep(review, "undo", "undo")
    assert review.session.stats.today.count == 0, "what was decided yesterday is not owed today"
    review.close()


def test_only_the_entries_of_today_are_read(store: Path) -> None:
    with connected(store) as connection:
        plan = connection.execute(
            "explain query plan select uuid from journal where reviewer = ? order by id desc", ("ann",)
        ).fetchall()
    assert "journal_reviewer" in str(plan) and "TEMP B-TREE" not in str(plan)
