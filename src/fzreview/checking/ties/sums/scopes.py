"""Wholes that are told by their scope: 全市 over 市直, a stock over what is new, a kind over its sorts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.ties.constructors import subset_tie, within
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import same_unit
from fzreview.domain.ties.tie import Confidence, Tie

_WINDOW: Final = 6
_WIDE: Final = re.compile("全[国省市区县州镇](?!委|面|部|体|年|员|域)|全系统")
_NARROW: Final = re.compile(
    "[省市区县州]直|[省市区县州]本级|本级|以[省市区县州]政府为|机关本级|本局|[省市区县州]级机关"
)
_NEW: Final = re.compile("新增|新设|新登记|新建|新发展|净增|新注册|新招")
_NEW_ALONE: Final = re.compile(
    r"[,、]?(?:本年|今年|当年|全年)?(?:新增|净增|新设|新登记|新注册|新招|新聘|新进)(?:了|加)?\Z"
)
_STOCK: Final = re.compile("累计|总量|总数|总里程|总规模|总长|总面积|存量|实有|现有|共有|总户数|总人数")
_VERB: Final = re.compile("受理|办理|查办|审理|处理|收到|接收|调解|承办|审核|审查")
_FAR_ABOVE: Final = 100
"""A part so many times its whole is no question of wording."""
_FAR: Final = 300


def scopes(view: View) -> Iterable[Tie]:
    """Wide and narrow scopes on one line; new and stock, sorts of one kind within a sentence."""
    yield from _wide_and_narrow(view)
    for sentence in view.sentences:
        flat = [spot for spot in sentence if spot.is_amount and spot.figure.kind in ("count", "measure")]
        for place, spot in enumerate(flat):
            yield from _new_of_stock(spot, flat[max(0, place - _WINDOW) : place])
            yield from _sorts(view, spot, flat[place + 1 : place + _WINDOW])


def _wide_and_narrow(view: View) -> Iterable[Tie]:
    for place, spot in enumerate(view.spots):
        if not spot.is_amount or _WIDE.search(spot.lead) is None:
            continue
        near = view.spots[max(0, place - _WINDOW) : place + _WINDOW]
        for other in near:
            if (
                other.paragraph == spot.paragraph
                and other is not spot
                and same_unit(spot.unit, other.unit)
                and abs(other.start - spot.start) <= _FAR
                and _NARROW.search(other.words)
                and not _WIDE.search(other.words)
                and other.bracket < 0
            ):
                shared = _bigrams(spot.words) & _bigrams(other.words)
                holds = within(spot, [other])
                if len(shared) >= 2 and (holds != "false" or other.value > _FAR_ABOVE * spot.value):
                    sure = len(shared) >= 3 and holds != "false"
                    confidence: Confidence = "high" if sure else "medium"
                    yield subset_tie(spot, [other], holds, confidence, told=False)
                    break


def _bigrams(words: str) -> frozenset[str]:
    plain = _WIDE.sub("|", _NARROW.sub("|", words))
    return frozenset(pair for at in range(len(plain) - 1) if _SCRIPT.fullmatch(pair := plain[at : at + 2]))


_SCRIPT: Final = re.compile("[\u4e00-\u9fff]{2}")


def _new_of_stock(spot: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    same = [one for one in earlier if one.unit == spot.unit and one.bracket < 0]
    if not same:
        return
    if _NEW_ALONE.fullmatch(spot.lead) and _STOCK.search(same[-1].lead):
        holds = within(same[-1], [spot])
        yield subset_tie(same[-1], [spot], holds, "medium" if holds == "false" else "high", told=True)
    elif _STOCK.search(spot.lead):
        new = next((one for one in same if _NEW.search(one.lead) and "其中" not in one.lead), None)
        if new is not None and within(spot, [new]) != "false":
            yield subset_tie(spot, [new], within(spot, [new]), "medium", told=False)


def _sorts(view: View, whole: Spot, following: Sequence[Spot]) -> Iterable[Tie]:
    """受理援助案件500件,诉讼案件200件,非诉案件90件: the same noun without a verb of its own."""
    noun = whole.lead[-2:]
    if len(noun) < 2 or not _SCRIPT.fullmatch(noun) or not _VERB.search(whole.lead):
        return
    parts: list[Spot] = []
    for spot in following:
        bare = view.text[spot.clause - 1] == "," and len(spot.lead) <= 8
        if spot.unit != whole.unit or not bare or not spot.lead.endswith(noun) or _VERB.search(spot.lead):
            break
        parts.append(spot)
    far = next((part for part in parts if part.value > _FAR_ABOVE * whole.value), None)
    if far is not None:
        yield subset_tie(whole, [far], "false", "medium", told=False)
    elif len(parts) > 1 and sum(part.value for part in parts) <= whole.value:
        yield subset_tie(whole, parts, within(whole, parts), "low", told=False)
