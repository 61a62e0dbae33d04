"""Parts that no 其中 puts under their total: 投诉内容中…, and a part of the year before the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.ties.constructors import adds_up, subset_tie, within
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import same_unit
from fzreview.domain.ties.tie import Tie

_BACK: Final = 12
_MOST: Final = 8
_OPENING: Final = re.compile(
    r"(?:\A|[\n。;,])(?P<of>[^,。;:\n0-9]{2,12}?)(?:内容|来源|类型|情况|对象|原因|方式)?(?<![程作动其当集建])中,\Z"
)
"""投诉内容中, 在册对象中: what is divided."""
_PART_OF_YEAR: Final = re.compile(
    "期间|当[天日月]|宣传[月周日]|活动[月周日]|[月周]内|上半年|下半年|[一二三四]季度|节假日"
)
_WHOLE_YEAR: Final = re.compile("全年(?:累计|共计|共|合计|总计)?|(?:一年来|年内)(?:累计|共)")
_LEAST_OF_WHOLE: Final = 0.3
"""Parts that make less of a number further up may be those of another one."""


def unnamed_parts(view: View) -> Iterable[Tie]:
    """Only what fits: the words say what is divided, not which number told it."""
    for sentence in view.sentences:
        for place, spot in enumerate(sentence):
            if spot.is_amount:
                yield from _divided(view, spot, sentence[place:])
                yield from _in_the_year(view, spot, sentence[:place])


def _divided(view: View, first: Spot, behind: Sequence[Spot]) -> Iterable[Tie]:
    opening = _OPENING.search(view.text, max(0, first.clause - 24), first.clause)
    if opening is None:
        return
    parts = []
    for spot in behind[:_MOST]:
        if not spot.is_amount or not same_unit(spot.unit, first.unit) or spot.bracket >= 0:
            break
        parts.append(spot)
    noun = opening["of"][-2:]
    above = view.spots[max(0, first.place - _BACK) : first.place]
    if len(parts) < 2 or any(
        adds_up(one, parts) == "true" for one in above if one.sentence != first.sentence
    ):
        return  # 调处206起,…。调处的纠纷中,…: parts that make a number before are parts of that one.
    for total in reversed(above):
        named = noun in total.words and 0 <= first.paragraph - total.paragraph <= 1 and total.bracket < 0
        if not named or not total.is_amount or not same_unit(total.unit, first.unit):
            continue
        if _LEAST_OF_WHOLE * total.value <= sum(part.value for part in parts) <= total.value:
            yield subset_tie(total, parts, within(total, parts), "medium", told=True)
            return


def _in_the_year(view: View, whole: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """宣传月期间举办活动6场,…;全年累计举办活动15场: the year holds its months."""
    if not earlier:
        return
    if _WHOLE_YEAR.search(whole.lead):
        yield from _row_of_parts(whole, earlier)
    floor = view.text.rfind(";", 0, whole.start)
    if floor < earlier[0].start or not _WHOLE_YEAR.search(view.text, floor, whole.start):
        return
    for part in reversed(earlier):
        if part.end > floor or not part.is_amount or part.unit != whole.unit:
            continue
        begin = max(0, view.text.rfind("。", 0, part.start), view.text.rfind("\n", 0, part.start))
        if not _PART_OF_YEAR.search(view.text, begin, part.start) or within(whole, [part]) == "false":
            continue
        if _verb_and_noun(part.lead) & _verb_and_noun(whole.lead):
            yield subset_tie(whole, [part], "true", "medium", told=True)
            return


def _row_of_parts(whole: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """一季度开展检查12次,二季度18次,全年共开展检查66次."""
    parts: list[Spot] = []
    for spot in reversed(earlier):
        if spot.unit != whole.unit or not spot.is_amount or not _PART_OF_YEAR.search(spot.lead):
            break
        parts.insert(0, spot)
    if not parts or adds_up(whole, parts) != "false" or within(whole, parts) == "false":
        return
    if _verb_and_noun(parts[0].lead) & _verb_and_noun(whole.lead):
        yield subset_tie(whole, parts, "true", "medium", told=True)


def _verb_and_noun(words: str) -> frozenset[str]:
    plain = _WHOLE_YEAR.sub("", words)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))
