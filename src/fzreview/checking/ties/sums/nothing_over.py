"""Parts whose wording leaves nothing over: named with their total, closed by 其他, or two halves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fzreview.checking.ties.view import Spot

_REST: Final = re.compile("[、,;]?(?:其他|其它|其余)[\u4e00-\u9fff]{0,8}")
_ROW: Final = re.compile("[、和及与]")
_LEADS_IN: Final = re.compile("其中|包括|包含|分别为|含|[、,;:]|和|有|为|的|占")
_PAIRS: Final = (
    "上半年 下半年|线上 线下|男 女|男性 女性|专职 兼职|城市 农村|城镇 农村|城镇 乡村"
    "|国内 国外|境内 境外|机关 基层|网上 窗口"
)
_HALVES: Final = frozenset(frozenset(pair.split()) for pair in _PAIRS.split("|"))
OF_ANY_SORT: Final = re.compile("女性|党员|少数民族|岁以[上下]|持证|本科|研究生|学历|职称|骨干|律师资格")
"""What people of every other part may be as well: such parts need not make the total."""
_DEED: Final = re.compile("(?:办理|受理|举办|开展|召开|共)\\Z")


def leave_nothing(total: Spot, parts: Sequence[Spot]) -> bool:
    """Whether the wording says that these parts are all there is, so that they must make the total."""
    exact = all(spot.quantity.is_whole and not spot.quantity.loose for spot in (total, *parts))
    if len(parts) < 2 or not exact or any("等" in spot.words for spot in (total, *parts)):
        return False
    names = [_LEADS_IN.sub("", part.lead) for part in parts]
    if _REST.fullmatch(parts[-1].lead) and len(parts) > 2:
        return True
    if len(parts) == 2 and frozenset(_DEED.sub("", name) for name in names) in _HALVES:
        return True
    return _names_all(total.lead, names)


def _names_all(told: str, names: Sequence[str]) -> bool:
    """社区戒毒、社区康复人员13人: the total tells the same row of names."""
    row = len(_ROW.findall(told)) + 1 == len(names)
    return row and all(len(name) > 1 and name in told for name in names)
