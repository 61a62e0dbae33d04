"""Wordings that put figures together: in the reports of governments and in those to people's congresses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.checking.ties import find_alarms, find_ties
from fzreview.domain.ties.tie import Tie
from fzreview.reading.read import read_report
from fzreview.review.ties.tie_sentences import say_tie

HEAD = "某县2023年法治政府建设工作报告\n一、情况\n"


def ties_of(text: str) -> list[Tie]:
    return list(find_ties(read_report(f"{HEAD}{text}\n")))


HOLDING = [
    ("part_of_sum", "实现生产总值586.3亿元。其中:一产97.2亿元,增长5.3%;二产281.7亿元;三产207.4亿元。",
     "97.2亿+281.7亿+207.4亿=586.3亿"),
    ("part_of_sum", "在80种产品中,完成计划的有65种,其中创新高的52种,没有完成计划的15种。", "65+15=80"),
    ("part_of_sum", "收到复议申请19件,受理16件,不予受理3件。", "16+3=19"),
    ("part_of_sum", "全年财政收入92.7亿元,支出88.15亿元,结余4.55亿元。", "88.15亿+4.55亿=92.7亿"),
    ("part_of_sum", "财政支出305亿元,收入287亿元,赤字18亿元。", "287亿+18亿=305亿"),
    ("part_of_sum", "新登记企业632户、个体户2841户、合作社97户,合计3570户。", "632+2841+97=3570"),
    ("part_of_sum", "调处纠纷206起,成功203起。调处的纠纷中,婚姻58起,邻里74起,土地49起,其他25起。",
     "58+74+49+25=206"),
    ("part_of_sum", "审结1888件,其中调解1254件、裁决634件,超期案件0件。", "1254+634=1888"),
    ("part_of_sum", "办理复议案件15件,其中维持9件、撤销6件、其他0件。", "9+6+0=15"),
    ("subset", "18个乡镇中尚有5个没有专职人员。", "5≤18"),
    ("subset", "原定694个,实际达到921个,超过计划227个,其中全部建成的有428个。", "428≤921"),
    ("change", "地方财政收入35.28亿元,净增6.12亿元,增长21.0%。", "6.12亿/29.16亿=20.99%≈21%"),
    ("change", "全社会投资2895亿元,是“八五”时期1251亿元的2.3倍。", "1251亿→2895亿: 2.31≈2.3"),
    ("change", "电话由922万部发展到2701万部,增长1.9倍。", "922万→2701万: 1.93≈1.9"),
    ("change", "钢产量由135万吨增加到535万吨,等于五年前的3.96倍。", "135万→535万: 3.96"),
    ("change", "原定694个,实际达到921个,超过计划227个。", "694→921: 227"),
    ("change", "养老金月人均提高110元,由862元增至972元。", "862→972: 110"),
    ("change", "工业总产值增长66%,由680亿元跃增到1130亿元。", "680亿→1130亿: 66.18%≈66%"),
    ("change", "全县74个合作社,已经合并成为26个公社。", "74→26 (-64.86%)"),
    ("change", "直属机构由86个调整为59个,人员精简20%。", "86→59 (-31.4%)"),
    ("change", "办理时限由45个工作日压缩至7个工作日,压缩率84.4%。", "45→7: 84.44%≈84.4%"),
    ("change", "生产总值由2012年的2.24万亿元增加到2017年的3.34万亿元,年均增长8.3%。",
     "(3.34万亿/2.24万亿)^(1/5)-1=8.32%≈8.3%"),
    ("rate", "城镇新增就业1256万人,完成目标1200万人的104.7%。", "1256万/1200万=104.67%≈104.7%"),
    ("rate", "计划检查640家,实际检查672家,完成率105%。", "672/640=105%"),
    ("rate", "下岗职工96.3万人,安置57.8万人,占六成。", "57.8万/96.3万=60.02%≈60%"),
    ("rate", "报考5700人,录取273名,录取率4.8%。", "273/5700=4.79%≈4.8%"),
    ("rate", "居民收入33948元、农村12936元,城乡收入比缩小到2.62:1。", "33948/12936=2.62"),
    ("percent_sum", "三次产业增加值占比分别为6.8%、36.5%和56.7%。", "6.8+36.5+56.7=100%"),
    ("product", "设代办点16个,每点配代办员2名,共32名。", "16×2=32"),
]  # fmt: skip


@pytest.mark.parametrize(("type", "text", "explain"), HOLDING)
def test_what_the_wording_tells_is_found(type: str, text: str, explain: str) -> None:
    found = {(tie.type, tie.explain): tie for tie in ties_of(text)}
    assert (type, explain) in found, list(found)
    assert found[type, explain].told and found[type, explain].holds == "true"
    assert not any(tie.failed for tie in found.values())


@pytest.mark.parametrize(
    ("text", "explain"),
    [
        ("在80种产品中,完成计划的有65种,其中创新高的52种,没有完成计划的17种。", "65+17=82≠80"),
        ("审结15件,其中维持9件、撤销2件、确认违法1件、和解4件。", "9+2+1+4=16≠15"),
        ("新登记企业632户、个体户2841户、合作社97户,合计3507户。", "632+2841+97=3570≠3507"),
        ("对1486件文件逐件清理,继续有效612件、修改58件、废止497件、失效329件。", "612+58+497+329=1496≠1486"),
        ("接报84件,核查属实61件,属实率82.6%。", "61/84=72.62%≠82.6%"),
        ("187户亏损企业,已有121户通过兼并摆脱困境,脱困率74.7%。", "121/187=64.71%≠74.7%"),
        ("收案13287件,含上年结转1052件;审结12406件,审结率84.4%。", "12406/13287=93.37%≠84.4%"),
        ("排查隐患5932处,整改5971处。", "5971>5932"),
        ("办理建议87件、提案113件,共205件。", "87+113=200≠205"),
        ("诉讼案件23件,胜诉25件,胜诉率100%。", "25/23=108.7%≠100%"),
        ("立案236件,罚款520万元,其中209件,占78.6%。", "209/236=88.56%≠78.6%"),
        ("1.组建市场监管、生态环境、文化市场、农业八支队伍。", "4≠8"),
        ("城镇新增就业1256万人,完成目标1200万人的114.7%。", "1256万/1200万=104.67%≠114.7%"),
        ("财政收入1192.7亿元,支出1088.5亿元,结余105.2亿元。", "1088.5亿+105.2亿=1193.7亿≠1192.7亿"),
        ("发生事故27起、伤19人,比上年的32起、25人分别下降15.6%和34%。", "25→19: 24%≠34%"),
    ],
)
def test_what_contradicts_the_wording_fails(text: str, explain: str) -> None:
    failed = [tie for tie in ties_of(text) if tie.failed]
    assert [tie.explain for tie in failed] == [explain]
    assert {tie.confidence for tie in failed} == {"medium"}


@pytest.mark.parametrize(
    "text",
    [
        "对42件合同、87件事项进行合法性审查,合法性审查率100%。",
        "受理案件90件,审结80件,群众满意率99%。",
        "受理案件0件,调解成功0件,调解成功率5%。",
        "全县常住人口52万人,城镇人口30万人,城镇登记失业率3.1%。",
        "在工作过程中,走访企业120家,走访个体户300家。",
        "工作中,出动执法人员50人,检查单位30家。",
        "财政收入92.7亿元,教育支出18.5亿元,年末结余4.5亿元。",
        "计划投资640万元,实际投资500万元,资金使用率99%。",
        "比上年增长66%,由省级财政安排680万元增加到900万元。",
        "企业100家、学校30家、医院5家,合计检查500家次。",
        "受理建议10件;办理甲类87件、乙类113件,共210件。",
        "检查企业87家、商户113家,共查处隐患205处。",
        "排查隐患59条,年内整改历史隐患71处。",
        "甲项占比为30%,乙项40%,丙项50%。",
        "发展到2701万部,比上年增加2倍,用户为300万户。",
    ],
)
def test_what_only_sounds_like_it_does_not_fail(text: str) -> None:
    assert [tie.explain for tie in ties_of(text) if tie.failed] == []


@pytest.mark.parametrize(
    "text",
    [
        "刑事案件比上年减少682起,破案率为78.4%。",
        "来信来访3207批次,初信初访化解率94.2%。",
        "全年受理行政许可312件,办结312件,好评率100%。",
        "第一产业5744亿元,第二产业11490亿元,第三产业6704亿元,分别占24%、48%和28%。",
    ],
)
def test_a_rate_is_not_worked_out_of_what_it_is_not_of(text: str) -> None:
    assert [tie.explain for tie in ties_of(text) if tie.type == "rate"] == []


def test_cases_taken_in_behind_a_semicolon_are_others() -> None:
    assert [tie.type for tie in ties_of("化解纠纷2674件;仲裁机构受理案件百余件。")] == []


def test_shares_that_are_told_in_one_list_each_find_their_own_amount() -> None:
    text = "生产总值23938亿元。其中一产5744亿元,二产11490亿元,三产6704亿元,分别占24%、48%和28%。"
    rates = [tie.explain for tie in ties_of(text) if tie.type == "rate"]
    assert rates == ["5744亿/23938亿=24%", "11490亿/23938亿=48%", "6704亿/23938亿=28.01%≈28%"]


@pytest.mark.parametrize("text", ["龙头企业312家,带动农户156万户。", "城镇居民收入33948元、农村12936元。"])
def test_sound_sentences_raise_no_alarm(text: str) -> None:
    alarms = find_alarms(read_report(f"{HEAD}{text}\n"))
    assert [alarm.kind for alarm in alarms if alarm.level == "alarm"] == []


@given(
    st.lists(st.sampled_from([text for _, text, _ in HOLDING]), min_size=1, max_size=4),
    st.lists(st.sampled_from(["0", "1", "0.0", "100", "99999", "12.5", "-3", "0亿", "3万"]), min_size=1),
)
def test_whatever_the_numbers_are_every_tie_can_be_said(texts: list[str], numbers: list[str]) -> None:
    """Zeros, falls below zero and numbers that no wording can mean."""
    drawn = iter(numbers * 99)
    text = re.sub(r"[0-9]+(?:\.[0-9]+)?", lambda found: next(drawn), "".join(texts))
    for tie in ties_of(text):
        assert say_tie(tie) and tie.explain
