"""Numbers as reports write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.numerals import fold, parse_number, plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("136", "136"),
        ("1,234,567", "1234567"),
        ("269.95", "269.95"),
        ("1.3万亿", "1300000000000"),
        ("1万6千", "16000"),
        ("1亿1千5百万", "115000000"),
        ("十", "10"),
        ("十五", "15"),
        ("二十", "20"),
        ("两万", "20000"),
        ("一百零三", "103"),
        ("一千零五十", "1050"),
        ("一百五十六", "156"),
        ("三百五", "350"),
        ("两万五", "25000"),
        ("二万二千", "22000"),
        ("一亿三千万", "130000000"),
        ("三千六百九十亿", "369000000000"),
        ("九十八点五", "98.5"),
        ("零点五", "0.5"),
        ("三点五万", "35000"),
        ("百", "100"),
        ("千万", "10000000"),
        ("壹佰", "100"),
    ],
)
def test_values(text: str, value: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert plain(number) == value


@pytest.mark.parametrize(
    "text", ["", "百千万", "亿万", "七八十", "二〇二一", "二百三千", "1.", "1.2.3", "三点", "点五", "甲"]
)
def test_no_single_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(min_value=0, max_value=10**15))
def test_digits_keep_their_value(number: int) -> None:
    assert parse_number(f"{number:,}") == number
    assert parse_number(str(number)) == number
    assert plain(Decimal(number)) == str(number)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_spoken_numbers_keep_their_value(number: int) -> None:
    assert parse_number(_spoken(number)) == number


@given(st.text(alphabet="0123456789.,一二两三九十百千万亿零点 ", max_size=24))
def test_any_row_of_numerals_has_one_value_or_none(text: str) -> None:
    value = parse_number(text)
    assert value is None or (value.is_finite() and "E" not in plain(value))


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_makes_digits_and_signs_plain() -> None:
    assert fold("４９４．５％，（１）－３～５") == "494.5%,(1)-3~5"


def _spoken(number: int) -> str:
    """The number in Chinese numerals, zeros between places told once."""
    words, rest = "", number
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, rest = divmod(rest, scale)
        if not section:
            continue
        zero = "零" if words and section < 1000 else ""
        words += zero + _section(section) + name
    return words


def _section(number: int) -> str:
    digits, words, gap = "零一二三四五六七八九", "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            words += ("零" if gap and words else "") + digits[digit] + name
            gap = False
        else:
            gap = True
    return words
