"""Halves, fractions, small change, amounts counted in 亿 and ranges read back to their values."""

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
LIANG = Style(liang=True)
PAIRS = st.lists(st.decimals(Decimal("0.01"), 99, places=2), min_size=2, max_size=2, unique=True)
JOINTS = st.sampled_from(["至", "到", "—", "——", "~", "～", "-", "－"])


def only_figure(line: str) -> Figure:
    (figure,) = read_line(line).figures
    return figure


@MANY
@given(
    st.integers(2, 999),
    st.sampled_from(["吨", "年", "天", "公里", "亩", "斤", "米", "倍", "元", "块", "平方米", "个小时"]),
)
def test_a_half_behind_or_inside_the_unit(number: int, unit: str) -> None:
    half = f"个半{unit[1:]}" if unit[0] == "个" else f"{unit}半"
    for form in (str(number), spoken(number)):
        figure = only_figure(f"时间和用量共缩短了{form}{half}。")
        assert (figure.surface, figure.value, figure.unit) == (form + half, f"{number}.5", unit)


@pytest.mark.parametrize("behind", ["价票", "地下室", "年", "数", "自动设备", "成品"])
def test_words_that_begin_with_half_are_no_halves(behind: str) -> None:
    assert only_figure(f"共计完成35吨半{behind}。").value == "35"


@MANY
@given(st.integers(2, 999), st.integers(1, 9), st.sampled_from(["", "元"]))
def test_amounts_counted_in_milliards(number: int, tenth: int, unit: str) -> None:
    forms = {f"{number}": number * 10, f"{number}.{tenth}": number * 10 + tenth}
    forms["两" if number == 2 else spoken(number, LIANG)] = number * 10
    for form, tenths in forms.items():
        figure = only_figure(f"完成投资{form}个亿{unit}。")
        assert (figure.value, figure.unit, figure.kind) == (str(tenths * 10**7), unit, "money")


@MANY
@given(st.integers(1, 99), st.integers(2, 20), st.integers(1, 19))
def test_mixed_fractions(whole: int, below: int, above: int) -> None:
    assume(above < below)
    value = (whole + Decimal(above) / below).quantize(Decimal("0.0001"))
    figure = only_figure(f"增长了{spoken(whole)}又{spoken(below)}分之{spoken(above)}倍。")
    assert (Decimal(figure.value), figure.unit) == (value, "倍")


@pytest.mark.parametrize(("tens", "value"), [("廿", 20), ("卅", 30), ("卌", 40)])
@pytest.mark.parametrize("ones", range(10))
def test_old_words_for_tens(tens: str, value: int, ones: int) -> None:
    assert only_figure(f"全年共办理{tens}{spoken(ones) if ones else ''}件。").value == str(value + ones)


@pytest.mark.parametrize("jiao", range(1, 10))
@pytest.mark.parametrize("fen", [1, 5, 9])
def test_change_below_one_yuan(jiao: int, fen: int) -> None:
    for form in (f"{jiao}角{fen}分", f"{spoken(jiao)}角{spoken(fen)}分"):
        figure = only_figure(f"每度电价下调{form}。")
        assert (figure.surface, figure.value, figure.unit) == (form, f"0.{jiao}{fen}", "元")


@MANY
@given(st.integers(1, 99_999_999), st.integers(0, 9), st.integers(0, 9))
def test_money_as_bankers_write_it(yuan: int, jiao: int, fen: int) -> None:
    form = cn2an.an2cn(f"{yuan}.{jiao}{fen}", "rmb")
    value = Decimal(f"{yuan}.{jiao}{fen}").normalize()
    for before in ("", "人民币"):
        figure = only_figure(f"合计罚款{before}{form}。")
        assert (figure.value, figure.unit) == (plain(value), "元")


@MANY
@given(st.integers(2, 99_999_999), st.integers(0, 9_999_999), st.integers(1, 9), JOINTS)
def test_ranges_of_any_two_numbers(low: int, more: int, last: int, joint: str) -> None:
    """No multiplier inside the second number is lent to the first; one at its end is (三至五万)."""
    high = (low + more) // 10 * 10 + 10 + last
    for first, second in ((str(low), str(high)), (f"{low:,}", f"{high:,}"), (spoken(low), spoken(high))):
        whole = only_figure(f"预计服务{first}{joint}{second}人次。")
        assert (whole.value, whole.upper) == (str(low), str(high)), first
        twice = only_figure(f"预计服务{first}人次{joint}{second}人次。")
        assert (twice.value, twice.upper) == (str(low), str(high)), first


@MANY
@given(st.integers(1_000, 9_999), st.integers(10, 99))
def test_ranges_over_ten_thousand(low: int, hundreds: int) -> None:
    """九千五百至一万零五百: the last multiplier belongs to 五 alone."""
    high = 10_000 + hundreds * 100
    figure = only_figure(f"预计服务{spoken(low)}至{spoken(high)}人次。")
    assert (figure.value, figure.upper) == (str(low), str(high))


@MANY
@given(PAIRS, st.sampled_from(["万", "亿"]), JOINTS)
def test_ranges_with_a_multiplier_of_their_own(pair: list[Decimal], multiplier: str, joint: str) -> None:
    low, high = sorted(pair)
    scale = {"万": 10**4, "亿": 10**8}[multiplier]
    figure = only_figure(f"预计投入{low}{multiplier}{joint}{high}{multiplier}元。")
    assert (Decimal(figure.value), Decimal(figure.upper or 0)) == (low * scale, high * scale)


@MANY
@given(PAIRS, JOINTS)
def test_ranges_of_percentages(pair: list[Decimal], joint: str) -> None:
    low, high = sorted(pair)
    low_words, high_words = (cn2an.an2cn(plain(number), "low") for number in (low, high))
    for form in (
        f"{low}%{joint}{high}%",
        f"{low}{joint}{high}%",
        f"百分之{low_words}{joint}百分之{high_words}",
        f"百分之{low_words}{joint}{high_words}",
    ):
        figure = only_figure(f"占比在{form}。")
        assert (Decimal(figure.value), Decimal(figure.upper or 0), figure.unit) == (low, high, "%"), form


@MANY
@given(st.integers(2, 8), st.sampled_from(["十", "百", "千", "万", "百万", "亿"]))
def test_two_neighbouring_digits_are_a_guess(digit: int, multiplier: str) -> None:
    scale = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "亿": 10**8}[multiplier]
    low = "两" if digit == 2 and multiplier != "十" else spoken(digit)
    figure = only_figure(f"预计服务{low}{spoken(digit + 1)}{multiplier}人次。")
    assert (figure.value, figure.upper, figure.bound) == (str(digit * scale), str((digit + 1) * scale), "~")


@MANY
@given(st.decimals(1, 9_999, places=2), st.sampled_from(["万", "亿", "万亿"]), st.sampled_from(["", " "]))
def test_decimals_with_a_multiplier(number: Decimal, multiplier: str, blank: str) -> None:
    scale = {"万": 10**4, "亿": 10**8, "万亿": 10**12}[multiplier]
    for form in (f"{number}{blank}{multiplier}", f"{cn2an.an2cn(plain(number), 'low')}{multiplier}"):
        assert Decimal(only_figure(f"完成投资{form}元。").value) == number * scale, form
