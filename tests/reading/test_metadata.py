"""What a report says about itself."""

from __future__ import annotations

import pytest

from fzreview.domain.reports.report import Metadata
from fzreview.reading.body import find_layout
from fzreview.reading.metadata import read_metadata
from fzreview.reading.metadata.dates import iso_date, year_value
from fzreview.text.clean import clean_text

LEAD = "我县认真贯彻落实习近平法治思想，深入推进依法行政，加快建设法治政府，各项工作取得新成效。"
TEXT = f"{LEAD}\n一、工作情况\n（一）加强领导。{LEAD}\n"


def meta(text: str) -> Metadata:
    clean, _ = clean_text(text)
    return read_metadata(find_layout(clean.text), clean)


def test_all_fields_of_a_page() -> None:
    found = meta(
        "首页 > 政务公开\n索 引 号 | 123456789/2021-00012 | 分 类 | 政务 |\n"
        "文 号 | 清政发〔2021〕2号 | 发文日期 | 2021-02-01 |\n"
        "清河县人民政府关于2020年度法治政府建设情况的报告\n来源：县司法局 浏览：5\n"
        f"{TEXT}清河县人民政府\n2021年1月20日\n"
    )
    assert found == Metadata(
        title="清河县人民政府关于2020年度法治政府建设情况的报告",
        title_span=found.title_span,
        year=2020,
        region="清河县",
        issuer="清河县人民政府",
        publish_date="2021-02-01",
        sign_date="2021-01-20",
        doc_number="清政发〔2021〕2号",
        index_number="123456789/2021-00012",
        source="县司法局",
    )


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("清政发〔2021〕2号 清河县2020年法治政府建设报告\n", "doc_number", "清政发〔2021〕2号"),
        ("清河县2020年法治政府建设报告\n文号：无\n", "doc_number", None),
        (
            "清河县2020年法治政府建设报告\n2021年1月30日 08:25:30 来源:政府公告\n",
            "publish_date",
            "2021-01-30",
        ),
        ("清河县2020年法治政府建设报告\n2021年1月30日 08:25:30 来源:政府公告\n", "source", "政府公告"),
        ("清河县2020年法治政府建设报告\n信息来源: 保护视力色:\n", "source", None),
        ("清河县2020年法治政府建设报告\n发布机构：县政府办\n", "source", "县政府办"),
        ("清河县2020年法治政府建设报告\n", "issuer", "清河县人民政府"),
        ("2020年度法治政府工作报告(清河新区)\n", "region", "清河新区"),
        ("清河县司法局2020年法治政府建设工作总结\n", "issuer", "清河县司法局"),
        ("一图读懂丨清河县2020年法治政府建设年度报告\n", "issuer", "清河县人民政府"),
        ("一图读懂：清河县司法局2020年法治政府建设情况报告\n", "issuer", "清河县司法局"),
        ("图解：清河市2020年法治政府建设年度报告\n", "region", "清河市"),
        ("一图速览《清河市2020年法治政府建设年度报告》\n", "issuer", "清河市人民政府"),
        ("长图｜清河县教育局2020年法治政府建设工作报告\n", "issuer", "清河县教育局"),
        ("清河县市场监督管理局2020年法治政府建设工作总结\n", "region", "清河县"),
        ("二〇二〇年清河县法治政府建设工作总结\n", "year", 2020),
        (
            "清河县法治政府建设工作总结\n2020年，全县上下深入推进法治政府建设工作，成绩明显，群众满意。\n",
            "year",
            2020,
        ),
        ("政府工作报告\n——2023年1月12日在省第十四届人民代表大会第一次会议上\n", "year", 2023),
        ("政府工作报告\n——2023年1月12日在省第十四届人民代表大会第一次会议上\n", "issuer", None),
    ],
)
def test_single_fields(head: str, field: str, value: object) -> None:
    assert getattr(meta(head + TEXT), field) == value


def test_cited_numbers_and_dates_are_not_the_reports_own() -> None:
    found = meta(
        f"清河县2020年法治政府建设报告\n{TEXT}印发《通知》（清政发〔2019〕7号），2019年3月1日起施行，各部门认真落实有关要求。"
    )
    assert (found.doc_number, found.publish_date, found.sign_date) == (None, None, None)


@pytest.mark.parametrize(
    ("signature", "issuer", "date"),
    [
        ("清河县人民政府\n2021年1月20日", "清河县人民政府", "2021-01-20"),
        ("清河县人民政府 2021年1月20日", "清河县人民政府", "2021-01-20"),
        ("清河县人民政府办公室\n二〇二一年一月二十日", "清河县人民政府办公室", "2021-01-20"),
        ("2021年1月2", "清河县人民政府", "2021-01-02"),
        ("", "清河县人民政府", None),
    ],
)
def test_sign_offs(signature: str, issuer: str, date: str | None) -> None:
    found = meta(f"清河县2020年法治政府建设报告\n{TEXT}{signature}")
    assert (found.issuer, found.sign_date) == (issuer, date)


def test_doubts_are_flagged() -> None:
    spammed = (
        "金某官网 人民政府关于2020年度法治政府建设情况的报告\n"
        + TEXT
        + "金某官网 在市委领导下推进工作，成效明显。"
    )
    assert meta(spammed).flags == ("issuer_spammed",) or "issuer_spammed" in meta(spammed).flags
    assert "title_missing" in meta(TEXT).flags


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021-02-30", None),
        ("2021/3/5", "2021-03-05"),
        ("二〇二一年十二月三十一日", "2021-12-31"),
        ("无", None),
    ],
)
def test_dates_exist(text: str, date: str | None) -> None:
    assert iso_date(text) == date


@pytest.mark.parametrize(
    ("numeral", "year"), [("2021", 2021), ("一九五五", 1955), ("二○二○", 2020), ("1234", None), ("年", None)]
)
def test_years(numeral: str, year: int | None) -> None:
    assert year_value(numeral) == year
