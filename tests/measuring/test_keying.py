"""The gap between what is typed in blind and what is judged with the machine's answer in sight."""

from __future__ import annotations

import random

import pytest

from fzreview.measuring.keying import Keyed, keying_gap


def figures(reports: int, keyed: float, shown: float, seed: int = 1) -> list[Keyed]:
    """Twenty of a report, every fifth keyed; the machine is found wrong at these rates."""
    dice = random.Random(seed)
    return [
        Keyed(str(report), place % 5 == 0, dice.random() < (keyed if place % 5 == 0 else shown))
        for report in range(reports)
        for place in range(20)
    ]


def test_the_gap_is_the_difference_of_two_rates() -> None:
    told = keying_gap(
        [Keyed("a", True, True), Keyed("a", True, False), Keyed("b", False, False), Keyed("b", False, False)]
    )
    assert (told.keyed.share, told.shown.share, told.gap) == (0.5, 0.0, 0.5)
    assert told.interval is not None
    assert told.interval[0] <= 0.5 <= told.interval[1]


def test_the_interval_holds_the_truth() -> None:
    held = 0
    for seed in range(40):
        low, high = keying_gap(figures(40, 0.10, 0.04, seed)).interval or (1, 0)
        held += low <= 0.06 <= high
    assert held >= 36


def test_few_reports_and_few_errors_do_not_make_it_sure() -> None:
    """Nothing wrong among a few keyed figures of three reports: drawn again, nothing ever is."""
    held = 0
    for seed in range(60):
        low, high = keying_gap(figures(3, 0.10, 0.04, seed)).interval or (1, 0)
        held += low <= 0.06 <= high
    assert held >= 57


def test_more_reports_tell_more() -> None:
    few, many = (keying_gap(figures(count, 0.1, 0.04)).interval for count in (10, 160))
    assert few is not None and many is not None
    assert many[1] - many[0] < few[1] - few[0]


@pytest.mark.parametrize("sort", [True, False])
def test_one_sort_alone_has_no_gap(sort: bool) -> None:
    told = keying_gap([Keyed("a", sort, True)])
    assert (told.gap, told.interval) == (None, None)
