"""What sort of section a figure stands in.

Every report words its headings in its own way, so figures are grouped by what a chapter is for: what was
done, what is amiss, what is planned. The outermost heading decides, because that is where reports of this
genre change from one to the other; plans go before problems where a heading names both, and a figure above
or beside all headings stands outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

SectionType = Literal["work", "problems", "plans", "outside", "unknown"]

_PLANS: Final = re.compile(
    r"下一?步|下一?阶段|今后|来年|明年|新的一年|打算|展望|设想|努力方向"
    r"|(?:思路|计划|安排|要点|重点|目标|任务)[。：:\s]*$"
)
_PROBLEMS: Final = re.compile(
    r"存在.{0,8}(?:问题|不足|困难|差距|短板)|(?:问题|不足|差距|困难|短板)(?:[和与及、]|以及)"
    r"|主要问题|薄弱环节"
)


def section_type(path: Sequence[str] | None) -> SectionType:
    """The sort of the section whose headings are ``path``, outermost first; None is an unknown path."""
    if path is None:
        return "unknown"
    if not path:
        return "outside"
    if _PLANS.search(path[0]):
        return "plans"
    if _PROBLEMS.search(path[0]):
        return "problems"
    return "work"
