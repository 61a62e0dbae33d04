"""The order of doubt."""

from __future__ import annotations

from fzreview.checking.doubts import Doubtful, doubtful_order
from fzreview.checking.ties import find_alarms, find_ties
from fzreview.domain.reports.report import Reading
from fzreview.reading.read import read_report

HEAD = "某区2021年法治政府建设报告\n一、情况\n"


def order_of(text: str) -> tuple[Reading, tuple[Doubtful, ...]]:
    reading = read_report(HEAD + text + "\n")
    return reading, doubtful_order(reading, reading.figures, find_ties(reading), find_alarms(reading))


def test_every_figure_stands_there_once() -> None:
    reading, order = order_of("受理案件37件,维持15件,撤销15件,终止7件。发放资料2万份。")
    assert sorted(doubt.figure.start for doubt in order) == [figure.start for figure in reading.figures]


def test_failed_ties_come_first_with_their_reason() -> None:
    _, order = order_of("召开会议12次。全年新增市场主体1167户,其中企业283户;个体工商户874户。")
    assert order[0].reasons[0] == "failed_tie"
    assert {doubt.figure.text for doubt in order if "failed_tie" in doubt.reasons} == {
        "1167户",
        "283户",
        "874户",
    }


def test_an_alarm_is_a_reason() -> None:
    _, order = order_of("召开会议12次。受理各类人民调解案件195人。")
    assert (order[0].figure.text, order[0].reasons[0]) == ("195人", "alarm")


def test_damaged_text_nearby_is_a_reason() -> None:
    _, order = order_of("召开会议12次,研究依法行政工作并部署任务。办理鏈?zhǔn)称案件195件。")
    assert "damage" in next(doubt for doubt in order if doubt.figure.text == "195件").reasons
    assert "damage" not in next(doubt for doubt in order if doubt.figure.text == "12次").reasons


def test_what_a_tie_vouches_for_comes_last_and_has_no_reason() -> None:
    _, order = order_of("召开会议12次。参加考试161名,158名考试合格,考试通过率为98%。举办讲座30场。")
    assert [doubt.reasons for doubt in order[-3:]] == [(), (), ()]
    assert {doubt.figure.text for doubt in order[:2]} == {"12次", "30场"}


def test_the_first_screen_is_not_all_errors() -> None:
    wrong = "".join(f"第{place}组受理各类人民调解案件195人。" for place in range(30))
    right = "".join(f"{name}参加考试161名,158名考试合格,考试通过率为98%。" for name in "甲乙丙丁戊己庚辛")
    _, order = order_of(wrong + "\n" + right)
    ordinary = [doubt for doubt in order[:20] if "alarm" not in doubt.reasons]
    assert 5 <= len(ordinary) <= 8
