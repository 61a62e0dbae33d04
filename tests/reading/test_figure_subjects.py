"""What the figures of a sentence are said to count."""

from __future__ import annotations

import pytest

from fzreview.reading.figures import find_figures
from fzreview.text.clean import clean_text


def subjects(source: str) -> list[str]:
    clean, _ = clean_text(source)
    return [figure.subject for figure in find_figures(source, clean, [(0, len(clean.text))], []).figures]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("截至目前，共受理各类人民调解案件195件。", ["受理各类人民调解案件"]),
        ("全县新增市场主体共300户，其中新登记企业283户。", ["新增市场主体", "新登记企业"]),
        ("办理人大建议，达282件。", ["办理人大建议"]),
        ("制发建议书6份、意见书38份。", ["制发建议书", "制发意见书"]),
        ("由原有8个办理环节减至3个。", ["原有办理环节", "办理环节减至"]),
        ("三家公司获评先进企业。", ["公司获评先进企业"]),
        ("甲公司、乙公司等三家公司获评先进企业。", ["公司获评先进企业"]),
        ("行政应诉案件25件（败诉率32%），撤销8件，驳回起诉1件。", [
            "行政应诉案件", "行政应诉案件败诉率", "行政应诉案件撤销", "行政应诉案件驳回起诉",
        ]),
        ("发放资料10万余份、宣传品2万余份。", ["发放资料", "发放宣传品"]),
        ("受理复议案件178件，审结172件，纠错率9.5%。", ["受理复议案件", "复议案件审结", "复议案件纠错率"]),
        ("开展培训15场，惠及群众688人次。", ["开展培训", "培训惠及群众"]),
        ("清理规范性文件，废止15件，修改12件。", ["规范性文件废止", "规范性文件修改"]),
        ("地区生产总值增长5.8%，增速居全国第2位。", ["地区生产总值增长", "地区生产总值增速居全国"]),
        ("查处案件20起，罚没金额10万元，同比分别上升12%和8.5%。", [
            "查处案件", "案件罚没金额", "查处案件同比上升", "案件罚没金额同比上升",
        ]),
        ("白银、精炼铜产量分别增长19%、11%。", ["白银产量增长", "精炼铜产量增长"]),
        ("出台18项制度。", ["出台制度"]),
        ("对35个部门、12个乡镇开展法治督察。", ["对部门开展法治督察", "对乡镇开展法治督察"]),
        ("采纳意见30条，占意见总数的60%。", ["采纳意见", "采纳意见占意见总数"]),
        ("（一）四项重点工作完成。", ["重点工作完成"]),
    ],
)  # fmt: skip
def test_subjects(source: str, told: list[str]) -> None:
    assert subjects(source) == told


def test_cells_take_the_heads_of_row_and_column() -> None:
    table = "单位 | 受理 | 办结\n---|---|---\n公安局 | 12 | 10\n司法局 | 8 | 0\n"
    assert subjects(table) == ["公安局受理", "公安局办结", "司法局受理", "司法局办结"]
    assert subjects("项目\n数量\n受理\n12\n办结\n10\n") == ["受理", "办结"]


def test_a_subject_never_grows_without_end() -> None:
    assert max(map(len, subjects("甲" * 5_000 + "8件，" + "占5%，" * 200))) <= 120
