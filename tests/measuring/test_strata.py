"""Strata: how many of each are drawn, and bounds that hold over all of them together."""

from __future__ import annotations

from itertools import product
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fzreview.domain.team.strata import LEAST, allocated
from fzreview.measuring.strata import (
    Stratum,
    stratified_anytime,
    stratified_bound,
    stratified_interval,
    weighted_share,
)
from fzreview.scoring.rates import Rate

SIZES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 3000), min_size=1)


@settings(max_examples=40)
@given(SIZES, st.integers(0, 400))
def test_as_large_a_share_of_each_but_some_of_the_rare_ones(sizes: dict[str, int], more: int) -> None:
    wanted = len(sizes) + more
    given_out = allocated(sizes, wanted)
    assert sum(given_out.values()) == min(wanted, sum(sizes.values()))
    least = min(LEAST, wanted // len(sizes))
    for name, size in sizes.items():
        assert min(size, least) <= given_out[name] <= size
    shares = [given_out[name] / size for name, size in sizes.items() if given_out[name] > least]
    # All that are not rare give the same share, but for what a whole figure is of them.
    assert not shares or max(shares) - min(shares) <= max(1 / size for size in sizes.values()) + 1e-9


def test_fewer_than_strata_are_refused() -> None:
    with pytest.raises(ValueError, match="2 of 3"):
        allocated({"a": 10, "b": 10, "c": 1}, 2)


def strata(*parts: tuple[int, int, int]) -> list[Stratum]:
    """Size, drawn, hits: those that lead the draw."""
    return [
        Stratum(str(number), size, drawn, [True] * hits + [False] * (drawn - hits))
        for number, (size, drawn, hits) in enumerate(parts)
    ]


def test_equal_shares_are_bounded_as_a_simple_draw_is() -> None:
    told = strata((800, 80, 0), (200, 20, 0))
    assert stratified_bound(told) == pytest.approx(Rate(0, 100).at_most)
    assert stratified_interval(strata((800, 80, 3), (200, 20, 1))) == pytest.approx(Rate(4, 100).interval)


def test_the_estimate_weighs_by_size() -> None:
    told = [Stratum("most", 900, 50, [False] * 50), Stratum("rare", 100, 50, [False, True] * 25)]
    assert weighted_share(told) == pytest.approx(0.05)
    low, high = stratified_interval(told)
    assert low < 0.05 < high < 0.2, "the plain quarter is outside"
    assert weighted_share([Stratum("a", 9, 3, [])]) is None


def chance(size: int, wrong: int, drawn: int, hits: int) -> float:
    return comb(wrong, hits) * comb(size - wrong, drawn - hits) / comb(size, drawn)


@pytest.mark.parametrize("parts", [((40, 8), (10, 5)), ((30, 12), (6, 5), (4, 4)), ((25, 5), (25, 20))])
def test_whatever_is_wrong_the_bounds_hold_often_enough(parts: tuple[tuple[int, int], ...]) -> None:
    """Over every universe, by the exact chances of every draw."""
    share = min(drawn / size for size, drawn in parts)
    core = [min(drawn, -int(-(share * size - 1e-9) // 1)) for size, drawn in parts]
    bounds = {}
    for hits in range(sum(core) + 1):
        left, told = hits, []
        for (size, drawn), count in zip(parts, core, strict=True):
            told.append((size, drawn, min(left, count)))
            left -= told[-1][2]
        bounds[hits] = stratified_bound(strata(*told)), stratified_interval(strata(*told))
    size = sum(size for size, _ in parts)
    worst = worst_two = 1.0
    for wrong in product(*(range(0, size + 1, 1 if size < 11 else 3) for size, _ in parts)):
        rate = sum(wrong) / size
        below = both = 0.0
        for found in product(*(range(count + 1) for count in core)):
            likely = 1.0
            for (of, _), is_wrong, drawn, hits in zip(parts, wrong, core, found, strict=True):
                likely *= chance(of, is_wrong, drawn, hits)
            one_sided, (low, high) = bounds[sum(found)]
            below += likely * (rate <= one_sided + 1e-12)
            both += likely * (low - 1e-12 <= rate <= high + 1e-12)
        worst, worst_two = min(worst, below), min(worst_two, both)
    assert worst >= 0.95
    assert worst_two >= 0.95


def test_at_any_time_is_wider() -> None:
    told = strata((800, 80, 1), (200, 60, 0))
    low, high = stratified_anytime(told, 1, 140)
    assert low <= stratified_interval(told)[0] and high > stratified_interval(told)[1]
