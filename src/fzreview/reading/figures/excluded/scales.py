"""Scales of maps: 1:50000地形图 tells how a map is drawn and measures nothing."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.language.alphabet import CLAUSE_MARKS
from fzreview.reading.figures.numerals.numeral import Numeral

RULES: Final = (
    SCALE_OF_MAP := Rule(
        "numeral.map-scale",
        "One to a round number of hundreds before a map or behind 比例尺 is the scale of the map.",
        zh="“1 比整百”在地图前或“比例尺”后，是比例尺",
        takes=("完成⟦1:50000⟧地形图测绘", "比例尺为⟦1:2000⟧", "编制⟦1:500⟧地籍图86幅"),
        leaves=("师生比为⟦1:15⟧", "按⟦1:1000⟧的比例配备", "地形图1:500⟦86幅⟧"),
        rare="Maps are made by few of the bodies that report.",
    ),
)

_SCALE: Final = re.compile(r"1:[1-9][0-9]*00\Z|1:[0-9.]+万\Z")
_MAP: Final = re.compile(rf"[^{CLAUSE_MARKS}、0-9]{{0,6}}(?:图|测绘|测量|影像|地形|地籍|基础地理)")
_CALLED: Final = re.compile(r"比例尺(?:[为是达]|达到|精度)?\Z")


def is_scale(text: str, number: Numeral) -> bool:
    """Whether the ratio is the scale of a map."""
    start, end = number.start, number.end
    if not number.fraction or _SCALE.match(text[start:end]) is None:
        return False
    return _MAP.match(text, end) is not None or _CALLED.search(text, max(0, start - 6), start) is not None
