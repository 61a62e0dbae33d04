"""Alarms about single figures, and the reports that raise none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fzreview.checking.ties import find_alarms
from fzreview.domain.ties.tie import ALARM_KINDS, Alarm
from fzreview.reading.read import read_report
from support.gold_reports import SEEDS, seed_names
from support.held_reports import held_names, held_report


def alarms_of(text: str) -> list[Alarm]:
    reading = read_report(f"某区2021年法治政府建设报告\n一、情况\n{text}\n")
    return [alarm for alarm in find_alarms(reading) if alarm.level == "alarm"]


RAISING = [
    ("percent_over_100", "政府信息公开及时率达190%。"),
    ("far_magnitude", "调解纠纷12件,化解纠纷30件,排查纠纷41件,复议案件9件,受理案件195万件。"),
    ("far_magnitude", "设立监督联络点4万处,聘请监督员33名,开展监督2场,办理案件46件。"),
    ("too_many", "增配10万个全额事业编制(其中科级职数2名)。"),
    ("far_magnitude", "审查文书45万份,出具审查意见书7份。"),
    ("far_magnitude", "办理环节由8万个减至3个。"),
    ("far_magnitude", "职工工资总额由773亿元增为983万元。"),
    ("far_magnitude", "立案9412万起,同比下降8.7%,破案5123起。"),
    ("too_many", "播出电视节目12万期。"),
    ("too_many", "年末常住人口5851.5亿人。"),
    ("lost_magnitude", "企业注册资本269.95元,固定资产投资38亿元。"),
    ("odd_unit", "受理各类人民调解案件195人。"),
    ("odd_unit", "案件办结率达98件。"),
    ("odd_unit", "明确了16人行政执法主体。"),
    ("unit_apart", "受理复议案件37件,维持15人,撤销15件,终止7件。"),
    ("unit_apart", "提交材料由15项减至7户。"),
    ("odd_unit", "退缴违法所得174.25万人。"),
    ("odd_unit", "以政府为被告的76份行政诉讼案件无一败诉。"),
    ("odd_unit", "调解和撤回申请的案件36份。"),
    ("odd_unit", "全部申请做到100‰按时回复。"),
    ("odd_unit", "按照不少于总数5件比例配备。"),
    ("odd_unit", "审核人员现有853次。"),
    ("unit_apart", "办理建议17件(含议案转为建议1人)。"),
    ("unit_apart", "提交材料由15项减至7元。"),
    ("unit_apart", "审批时限由45小时减至15天。"),
    ("unit_apart", "最后仅有8个案件立案。复议终止1份,维持7件。"),
    ("unit_apart", "办理建议29人,其中街道建议17件,社区建议12件。"),
    ("unit_apart", "接待群众法律咨询7682人次,日均21元。"),
    ("unit_apart", "甲类31份,占45.6%;乙类14件,占20.6%;丙类12件,占17.6%。"),
    ("odd_unit", "地区生产总值同比增长9.3‰。"),
    ("odd_unit", "城镇居民人均可支配收入13786户。"),
    ("unit_apart", "现有各级学校143所,其中幼儿园76所,小学41所,初中17所,普通高中6户,中职学校3所。"),
    ("unit_apart", "受理法律援助案件412件,其中刑事187份、民事219件、行政6件。"),
    ("unit_apart", "累计接收社区矫正对象2467人、解除2264份。"),
    ("unit_apart", "由原有8个办理环节减至3户。"),
    ("unit_apart", "人均可支配收入由2002年的7703元增加到2007年的13786户。"),
    ("unit_apart", "进出口总额1656亿美元,其中出口850亿件,进口806亿美元。"),
    ("unit_apart", "参加测试186人,179元一次合格,合格率96.2%。"),
    ("unit_apart", "总产值8,710亿元,比上年的7,159亿件增加1,551亿元。"),
    ("far_magnitude", "抽检食品1,860万批次,不合格27批次。"),
    ("odd_fraction", "受理案件12.5件。"),
    ("odd_year", "2071年受理行政复议案件20件。"),
]


@pytest.mark.parametrize(("kind", "text"), RAISING)
def test_what_does_not_fit_raises_an_alarm(kind: str, text: str) -> None:
    assert kind in {alarm.kind for alarm in alarms_of(text)}


def test_every_kind_is_raised_somewhere() -> None:
    elsewhere = {"jump_across", "extractor_doubt", "empty_range"}
    assert {kind for kind, _ in RAISING} == set(ALARM_KINDS) - elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "工业总产值增长120%,完成年计划的104%。",
        "受理复议案件37件,逮捕犯罪嫌疑人15人。",
        "到2035年基本建成法治政府,覆盖12个部门。",
        "千人拥有企业32.6户。",
        "每人每月补贴200元。",
        "办理时限由1年缩短至3个月。",
        "办件平均用时缩短了三分之一,跑动次数减少到0.3次。",
        "新增个体工商户15万户,3个体育场馆开放。",
        "走访100家企业,共享200万次数据,开展3次检查。",
        "审核文件546件(区委办120件、其他部门426件)。",
        "受理控告举报4人。",
        "受理案件17件(含未成年人3人)。",
        "补助标准由每人每年610元提高到640元/人。",
        "审批时限由2天减至6小时。",
        "抽查30份案件卷宗,旁听案件庭审5次。",
        "年末户籍人口5851.5万人,日均接警1129起。",
        "企业20家,占40%;农户18户,占36%;学校12所,占24%。",
        "没收违法所得3,456.78元,最高单笔罚款50万元。",
        "人口自然增长率下降0.3‰。",
        "进出口总额1656亿美元,其中出口850亿美元,进口806亿美元。",
        "抽检食品2000批次,不合格48件,不合格率2.4%。",
        "受理案件512件,涉及512人,结案率98.2%。",
        "办理拘留案件15件,释放12人。",
        "受理社区矫正调查案件45件,接收25人、解除18人。",
        "印发文件50份,其中规范性文件10件、其他文件40份。",
        "亿元企业由12个企业增加到15户。",
        "行政拘留12人、罚款25人,处理欠薪35件。",
        "处理突发事件120起,其中火灾30次、救援90起。",
    ],
)
def test_what_may_be_raises_none(text: str) -> None:
    assert alarms_of(text) == []


def test_a_range_that_ends_before_it_begins_raises_an_alarm() -> None:
    reading = read_report("某区2021年法治政府建设报告\n一、情况\n配备3至5名执法人员。\n")
    figure = replace(reading.figures[0], upper="2")
    assert [alarm.kind for alarm in find_alarms(reading, [figure])] == ["empty_range"]


def test_the_extractors_doubt_is_a_notice() -> None:
    reading = read_report("某区2021年法治政府建设报告\n一、情况\n覆盖四个乡镇。\n")
    assert {alarm.level for alarm in find_alarms(reading)} == {"notice"}


def test_clean_reports_raise_hardly_any() -> None:
    sources = [(SEEDS / doc).read_bytes().decode("utf-8") for doc in seed_names()]
    sources += [held_report(name).source for name in held_names()]
    raised = [
        alarm for source in sources for alarm in find_alarms(read_report(source)) if alarm.level == "alarm"
    ]
    assert len(raised) <= 0.1 * len(sources), raised
