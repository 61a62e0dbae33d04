"""The worth of the last digit that a numeral tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.precision import last_digit


@pytest.mark.parametrize(
    ("text", "value", "worth"),
    [
        ("195件", 195, 1),
        ("45.23％", 45.23, 0.01),
        ("12.34亿元", 1_234_000_000, 1_000_000),
        ("1.2万亿元", 1.2e12, 1e11),
        ("3万5千人", 35_000, 1),
        ("九十八点五", 98.5, 0.1),
        ("12亿元", 1_250_000_001, 1),
    ],
)
def test_last_digit(text: str, value: float, worth: float) -> None:
    assert last_digit(text, value) == pytest.approx(worth)


@given(st.decimals(min_value=0, max_value=10**6, places=3))
def test_digits_behind_the_point_count(number: object) -> None:
    assert last_digit(f"{number}元", float(str(number))) == pytest.approx(0.001)
