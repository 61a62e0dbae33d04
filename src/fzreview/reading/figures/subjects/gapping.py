"""Gapping: coordinated nouns that share the verb of the first (新建干线300公里，复线120公里)."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of, words
from fzreview.reading.figures.subjects.actors import deed_at
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.levels import at_level, has_level, is_level
from fzreview.reading.figures.subjects.phrases import joined, verb_in
from fzreview.reading.figures.subjects.predicates import verb_of
from fzreview.reading.figures.subjects.verbs import DEEDS, NOUN_ENDINGS
from fzreview.reading.figures.subjects.word_classes import RATES

_DEED: Final = any_of(
    """
    新建 新修 新铺 新造 改建 扩建 续建 修建 修复 铺设 架设 栽植 栽种 种植 拆除 关闭 关停 淘汰 取缔 压减 采购
    购置 捣毁
    """
)
_MADE: Final = re.compile(rf"{_DEED}(?:[和、]?{_DEED})?")
"""Deeds that go on over a row of things of one unit: 新建和扩建 too."""
_LOST: Final = re.compile(
    any_of("因灾 造成 大约 共 全国 全省 全市 我国 我省") + r"{0,2}(?P<verb>损失|缴获|收缴|出栏|存栏)"
)
"""Deeds that go on whatever the unit: a loss of steel must not be told as its output."""
_STOCK: Final = re.compile(r"(?:年末|年底)?(?:存栏|出栏)\Z")
_HERD: Final = frozenset(words("头 只 口 匹 羽 峰"))
_NAMES_ITSELF: Final = frozenset("率值程占比栏笼")
"""Last characters of things that tell themselves what is measured."""
_PRIZE: Final = re.compile("[特一二三]等奖\\Z")
"""A prize of a row: what it was won in is told of the first (获市级一等奖1项、三等奖2项)."""
_PEOPLE: Final = frozenset(words("人 名 位"))
_BODIES: Final = words("单位 企业 部门 机构 学校 院校 公司 机关 经营")
_OUTPUT: Final = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:产能|产量|总产)\Z")
"""The head that the nouns of a coordination share: 压减生铁产能20万吨、粗钢5万吨."""
_PLACED: Final = re.compile(any_of("安置 吸纳 招收 录用 接收 招聘 分配 招募"))


def shared_verb(left: str, unit: str, last_unit: str, base: str) -> str | None:
    """The subject of a bare thing ``left`` behind the subject ``base``; None where they share nothing."""
    if not 0 < len(left) <= 8 or left[-1] in _NAMES_ITSELF or verb_in(left) or _MADE.match(left):
        return None
    stock = _STOCK.search(base)
    if stock is not None and stock.start() and unit in _HERD:
        return left + stock.group()
    lost = _LOST.match(base)
    if lost is not None:
        return lost["verb"] + left if lost.end() < len(base) else None
    made = _MADE.match(base) if unit == last_unit and "总" not in left else None
    return made.group() + left if made is not None and made.end() < len(base) else None


def made_at_end(left: str) -> str:
    """The deed that the wording ends with: 国家计划新建和续建; empty where it ends with none."""
    for match in _MADE.finditer(left, max(0, len(left) - 5)):
        if match.end() == len(left):
            return match.group()
    return ""


def placed_by(left: str, unit: str, base: str) -> str | None:
    """集体企业 behind 安置待业青年 is 集体企业安置待业青年: who took in a part of the people."""
    if unit in _PEOPLE and left.endswith(_BODIES) and _PLACED.match(base):
        return left + base
    return None


def listed(antecedent: Antecedent, item: str) -> str:
    """制发建议书6份、意见书38份: the item takes the verb, and what it shares, from the row before."""
    base = antecedent.base[deed_at(antecedent.base) :]
    if item[1:2] == base[1:2] == "级" and not is_level(item):
        return item
    if antecedent.verb[-2:] in DEEDS and antecedent.verb[-2:] in item:
        return item
    if _PRIZE.search(item) and _PRIZE.search(base) and "获" in base[:-4]:
        won = base.rfind("获", 0, len(base) - 3)
        return (base[:-3] if len(item) == 3 else base[won : won + 1]) + item
    paper = item[-1:] in "书单函表册令证照卡明艇船车机仪器" and (item[:2] in NOUN_ENDINGS or len(item) <= 4)
    if is_level(item) and has_level(base):
        return at_level(item, base)
    if not antecedent.verb or not item or len(item) > 12 or (verb_of(item) and not paper):
        return item
    if is_level(item):
        return antecedent.verb + at_level(item, base[len(antecedent.verb) :])
    of = base.rfind("的")
    if of >= len(antecedent.verb) > 0:
        return base[: of + 1] + item
    measure = _OUTPUT.search(base)
    if measure is not None and not RATES.search(item) and item[-1] not in "量额率值数产能":
        return antecedent.verb + item + measure.group()
    if has_level(item) and has_level(base[len(antecedent.verb) :]):
        return antecedent.verb + item
    shared = len(base) - len(item) - len(antecedent.verb)
    alike = item[-1] == base[-1] and item[-1] not in "”》）)" and "（" not in base
    if alike and shared >= 0 and shared != 1:
        return joined(base[: len(base) - len(item)], item)
    return antecedent.verb + item
