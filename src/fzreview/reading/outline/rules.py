"""The rules of headings and items: what numbers them, and what heads a text without a number."""

from __future__ import annotations

from typing import Final

from fzreview.domain.extracting.rule import Rule

_TITLE: Final = "清河县2020年法治政府建设报告\n"
_TEXT: Final = "全县各级行政机关深入推进依法行政，全年受理行政复议案件36件，审结32件，群众满意度不断上升。"
_LAWS: Final = "Plans and laws have parts, chapters and sections; a report that follows one is rare."

_UNNUMBERED: Final = "Nearly all reports number their parts; those that do not have nothing else to go by."

_OF_STYLES: Final[dict[str, Rule]] = {
    "part": Rule(
        "heading.part",
        "第一部分, 第一编 and 第一篇 number the largest parts.",
        takes=(f"{_TITLE}⟦第一部分 工作情况⟧\n{_TEXT}\n第二部分 下步打算\n{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n上半年完成第一部分工作，其余由各部门负责。",),
        rare=_LAWS,
    ),
    "chapter": Rule(
        "heading.chapter",
        "第一章 numbers a chapter.",
        takes=(f"{_TITLE}⟦第一章 工作情况⟧\n{_TEXT}\n第二章 下步打算\n{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n按照第一章的规定，{_TEXT}",),
        rare=_LAWS,
    ),
    "section": Rule(
        "heading.section",
        "第一节 numbers a section of a chapter.",
        takes=(f"{_TITLE}第一章 工作情况\n⟦第一节 依法决策⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n上好第一节法治课。{_TEXT}",),
        rare=_LAWS,
    ),
    "cn": Rule(
        "heading.chinese",
        "一、 numbers the parts of nearly every report.",
        takes=(f"{_TITLE}⟦一、工作情况⟧\n{_TEXT}", f"{_TITLE}⟦一. 加强领导⟧\n{_TEXT}"),
        leaves=(f"{_TITLE}一、二级主任科员12名。{_TEXT}",),
    ),
    "cn_bracket": Rule(
        "heading.chinese-in-brackets",
        "（一） numbers the parts of a part; one of the two brackets may be lost.",
        takes=(f"{_TITLE}一、情况\n⟦（一）加强领导⟧。{_TEXT}", f"{_TITLE}一、情况\n⟦一)加强领导⟧。{_TEXT}"),
        leaves=(f"{_TITLE}一、情况\n（一般程序）办案36件。{_TEXT}",),
    ),
    "number": Rule(
        "heading.number",
        "1. and 1、 number the points of a part; a value behind the point counts only in its turn.",
        takes=(f"{_TITLE}一、情况\n⟦1.加强领导⟧。{_TEXT}", f"{_TITLE}一、情况\n⟦1、加强领导⟧。{_TEXT}"),
        leaves=(f"{_TITLE}一、情况\n3.13个市州参加评查。{_TEXT}",),
    ),
    "decimal": Rule(
        "heading.decimal",
        "1.1 numbers the points of a point.",
        takes=(f"{_TITLE}1. 情况\n⟦1.1 加强领导⟧\n{_TEXT}\n1.2 依法决策\n{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n投入1.1亿元。{_TEXT}",),
        rare="Papers of offices number with 一、 and （一）; decimals come from plans of projects.",
    ),
    "number_bracket": Rule(
        "heading.number-in-brackets",
        "（1） and 1） number the points of a point.",
        takes=(f"{_TITLE}一、情况\n⟦（1）加强领导⟧。{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n按（12）号文件办理。{_TEXT}",),
    ),
    "circled": Rule(
        "heading.circled-number",
        "① numbers the last points.",
        takes=(f"{_TITLE}一、情况\n⟦①加强领导⟧。{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n全县共①处站点。{_TEXT}",),
    ),
    "ordinal": Rule(
        "heading.ordinal",
        "第一，, 首先， and 其一， number what an argument goes through.",
        takes=(f"{_TITLE}一、情况\n⟦首先，加强领导⟧。{_TEXT}\n其次，依法决策。{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n首先发言的是县长。{_TEXT}",),
    ),
    "bullet": Rule(
        "heading.bullet",
        "A dash or a dot begins an item where several lines of the text begin with it.",
        takes=(f"{_TITLE}一、情况\n⟦——加强领导⟧。{_TEXT}\n——依法决策。{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n——加强领导。{_TEXT}",),
    ),
    "item": Rule(
        "heading.item",
        "一是 and 一要 number what one sentence or paragraph goes through.",
        takes=(f"{_TITLE}一、情况\n主要做法：⟦一是加强领导⟧；二是依法决策。{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n一要求各部门落实。{_TEXT}",),
    ),
}

RULES: Final = (
    TITLE := Rule(
        "heading.title",
        "The title stands above all.",
        takes=(f"⟦清河县2020年法治政府建设报告⟧\n{_TEXT}",),
        leaves=(_TEXT,),
    ),
    *_OF_STYLES.values(),
    MARKDOWN := Rule(
        "heading.markdown",
        "A line that Markdown marks with # is a heading.",
        rare="Copies that a program turned into Markdown.",
        takes=(f"{_TITLE}{_TEXT}\n# 机关\n{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n选用#号方案。{_TEXT}",),
    ),
    FOREWORD := Rule(
        "heading.foreword",
        "前言, 结语 and their like stand beside the numbered parts and hold nothing.",
        takes=(f"{_TITLE}⟦前言⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}前言部分由县司法局起草。{_TEXT}",),
        rare="Reports of one body have no foreword; those that are printed as a book have.",
    ),
    NAMED := Rule(
        "heading.named-part",
        "A short line above a paragraph that ends with 情况, 打算, 问题 … names a part.",
        rare=_UNNUMBERED,
        takes=(f"{_TITLE}{_TEXT}\n⟦主要工作情况⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n了解工作情况。\n{_TEXT}",),
    ),
    TASK := Rule(
        "heading.task-line",
        "A short line above a paragraph that begins with the verb of a task heads it.",
        rare=_UNNUMBERED,
        takes=(f"{_TITLE}{_TEXT}\n⟦加强组织领导⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n加强组织领导，成效明显\n{_TEXT}",),
    ),
    YEAR := Rule(
        "heading.year-line",
        "A short line with a year that names what was done or is planned heads its part.",
        takes=(f"{_TITLE}⟦2020年主要工作情况⟧\n{_TEXT}\n⟦2021年工作安排⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n2020年，工作情况良好\n{_TEXT}",),
    ),
    BRACKETED := Rule(
        "heading.bracketed-line",
        "A short line between 【 and 】 above a paragraph heads it.",
        takes=(f"{_TITLE}{_TEXT}\n⟦【主要做法】⟧\n{_TEXT}\n【存在问题】\n{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n【案例】县局办理首例免罚案件。\n{_TEXT}",),
        rare=_UNNUMBERED,
    ),
    LABEL := Rule(
        "heading.label-sentence",
        "城管执法。: a name with its full stop opens a paragraph, where several paragraphs are opened so.",
        takes=(f"{_TITLE}一、情况\n⟦城管执法⟧。{_TEXT}\n环保执法。{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n城管执法。{_TEXT}",),
        rare=_UNNUMBERED,
    ),
    SENTENCE := Rule(
        "heading.task-sentence",
        "A short sentence with the verb of a task, no number and no deed heads the paragraph that it opens.",
        takes=(f"{_TITLE}一、情况\n⟦加强组织领导⟧。{_TEXT}",),
        leaves=(f"{_TITLE}一、情况\n加强了组织领导。{_TEXT}", f"{_TITLE}一、情况\n开展培训3次。{_TEXT}"),
    ),
    PARALLEL := Rule(
        "heading.parallel-sentences",
        "Three short sentences of a paragraph that begin alike head what follows each.",
        rare=_UNNUMBERED,
        takes=(
            f"{_TITLE}一、情况\n（一）主要做法。聚力决策，规范程序。{_TEXT}"
            f"聚力执法，规范流程。{_TEXT}聚力监督，规范问责。{_TEXT}",
        ),
        leaves=(f"{_TITLE}一、情况\n（一）主要做法。聚力决策，规范程序。{_TEXT}",),
    ),
)


def rule_of(style: str) -> Rule:
    """The rule of a style; ``decimal2``, ``bullet—`` and ``inner_item`` share one with their kind."""
    rule = _OF_STYLES.get(style)
    if rule is None:
        kind = style.removeprefix("inner_")
        rule = _OF_STYLES[next((kind for kind in ("decimal", "bullet") if style.startswith(kind)), kind)]
    return rule
