"""What a correction says was wrong, and the same slip put right at another figure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.figures.figure import Figure
from fzreview.review.lookalikes.lessons import MAX_EXAMPLES, Example, Observed, lessons_of
from fzreview.review.lookalikes.slips import Slip, slip_of_rejection, slips_of, with_fix, wording_pattern

FIGURE = Figure(10, 14, "195件", "195件", "195", None, "件", "count", "=", "受理调解案件")


@pytest.mark.parametrize(
    ("fields", "slip"),
    [
        ({"unit": "起"}, Slip("unit", "件", "起")),
        ({"kind": "money"}, Slip("kind", "count", "money")),
        ({"bound": "~"}, Slip("bound", "=", "~")),
        ({"value": "1950000"}, Slip("factor", "N件", "10000")),
        ({"value": "19.5"}, Slip("factor", "N件", "0.1")),
        ({"value": "196"}, Slip("value", "N件", "")),
        ({"subject": "调解案件"}, Slip("begins", "受理", "")),
        ({"subject": "全年受理调解案件"}, Slip("begins", "", "全年")),
        ({"subject": "受理调解"}, Slip("ends", "案件", "")),
        ({"subject": "罚款"}, Slip("subject", "", "")),
        ({"end": 13}, Slip("span", "N件", "N件")),
    ],
)
def test_each_field_has_its_slip(fields: dict[str, object], slip: Slip) -> None:
    assert list(slips_of(FIGURE, replace(FIGURE, **fields))) == [slip]  # type: ignore[arg-type]  # fields of a figure


def test_a_rejection_is_known_by_its_wording_and_class() -> None:
    assert slip_of_rejection(FIGURE, "date") == slip_of_rejection(replace(FIGURE, text="7件"), "date")
    assert wording_pattern(replace(FIGURE, text="1,234.5万件")) == "N万件"


@given(
    st.sampled_from(["unit", "kind", "bound", "subject"]),
    st.sampled_from(["起", "money", "~", "调解案件", "全年受理调解案件", "受理调解", "受理人民调解案件"]),
)
def test_a_slip_put_right_where_it_was_seen_makes_the_correction(field: str, after: str) -> None:
    right = replace(FIGURE, **{field: after})  # type: ignore[arg-type]  # any wording does
    for slip in slips_of(FIGURE, right):
        changed = with_fix(slip, FIGURE)
        assert changed is None or changed == right


def test_a_slip_is_put_right_at_another_figure_or_left_alone() -> None:
    other = replace(FIGURE, subject="受理信访事项", unit="宗")
    assert with_fix(Slip("begins", "受理", ""), other) == replace(other, subject="信访事项")
    assert with_fix(Slip("unit", "件", "起"), other) is None
    assert with_fix(Slip("begins", "受理信访事项", ""), other) is None, "a subject never becomes empty"
    assert with_fix(Slip("value", "N件", ""), other) is None


def test_lessons_are_counted_with_their_rules_and_the_first_examples() -> None:
    unit, value = Slip("unit", "件", "起"), Slip("value", "N件", "")
    observed = [
        Observed(unit, ("unit.known", "subject.explicit"), Example(f"k{number}", "句", FIGURE, FIGURE))
        for number in range(MAX_EXAMPLES + 2, 0, -1)
    ]
    observed.append(Observed(value, ("unit.known",), Example("k0", "句", FIGURE, None)))
    first, second = lessons_of(observed)
    assert (first.slip, first.count, second.slip) == (unit, MAX_EXAMPLES + 2, value)
    assert dict(first.rules) == {"unit.known": first.count, "subject.explicit": first.count}
    assert [one.key for one in first.examples] == [f"k{number}" for number in range(1, MAX_EXAMPLES + 1)]
