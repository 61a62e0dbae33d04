"""Doubts about a text: each rule with what it takes and what it leaves."""

from __future__ import annotations

import pytest

from fzreview.domain.reports.report import Repair
from fzreview.reading.read import read_report

LEAD = (
    "2020年，我县认真贯彻落实习近平法治思想，深入推进依法"
    "行政，加快建设法治政府，各项工作取得了新的成效，群众满意。"
)
HEAD = "清河县2020年法治政府建设报告\n发布时间：2020-12-20\n"


def flags(text: str) -> list[tuple[str, str | None]]:
    return [(row.kind, row.raw) for row in rows(text) if row.auto == "flag" and row.kind != "halfwidth_punct"]


def rows(text: str) -> tuple[Repair, ...]:
    return read_report(text).repairs


@pytest.mark.parametrize(
    ("body", "kind", "raw"),
    [
        (LEAD + LEAD[:-1], "missing_punct", ""),
        (f"{LEAD}去年全县开展培训。", "year_conflict", "去年"),
        (f"{LEAD}设立服务服务站。", "doubled_word", "服务服务"),
        (f"{LEAD}取得的的成绩。", "doubled_word", "的的"),
        (f"{LEAD}提出“努力建设法治政府。我县落实。", "missing_quote", "“努力建设法治政府。"),
        (f"{LEAD}定期清理规范行文件。", "source_typo", "规范行文件"),
        (f"{LEAD}存在一些的问题。", "source_typo", "一些的"),
        (f"{LEAD}\n2021年1月20", "truncated_end", ""),
        (f"{LEAD}举办法治专题讲座省司法厅副厅长张三为全县干部授课。", "missing_punct", ""),
        (f"{LEAD}召开全县法治工作会议县长李小四作动员讲话。", "missing_punct", ""),
        (f"{LEAD}县司法局36件行政规范性文件进行合法性审核。", "source_missing_word", ""),
        (f"{LEAD}制定计划，定期对各部门和单位，以及各乡镇履行职责情况。", "source_missing_word", ""),
    ],
)
def test_flagged(body: str, kind: str, raw: str) -> None:
    assert (kind, raw) in flags(HEAD + body)


@pytest.mark.parametrize(
    "body",
    [
        LEAD,
        f"{LEAD}较去年同期增长，比去年多。",
        f"{LEAD}清理规范性文件、规范化文件。",
        f"{LEAD}一件一件抓落实，认真研究研究。",
        f"{LEAD}保障合法权益和合法的权益。",
        f"{LEAD}政府常务会议听取汇报。",
        f"{LEAD}落实“谁执法谁普法”责任。",
        f"{LEAD}坚持高起点、高标准、高质量。",
        f"{LEAD}以法治为引领，把落实作为重点。",
        f"{LEAD}\n清河县人民政府\n2021年1月20日",
        f"{LEAD}举办讲座，邀请省委党校教授张三为全县干部授课。",
        f"{LEAD}县政府常务会议由县长李四主持，在全市法治工作会议上市长王五作了讲话。",
        f"{LEAD}为此，时任县长李四作出批示。",
        f"{LEAD}推行“双联双包”制度，即联系企业和项目。推行“首席服务员”制度，服务员即到即办。",
        f"{LEAD}县司法局对36件行政规范性文件进行合法性审核，12个部门开展公平竞争审查。",
        f"{LEAD}全年36件行政规范性文件均进行了合法性审核，有关合同42件经县司法局进行审查。",
        f"{LEAD}定期对各部门落实情况进行督查，通报有关情况。主要内容包括：对投诉的办理情况。",
        f"{LEAD}增强公民义务意识，落实实名制，落实实际需要。",
        f"{LEAD}加强行政执法、监督检查，完善行政执法监督检查机制。",
    ],
)
def test_left(body: str) -> None:
    assert flags(HEAD + body) == []


def test_page_doubts() -> None:
    found = flags(
        f"清河县2020年法治政府建设报告\n信息来源: 保护视力色:\n【字"
        f"体: 打印\n清河县2020法治政府建设报告\n{LEAD}\n附件："
    )
    assert ("empty_field", "信息来源: 保护视力色:") in found
    assert ("truncated_label", "【字体: 打印") in found
    assert ("duplicate_title", "清河县2020法治政府建设报告") in found
    assert ("truncated_end", "附件：") in found


def test_a_missing_title_is_flagged() -> None:
    assert ("missing_title", "") in flags(f"首页 > 政策\n{LEAD}")


def test_a_report_of_last_year_may_say_last_year() -> None:
    body = HEAD.replace("2020-12-20", "2021-03-01") + LEAD + "去年全县开展培训。"
    assert "year_conflict" not in [kind for kind, _ in flags(body)]


def test_folded_punctuation_is_one_row() -> None:
    found = [
        row
        for row in rows(HEAD + "全县,各部门(单位)共12,345件;共1:2。" + LEAD)
        if row.kind == "halfwidth_punct"
    ]
    assert [(row.count, row.auto, row.raw) for row in found] == [(4, "flag", None)]


def test_set_names_get_their_mark() -> None:
    reading = read_report(HEAD + LEAD + "推行双随机一公开监管。")
    assert "双随机、一公开监管" in reading.clean.text
    assert ("双随机一公开", "双随机、一公开", "fix") in [
        (row.raw, row.repaired, row.auto) for row in reading.repairs
    ]


def test_spam_is_flagged_and_kept() -> None:
    text = f"金某官网 人民政府关于2020年法治政府建设情况的报告\n{LEAD}金某官网 在市委领导下推进工作。"
    assert [row.repaired for row in rows(text) if row.kind == "spam"] == [None, None]
    assert "金某官网" in read_report(text).clean.text
