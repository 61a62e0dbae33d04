"""What a tie proves of which figure, and the chance that it would hold with a wrong number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fzreview.checking.evidence import LIMIT, Corroboration, Evidence, Scale
from fzreview.checking.ties import check_figures
from fzreview.domain.figures.figure import Figure
from fzreview.reading.read import read_report

HEAD = "某县2023年法治政府建设工作报告\n一、情况\n"


def weighed(line: str) -> tuple[tuple[Figure, ...], list[Evidence], list[Corroboration]]:
    reading = read_report(f"{HEAD}{line}\n二、其他\n加强宣传。\n")
    ties, alarms = check_figures(reading, reading.figures)
    scale = Scale(reading.figures)
    corroborations = [
        scale.corroboration(
            (figure.start, figure.end),
            [tie for tie in ties if (figure.start, figure.end) in tie.spans],
            [alarm for alarm in alarms if alarm.start == figure.start],
        )
        for figure in reading.figures
    ]
    return reading.figures, [scale.weigh(tie) for tie in ties], corroborations


def fixed(line: str) -> set[str]:
    figures, evidence, _ = weighed(line)
    spans = {span for one in evidence for span in one.chances if one.fixes(span)}
    return {figure.surface for figure in figures if (figure.start, figure.end) in spans}


def chance(line: str) -> float:
    _, evidence, _ = weighed(line)
    return min(one.chance for one in evidence)


@pytest.mark.parametrize(
    ("line", "surfaces"),
    [
        (
            "审结29件,其中维持17件、撤销2件、驳回4件、终止5件、其他1件。",
            {"29件", "17件", "2件", "4件", "5件", "1件"},
        ),
        ("受理工单564件,按期办结375件,办结率66.49%。", {"564件", "375件", "66.49%"}),
        ("许可事项由694项减少到480项,减少214项。", {"694项", "480项", "214项"}),
        ("召开座谈会24场。收集意见1320条,平均每场55条。", {"24场", "1320条", "55条"}),
        ("办理案件501件,其中重大案件51件。", set()),
        ("办理时限由15天压缩至7天。", set()),
        ("11件建议全部办结,办结率100%。", set()),
    ],
)
def test_which_values_a_relation_fixes(line: str, surfaces: set[str]) -> None:
    assert fixed(line) == surfaces


def test_a_rounded_rate_fixes_itself_but_not_its_base() -> None:
    assert fixed("办理政务服务事项48250件,网上办理41206件,网办率85.4%。") == {"85.4%"}


def test_rounded_addends_leave_each_others_last_digit_open() -> None:
    assert fixed("新登记市场主体6.82万户,其中企业1.95万户、个体工商户4.87万户。") == set()


def test_more_digits_make_an_accident_less_likely() -> None:
    lines = (
        "申请共3件,其中受理1件、不予受理2件。",
        "申请共93件,其中受理41件、不予受理52件。",
        "申请共9310件,其中受理4105件、不予受理5205件。",
    )
    chances = [chance(line) for line in lines]
    assert all(later < earlier for earlier, later in pairwise(chances))
    assert chances[0] <= LIMIT


def test_a_rate_without_decimals_proves_less() -> None:
    coarse = chance("应出庭161件,实际出庭158件,出庭率98%。")
    fine = chance("应出庭161件,实际出庭158件,出庭率98.14%。")
    assert fine <= LIMIT < coarse


def test_what_stands_behind_each_field() -> None:
    _, _, corroborations = weighed("审结71件,其中维持48件、撤销23件。")
    assert {(one.value, one.unit) for one in corroborations} == {("proven", "proven")}
    assert {one.by.explain for one in corroborations if one.by} == {"48+23=71"}
    _, _, corroborations = weighed("审结71件,其中维持73件。")
    assert {(one.value, one.unit) for one in corroborations} == {("contested", "open")}
    _, _, corroborations = weighed("审结案件71件,开展宣传12场。")
    assert {(one.value, one.unit, one.by) for one in corroborations} == {("open", "open", None)}


def test_an_odd_unit_contests_the_unit_only() -> None:
    _, _, corroborations = weighed("调解案件195人。")
    assert [(one.value, one.unit) for one in corroborations] == [("open", "contested")]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(2, 9999), min_size=2, max_size=5, unique=True), st.data())
def test_no_single_wrong_digit_survives_an_exact_sum(parts: list[int], data: st.DataObject) -> None:
    names = "甲乙丙丁戊"
    line = f"办理案件{sum(parts)}件,其中" + "、".join(
        f"{name}类{part}件" for name, part in zip(names, parts, strict=False)
    )
    figures, evidence, _ = weighed(line + "。")
    sums = [one for one in evidence if one.tie.type == "part_of_sum" and len(one.chances) == len(parts) + 1]
    assert sums and all(one.chance <= LIMIT for one in sums)
    assert {span for one in sums for span in one.units} >= {(figure.start, figure.end) for figure in figures}
