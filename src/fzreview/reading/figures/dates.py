"""Dates, periods and times of day."""

from __future__ import annotations

import re
from typing import Final

from fzreview.reading.figures.lengths import is_told_length
from fzreview.reading.figures.numeral_runs import Numeral

_YEAR_DIGITS: Final = re.compile(r"(?:1[89]|20)[0-9]{2}\Z")
_CHINESE_YEAR: Final = re.compile(r"[一二][〇○零一二三四五六七八九]{3}\Z")


def is_date(text: str, number: Numeral, run_end: int) -> bool:
    """Whether the numeral belongs to a date, a year, a month, a quarter or a time of day."""
    start = number.start
    run = text[start:run_end]
    following = text[run_end : run_end + 1]
    if following == " ":
        following = text[run_end + 1 : run_end + 2]
    if _YEAR_DIGITS.match(run):
        if not number.unit or number.unit == "年":
            return True
        if following == "年":
            return True
    if _CHINESE_YEAR.match(run):
        return True
    if following and following in "月季旬世" and number.unit not in ("个月", "个季度"):
        return True
    if following in ("时", "点") and number.value is not None and number.value <= 24 and not number.unit:
        return True
    if following == "号":
        return True
    if following == "日" and number.unit == "日":
        return _is_day(text, number, run_end)
    if text.startswith(("年代", "世纪", "周年", "年度", "年版", "年级", "年期", "年制"), run_end):
        return True
    if following == ":" and re.match(r":[0-9]{2}(?![0-9])", text[run_end : run_end + 4]) and len(run) <= 2:
        return number.fraction is False
    if following in ("/", ".", "-") and _YEAR_DIGITS.match(run):
        return True
    before = text[start - 1 : start]
    if before in ("时", "点") and number.unit == "分" and text[start - 2 : start - 1].isdigit():
        return True
    return before == ":" and text[start - 2 : start - 1].isdigit()


def _is_day(text: str, number: Numeral, run_end: int) -> bool:
    """15日 is a day of the month unless the words around it tell a length."""
    before = text[max(0, number.start - 8) : number.start]
    if before[-1:] == "月":
        return True
    behind = text[run_end + 1 : run_end + 3]
    if behind[:1] == "内" or behind in ("以内", "之内") or (number.value is not None and number.value > 31):
        return False
    return not is_told_length(before)
