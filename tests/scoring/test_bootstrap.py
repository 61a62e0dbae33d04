"""Percentiles of draws, taken so far out as few units ask for."""

from __future__ import annotations

import random

import pytest

from fzreview.scoring.bootstrap import RESAMPLES, draws, interval_of, tail_of
from support.lazily import lazily

stats = lazily("scipy.stats")


@pytest.mark.parametrize("units", [5, 8, 20, 100, 1000])
def test_what_is_cut_off_follows_student(units: int) -> None:
    wanted = stats.norm.cdf(-stats.t.ppf(0.975, units - 1) * (units / (units - 1)) ** 0.5)
    assert tail_of(units) == pytest.approx(wanted, abs=2e-4)
    assert tail_of(units) < 0.025


def test_draws_are_the_same_every_time() -> None:
    first = list(draws(6))
    assert (len(first), {len(one) for one in first}) == (RESAMPLES, {6})
    assert first == list(draws(6))


def test_the_interval_holds_the_score_and_all_draws_of_one_unit() -> None:
    assert interval_of([3.0, 1.0, 2.0], 2.5, 1) == (1.0, 3.0)
    assert interval_of([1.0] * 9, 5.0, 4) == (1.0, 5.0)


def test_over_few_reports_the_truth_is_held() -> None:
    """Eight reports that differ: plain percentiles hold the mean in 86 of 100 cases."""
    dice = random.Random(3)
    runs, held = 150, 0
    for _ in range(runs):
        rates = [dice.choice((0.02, 0.10)) for _ in range(8)]
        wrong = [sum(dice.random() < rate for _ in range(25)) / 25 for rate in rates]
        scores = [sum(map(wrong.__getitem__, drawn)) / 8 for drawn in draws(8)]
        low, high = interval_of(scores, sum(wrong) / 8, 8)
        held += low <= 0.06 <= high
    assert held / runs >= 0.9
