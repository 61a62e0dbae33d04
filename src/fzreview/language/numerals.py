"""The characters with which numbers are written."""

from __future__ import annotations

from typing import Final

ZEROS: Final = "零〇○"
"""Zero; ○ (a circle) is typed for 〇. Inside a number they fill empty places: 一千零五."""

DIGITS: Final = {
    **dict.fromkeys(ZEROS, 0),
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
"""Digits, also those of bankers (壹贰叁), which no stroke can forge."""

TENS: Final = {"廿": 20, "卅": 30, "卌": 40}
"""Tens in one character: 廿五 is 25."""

SMALL: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
"""Multipliers inside a section of four places."""

LARGE: Final = {"万": 10_000, "亿": 100_000_000}
"""Multipliers that close a section: 三百万, 1.3万亿."""

ONE_DIGIT: Final = "一二两三四五六七八九"
"""Digits from one to nine as they are spoken."""
