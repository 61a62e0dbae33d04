"""Changes told in two units: 由9项减至4户, 由30年减至10天."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred

Apart = tuple[Spot, str]
"""A figure and the unit that it should have."""

_FROM: Final = re.compile("由|从|原有|原来|法定")
_TO: Final = re.compile("(?:减|降|缩短|压|精简|增|升|提高|扩大)[^,。;、]{0,3}[至到为](?:[0-9]{4}年的?)?\\Z")
_LONG: Final = ("年", "个月")


def units_in_change(view: View, before: Spot, to: Spot) -> Iterable[Apart]:
    """由9项减至4户; 由30年减至10天."""
    if before.unit == to.unit or not before.unit or not to.unit or to.start - before.end > 30:
        return
    words = view.text[max(before.clause, before.start - 20) : before.start]
    if not _TO.search(to.lead) or not _FROM.search(words):
        return
    kinds = {before.figure.kind, to.figure.kind}
    stranger = kinds in ({"count"}, {"count", "money"}) and (
        not kindred(before.unit, to.unit) or _named_otherwise(before, to)
    )
    if stranger or (kinds == {"duration"} and _rises_by_unit(before, to)):
        yield before, to.unit
        yield to, before.unit
    elif kinds == {"duration"}:
        if before.unit in _LONG and before.value >= 10 and to.unit not in _LONG:
            yield before, to.unit
        elif to.unit in _LONG and to.value >= 10 and before.unit not in _LONG:
            yield to, before.unit


def _rises_by_unit(before: Spot, to: Spot) -> bool:
    """Whether what is told to fall rises, but only because the two are told in different units of time."""
    if not _FALLING.search(to.lead) or before.unit not in _HOURS or to.unit not in _HOURS:
        return False
    rises = to.value * _HOURS[to.unit] >= before.value * _HOURS[before.unit]
    return rises and to.value < before.value


def _named_otherwise(before: Spot, to: Spot) -> bool:
    """由原有8个办理环节减至3户: 个 may stand for any unit, but not for one that its noun never takes."""
    noun = re.split("减|降|压|精简|增|升|提高|扩大|缩", to.lead)[0]
    own = _OWN_NOUNS.get(to.unit) if before.unit == "个" else None
    return own is not None and noun != "" and own.search(noun) is None


_OWN_NOUNS: Final = {
    "户": re.compile("[企商农户]|主体|单位|公司|家庭|纳税人"),
    "份": re.compile("[书表证件单卷册报]|材料|合同|文|意见"),
    "起": re.compile("[案件]|纠纷|事故|诉|警情|隐患|问题"),
    "宗": re.compile("[案件地]|纠纷|交易|项目"),
}
"""What a unit counts where another one counted it by 个 a few words before."""
_FALLING: Final = re.compile("(?:减|降|缩短|压|精简)[^,。;、]{0,3}[至到为](?:[0-9]{4}年的?)?\\Z")
_HOURS: Final = {
    "分钟": 1 / 60,
    "小时": 1,
    "天": 8,
    "日": 8,
    "个工作日": 8,
    "工作日": 8,
    "个月": 160,
    "年": 2000,
}
"""Working hours; the shortest reading, so that nothing rises that might fall."""
