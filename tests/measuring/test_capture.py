"""What two searchers tell of what both missed."""

from __future__ import annotations

import random

import pytest

from fzreview.measuring.capture import Capture


def test_twelve_and_ten_with_eight_in_common() -> None:
    told = Capture(12, 10, 8)
    assert told.estimate == pytest.approx(13 * 11 / 9 - 1)
    assert (told.seen, told.at_least) == (14, 15)


def test_everything_found_by_both_is_all_there_is() -> None:
    assert Capture(7, 7, 7).at_least == 7
    assert Capture(0, 0, 0).at_least == 0


def test_more_in_common_than_found_is_refused() -> None:
    with pytest.raises(ValueError):
        Capture(3, 2, 3)


def test_searchers_who_find_the_same_easy_ones_are_bounded_from_below() -> None:
    """Of 200 figures a half is easy; the estimate is right on average for equal ones, too low for unequal."""
    dice = random.Random(5)

    def mean(easy: float, hard: float) -> float:
        total = 0.0
        for _ in range(200):
            found = [{n for n in range(200) if dice.random() < (easy if n < 100 else hard)} for _ in range(2)]
            total += Capture(len(found[0]), len(found[1]), len(found[0] & found[1])).estimate
        return total / 200

    assert mean(0.6, 0.6) == pytest.approx(200, rel=0.02)
    assert mean(0.9, 0.3) < 170
