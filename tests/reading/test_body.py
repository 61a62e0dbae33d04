"""Title and body between the furniture of a page."""

from __future__ import annotations

import pytest

from fzreview.reading.body import find_layout

LEAD = (
    "2020年以来，我县认真贯彻落实习近平法治思想，深入推进依法行政，加快建设法治政府。现将有关情况报告如下："
)
TEXT = "县政府常务会议专题听取法治政府建设情况汇报，研究解决重大问题，印发年度工作要点，明确任务分工。"
REPORT = f"{LEAD}\n一、工作情况\n（一）加强领导。{TEXT}\n二、打算\n（一）加强学习。{TEXT}"


def layout(text: str) -> tuple[str | None, str]:
    found = find_layout(text)
    return (found.title.text if found.title else None), text[slice(*found.body)]


HEADS = [
    (
        "首页 > 政务公开 > 年度报告\n清河县2020年度法治政府建设情况报告\n发布时"
        "间：2021-03-05 来源：县司法局 浏览次数：123\n【字体：大 中 小】\n"
    ),
    (
        "清河县人民政府门户网站\n新闻 信息公开 办事\n清河县2020年度法治政"
        "府建设情况报告\n2021年3月5日 08:25:30 来源:政府公告\n"
    ),
    (
        "清河县2020年度法治政府建设情况报告 - 清河县人民政府\n清河"
        "县2020年度法治政府建设情况报告\n（2021年1月20日）\n"
    ),
    (
        "索引号 | 123/2021-1 | 分类 | 政务公开 |\n---|---|---|---|\n发布机"
        "构 | 县政府办 | 发文日期 | 2021-01-26 |\n清河县2020年度法治政府建设情况报告\n"
    ),
    "清政发〔2021〕2号 清河县2020年度法治政府建设情况报告\n时间：2021-02-25\n【字体：打印\n",
    "清河县2020年度法治政府建设情况报告 发布时间：2021-03-05\n",
]
TAILS = [
    "",
    "\n扫描二维码收藏本页面链接\n打印本页 关闭本页 返回顶部",
    "\n主办：清河县人民政府 承办：县政府办公室\n冀ICP备12345678号-1",
    "\n附件：",
    "\n上一篇：关于做好工作的通知\n下一篇：没有了\n网站地图 | 联系我们",
    "\n相关链接\n清河县2019年度法治政府建设情况报告\n",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("tail", TAILS)
def test_page_lines_stay_out(head: str, tail: str) -> None:
    assert layout(head + REPORT + tail) == ("清河县2020年度法治政府建设情况报告", REPORT)


@pytest.mark.parametrize(
    "signature",
    [
        "\n清河县人民政府\n2021年1月20日",
        "\n清河县司法局 2021年1月20日",
        "\n2021年1月2",
        "\n二〇二一年一月二十日",
        "清河县人民政府2021年1月20日",
    ],
)
def test_the_sign_off_belongs_to_the_body(signature: str) -> None:
    assert layout(HEADS[0] + REPORT + signature + TAILS[1])[1] == REPORT + signature


def test_an_addressee_belongs_to_the_body() -> None:
    assert layout(f"{HEADS[4]}市政府：\n{REPORT}")[1].startswith("市政府：\n")


def test_a_title_on_two_lines() -> None:
    assert layout(f"清河县司法局\n关于2020年度法治政府建设情况的报告\n{REPORT}") == (
        "清河县司法局关于2020年度法治政府建设情况的报告",
        REPORT,
    )


def test_the_block_of_a_work_report_stays_out() -> None:
    head = "政府工作报告\n——2023年1月12日在省第十四届人民代表大会第一次会议上\n省长 张三\n"
    assert layout(f"{head}各位代表：\n{REPORT}") == ("政府工作报告", f"各位代表：\n{REPORT}")


def test_a_report_on_one_line() -> None:
    body = REPORT.replace("\n", " ")
    text = (
        f"当前位置：首页 > 政务公开 清河县2020年度法治政府建设情况报告 发布"
        f"时间：2021-03-05 浏览次数：12 {body} 打印本页 关闭窗口"
    )
    assert layout(text) == ("清河县2020年度法治政府建设情况报告", body)


def test_a_title_glued_to_the_lead() -> None:
    body = REPORT.replace("\n", "")
    assert layout(f"清河县2020年度法治政府建设情况报告{body}") == ("清河县2020年度法治政府建设情况报告", body)


@pytest.mark.parametrize("text", ["当前位置:\n首页 > 政策\n" + REPORT, REPORT])
def test_no_title(text: str) -> None:
    assert layout(text) == (None, REPORT)


@pytest.mark.parametrize("text", ["", "\n\n", "短", "首页 > 政策", "一、"])
def test_what_is_no_report_loses_nothing(text: str) -> None:
    found = find_layout(text)
    assert 0 <= found.body[0] <= found.body[1] <= len(text)
