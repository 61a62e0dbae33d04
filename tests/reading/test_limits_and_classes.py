"""Numbers that set a time limit or a size, and those that only say which cases are meant."""

from __future__ import annotations

import pytest

from support.rule_lines import read_line

KINDS: dict[str, dict[str, list[str]]] = {
    "a time limit that begins with a deed is a figure": {
        "败诉后10日内书面说明原因。": ["10日"],
        "判决生效后30日内提交整改报告。": ["30日"],
        "裁定送达后5日内履行。": ["5日"],
        "文件印发后20日内报送备案。": ["20日"],
        "签收后15日内反馈意见。": ["15日"],
        "今后15日内天气晴好。": [],
        "此后30日内再无降雨。": [],
    },
    "how long a thing has been in use is a figure": {
        "执法车已使用9年未更换。": ["9年"],
        "部分设备使用11年仍在运转。": ["11年"],
        "检测仪已使用六年。": ["六年"],
        "系统使用8年未升级。": ["8年"],
        "老旧电梯使用20年以上。": ["20年"],
        "近9年使用情况良好。": [],
    },
    "turns that tell which ones are meant are none": {
        "对连续3次催告仍未履行的依法强制执行。": [],
        "对连续两次提醒仍不整改的单位约谈负责人。": [],
        "对累计4次督办仍未销号的挂牌督办。": [],
        "经3次调解仍未达成协议的转入诉讼程序。": [],
        "对连续2次抽检均不合格的停业整顿。": [],
        "连续3次获得优秀。": ["3次"],
        "累计4次开展督察。": ["4次"],
    },
    "so many times a measure tells which cases are meant": {
        "标的额在最低工资10倍以内的争议当场调解。": [],
        "货值5倍以上的案件集体讨论。": [],
        "对造价3倍以上的合同逐件审查。": [],
        "对月工资12倍以下的纠纷速裁。": [],
        "对均价2倍以上的项目重点核查。": [],
        "罚款为货值的12倍。": ["12倍"],
        "增长3倍以上。": ["3倍"],
    },
    "口径 is a size before a measure only": {
        "统一裁量口径12条。": ["12条"],
        "明确执法口径8项。": ["8项"],
        "统一法律适用口径6个。": ["6个"],
        "发布统计口径4类。": ["4类"],
        "形成办案口径15条。": ["15条"],
        "管道口径500毫米。": [],
    },
    "一次性 and 两头跑 are no figures": {
        "打包修改12件、一次性废止9件。": ["12件", "9件"],
        "整改隐患6处、一次性告知事项8项。": ["6处", "8项"],
        "发放补贴3万元、一次性奖励2万元。": ["3万元", "2万元"],
        "一次性通过验收。": [],
        "群众办事不再两头跑。": [],
        "一次废止文件9件。": ["9件"],
    },
    "how long a thing lay and how long somebody was barred is a figure": {
        "最早的一笔已滞留11年。": ["11年"],
        "最久的一宗已搁置8年。": ["8年"],
        "厂房闲置六年。": ["六年"],
        "对运动员停赛两年。": ["两年"],
        "限制交易期限短的6个月，长的3年。": ["6个月", "3年"],
        "资格暂停期短的三个月，长的两年。": ["三个月", "两年"],
        "近5年滞留款项清退完毕。": [],
    },
    "so many or more, of those who are dealt with, tell which ones are meant": {
        "对恶意申请5000件次以上的线索开展倒查。": [],
        "对囤积3000件以上的商标开展核查。": [],
        "对连锁经营20间以上的门店统一约谈。": [],
        "凡受理投诉30件以上的网点逐一走访。": [],
        "对代理申请800件以上的机构开展抽查。": [],
        "囤积商标3000件以上。": ["3000件"],
        "核查商标3000件以上，注销260件。": ["3000件", "260件"],
    },
}
LINES = [(kind, source, told) for kind, lines in KINDS.items() for source, told in lines.items()]


@pytest.mark.parametrize(("kind", "source", "told"), LINES)
def test_figures(kind: str, source: str, told: list[str]) -> None:
    assert [figure.text for figure in read_line(source).figures] == told, kind
