"""Subjects without the change that is told of them."""

from __future__ import annotations

import re
from typing import Final

from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.word_classes import GROWTH_BEHIND

_HELD_BEHIND: Final = re.compile(
    r"(?:连续|持续|稳定)(?:低于|高于|优于|好于|超过|保持|稳定|位居|居|列)[^,，。;；]{0,14}\Z"
)
"""How a value was held over the years, at the end of a subject: 败诉率连续低于全省."""
_SCORED: Final = re.compile(r"中?(?:平均|综合|最终)?(?:得|获|取得)分\Z|中?成绩\Z")
"""The score that a standing follows is no part of what is ranked: 考核得分96分，排名第3位."""
_REACH: Final = 16
"""Characters of a change at the end of a subject."""


def unchanged(antecedent: Antecedent) -> str:
    """What the antecedent counts, without the change that it tells."""
    return antecedent.base if antecedent.compared else ungrown(antecedent.subject)


def ungrown(subject: str) -> str:
    """The subject without the growth at its end: 刑事案件比上年减少 → 刑事案件."""
    held = _HELD_BEHIND.search(subject)
    if held is not None and held.start() >= 4:
        return subject[: held.start()]
    found = GROWTH_BEHIND.search(subject, max(0, len(subject) - _REACH))
    return subject[: found.start()] if found is not None and found.start() >= 2 else subject


def unscored(base: str) -> str:
    """What is ranked, without the score that tells how: 依法行政考核得分 → 依法行政考核."""
    return _SCORED.sub("", base) or base
