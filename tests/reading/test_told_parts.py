"""Parts that a report puts under a total."""

from __future__ import annotations

import pytest

from fzreview.domain.tie import Tie
from fzreview.reading.read import read_report
from fzreview.reading.ties import find_ties, say_tie


def ties_of(text: str) -> list[Tie]:
    return list(find_ties(read_report(f"某区2021年法治政府建设报告\n一、情况\n{text}\n")))


@pytest.mark.parametrize(
    ("text", "explain"),
    [
        ("全年新增市场主体1167户,其中企业283户;个体工商户884户。", "283+884=1167"),
        ("全年办理提案29件,其中建议17件(含议案转为建议1件),提案12件。", "17+12=29"),
        ("审核文件546件(区委办120件、区政府办301件、其他部门125件)。", "120+301+125=546"),
        ("办理法律援助案件412件,其中刑事187件、民事219件、行政6件。", "187+219+6=412"),
    ],
)
def test_parts_that_make_their_total(text: str, explain: str) -> None:
    (tie,) = [tie for tie in ties_of(text) if tie.type == "part_of_sum"]
    assert (tie.holds, tie.told, tie.confidence, tie.explain) == ("true", True, "high", explain)
    assert explain in say_tie(tie)


def test_a_slip_in_a_told_sum_fails() -> None:
    (tie,) = ties_of("全年新增市场主体1167户,其中企业283户;个体工商户874户。")
    assert tie.holds == "false"
    assert "1157" in tie.explain


def test_a_part_above_its_total_fails() -> None:
    (tie,) = ties_of("调解纠纷501件,其中重大疑难纠纷510件。")
    assert (tie.type, tie.holds) == ("subset", "false")


def test_digits_left_out_by_rounding_do_not_fail() -> None:
    (tie,) = ties_of("全年新设经营主体6.82万户,其中企业1.95万户、个体工商户4.83万户、合作社421户。")
    assert (tie.type, tie.holds) == ("part_of_sum", "true")
