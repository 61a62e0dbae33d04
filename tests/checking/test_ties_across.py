"""The same subject in other reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fzreview.checking.ties.across import jump_across, told_elsewhere
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.other_figure import OtherFigure
from fzreview.review.ties.tie_sentences import say_alarm

FIGURE = Figure(10, 14, "195件", "195件", "195", None, "件", "count", "=", "受理各类人民调解案件")
OTHER = OtherFigure("ab" * 32, 40, 44, 2020, "某区", "受理人民调解案件", "件", "count", "180")


def test_the_same_subject_is_found_in_other_words() -> None:
    others = [
        OTHER,
        replace(OTHER, year=2018),
        replace(OTHER, place="邻区", year=2021),
        replace(OTHER, subject="受理行政复议案件"),
        replace(OTHER, unit="人"),
        replace(OTHER, kind="money"),
    ]
    found = told_elsewhere(FIGURE, "某区", 2021, others)
    assert [(one.other.place, one.other.year) for one in found] == [
        ("某区", 2020), ("某区", 2018), ("邻区", 2021),
    ]  # fmt: skip


@pytest.mark.parametrize(("value", "times"), [("1950", "10"), ("19", "10"), ("1950000", "1万")])
def test_a_jump_is_an_alarm(value: str, times: str) -> None:
    figure = replace(FIGURE, value=value)
    alarm = jump_across(figure, "某区", told_elsewhere(figure, "某区", 2021, [OTHER]))
    assert alarm is not None
    assert dict(alarm.params)["times"] == times
    assert "2020" in say_alarm(alarm)


def test_the_alarm_names_the_report_in_the_middle() -> None:
    others = [
        replace(OTHER, year=year, value=value)
        for year, value in ((2020, "1900"), (2019, "180"), (2018, "19"))
    ]
    figure = replace(FIGURE, value="1950")
    alarm = jump_across(figure, "某区", told_elsewhere(figure, "某区", 2021, others))
    assert alarm is not None and dict(alarm.params)["where"] == "某区 2019"


def test_reports_without_a_place_are_not_of_one_place() -> None:
    figure, others = replace(FIGURE, value="1950"), [replace(OTHER, place="")]
    assert jump_across(figure, "", told_elsewhere(figure, "", 2021, others)) is None


@pytest.mark.parametrize(
    ("issuer", "jumps"),
    [("某区人民政府", True), ("某区人民政府办公室", True), ("", True), ("某区税务局", False)],
)
def test_a_bureau_is_not_compared_with_its_government(issuer: str, jumps: bool) -> None:
    figure, others = replace(FIGURE, value="1950"), [replace(OTHER, issuer=issuer)]
    alarm = jump_across(figure, "某区", told_elsewhere(figure, "某区", 2021, others), "某区人民政府")
    assert (alarm is not None) is jumps


def test_few_cases_do_not_jump() -> None:
    figure, others = replace(FIGURE, value="30"), [replace(OTHER, value="3")]
    assert jump_across(figure, "某区", told_elsewhere(figure, "某区", 2021, others)) is None


@pytest.mark.parametrize(("value", "level"), [("1950", "notice"), ("1950000", "alarm")])
def test_that_other_places_are_ten_times_as_large_is_a_notice(value: str, level: str) -> None:
    figure = replace(FIGURE, value=value)
    places = [replace(OTHER, place=place) for place in ("东区", "西区", "北区")]
    alarm = jump_across(figure, "某区", told_elsewhere(figure, "某区", 2021, places))
    assert alarm is not None and alarm.level == level


@pytest.mark.parametrize("value", ["180", "900", "60", "not a number", "0"])
def test_an_ordinary_change_is_none(value: str) -> None:
    figure = replace(FIGURE, value=value)
    assert jump_across(figure, "某区", told_elsewhere(figure, "某区", 2021, [OTHER])) is None


def test_one_other_place_says_nothing_and_three_do() -> None:
    figure = replace(FIGURE, value="1950")
    places = [replace(OTHER, place=place) for place in ("东区", "西区", "北区")]
    assert jump_across(figure, "某区", told_elsewhere(figure, "某区", 2021, places[:1])) is None
    assert jump_across(figure, "某区", told_elsewhere(figure, "某区", 2021, places)) is not None
