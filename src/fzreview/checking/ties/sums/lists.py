"""Counts of what is listed beside them: 东山、西河、南岭、北塘四个乡镇."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fzreview.checking.ties.constructors import tie_between
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Confidence, Holds, Tie

_LARGEST: Final = 30
_REACH: Final = 240
"""Characters on either side in which a list may stand."""
_JOINED: Final = re.compile("和|及|与|以及")
_DIGITS: Final = re.compile("[0-9]")
_ENUMERATED: Final = tuple(f"{numeral}是" for numeral in "一二三四五六七八九十")
_NOUN: Final = re.compile(
    "(?:方面|问题|不足|要求|原则|步骤|环节|任务|重点|领域|特点|关键|到位|坚持|举措|措施|抓手)"
)
_SIDES: Final = "个家名位项类种所处条部支大座"


def lists(view: View) -> Iterable[Tie]:
    """Figures with a list before them, behind a colon after them, or by 一是 … 二是 …."""
    for spot in view.spots:
        figure = spot.figure
        if figure.kind != "count" or not spot.quantity.is_whole or not 2 <= spot.value <= _LARGEST:
            continue
        if figure.unit and figure.unit not in _SIDES:
            continue
        tie = _before(view, spot) or _enumerated(view, spot) or _behind(view, spot)
        if tie is not None:
            yield tie


def _before(view: View, spot: Spot) -> Tie | None:
    """A list that ends at the figure."""
    row = _ENUMERATOR.sub("", view.text[max(spot.opens, spot.start - _REACH) : spot.start].strip())
    opened = row.endswith(("等", "等共", "等有关", "等相关"))
    names = row.rstrip("共有关相").removesuffix("等") if opened else row
    items = [item for item in _outside_quotes(_ADJOINING.sub("》、《", names)).split("、") if item.strip()]
    if "等" in names:
        return None
    if len(items) < 2 or _DIGITS.search(names) or not items[-1] or len(items[-1]) > 24:
        return None
    if not _is_plain(items, spot):
        return None
    joined = len(_JOINED.findall(items[-1]))
    return _counted(spot, len(items), joined, opened)


_ADJOINING: Final = re.compile("》《")
"""Titles that stand side by side need no 、 between them."""
_ENUMERATOR: Final = re.compile(r"\A[0-9]{1,2}[.、]")


def _is_plain(items: list[str], spot: Spot) -> bool:
    """Whether the last item ends in a name rather than in a verb that goes on to the number."""
    return _VERBAL.search(items[-1]) is None and max(map(len, items[1:])) <= 24


_VERBAL: Final = re.compile(
    "(?:为|达|达到|有|共|新增|完成|设立|建成|建立|出台|制定|开展|举办|召开|办理|受理|发放|出动|评为|获评|组织|配备|形成"
    "|提出|推出|梳理|明确|取消|下放|保留|公布|打造|选取|选聘|成立|设置|实现|收到|审查|审核|排查|查处|增至|减至|至|到|的|了|占"
    "|累计|总数|总计|分别|各|均|近|超|约|培育|创建|发现|整改|查办|调解|建设|服务|活动|培训|讲座|宣传|累计|一共)\\Z"
)


def _outside_quotes(text: str) -> str:
    """The text without what is quoted or bracketed, whose 、 parts no items."""
    return _QUOTED.sub("○", text)


_QUOTED: Final = re.compile(r"“[^“”\n]{0,80}”|《[^《》\n]{0,80}》|‘[^‘’\n]{0,80}’|\([^()\n]{0,60}\)")


def _counted(spot: Spot, items: int, joined: int, opened: bool) -> Tie | None:
    told = int(spot.value)
    possible = range(items, items + joined + 1)
    if told in possible:
        return _tie(spot, told, told, "true")
    if opened and told > items:
        return _tie(spot, items, told, "approx")
    if told < items and items >= 3 and told >= 2:
        return _tie(spot, items, told, "false")
    if opened or joined or items < 3 or abs(told - items) > 9 or spot.quantity.value > 10:
        return None
    return _tie(spot, items, told, "false")


def _behind(view: View, spot: Spot) -> Tie | None:
    """三项制度:公示制度、记录制度、审核制度: only where as many are listed."""
    found = _LISTED.match(view.text, spot.end)
    if found is None:
        return None
    names = _outside_quotes(found["names"])
    items = [item for item in names.split("、") if item.strip()]
    if len(items) < 2 or _DIGITS.search(names) or max(map(len, items)) > 24:
        return None
    told = int(spot.value)
    joined = len(_JOINED.findall(items[-1]))
    return _tie(spot, told, told, "true") if told in (len(items), len(items) + min(joined, 1)) else None


_LISTED: Final = re.compile(
    "[^,。;:、0-9\n]{0,16}(?::|,(?:即|分别是|分别为|包括|依次为)|\\()(?P<names>[^。;:\n)]{4,160})"
)


def _tie(spot: Spot, listed: int, told: int, holds: Holds) -> Tie:
    sign = {"true": "=", "approx": "≤", "false": "≠"}[holds]
    confidence: Confidence = "medium" if holds == "false" else "high"
    explain = f"{listed}{sign}{told}"
    return tie_between(
        "list_count", [(spot, "count")], holds, confidence, explain, listed=str(listed), named=str(told)
    )


def _enumerated(view: View, spot: Spot) -> Tie | None:
    """三个方面:一是…;二是…;三是… on the same line."""
    line_end = view.text.find("\n", spot.end, spot.end + 4000)
    behind = view.text[spot.end : line_end if line_end >= 0 else spot.end + 4000]
    first = behind.find("一是")
    if first < 0 or first > 60 or not _NOUN.search(behind[:first]) or not re.search("[:,。]", behind[:first]):
        return None
    at, listed = 0, 0
    for mark in _ENUMERATED:
        at = behind.find(mark, at)
        if at < 0:
            break
        listed += 1
        at += 1
    if listed < 2:
        return None
    told = int(spot.value)
    if told == listed:
        return _tie(spot, listed, told, "true")
    return _tie(spot, listed, told, "false") if first <= 20 and ":" in behind[:first] else None
