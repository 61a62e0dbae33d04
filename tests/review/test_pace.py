"""Active time, figures an hour, and haste."""

from __future__ import annotations

from fzreview.review.session import Session
from fzreview.review.session_stats.pace import HASTY_RUN, Pace
from fzreview.review.steps.step import EntryStamp
from fzreview.review.undo_history import UndoHistory
from support.gold_reports import seed_names
from support.sessions import stored


def test_pauses_do_not_count() -> None:
    pace = Pace()
    for number, elapsed in enumerate((3_000, 600_000, 57_000)):
        pace.note(number, elapsed)
    summary = pace.summary()
    assert (summary.figures, summary.active_ms, summary.per_hour) == (3, 60_000, 180)


def test_a_figure_decided_in_two_goes_takes_both_times_and_is_one() -> None:
    pace = Pace()
    for figure in (1, 1, 2):
        pace.note(figure, 40_000)
    summary = pace.summary()
    assert (summary.figures, summary.active_ms, summary.per_hour, summary.hourly) == (2, 120_000, 60, (2,))


def test_before_a_minute_there_is_no_rate() -> None:
    pace = Pace()
    pace.note(0, 30_000)
    assert pace.summary().per_hour is None


def test_figures_are_counted_by_ten_active_minutes() -> None:
    pace = Pace()
    for number in range(25):
        pace.note(number, 60_000)
    assert pace.summary().hourly == (9, 10, 6)


def test_a_hasty_run_is_told_once() -> None:
    pace = Pace()
    told = [pace.note(number, 200) for number in range(2 * HASTY_RUN)]
    assert told.index(True) == HASTY_RUN - 1
    assert told.count(True) == 1
    assert pace.is_hasty
    for number in range(3):
        pace.note(number, 5_000)
    assert not pace.is_hasty


def test_the_journal_marks_what_was_hasty() -> None:
    elapsed = iter([200] * 5 + [3_000] * 30)
    numbers = iter(range(100))
    session = Session(
        "ann",
        "s",
        lambda: EntryStamp(f"u{next(numbers)}", "2026-01-01T00:00:00.000Z", next(elapsed)),
        UndoHistory(),
    )
    session.open(stored(seed_names()[1]))
    notes = []
    for _ in range(12):
        step = session.figure_steps.decide("verified")
        assert step is not None
        session.accept(step)
        notes.append(step.entry.note)
    assert notes[:4] == [None] * 4
    assert notes[4] == "hasty"
    assert notes[-1] is None
