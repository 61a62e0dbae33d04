"""Outline marks and enumerators: 一、 (二) 3. and what touches them (1.2020年, 3.13个市州)."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.alphabet import ITEM_NUMERALS
from fzreview.language.words import words
from fzreview.reading.figures.numerals.numeral import Numeral
from fzreview.reading.figures.numerals.runs import RUN

_LINE_MARKS: Final = frozenset("\n 。;!?:…|,)")
_INDIVISIBLE: Final = frozenset(
    words("个 人 名 位 户 家 件 份 条 项 次 起 宗 例 处 所 座 人次 场 场次 类 批 批次 篇 部 期")
)
"""Units of things that have no half: 3.13个 is an enumerator and a number."""
_BRACKETED_MARK: Final = re.compile(rf"\([0-9{ITEM_NUMERALS}]{{1,3}}\)\Z")
_DECIMAL_GOES_ON: Final = re.compile(r"\.[0-9]+[万亿%]")
"""Behind 2.1: the enumerator 2. and 1.2万, where 2.1.2 alone would number a section."""
_HEADED: Final = re.compile("项目(?!标)|(?:个人|户籍|条例|部门|家庭|层级|件数|位置|类别|节能)")
"""Words that begin with a measure word: behind 2.1 they are a heading."""
_LONGEST_MARK: Final = 3
_LONGEST_DECIMAL: Final = 5
"""2.15 of 2.15.6万元: an enumerator and the beginning of an amount."""
_SECTION: Final = 2_000
"""Characters within which the next enumerator of a row is looked for."""


def starts_line(text: str, start: int, floor: int) -> bool:
    """Whether ``start`` is where an enumerator may stand: behind a mark, a blank or a line break."""
    return start == floor or text[start - 1] in _LINE_MARKS


def mark_end(text: str, start: int, run_end: int, floor: int) -> int | None:
    """The end of the outline mark whose numeral is the run, or None where it is none."""
    if run_end - start > (_LONGEST_DECIMAL if "." in text[start:run_end] else _LONGEST_MARK):
        return None
    sign = text[run_end : run_end + 1]
    if sign not in (".", "、", ")"):
        return None
    before = text[start - 1 : start]
    if sign == ")":
        return run_end + 1 if before == "(" else None
    if before != "(" and not starts_line(text, start, floor):
        return None
    if sign == "." and _DECIMAL_GOES_ON.match(text, run_end):
        dot = text.find(".", start, run_end)
        return dot + 1 if dot >= 0 else None
    spoken = text[start] not in "0123456789"
    begins = start == floor or before == "\n"
    if sign == "、" and spoken and not begins and RUN.match(text, run_end + 1):
        return None
    return run_end + 1


def decimal_split(text: str, start: int, run_end: int, number: Numeral) -> int | None:
    """Where the number begins that an enumerator's dot made look like a decimal; None for a real decimal.

    1.1万个 is a real one unless other enumerators stand near: with 万 behind it things come in parts too.
    """
    whole, _, rest = text[start:run_end].partition(".")
    if len(whole) > 2 or not rest or rest[0] == "0" or " " in whole:
        return None
    before = text[start - 1 : start]
    if before == ")" and not _BRACKETED_MARK.search(text, max(0, start - 5), start):
        return None
    dot = start + len(whole) + 1
    if len(rest) == 4 and rest[:2] in ("19", "20") and text[run_end : run_end + 1] in ("年", "-", "—"):
        return dot
    if before in ("", "\n") and rest.isdigit() and _HEADED.match(text, run_end):
        return run_end
    if number.unit not in _INDIVISIBLE or number.number_end != run_end:
        return None
    if rest.isdigit() or (before in ("", "\n") and _has_siblings(text, start, int(whole))):
        return dot
    return None


def _has_siblings(text: str, start: int, place: int) -> bool:
    """Whether a line before or behind begins with the enumerator next to ``place``."""
    return (
        text.find(f"\n{place + 1}.", start, start + _SECTION) >= 0
        or text.find(f"\n{place - 1}.", max(0, start - _SECTION), start) >= 0
    )
