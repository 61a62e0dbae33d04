"""Each type of tie in sentences of the genre, through the public door."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.checking.ties import find_alarms, find_ties
from fzreview.domain.ties.tie import ROLES, TIE_TYPES, Tie
from fzreview.reading.read import read_report
from fzreview.review.ties.tie_sentences import say_alarm, say_role, say_tie, say_type
from fzreview.strings import LANGUAGES, use
from support.held_reports import held_report

HEAD = "某区2021年法治政府建设报告\n一、情况\n"


def ties_of(text: str) -> list[Tie]:
    return list(find_ties(read_report(f"{HEAD}{text}\n")))


def the_tie(text: str, type: str) -> Tie:
    (tie,) = [tie for tie in ties_of(text) if tie.type == type]
    return tie


HOLDING = [
    ("part_of_sum", "全年新增市场主体1167户,其中企业283户;个体工商户884户。", "283+884=1167"),
    ("part_of_sum", "全年办理提案29件,其中建议17件(含议案转为建议1件),提案12件。", "17+12=29"),
    ("part_of_sum", "审核文件546件(区委办120件、区政府办301件、其他部门125件)。", "120+301+125=546"),
    ("part_of_sum", "受理复议案件37件,维持15件,撤销15件,终止3件,驳回1件,未审结3件。", "15+15+3+1+3=37"),
    ("part_of_sum", "办理建议69件、提案87件,共计156件。", "69+87=156"),
    ("subset", "调解纠纷3501件,成功率100%,其中重大疑难纠纷51件。", "51≤3501"),
    ("subset", "审查文书45份,出具审查意见书7份。", "7≤45"),
    ("subset", "梳理行政许可事项565项,562项可零次跑动。", "562≤565"),
    ("rate", "参加考试161名,158名考试合格,考试通过率为98%。", "158/161=98.14%≈98%"),
    ("rate", "承办建议564件。被采纳的375件,占办复总数的66.49%。", "375/564=66.49%"),
    ("rate", "办结依申请公开82件,及时办结率100%。", "82×100%=82"),
    ("rate", "全区用户190176人,占户籍人口数62.74%。", "190176/62.74%≈303118"),
    ("rate", "办理行政复议案件223件,案件的纠错率为20%。", "45/223=20.18%"),
    ("percent_sum", "公安类31件,占45.6%;自然资源类14件,占20.6%;人社类11件,占16.2%;其他12件,占17.6%。",
     "45.6+20.6+16.2+17.6=100%"),
    ("part_of_sum", "生产总值6018.9亿元,其中第一产业705.6亿元、第二产业3040.2亿元、第三产业2273.1亿元。",
     "705.6亿+3040.2亿+2273.1亿=6018.9亿"),
    ("change", "办理时限由45天减至15天。", "45→15 (-66.67%)"),
    ("change", "人均纯收入由2002年的256元增加到2007年的471元。", "256→471 (+83.98%)"),
    ("change", "车辆总量由5.2万辆压减至3.6万辆,减幅30.8%。", "5.2万→3.6万: 30.77%≈30.8%"),
    ("change", "行政复议新收15件,较2020年的22件下降31.8%。", "22→15: 31.82%≈31.8%"),
    ("average", "接报警情41.2万起,日均1129起。", "41.2万/365=1128.77≈1129"),
    ("average", "帮助1.07万户企业获得贷款86.4亿元,户均80.7万元。", "86.4亿/1.07万=807476.64≈80.7万"),
    ("product", "出动执法人员672人次,检查药店336家次。", "2×336=672"),
    ("list_count", "晓店、井头、皂河、黄墩四个乡镇均已配备法律顾问。", "4=4"),
    ("list_count", "存在三个方面的问题:一是人员少;二是经费少;三是经验少。", "3=3"),
    ("same", "8位检察长担任8所中学的法治副校长。", "8=8"),
]  # fmt: skip


@pytest.mark.parametrize(("type", "text", "explain"), HOLDING)
def test_ties_that_hold(type: str, text: str, explain: str) -> None:
    tie = the_tie(text, type)
    assert (tie.holds, tie.explain) == ("true", explain)


@pytest.mark.parametrize(
    ("type", "text"),
    [
        ("part_of_sum", "全年新增市场主体1167户,其中企业283户;个体工商户874户。"),
        ("part_of_sum", "受理复议案件37件,维持15件,撤销15件,终止6件,驳回1件,未审结3件。"),
        ("subset", "调解纠纷501件,其中重大疑难纠纷510件。"),
        ("subset", "受理复议案件178件,审理结案572件。"),
        ("rate", "参加考试161名,153名考试合格,考试合格率为98%。"),
        ("rate", "承办建议564件。被采纳的375件,占办复总数的67.49%。"),
        ("change", "办理时限由45天减至95天。"),
        ("change", "车辆总量由5.2万辆压减至3.6万辆,减幅38.8%。"),
        ("list_count", "晓店、井头、皂河、黄墩七个乡镇均已配备法律顾问。"),
        ("part_of_sum", "全年新增市场主体5167户,其中企业283户;个体工商户884户。"),
        ("part_of_sum", "办理建议19件,其中街道建议17件,重点提案2件、提案4件、建议5件。"),
        ("rate", "应诉案件40件(败诉率31%)。"),
        ("rate", "387项许可事项已全部上网,即办比例91.97%。"),
        ("rate", "应诉案件25件(败诉率72%),撤销8件,驳回17件。"),
        ("average", "帮助1.07万户企业获得贷款86.4亿元,户均80.7亿元。"),
        ("part_of_sum", "生产总值6018.9亿元,其中第一产业705.6亿元、第二产业3040.2亿元、第三产业2173.1亿元。"),
        ("part_of_sum", "生产总值6018.9亿元,其中第一产业705.6亿元、第二产业3040.2元、第三产业2273.1亿元。"),
        ("part_of_sum", "全年新设主体6.82亿户,其中企业1.95万户、个体工商户4.83万户、合作社421户。"),
        ("rate", "11个司法所中仍有4个“一人所”,占96.4%。"),
        ("rate", "受理复议案件68件,其中公安类31件,占65.6%。"),
        ("rate", "抽检食品1,880批次,不合格27批次,问题发现率1.45%。"),
        ("rate", "备案行政规范性文件1946件,审查纠正36件,纠错率1.6%。"),
        ("change", "人均纯收入由2002年的456元增加到2007年的271元。"),
    ],
)
def test_ties_that_fail(type: str, text: str) -> None:
    tie = the_tie(text, type)
    assert tie.failed
    assert tie.confidence == "medium"


def test_a_fact_told_with_two_values() -> None:
    text = "市法制办出具书面审查意见33件。\n二、决策\n全年市法制办出具书面审查意见314件。"
    assert the_tie(text, "mismatch").explain == "33≠314"


@pytest.mark.parametrize(
    "text",
    [
        "565项行政许可事项时限压缩94.94%。",  # a cut of time, no share of the items
        "办结线索15条,正在办理中2条。",
        "收到复议申请26件,受理23件,不予受理3件。",
        "受理投诉12.8万件,为消费者挽回经济损失2034.5万元。",
        "农民人均纯收入由256元增加到471元,年均增长8.3%。",
        "经济年均增长7.1%,占全国比重从11.4%提高到15%左右。",
        "审查案卷176卷,优秀41卷,合格128卷,不合格7卷。",
        "收到建议128件。(A类)有38件,占29.69%。\n收到提案92件。(A类)有68件,占73.91%。",
        "各类纠纷7个街道上报,调处率99%。",
        "受理案件158件,同比下降3%,办结率98.33%。",
        "财政收入1200.5亿元,其中税收收入841.3亿元、增值税302.9亿元。",
        "备案规章27件、规范性文件1946件,审查纠正31件,纠错率1.6%。",
        "审结25件,撤销3件,确认违法1件,纠错率16%。",
        "全县120个村中建成示范村30个,占全市的5%。",
        "受理案件68件,办结60件,其中治安类31件,占45.6%。",
    ],
)
def test_nothing_fails_that_only_looks_so(text: str) -> None:
    assert [tie.explain for tie in ties_of(text) if tie.failed] == []


def test_digits_left_out_by_rounding_do_not_fail() -> None:
    tie = the_tie("全年新设主体6.82万户,其中企业1.95万户、个体4.83万户、合作社421户。", "part_of_sum")
    assert tie.holds == "true"


def test_more_cases_closed_than_were_taken_in_with_those_carried_over_fail() -> None:
    ties = ties_of("受理复议案件158件(含上年结转13件),审结172件。")
    assert [tie.explain for tie in ties if tie.failed] == ["172>158"]


def ties_of_table(text: str) -> list[Tie]:
    return list(find_ties(read_report(f"某县2021年法治政府建设工作总结\n{text}\n")))


TABLE = """附表：案件情况
单位 | 受理 | 办结 | 合计 |
--- | --- | --- | --- |
甲局 | 12件 | 10件 | 22件 |
乙局 | 30件 | 25件 | 55件 |
合计 | {total}件 | 35件 | 77件 |"""


def test_totals_of_rows_and_columns_are_the_sums_of_their_cells() -> None:
    ties = [(tie.explain, tie.holds) for tie in ties_of_table(TABLE.format(total=42))]
    wanted = ["12+10=22", "30+25=55", "12+30=42", "10+25=35"]
    assert {(explain, "true") for explain in wanted} <= set(ties)


def test_a_total_of_a_column_with_a_wrong_digit_fails() -> None:
    assert [tie.explain for tie in ties_of_table(TABLE.format(total=62)) if tie.failed] == ["12+30=42≠62"]


def test_a_part_of_a_column_with_ten_thousand_too_much_fails() -> None:
    table = TABLE.format(total=42).replace("12件 | 10件", "12万件 | 10件")
    assert "12+30" not in [tie.explain for tie in ties_of_table(table)]
    assert any(tie.failed and tie.explain.endswith("≠42") for tie in ties_of_table(table))


ROWS = """项目 | 2021年 | 2022年 | 增减 |
收到复议申请 | {first}件 | 27件 | 50% |
受理 | 16件 | 25件 | 56.25% |
纠错率 | 12.5% | 16% | 3.5个百分点 |
全年共办理各类案件315件,群众满意。"""


def test_rows_of_a_table_that_tell_their_change() -> None:
    ties = [tie.explain for tie in ties_of_table(ROWS.format(first=18)) if tie.type == "change"]
    assert ties == ["18→27: 50%", "16→25: 56.25%", "12.5→16: 3.5"]


def test_a_row_fails_where_the_rows_around_it_come_out() -> None:
    ties = ties_of_table(ROWS.format(first=58))
    assert [tie.explain for tie in ties if tie.failed] == ["58→27: 53.45%≠50%"]


def test_rows_that_tell_something_else_than_their_change_say_nothing() -> None:
    """The columns stand the other way round, or the percentages are no changes."""
    table = "\n".join(f"第{row}项 | {row}8件 | {row}5件 | {row}7% |" for row in range(2, 6))
    assert [tie for tie in ties_of_table(f"{table}\n全年共办理各类案件315件。") if tie.failed] == []


def test_a_total_that_no_slip_explains_says_nothing() -> None:
    assert not any(tie.failed for tie in ties_of_table(TABLE.format(total=99)))


def test_a_table_with_a_cell_a_line_is_summed_by_its_columns() -> None:
    ties = find_ties(read_report(held_report("22_tables_2017.txt").source))
    wanted = {"412+57+33=502", "1865+38+72=1975", "203.4+96.15+418=717.55"}
    assert wanted <= {tie.explain for tie in ties if tie.holds == "true"}


def test_a_rough_number_makes_a_tie_rough() -> None:
    text = "接报警情300余起,其中盗窃警情100余起、诈骗警情200起。"
    assert the_tie(text, "part_of_sum").holds == "approx"


def test_a_list_that_ends_in_and_others_counts_no_more_than_is_told() -> None:
    tie = the_tie("甲有限公司、乙有限公司等三家公司获评示范企业。", "list_count")
    assert (tie.holds, tie.explain) == ("approx", "2≤3")


def test_spans_are_those_of_the_source() -> None:
    source = f"{HEAD}全年新增市場主體(tǐ)1167戶,其中企業283戶;個體工商戶884戶。\n"
    reading = read_report(source)
    (tie,) = find_ties(reading)
    assert [source[slice(*span)] for span in tie.spans] == ["1167戶", "283戶", "884戶"]
    assert [member.role for member in tie.members] == ["total", "part", "part"]


def test_corrected_figures_stand_for_the_extracted_ones() -> None:
    reading = read_report(f"{HEAD}全年新增市场主体1167户,其中企业283户;个体工商户874户。\n")
    total, first, second = reading.figures
    assert find_ties(reading)[0].failed
    assert find_ties(reading, [total, first, replace(second, value="884")])[0].holds == "true"
    assert all(len(tie.members) == 2 for tie in find_ties(reading, [total, first]))


def test_every_tie_and_alarm_has_its_sentence_in_both_languages() -> None:
    texts = [text for _, text, _ in HOLDING]
    for language in LANGUAGES:
        use(language)
        for text in texts:
            reading = read_report(f"{HEAD}{text}\n")
            assert all(say_tie(tie) for tie in find_ties(reading))
            assert all(say_alarm(alarm) for alarm in find_alarms(reading))
        assert all(map(say_type, TIE_TYPES))
        assert all(map(say_role, ROLES))


PIECES = st.sampled_from(
    ["受理案件", "其中", "审结", "12件", "3件", "15件", "占", "45.6%", "率100%", "由", "减至", "、", ",", ";",
     "。", "(含", ")", "等", "三个", "\n", "1.2万户", "共", "|", "一是", "同比下降", "300余人次", "3—5人"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_ties_between_its_own_figures(text: str) -> None:
    reading = read_report(f"{HEAD}{text}\n")
    spans = {(figure.start, figure.end) for figure in reading.figures}
    for tie in find_ties(reading):
        assert set(tie.spans) <= spans
        assert list(tie.spans) == sorted(set(tie.spans))
        assert say_tie(tie)
    assert {alarm.span for alarm in find_alarms(reading)} <= spans
