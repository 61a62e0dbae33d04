"""Progress, out of the journal's entries."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fzreview.domain.decisions.work_log import WorkEntry
from fzreview.measuring.progress import Progress, progress_of

TODAY, LATEST = date(2026, 3, 25), "2026-03-26T00:00:00.000Z"


def entry(figure: int, verdict: Any = "verified", day: int = 2, **fields: Any) -> WorkEntry:
    """A decision of a's on a Monday to Sunday of March 2026."""
    at = f"2026-03-{day:02}T09:00:00.000Z"
    made = WorkEntry(at, "a", "r", f"{figure}-{figure + 1}", "figure", verdict or "undo", verdict, 4000, None)
    return made._replace(**fields)


def told(*entries: WorkEntry, figures: int = 10) -> Progress:
    return progress_of(entries, figures, TODAY, LATEST)


def test_what_is_decided_by_anybody_and_by_two() -> None:
    one = told(entry(1), entry(2), entry(1, reviewer="b"), entry(3), entry(3, None))
    assert (one.figures, one.decided, one.undecided, one.doubled) == (10, 2, 8, 1)
    assert [(person.name, len(person.held)) for person in one.people] == [("a", 2), ("b", 1)]


def test_weeks_burn_down_to_today() -> None:
    one = told(*[entry(n) for n in range(4)], *[entry(n, day=17) for n in range(4, 6)])
    assert [(week.monday.day, week.undecided) for week in one.weeks] == [(2, 6), (9, 6), (16, 4), (23, 4)]
    assert one.per_week == pytest.approx(6 / 4)
    assert one.weeks_left == pytest.approx(4 / 1.5)


def test_merged_entries_come_in_any_order_of_time() -> None:
    entries = [entry(n, day=2 + 7 * (n % 3)) for n in range(9)]
    assert told(*entries).weeks == told(*entries[::-1]).weeks


def test_what_was_taken_back_is_not_done() -> None:
    one = told(entry(1, day=2), entry(1, None, day=17), entry(1, day=18))
    assert [week.undecided for week in one.weeks] == [9, 9]


def test_a_clock_that_was_wrong_moves_no_week() -> None:
    one = told(entry(1, at="1980-01-01T00:00:00.000Z"), entry(2), entry(3, at="2999-01-01T00:00:00.000Z"))
    assert [(week.monday.day, week.undecided) for week in one.weeks] == [(2, 7), (9, 7), (16, 7), (23, 7)]
    assert one.people[0].last == entry(2).at


def test_pauses_imports_and_bulk_are_no_pace() -> None:
    one = told(
        *[entry(n, elapsed_ms=30_000) for n in range(4)],
        entry(4, elapsed_ms=3_600_000),
        entry(5, note="imported"),
        entry(6, note="bulk sum 1-2 3-4", elapsed_ms=1),
        entry(7, note="hasty", elapsed_ms=100),
    )
    (person,) = one.people
    assert person.active_hours == pytest.approx(120_101 / 3_600_000)
    assert person.per_hour == round(7 * 3_600_000 / 120_101)
    assert (person.hasty, person.bulk, person.median_ms) == (1, 1, 30_000)
    assert one.hours_left == pytest.approx(2 * person.active_hours / 7)


def test_a_figure_decided_in_two_goes_is_one_of_an_hours() -> None:
    one = told(*[entry(n // 2, elapsed_ms=60_000) for n in range(8)])
    (person,) = one.people
    assert (len(person.held), person.per_hour, person.decisions) == (4, 30, 8)
    assert one.hours_left == pytest.approx(6 / 30)


def test_changing_ones_word_is_counted_and_undoing_is_not() -> None:
    one = told(entry(1), entry(1, "wrong"), entry(2), entry(2, None), entry(2, "unsure"), entry(3), entry(3))
    assert one.people[0].changed == 1


def test_sections_read_and_reopened() -> None:
    read, again = entry(1, target="section"), entry(2, target="section")
    one = told(read, again, again._replace(verdict=None, action="reopened"))
    assert (len(one.people[0].sections), one.decided, one.weeks) == (1, 0, ())


def test_nothing_done_forecasts_nothing() -> None:
    one = told()
    assert (one.per_week, one.weeks_left, one.hours_left, one.people) == (None, None, None, ())
