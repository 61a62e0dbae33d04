"""Spellings that only some writers use read back to their values too: there a slip stays unseen."""

from __future__ import annotations

import os
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fzreview.domain.figures.figure import Figure
from fzreview.text.numerals import plain
from support.lazily import lazily
from support.rule_lines import read_line
from support.speller import Style, spoken

cn2an = lazily("cn2an")

MANY = settings(max_examples=int(os.environ.get("SPELLINGS", "60")), deadline=None)
DIGITS = "零一二三四五六七八九"


def only_figure(line: str) -> Figure:
    (figure,) = read_line(line).figures
    return figure


def value_of(form: str, unit: str = "件") -> str:
    figure = only_figure(f"全年合计{form}{unit}。")
    assert figure.text == "".join((form + unit).split())
    return figure.value


@MANY
@given(st.decimals(Decimal("0.01"), 9_999_999, places=2))
def test_decimals_of_bankers(number: Decimal) -> None:
    assume(number % 1)
    assert value_of(cn2an.an2cn(plain(number), "up"), "万元") == plain(number * 10_000)


@MANY
@given(st.integers(1, 9_999), st.integers(1, 999))
def test_empty_places_before_another_multiplier(high: int, low: int) -> None:
    """一亿七万 for 一亿零七万."""
    for form in (f"{spoken(high)}亿{spoken(low)}万", f"{high}亿{low}万"):
        assert value_of(form, "元") == str(high * 10**8 + low * 10**4)


@MANY
@given(st.integers(1, 9_999), st.integers(1, 10**12 - 1))
def test_trillions(high: int, low: int) -> None:
    gap = "零" if low < 10**11 else ""
    assert value_of(f"{spoken(high)}兆{gap}{spoken(low)}", "元") == str(high * 10**12 + low)


@MANY
@given(st.integers(1, 99), st.integers(1, 9), st.integers(1, 9), st.sampled_from(["", " "]))
def test_digits_with_a_multiplier_each(myriads: int, thousands: int, hundreds: int, blank: str) -> None:
    value = myriads * 10_000 + thousands * 1_000
    assert value_of(f"{myriads}万{blank}{thousands}千") == str(value)
    assert value_of(f"{myriads}万{blank}{thousands}千{blank}{hundreds}百") == str(value + hundreds * 100)
    assert value_of(f"{thousands}千{blank}{hundreds}百") == str(value - myriads * 10_000 + hundreds * 100)


@MANY
@given(st.integers(1, 999), st.integers(100, 9_999))
def test_digits_below_a_multiplier(myriads: int, rest: int) -> None:
    assert value_of(f"{myriads}万{rest}") == str(myriads * 10_000 + rest)


@MANY
@given(st.integers(101, 9_999))
def test_blanks_between_the_places(number: int) -> None:
    words = spoken(number)
    assume(not words.startswith("百"))
    parted = words[0] + "".join(f"{char} " if char in "百千" else char for char in words[1:]).rstrip()
    assert value_of(parted) == str(number)


@MANY
@given(st.integers(3, 10**8), st.sampled_from(["件", "%", "万元", "公里"]), st.sampled_from(["", " "]))
def test_amounts_below_zero(number: int, unit: str, blank: str) -> None:
    scale = 10_000 if unit == "万元" else 1
    figure = only_figure(f"净增负{blank}{number}{unit}。")
    assert figure.value == str(-number * scale)
    assert only_figure(f"为企业减负{number}{unit}。").value == str(number * scale)


@MANY
@given(
    st.integers(2, 99_999_999),
    st.sampled_from(
        [
            ("近", "", "~"),
            ("约", "", "~"),
            ("将近", "", "~"),
            ("接近", "", "~"),
            ("超过", "", ">"),
            ("逾", "", ">"),
            ("不少于", "", ">="),
            ("至少", "", ">="),
            ("不足", "", "<"),
            ("不超过", "", "<="),
            ("", "左右", "~"),
            ("", "以上", ">="),
            ("", "以下", "<="),
        ]
    ),
)
def test_bounds_leave_the_value(number: int, bound: tuple[str, str, str]) -> None:
    before, behind, sign = bound
    for form in (str(number), f"{number:,}", spoken(number, Style(liang=True))):
        if form in ("两", "二"):
            continue
        figure = only_figure(f"全年办理{before}{form}件{behind}。")
        assert (figure.value, figure.bound, figure.text) == (str(number), sign, f"{form}件")


PLACES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 10**8}


@MANY
@given(st.integers(1, 9), st.sampled_from([*PLACES]), st.sampled_from(["余", "多", "几", " 余"]))
def test_somewhat_more(digit: int, place: str, more: str) -> None:
    word = ("" if place == "十" else "一") if digit == 1 else spoken(digit)
    for behind, scale in (("", 1), ("万", 10_000)):
        if place in "万亿" and (behind or more == "几"):
            continue
        figure = only_figure(f"全年服务{word}{place}{more}{behind}人次。")
        assert (figure.value, figure.bound) == (str(digit * PLACES[place] * scale), ">")


@MANY
@given(st.integers(1, 99), st.integers(0, 9), st.integers(1, 9))
def test_the_last_coin_left_out(whole: int, jiao: int, last: int) -> None:
    words = "一" if whole == 1 else spoken(whole)
    forms = {f"{words}块{DIGITS[last]}": whole * 100 + last * 10}
    forms[f"{words}块零{DIGITS[last]}"] = whole * 100 + last
    if jiao:
        forms[f"{words}块{DIGITS[jiao]}毛{DIGITS[last]}"] = whole * 100 + jiao * 10 + last
    for form, value in forms.items():
        figure = only_figure(f"每斤售价{form}。")
        assert (Decimal(figure.value) * 100, figure.unit, figure.text) == (value, "元", form)


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("八折", "8"),
        ("八点五折", "8.5"),
        ("7.5折", "7.5"),
        ("75折", "7.5"),
        ("五五折", "5.5"),
        ("三八折", "3.8"),
    ],
)
def test_discounts_are_tenths(form: str, value: str) -> None:
    figure = only_figure(f"公证费打{form}收取。")
    assert (figure.value, figure.unit, figure.kind) == (value, "折", "ratio")


@MANY
@given(st.integers(1, 99), st.integers(1, 8), st.integers(2, 9))
def test_mixed_fractions_in_digits(whole: int, above: int, below: int) -> None:
    assume(above < below)
    value = (whole + Decimal(above) / below).quantize(Decimal("0.0001"))
    for form in (
        f"{whole}又{above}/{below}",
        f"{whole}又{below}分之{above}",
        f"{spoken(whole)} 又 {below}分之{above}",
    ):
        assert Decimal(only_figure(f"增至{form}倍。").value) == value, form
    hundredth = only_figure(f"增至{spoken(whole)}又一百分之{spoken(above)}。")
    assert (Decimal(hundredth.value), hundredth.unit) == (whole + Decimal(above) / 100, "")


@MANY
@given(st.integers(2, 8), st.sampled_from([("仟", 1_000), ("佰", 100)]), st.sampled_from(["至", "到", "—"]))
def test_ranges_that_share_a_banker_s_multiplier(low: int, place: tuple[str, int], joint: str) -> None:
    name, scale = place
    figure = only_figure(f"每户补助{spoken(low)}{joint}{spoken(low + 1)}{name}元。")
    assert (figure.value, figure.upper) == (str(low * scale), str((low + 1) * scale))


@MANY
@given(st.integers(1, 99), st.sampled_from([("w", 10_000), ("W", 10_000), ("k", 1_000), ("K", 1_000)]))
def test_letters_of_social_media(number: int, letter: tuple[str, int]) -> None:
    name, scale = letter
    assume(number >= 2)
    figure = only_figure(f"点击{number}{name}+人次。")
    assert (figure.value, figure.bound) == (str(number * scale), ">")


@MANY
@given(st.integers(0, 9), st.integers(1, 9))
def test_digits_of_which_each_stands_apart(first: int, last: int) -> None:
    assert only_figure(f"群众满意度9 {first} .{last} %。").value == f"9{first}.{last}"
