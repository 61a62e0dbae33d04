"""How exactly a numeral tells its value.

A figure keeps its numeral (``Figure.text``) and no precision of its own: stores, exports and corrections hold
the same two things, so that the precision follows from them here.
"""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.numerals import LARGE
from fzreview.text.numerals import fold

_DECIMALS: Final = re.compile(r"[.点]([0-9一二三四五六七八九零〇]+)")
_MOST_DECIMALS: Final = 12
_SCALES: Final = (("万亿", LARGE["万"] * LARGE["亿"]), ("亿", LARGE["亿"]), ("万", LARGE["万"]))
_BEHIND: Final = re.compile(r"[0-9一二两三四五六七八九十百千]")


def last_digit(text: str, value: float) -> float:
    """The worth of the last digit that a numeral tells: 0.01 for 45.23, 1000000 for 12.34亿.

    1 where the text does not tell this value: a corrected figure.
    """
    text = fold(text)
    decimals = 0
    found = _DECIMALS.search(text)
    if found is not None:
        decimals = min(len(found[1]), _MOST_DECIMALS)
    scale = 1
    for name, worth in _SCALES:
        at = text.rfind(name)
        if at >= 0 and not _BEHIND.match(text, at + len(name)):
            scale = worth
            break
    unit = float(scale * 10.0**-decimals)
    told = value / unit
    return unit if abs(told - round(told)) < 1e-6 * max(1.0, abs(told)) else 1.0
