"""A sample of the planted errors; ``make planted`` measures all of them."""

from __future__ import annotations

from functools import cache

from support.planted_errors import Checked, checked, planted_errors

SAMPLE = 150


@cache
def sample() -> tuple[Checked, ...]:
    return tuple(checked(planted) for planted in planted_errors(SAMPLE))


def share(rows: list[bool]) -> float:
    return sum(rows) / len(rows)


def test_errors_that_break_a_tie_are_found() -> None:
    assert share([row.found for row in sample() if row.breaks]) >= 0.8


def test_errors_that_contradict_what_is_told_are_found() -> None:
    assert share([row.found for row in sample() if row.contradicts]) >= 0.88


def test_errors_that_a_tie_could_show_are_found() -> None:
    assert share([row.found for row in sample() if row.shows]) >= 0.88


def test_errors_in_tied_figures_are_found() -> None:
    assert share([row.found for row in sample() if row.tied]) >= 0.66


def test_wrong_magnitudes_of_tied_figures_are_found() -> None:
    assert share([row.found for row in sample() if row.tied and row.planted.kind == "magnitude"]) >= 0.93


def test_the_first_fifth_of_the_order_holds_most_errors() -> None:
    assert share([row.rank < 0.2 for row in sample()]) >= 0.63
