"""Two predictions against the same gold."""

from __future__ import annotations

from dataclasses import replace
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.scoring.figure_scores import score_figures
from fzreview.scoring.paired import compare, sign_test
from support.figure_rows import row_at, row_lists


def test_each_figure_falls_into_one_of_four() -> None:
    gold = [row_at(10 * place, 10 * place + 3) for place in range(4)]
    first = [gold[0], gold[1], row_at(90, 92)]
    second = [gold[0], replace(gold[1], value="7"), gold[2], row_at(90, 92), row_at(95, 97)]
    paired = compare(score_figures(gold, first), score_figures(gold, second))
    assert (paired.both, paired.neither) == (1, 1)
    (only,) = paired.first_only
    assert (only.gold, only.first.wrong, only.second.wrong) == (gold[1], (), ("value",))
    assert [one.gold for one in paired.second_only] == [gold[2]]
    assert paired.first_spurious == ()
    assert [row.start for row in paired.second_spurious] == [95]
    assert paired.p_value == 1.0


@pytest.mark.parametrize(
    ("one", "other", "chance"), [(0, 0, 1.0), (5, 5, 1.0), (0, 5, 2 / 32), (6, 0, 2 / 64), (1, 9, 22 / 1024)]
)
def test_the_sign_test_by_hand(one: int, other: int, chance: float) -> None:
    assert sign_test(one, other) == pytest.approx(chance)


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_sign_test_is_the_binomial_one(one: int, other: int) -> None:
    coins = one + other
    tail = sum(comb(coins, heads) for heads in range(min(one, other) + 1))
    assert sign_test(one, other) == pytest.approx(min(1.0, 2 * tail / 2**coins))
    assert sign_test(one, other) == sign_test(other, one)


def test_the_sign_test_holds_many_coins() -> None:
    assert sign_test(0, 100_000) == 0.0
    assert sign_test(50_000, 50_000) == 1.0


@given(row_lists(), row_lists(), row_lists())
def test_counts_follow_from_the_scores(
    gold: list[FigureRow], first: list[FigureRow], second: list[FigureRow]
) -> None:
    one, other = score_figures(gold, first), score_figures(gold, second)
    paired = compare(one, other)
    assert paired.both + len(paired.first_only) == one.strict.hits
    assert paired.both + len(paired.second_only) == other.strict.hits
    assert paired.both + paired.neither + len(paired.first_only) + len(paired.second_only) == len(gold)
    turned = compare(other, one)
    assert [row.gold for row in turned.first_only] == [row.gold for row in paired.second_only]
    assert turned.p_value == paired.p_value
    same = compare(one, one)
    assert (same.first_only, same.second_only, same.first_spurious) == ((), (), ())
