"""The rules of doubts: what a reviewer should look at, by page, punctuation and sentence.

Rules about single set phrases stand beside their patterns (`wording.SLIPS`).
"""

from __future__ import annotations

from typing import Final

from fzreview.domain.extracting.rule import Rule

_SELDOM: Final = "Printed reports are proof-read: slips are rare, and seen by nobody where they stand."
_PAGES: Final = "Copies of pages without their frame are the common ones."

_HEAD: Final = "清河县2020年法治政府建设报告\n发布时间：2020-12-20\n"
_LEAD: Final = "2020年，我县认真贯彻落实习近平法治思想，深入推进依法行政，各项工作取得了新的成效，群众满意。"
_REPORT: Final = _HEAD + _LEAD

RULES: Final = (
    SPAM := Rule(
        "repair.spam",
        "Words of gambling sites that stand where a place belongs were put over its name.",
        takes=(
            f"⟦金某官网 ⟧人民政府关于2020年法治政府建设情况的报告\n{_LEAD}金某官网 在市委领导下推进工作。",
        ),
        leaves=(f"{_REPORT}在市政府官网 公开信息。",),
        rare="An attack on web pages.",
    ),
    NO_TITLE := Rule(
        "repair.missing-title",
        "A report has a title; the copy lost it.",
        takes=(f"首页 > 政策\n{_LEAD}",),
        leaves=(_REPORT,),
    ),
    SECOND_TITLE := Rule(
        "repair.second-title",
        "The page's headline and the paper's own title say the same.",
        takes=(f"{_HEAD}⟦清河县2020法治政府建设报告⟧\n{_LEAD}",),
        leaves=(_REPORT,),
    ),
    EMPTY_FIELD := Rule(
        "repair.empty-field",
        "A label of the page without its value.",
        takes=(f"清河县2020年法治政府建设报告\n⟦信息来源：⟧ 发布时间：2020-12-20\n{_LEAD}",),
        leaves=(f"清河县2020年法治政府建设报告\n信息来源：司法局\n{_LEAD}",),
        rare=_PAGES,
    ),
    CUT_LABEL := Rule(
        "repair.cut-label",
        "A bracket that a label opened and its line never closes.",
        takes=(f"清河县2020年法治政府建设报告\n⟦【字体：大⟧\n{_LEAD}",),
        leaves=(f"清河县2020年法治政府建设报告\n【字体：大 中 小】\n{_LEAD}",),
        rare=_PAGES,
    ),
    NO_ATTACHMENT := Rule(
        "repair.cut-attachment",
        "附件： announces what the copy does not hold.",
        takes=(f"{_REPORT}\n清河县人民政府\n2021年1月20日\n⟦附件：⟧",),
        leaves=(f"{_REPORT}\n清河县人民政府\n2021年1月20日\n附件：统计表",),
        rare=_PAGES,
    ),
    CUT_DATE := Rule(
        "repair.cut-date",
        "The date of a sign-off ends with 日.",
        takes=(f"{_REPORT}\n2021年1月20",),
        leaves=(f"{_REPORT}\n2021年1月20日",),
        rare=_PAGES,
    ),
    HALF_WIDTH := Rule(
        "repair.half-width-marks",
        "Chinese text has full-width marks; half-width ones tell that a program folded them.",
        takes=(f"{_HEAD}全县,各部门(单位)共12,345件;{_LEAD}",),
        leaves=(f"{_REPORT}共12,345件，比为1:2。",),
    ),
    NO_STOP := Rule(
        "repair.missing-full-stop",
        "A paragraph of sentences ends with a mark, unless a sign-off is glued to it.",
        takes=(f"{_HEAD}{_LEAD}{_LEAD[:-1]}",),
        leaves=(_REPORT,),
    ),
    OPEN_QUOTE := Rule(
        "repair.open-quotation",
        "A quotation or a title that opens is closed before the next one or the end of its line.",
        takes=(f"{_REPORT}提出⟦“努力建设法治政府。⟧我县落实。",),
        leaves=(f"{_REPORT}落实“谁执法谁普法”责任。",),
        rare=_SELDOM,
    ),
    TWICE := Rule(
        "repair.doubled-word",
        "Two characters written twice in a row are a slip, where the language does not double them.",
        takes=(f"{_REPORT}设立⟦服务服务⟧站。",),
        leaves=(f"{_REPORT}认真研究研究，一件一件抓落实。",),
        rare=_SELDOM,
    ),
    PARTICLE_TWICE := Rule(
        "repair.doubled-particle",
        "Particles and marks are never doubled.",
        takes=(f"{_REPORT}取得⟦的的⟧成绩。",),
        leaves=(f"{_REPORT}明辨是是非非。",),
        rare=_SELDOM,
    ),
    AS_CORE := Rule(
        "repair.as-without-taking",
        "为核心, 为抓手 … need 以, 把 or 将 before what they name.",
        takes=(f"{_REPORT}全县上下，法治⟦为引领⟧，推动发展。",),
        leaves=(f"{_REPORT}以法治为引领，推动发展。",),
        rare=_SELDOM,
    ),
    LAST_YEAR := Rule(
        "repair.last-year",
        "去年 cannot be the year reported on where the report was signed or put up within that year.",
        takes=(f"{_REPORT}⟦去年⟧全县开展培训。",),
        leaves=(f"{_REPORT}较去年同期增长。",),
        rare="Most reports are signed in January of the next year.",
    ),
    RUN_TOGETHER := Rule(
        "repair.speaker-run-together",
        "Who speaks at an event opens a clause of its own.",
        takes=(f"{_REPORT}举办法治专题讲座省司法厅副厅长张三为全县干部授课。",),
        leaves=(f"{_REPORT}举办讲座，邀请省委党校教授张三为全县干部授课。",),
        rare=_SELDOM,
    ),
    NO_TOWARDS := Rule(
        "repair.missing-towards",
        "Between who examines and what is examined stands 对.",
        takes=(f"{_REPORT}县司法局36件行政规范性文件进行合法性审核。",),
        leaves=(f"{_REPORT}县司法局对36件行政规范性文件进行合法性审核。",),
        rare=_SELDOM,
    ),
    NO_VERB := Rule(
        "repair.missing-verb",
        "对 announces a verb.",
        takes=(f"{_REPORT}制定计划，定期对各部门和单位，以及各乡镇履行职责情况。",),
        leaves=(f"{_REPORT}定期对各部门落实情况进行督查，通报有关情况。",),
        rare=_SELDOM,
    ),
    SHORT_TITLE := Rule(
        "repair.shortened-title",
        "A title that comes twice in two wordings lacks a word in one of them.",
        takes=(f"{_HEAD}⟦清河县2020法治政府建设报告⟧\n{_LEAD}",),
        leaves=(f"{_HEAD}清河县2020年法治政府建设报告\n{_LEAD}",),
        rare=_SELDOM,
    ),
)
