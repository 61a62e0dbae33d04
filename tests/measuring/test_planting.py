"""Figures made wrong as extractors go wrong: each kind of error in its field alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fzreview.domain.team.seeding import SEED_KINDS, SeedKind
from fzreview.measuring.error_seeding import Surroundings, dates_in, phantom, with_error
from fzreview.reading.read import read_report
from fzreview.review.steps.proposing import proposed

TEXT = (
    "某县2023年法治政府建设工作报告\n一、依法行政\n2023年全县共办理行政复议案件1234件，"
    "比上年增长12.5%，受理投诉超过86人次，投入资金350万元，培训执法人员45名。第3次会议于5月举行。\n"
)
READING = read_report(TEXT)
AROUND = Surroundings(READING, READING.figures)
OF_KIND: dict[SeedKind, set[str]] = {
    "power": {"value"},
    "digit": {"value"},
    "unit": {"unit"},
    "bound": {"bound"},
    "subject": {"subject"},
    "span": {"end", "surface", "text"},
}


@pytest.mark.parametrize("kind", OF_KIND)
def test_an_error_is_in_its_field_alone(kind: SeedKind) -> None:
    wrong = {figure: with_error(figure, kind, AROUND) for figure in READING.figures}
    made = {true: shown for true, shown in wrong.items() if shown is not None}
    assert made, kind
    for true, shown in made.items():
        differing = {
            name for name in true.__dataclass_fields__ if getattr(true, name) != getattr(shown, name)
        }
        assert differing and differing <= OF_KIND[kind]
        assert shown.surface == TEXT[shown.start : shown.end]


def test_powers_go_the_way_that_the_words_suggest() -> None:
    values = {figure.text: with_error(figure, "power", AROUND) for figure in READING.figures}
    assert values["1234件"] is not None and values["1234件"].value == "12340000"
    assert values["350万元"] is not None and values["350万元"].value == "350"
    assert values["12.5%"] is None


def test_digits_are_swapped_or_lost() -> None:
    (figure,) = [one for one in READING.figures if one.text == "1234件"]
    told = {}
    for value in ("1234", "11", "10", "5", "12.50"):
        shown = with_error(replace(figure, value=value), "digit", AROUND)
        told[value] = None if shown is None else shown.value
    assert told == {"1234": "1243", "11": "1", "10": "1", "5": None, "12.50": "12.05"}


def test_ranges_keep_their_numbers() -> None:
    figure = replace(READING.figures[0], value="3", upper="5")
    assert with_error(figure, "digit", AROUND) is with_error(figure, "power", AROUND) is None


def test_what_stands_alone_has_no_neighbour() -> None:
    alone = Surroundings(READING, READING.figures[:1])
    assert (
        with_error(READING.figures[0], "unit", alone)
        is with_error(READING.figures[0], "subject", alone)
        is None
    )


def test_dates_and_ordinals_are_shown_as_figures() -> None:
    shown = [phantom(span, proposed(READING, span), AROUND) for span in dates_in(READING)]
    assert {one.surface for one in shown if one is not None} <= {"2023年", "5月", "3次"}
    assert any(shown)
    assert all(one.value and not one.doubts for one in shown if one is not None)


def test_no_figure_is_left_out_or_made_up_by_spoiling_one() -> None:
    for kind in set(SEED_KINDS) - set(OF_KIND):
        with pytest.raises(ValueError, match=kind):
            with_error(READING.figures[0], kind, AROUND)
