"""Exact intervals of a rate, against scipy and against the truth that was put in."""

from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.scoring.rates import (
    Rate,
    anytime,
    binomial_tail,
    clopper_pearson,
    most_wrong,
    sample_size,
    upper_bound,
)
from support.lazily import lazily

stats = lazily("scipy.stats")


@st.composite
def samples(draw: st.DrawFn, most: int = 3000) -> tuple[int, int]:
    """Hits, and of how many."""
    of = draw(st.integers(1, most))
    return draw(st.integers(0, of)), of


@given(samples(), st.sampled_from((0.8, 0.95, 0.999)))
def test_the_interval_is_that_of_scipy(sample: tuple[int, int], level: float) -> None:
    hits, of = sample
    told = stats.binomtest(hits, of).proportion_ci(level, method="exact")
    assert clopper_pearson(hits, of, level) == pytest.approx((told.low, told.high), abs=1e-9)


@given(samples())
def test_the_one_sided_bound_is_that_of_scipy(sample: tuple[int, int]) -> None:
    hits, of = sample
    told = stats.binomtest(hits, of, alternative="less").proportion_ci(0.95, method="exact")
    assert upper_bound(hits, of) == pytest.approx(told.high, abs=1e-9)


@given(samples(), st.floats(0, 1))
def test_the_tail_is_that_of_scipy(sample: tuple[int, int], rate: float) -> None:
    hits, of = sample
    assert binomial_tail(hits, of, rate) == pytest.approx(stats.binom.cdf(hits, of, rate), abs=1e-9)


@given(st.integers(1, 2000), st.data())
def test_the_bound_of_a_universe_is_the_last_that_scipy_finds_plausible(
    universe: int, data: st.DataObject
) -> None:
    of = data.draw(st.integers(0, min(universe, 300)))
    hits = data.draw(st.integers(0, of))
    most = most_wrong(hits, of, universe)
    assert hits <= most <= universe - (of - hits)
    assert most == hits or stats.hypergeom.cdf(hits, universe, most, of) > 0.05 - 1e-9
    assert most == universe - (of - hits) or stats.hypergeom.cdf(hits, universe, most + 1, of) <= 0.05 + 1e-9


def test_what_an_audit_without_a_mistake_says() -> None:
    rate = Rate(0, 300)
    assert rate.interval[1] == pytest.approx(0.0122, abs=5e-5)
    assert rate.at_most == pytest.approx(0.0099, abs=5e-5)
    assert most_wrong(0, 300, 10_000) == 97
    assert anytime(0, 300)[1] == pytest.approx(0.0212, abs=5e-5)


def test_what_caught_seeds_say() -> None:
    assert Rate(54, 60).interval == pytest.approx((0.795, 0.962), abs=5e-4)
    assert Rate(8, 10).interval == pytest.approx((0.444, 0.975), abs=5e-4)


def test_how_many_must_be_looked_at_for_one_percent() -> None:
    assert [sample_size(0.01, wrong) for wrong in range(4)] == [299, 473, 628, 773]


@given(st.sampled_from((0.005, 0.01, 0.02, 0.1, 0.5)), st.integers(0, 20))
def test_the_sample_size_is_the_smallest_that_reaches_the_bound(bound: float, hits: int) -> None:
    size = sample_size(bound, hits)
    assert upper_bound(hits, size) <= bound + 1e-12
    assert size - 1 <= hits or upper_bound(hits, size - 1) > bound


@given(samples())
def test_looking_at_any_time_costs_width(sample: tuple[int, int]) -> None:
    low, high = anytime(*sample)
    fixed = clopper_pearson(*sample)
    assert 0 <= low <= sample[0] / sample[1] <= high <= 1
    if 0 < sample[0] < sample[1]:
        assert high - low > fixed[1] - fixed[0]


def test_nothing_looked_at_bounds_nothing() -> None:
    nothing = Rate(0, 0)
    assert (nothing.share, nothing.interval, nothing.at_most) == (None, (0.0, 1.0), 1.0)
    assert anytime(0, 0) == (0.0, 1.0)
    assert most_wrong(0, 0, 40) == 40


def test_impossible_counts_are_refused() -> None:
    for wrong in (lambda: Rate(3, 2), lambda: most_wrong(0, 5, 4), lambda: sample_size(0.0)):
        with pytest.raises(ValueError):
            wrong()


def test_large_samples_are_no_trouble() -> None:
    told = stats.binomtest(300_000, 1_000_000).proportion_ci(0.95, method="exact")
    assert clopper_pearson(300_000, 1_000_000) == pytest.approx((told.low, told.high), abs=1e-9)


@pytest.mark.parametrize("rate", [0.01, 0.05])
def test_peeking_misleads_the_fixed_interval_and_not_the_anytime_one(rate: float) -> None:
    """Of 300 audits that are looked at after every 10 of 300 figures."""
    dice = random.Random(7)
    missed = {cache(clopper_pearson): 0, cache(anytime): 0}
    for _ in range(300):
        drawn = [dice.random() < rate for _ in range(300)]
        looks = [(sum(drawn[:size]), size) for size in range(10, 301, 10)]
        for interval in missed:
            missed[interval] += any(not _holds(interval(*look), rate) for look in looks)
    fixed, mixture = missed.values()
    assert mixture <= 0.05 * 300 < fixed


def _holds(interval: tuple[float, float], rate: float) -> bool:
    return interval[0] <= rate <= interval[1]
