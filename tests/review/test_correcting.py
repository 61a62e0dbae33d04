"""What a reviewer types, as values and figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.clean_text import CleanText
from fzreview.review.steps.correcting import Draft, InvalidCorrection, corrected, parse_value
from fzreview.text.sentences.around import sentence_around


@pytest.mark.parametrize(
    ("typed", "value", "upper"),
    [
        ("1234", "1234", None),
        ("1,234", "1234", None),
        ("１２３", "123", None),
        ("269.95亿", "26995000000", None),
        ("二十三", "23", None),
        ("98.50%", "98.5", None),
        ("百分之九十八点五", "98.5", None),
        ("1/4", "0.25", None),
        ("三分之二", "0.6667", None),
        ("八成", "8", None),
        ("-38.5", "-38.5", None),
        ("3-5", "3", "5"),
        ("三至五", "3", "5"),
        ("20%—30%", "20", "30"),
        ("1万6千", "16000", None),
    ],
)
def test_a_value_is_read_as_it_is_meant(typed: str, value: str, upper: str | None) -> None:
    assert parse_value(typed) == (value, upper)


@pytest.mark.parametrize("typed", ["", " ", "很多", "12a", "3-", "-", "1/0", "--", "百千万"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert parse_value(typed) is None


def test_a_range_that_runs_downward_is_refused() -> None:
    with pytest.raises(InvalidCorrection) as refused:
        parse_value("5-3")
    assert refused.value.field == "value"


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False))
def test_plain_decimals_stay_what_they_are(number: Decimal) -> None:
    parsed = parse_value(str(number))
    assert parsed is not None
    assert Decimal(parsed[0]) == number


SOURCE = "共受理(lǐ)案件1 95件,其中:调解成功三件。办结其余。"
CLEAN = CleanText.from_pieces([(SOURCE[:3], 0, 3), (SOURCE[7:], 7, len(SOURCE))])
FIGURE = Figure(9, 14, "1 95件", "195件", "195", None, "件", "count", "=", "受理案件")


def _typed(**changes: object) -> Draft:
    fields: dict = {
        "value": "195",
        "unit": "件",
        "kind": "count",
        "bound": "=",
        "subject": "受理案件",
        "start": 5,
        "end": 10,
    }
    return Draft(**(fields | changes))


def test_unchanged_fields_give_the_same_figure() -> None:
    assert CLEAN.clean_span(9, 14) == (5, 10)
    assert corrected(FIGURE, _typed(), SOURCE, CLEAN) == FIGURE


def test_a_moved_end_cuts_source_and_text_anew() -> None:
    figure = corrected(FIGURE, _typed(end=9), SOURCE, CLEAN)
    assert (figure.start, figure.end, figure.surface, figure.text) == (9, 13, "1 95", "195")


@pytest.mark.parametrize(("field", "typed"), [("value", "许多"), ("subject", "  ")])
def test_an_impossible_field_is_named(field: str, typed: str) -> None:
    with pytest.raises(InvalidCorrection) as refused:
        corrected(FIGURE, _typed(**{field: typed}), SOURCE, CLEAN)
    assert refused.value.field == field


def test_the_sentence_ends_at_its_marks() -> None:
    start, end = sentence_around(CLEAN.text, 5, 10)
    assert CLEAN.text[start:end] == "共受理案件1 95件,其中:调解成功三件"
