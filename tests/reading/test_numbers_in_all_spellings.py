"""Every number reads back to its value, however it is written; what is no number never breaks reading."""

from __future__ import annotations

import os
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fzreview.domain.figures.figure import Figure
from fzreview.text.numerals import parse_number, plain
from support.lazily import lazily
from support.rule_lines import read_line
from support.speller import Style, mixed, money, spoken, with_fraction

cn2an = lazily("cn2an")

MANY = settings(max_examples=int(os.environ.get("SPELLINGS", "60")), deadline=None)

STYLES = st.builds(Style, *[st.booleans()] * 5)
NUMBERS = st.one_of(
    st.integers(0, 200),
    st.integers(0, 10**16 - 1),
    st.builds(
        lambda digit, zeros, low: digit * 10**zeros + low,
        st.integers(1, 99),
        st.integers(0, 14),
        st.integers(0, 99),
    ),
    st.builds(lambda digits, zeros: digits * 10**zeros, st.integers(1, 9999), st.integers(0, 12)),
).filter(lambda number: number < 10**16)
DECIMALS = st.decimals(min_value=0, max_value=99_999, places=2, allow_nan=False, allow_infinity=False)


def only_figure(line: str) -> Figure:
    (figure,) = read_line(line).figures
    return figure


@MANY
@given(NUMBERS, STYLES)
def test_chinese_numerals(number: int, style: Style) -> None:
    assert parse_number(spoken(number, style)) == number


@MANY
@given(NUMBERS)
def test_numerals_of_another_writer(number: int) -> None:
    for mode in ("low", "up"):
        assert parse_number(cn2an.an2cn(number, mode)) == number


@MANY
@given(NUMBERS)
def test_digits_and_multipliers(number: int) -> None:
    for form in mixed(number):
        folded = form.translate(str.maketrans("０１２３４５６７８９．", "0123456789."))
        assert parse_number(folded) == number, form


@MANY
@given(NUMBERS, STYLES)
def test_a_figure_has_the_value_of_its_numeral(number: int, style: Style) -> None:
    assume(number >= 3)
    unit = "元" if style.bankers else "件"
    for form in (spoken(number, style), *mixed(number)):
        if form[0] in "百千万亿" or len(form) > 40:
            continue
        figure = only_figure(f"全年合计{form}{unit}。")
        assert (figure.surface, figure.value, figure.unit) == (form + unit, str(number), unit)


@MANY
@given(DECIMALS)
def test_decimals(number: Decimal) -> None:
    assume(number > 0)
    for form in with_fraction(number):
        figure = only_figure(f"同比增长{form}%。" if form.isascii() else f"同比增长百分之{form}。")
        assert figure.value == plain(number), form


@MANY
@given(st.integers(1, 99_999), st.integers(0, 9), st.integers(0, 9))
def test_money(yuan: int, jiao: int, fen: int) -> None:
    assume(yuan >= 10)
    for form in money(yuan, jiao, fen):
        if form[0] in "百千万":
            continue
        figure = only_figure(f"合计罚款{form}。")
        assert (figure.surface, Decimal(figure.value), figure.unit) == (
            form,
            yuan + Decimal(jiao) / 10 + Decimal(fen) / 100,
            "元",
        )


@MANY
@given(DECIMALS)
def test_decimals_of_another_writer(number: Decimal) -> None:
    assume(number > 0 and number % 1)
    form = cn2an.an2cn(plain(number), "low")
    assert only_figure(f"同比增长百分之{form}。").value == plain(number)


@MANY
@given(st.integers(1, 99_999), st.integers(1, 9), st.integers(1, 9))
def test_money_with_small_change_of_another_writer(yuan: int, jiao: int, fen: int) -> None:
    form = cn2an.an2cn(f"{yuan}.{jiao}{fen}", "rmb")
    figure = only_figure(f"合计罚款{form}。")
    assert (figure.surface, figure.value) == (form, f"{yuan}.{jiao}{fen}")


@MANY
@given(st.integers(10, 9_000), st.integers(10, 9_000), st.sampled_from("至到"))
def test_ranges_of_another_writer(low: int, high: int, joint: str) -> None:
    assume(low < high)
    figure = only_figure(f"预计服务{cn2an.an2cn(low)}{joint}{cn2an.an2cn(high)}人次。")
    assert (figure.value, figure.upper) == (str(low), str(high))


@MANY
@given(st.integers(1, 99_999))
def test_money_of_another_writer(yuan: int) -> None:
    form = cn2an.an2cn(yuan, "rmb").removesuffix("整")
    figure = only_figure(f"合计罚款{form}整。")
    assert (figure.surface, figure.value, figure.kind) == (form, str(yuan), "money")


@MANY
@given(
    st.integers(10, 9_000),
    st.integers(10, 9_000),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from("至到—~-"),
)
def test_ranges_that_share_a_multiplier(low: int, high: int, multiplier: str, joint: str) -> None:
    assume(low < high)
    scale = {"": 1, "万": 10**4, "亿": 10**8}[multiplier]
    for first, second in ((str(low), str(high)), (spoken(low), spoken(high))):
        figure = only_figure(f"预计投入{first}{joint}{second}{multiplier}元。")
        assert (figure.value, figure.upper) == (str(low * scale), str(high * scale))


@pytest.mark.parametrize(("low", "high"), [(one, other) for other in range(3, 10) for one in range(2, other)])
@pytest.mark.parametrize(
    ("multiplier", "scale"), [("百", 100), ("千", 1000), ("千万", 10**7), ("百亿", 10**10)]
)
def test_short_ranges(low: int, high: int, multiplier: str, scale: int) -> None:
    for first, second in ((str(low), str(high)), (spoken(low), spoken(high))):
        figure = only_figure(f"预计投入{first}至{second}{multiplier}元。")
        assert (figure.value, figure.upper) == (str(low * scale), str(high * scale))


PIECES = st.sampled_from(
    [
        *"019.,，。·%‰％/:：比又一二两三十百千万亿零〇廿壹伍拾佰半点余多几+-—至到件元圆角分个年岁第前约()$￥",
        *"½¼²³①⑩㊣㈠Ⅷ٣৪๕１𝟗㎡〡和、|\n ",
        *("分之", "人次", "小时", "（含）", "分别", "同比", "个亿", "百分百", "个百分点"),
    ]
)


@settings(max_examples=int(os.environ.get("SPELLINGS", "60")) * 3, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join))
def test_no_row_of_numerals_breaks_reading(line: str) -> None:
    for figure in read_line(line).figures:
        assert line[figure.start : figure.end] == figure.surface
        assert Decimal(figure.value).is_finite() and "E" not in figure.value
        assert figure.upper is None or Decimal(figure.upper) > Decimal(figure.value)


@pytest.mark.parametrize(
    "digits",
    [
        "9" * 31,
        "9" * 5000,
        "1," * 3000,
        "1." * 3000,
        "十" * 5000,
        "九" * 5000,
        "1万" * 3000,
        "1亿" * 9,
        "亿" * 60,
    ],
)
def test_endless_numerals_are_no_figures(digits: str) -> None:
    assert read_line(f"共计{digits}件，办结12件。").figures[-1].value == "12"
    assert parse_number(digits) is None or len(digits) <= 60


@pytest.mark.parametrize("sign", ["½", "²", "③", "㊣", "㈢", "Ⅷ", "٣", "৪", "๕", "𝟗", "〣", "㆒"])
def test_other_signs_for_numbers_are_left(sign: str) -> None:
    assert [figure.surface for figure in read_line(f"共{sign}件，占{sign}%，办结12件。").figures] == ["12件"]
