"""一 with a measure word where it counts: 两个中心、一个平台; 一项经验获推广,2篇信息被采用."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.extracting.trace import fired
from fzreview.language.alphabet import CLAUSE_MARKS
from fzreview.language.words import words
from fzreview.reading.figures.doubts import CHINESE_NUMERAL
from fzreview.reading.figures.found import Found, Verdict
from fzreview.reading.figures.page import Page

RULES: Final = (
    ROW := Rule(
        "numeral.row-of-counts",
        "一 with a measure word counts beside another count: 两个中心、一个平台.",
        zh="“一”加量词，与另一个计数并列时也是计数",
        takes=("建成两个中心、⟦一个⟧平台", "抓获⟦一名⟧主犯和5名从犯"),
        leaves=("建成⟦一个⟧平台", "建成⟦一个⟧平台,打造一支队伍"),
    ),
    LAST := Rule(
        "numeral.one-at-the-end",
        "At the end of its clause, behind its thing, 一 counts beside a count in the same unit.",
        zh="“一”加量词在所数事物之后、分句末尾，句中另有同一量词的计数时是计数",
        takes=("出台规章三件，开展立法后评估⟦一件⟧。", "新收诉讼2起，审结⟦一起⟧。"),
        leaves=("出台规章三件，抓一件、成⟦一件⟧。", "建成中心3个，⟦一个⟧窗口受理。"),
        rare="Reports that write numbers in Chinese numerals are few.",
    ),
    WON := Rule(
        "numeral.one-that-was-won",
        "Beside another count of its sentence 一 counts what was won, chosen, taken up or passed a test.",
        zh="句中另有计数，“一”数的是获得、入选、采用的事物或通过了检验的对象",
        takes=(
            "⟦一个⟧项目入选国家级示范，3个单位获奖",
            "2篇信息被采用，⟦一项⟧经验获推广",
            "两个村获评示范村，⟦一个⟧村通过省级复核",
        ),
        leaves=(
            "⟦一个⟧项目入选国家级示范",
            "⟦一个⟧窗口受理，3个单位获奖",
            "3个单位获奖，⟦一个⟧窗口通过网上受理",
        ),
    ),
    PERSONS := Rule(
        "numeral.one-and-one-person",
        "一名 or 一位 beside another one counts persons: nobody makes a slogan of them.",
        zh="一名、一位与另一个“一”并列时数的是人",
        takes=("配备⟦一名⟧主任、⟦一名⟧副主任", "由⟦一位⟧县领导和一位局长包联"),
        leaves=("⟦一个⟧窗口、一支队伍", "选派⟦一名⟧干部"),
        rare="The guide decides it; plans of staff tell them, reports of the year seldom.",
    ),
)

_CONNECTOR: Final = re.compile(r"[、和及与]")
_NEVER: Final = frozenset("批种类样层面片回把对双届期系列")
_PERSONS: Final = ("名", "位")
_REACH: Final = 16
_SENTENCE: Final = 40
_WON_UNITS: Final = frozenset(words("个 项 名 家 篇 件 条 人 位 所 处 部 起 例"))
_WON: Final = re.compile(
    r"[^,。;:!?、\n]{1,12}?(?:入选|入围|获|荣[获登]|被评|被列|被确定|被授|被[采推]|列入|当选|上榜|中标|夺得|摘得"
    r"|通过[^,。;:!?、\n]{0,10}(?:验收|复核|复评|评审|评估|审核|考核|认定))"
)
_ENDS: Final = frozenset(",。;、")
_THING_BEFORE: Final = re.compile(r"[\u4e00-\u9fff]{2}\Z")
_MOST: Final = 200
"""Beside larger numbers 一 is an article."""


def with_rows(page: Page, found: Sequence[Found]) -> list[Found]:
    """The judged numerals, articles that count made figures and all others left out."""
    kept: list[Found] = []
    for index, one in enumerate(found):
        if one.verdict is not Verdict.ARTICLE:
            kept.append(one)
            continue
        rule = _counting(page, found, index)
        if rule is not None:
            kept.append(one._replace(verdict=Verdict.FIGURE, doubts=(CHINESE_NUMERAL,), rule=rule))
        decided = rule or one.rule
        if decided is not None:
            fired(decided, one.start, one.end)
    return kept


def _counting(page: Page, found: Sequence[Found], index: int) -> Rule | None:
    """The rule by which the article counts, None where it does not."""
    one = found[index]
    unit = "" if one.number is None else one.number.unit
    if unit[:1] in _NEVER or unit == "部分" or page.quoted.holding(one.start) is not None:
        return None
    for other in _neighbours(page, found, index):
        first, second = sorted((one, other), key=lambda each: each.start)
        between = page.text[first.end : second.start]
        if other.verdict is Verdict.FIGURE and other.kind == "count":
            if _in_a_row(between) and other.number is not None and (other.number.value or _MOST) <= _MOST:
                return ROW
            if other.number is not None and other.number.unit == unit and _ends_clause(page, one, between):
                return LAST
            if (
                unit in _WON_UNITS
                and len(between) <= _SENTENCE
                and "。" not in between
                and _WON.match(page.text, one.end)
            ):
                return WON
        elif _is_person(one) and _is_person(other) and _in_a_row(between):
            return PERSONS
    return None


def _ends_clause(page: Page, one: Found, between: str) -> bool:
    """Whether the article stands at the end of its clause, behind a thing, in the sentence of the other."""
    if len(between) > _SENTENCE or "。" in between or page.text[one.end : one.end + 1] not in _ENDS:
        return False
    return _THING_BEFORE.search(page.text, max(0, one.start - 3), one.start) is not None


def _is_person(one: Found) -> bool:
    return one.verdict is Verdict.ARTICLE and one.number is not None and one.number.unit in _PERSONS


def _neighbours(page: Page, found: Sequence[Found], index: int) -> Iterator[Found]:
    """The numerals before and behind that stand in no quotation."""
    for other in (index - 1, index + 1):
        if 0 <= other < len(found) and page.quoted.holding(found[other].start) is None:
            yield found[other]


def _in_a_row(between: str) -> bool:
    """Whether one connector joins the two, right before the second, and no mark parts them."""
    return (
        0 < len(between) <= _REACH
        and between[-1] in "、和及与"
        and len(_CONNECTOR.findall(between)) == 1
        and not any(mark in between for mark in f"{CLAUSE_MARKS}“”")
    )
