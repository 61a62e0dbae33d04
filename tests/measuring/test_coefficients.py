"""Agreement beyond chance, against the krippendorff package and by hand."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.measuring.coefficients import Coefficient, concord
from support.lazily import lazily

krippendorff = lazily("krippendorff")

WORDS = ("verified", "corrected", "rejected", "unsure")
pair_lists = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)), min_size=1, max_size=60)


@given(pair_lists)
def test_alpha_is_that_of_krippendorff(pairs: list[tuple[str, str]]) -> None:
    told = concord(pairs).alpha
    if len({word for pair in pairs for word in pair}) < 2:
        assert told == Coefficient(None, "one_class")
        return
    coders = [[WORDS.index(pair[side]) for pair in pairs] for side in (0, 1)]
    wanted = krippendorff.alpha(reliability_data=coders, level_of_measurement="nominal")
    assert told.value == pytest.approx(wanted, abs=1e-9)


@given(pair_lists)
def test_ac1_and_kappa_are_what_their_chances_make_them(pairs: list[tuple[str, str]]) -> None:
    """Chance counted out, pair of words by pair of words, instead of in closed form."""
    told = concord(pairs)
    used = sorted({word for pair in pairs for word in pair})
    if len(used) < 2:
        return
    observed = sum(one == other for one, other in pairs) / len(pairs)
    sides = [
        {word: sum(pair[side] == word for pair in pairs) / len(pairs) for word in used} for side in (0, 1)
    ]
    by_chance = sum(sides[0][one] * sides[1][other] for one, other in product(used, used) if one == other)
    assert told.kappa.value == pytest.approx((observed - by_chance) / (1 - by_chance))
    means = [(sides[0][word] + sides[1][word]) / 2 for word in used]
    gwet = sum(mean * (1 - mean) for mean in means) / (len(used) - 1)
    assert told.ac1.value == pytest.approx((observed - gwet) / (1 - gwet))


def test_where_nearly_all_is_right_only_ac1_says_so() -> None:
    pairs = [("v", "v")] * 96 + [("w", "w")] + [("v", "w")] * 2 + [("w", "v")]
    told = concord(pairs)
    assert told.same.share == 0.97
    values = [told.kappa.value, told.alpha.value, told.ac1.value]
    assert values == [pytest.approx(one, abs=5e-4) for one in (0.385, 0.388, 0.968)]


def test_undefined_says_why() -> None:
    assert concord([]).ac1 == Coefficient(None, "no_pairs")
    alike = concord([("v", "v")] * 5)
    assert (alike.same.hits, alike.ac1, alike.kappa) == (5, Coefficient(None, "one_class"), alike.alpha)
