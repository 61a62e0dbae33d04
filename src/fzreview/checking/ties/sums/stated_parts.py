"""Parts that the wording puts under a total: 其中, 含, and what stands in brackets behind a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from fzreview.checking.ties.alarms.slips import magnitude_in_sum, one_digit_in_long_sum, slip_in_sum
from fzreview.checking.ties.constructors import adds_up, subset_tie, sum_tie, within
from fzreview.checking.ties.outcomes.dispositions import ENDING
from fzreview.checking.ties.sums.nothing_over import OF_ANY_SORT, leave_nothing
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred, same_unit
from fzreview.domain.ties.tie import Confidence, Tie

_AMONG: Final = re.compile(r"其中(?:[,:]|包括|包含|含|有)?|(?<=\()(?:含|包括|包含|内含)|(?:分别为|包括)[:,]?")
_OF_THEM: Final = re.compile("[,。;][^,。;0-9]{2,8}(?<![程作动其当])中,\\Z")
_ONLY_WHOLE: Final = "中,"
_NEXT_TOTAL: Final = re.compile(
    "累计|总量|总数|共计|合计|总计|截至|现有|实有|一共|同比|较上年|比上年|上年|去年|全年|年末|办结率"
)
_BESIDES: Final = re.compile("[,;]?(?:没有|没|未|尚未|其余|余下|另有|另外|此外|还有)")
"""What is not among the parts any more."""
_WINDOW: Final = 14
_FAR_ABOVE: Final = 100
"""A part so many times its total is no question of wording."""
_LONGEST_BETWEEN: Final = 32


def stated_parts(view: View) -> Iterable[Tie]:
    """其中 and its like, sentence by sentence."""
    for order, sentence in enumerate(view.sentences):
        before = _carried(view, order)
        for place, spot in enumerate(sentence):
            if not spot.is_amount:
                continue
            found = _among(view, spot)
            if found:
                earlier = (*before, *sentence[:place])[-_WINDOW:]
                yield from _under_total(view, earlier, sentence[place:], found)
        yield from _in_brackets(view, sentence)
        yield from _inside(view, sentence)


def _inside(view: View, sentence: Sequence[Spot]) -> Iterable[Tie]:
    """18个乡镇中尚有5个没有专职人员."""
    for total, part in pairwise(sentence):
        told = _INSIDE.fullmatch(view.between(total, part)) is not None and total.bracket == part.bracket
        if not told or not (total.is_amount and part.is_amount and kindred(total.unit, part.unit)):
            continue
        holds = within(total, [part])
        if holds != "false" or same_unit(total.unit, part.unit):
            yield subset_tie(total, [part], holds, "medium" if holds == "false" else "high", told=True)


_INSIDE: Final = re.compile(
    "[^,。;:、0-9]{1,10}(?<![程作动其当集建没只仅还具含享所拥])有|[^,。;:、0-9]{0,14}(?<![程作动其当集建])[中里](?:,|(?![心小型学央]))[^,。;:、0-9]{0,14}"
)


def _carried(view: View, order: int) -> tuple[Spot, ...]:
    """The figures of the sentence before, where it stands on the same line."""
    if order == 0 or view.sentences[order - 1][0].paragraph != view.sentences[order][0].paragraph:
        return ()
    return view.sentences[order - 1]


def _among(view: View, spot: Spot) -> str:
    """The word that makes the figure a part of an earlier one; empty where there is none."""
    found = _AMONG.search(spot.lead)
    if found is not None:
        return found[0]
    # The colon of 其中: is a mark as well.
    if spot.opens == spot.clause and view.text.endswith(("其中:", "其中,"), 0, spot.clause):
        return "其中:"
    if spot.opens == spot.clause and _OF_THEM.search(view.text, max(0, spot.clause - 14), spot.clause):
        return _ONLY_WHOLE
    # The bracket is a mark, so that its first word opens the lead.
    return "含" if spot.bracket >= 0 and re.match("含|包括|包含|内含", spot.lead) else ""


def _under_total(view: View, earlier: Sequence[Spot], behind: Sequence[Spot], word: str) -> Iterable[Tie]:
    first = behind[0]
    if word == _ONLY_WHOLE:
        yield from _wholly(view, earlier, first, behind)
        return
    total = _total_for(view, earlier, first)
    if total is None:
        return
    parts = _parallel(first, behind, total, same_unit)
    mixed = _parallel(first, behind, total, kindred)
    whole = _whole_sum(view, total, parts) or _whole_sum(view, total, mixed)
    if whole:
        yield sum_tie(total, whole, adds_up(total, whole), "high", told=True)
        return
    if _is_slip(total, parts) or leave_nothing(total, parts):
        yield sum_tie(total, parts, "false", "medium", told=True)
        return
    yield from _each_within(view, total, mixed if total.unit == "个" else parts)


def _wholly(view: View, earlier: Sequence[Spot], first: Spot, behind: Sequence[Spot]) -> Iterable[Tie]:
    """调处的纠纷中,婚姻家庭58起,邻里74起: says nothing where the parts make none of the numbers before."""
    for total in reversed([spot for spot in earlier if spot.is_amount and spot.bracket < 0]):
        parts = _parallel(first, behind, total, same_unit) if same_unit(total.unit, first.unit) else []
        if _whole_sum(view, total, parts) == parts and parts:
            yield sum_tie(total, parts, adds_up(total, parts), "high", told=True)
            return


def _whole_sum(view: View, total: Spot, parts: Sequence[Spot]) -> Sequence[Spot]:
    """As many of the parts as make the total; none where no number of them does."""
    for count in range(len(parts), 1, -1):
        ends = count == len(parts) or not _goes_on(view, parts[count - 1], parts[count])
        # A zero adds nothing: it belongs to the list only where 、 says so.
        idle = parts[count - 1].value == 0 and not _goes_on(view, parts[count - 2], parts[count - 1])
        if ends and not idle and adds_up(total, parts[:count]) != "false":
            return parts[:count]
    return ()


def _is_slip(total: Spot, parts: Sequence[Spot]) -> bool:
    if any(OF_ANY_SORT.search(part.lead) for part in parts):
        return False
    most = sum(part.value for part in parts) > total.value * 0.6
    return (
        (most and slip_in_sum(total, parts))
        or magnitude_in_sum(total, parts)
        or one_digit_in_long_sum(total, parts)
        or _end_too_often(total, parts)
    )


def _end_too_often(total: Spot, parts: Sequence[Spot]) -> bool:
    """Whether more cases have ended, each in one way, than there were."""
    ends = len(parts) > 1 and all(ENDING.search(part.lead) for part in parts)
    return ends and sum(part.quantity.low for part in parts) > total.quantity.high


def _goes_on(view: View, part: Spot, following: Spot) -> bool:
    """Whether 、 joins the next one to the same list, so that a sum cannot end before it."""
    between = view.between(part, following).lstrip()
    return between.startswith("、") and not any(mark in between for mark in ",;。")


def _side_by_side(view: View, parts: Sequence[Spot]) -> Sequence[Spot]:
    """The parts up to the first one that a semicolon or a long wording sets apart."""
    for place in range(1, len(parts)):
        between = view.between(parts[place - 1], parts[place])
        if ";" in between or len(between) > _LONGEST_BETWEEN:
            return parts[:place]
    return parts


def _each_within(view: View, total: Spot, parts: Sequence[Spot]) -> Iterable[Tie]:
    first = parts[0]
    exact = same_unit(total.unit, first.unit)
    holds = within(total, [first])
    if holds == "false":
        if exact or (first.value > _FAR_ABOVE * total.value and first.figure.kind == "count"):
            yield subset_tie(total, [first], "false", "medium", told=True)
        return
    confidence: Confidence = "high" if exact else "medium"
    if ";" in view.text[total.end : first.start]:
        confidence = "low"
    fitting = [part for part in _side_by_side(view, parts) if within(total, [part]) != "false"]
    yield subset_tie(total, fitting, within(total, fitting), confidence, told=True)


_OF_OTHER_YEAR: Final = re.compile(
    "(?:[较比](?![例率重])[^,。;]{0,12}|(?:去年|上年|上一年|同期|(?:19|20)[0-9]{2}年)的?)\\Z"
)
"""The value of an earlier time, which what follows is no part of: 1864件,较上年的1553件增长20%."""


def _total_for(view: View, earlier: Sequence[Spot], first: Spot) -> Spot | None:
    """The nearest earlier figure of the same unit, else of a kindred one; directly before in its bracket."""
    amounts = [spot for spot in earlier if spot.is_amount and spot.figure.kind == first.figure.kind]
    if first.bracket >= 0:
        near = [spot for spot in amounts if spot.bracket == first.bracket or spot.end <= first.bracket]
        return near[-1] if near and first.bracket - near[-1].end <= 40 else None
    amounts = [spot for spot in amounts if spot.bracket < 0]
    now = [spot for spot in amounts if not spot.is_difference and not _OF_OTHER_YEAR.search(spot.lead)]
    amounts = now or amounts
    for fits in (same_unit, kindred):
        alike = [spot for spot in reversed(amounts) if fits(spot.unit, first.unit)]
        if alike:
            # A sentence that opens with 其中 may speak of any number of the one before.
            opens = all(spot.sentence != first.sentence for spot in alike)
            large = (spot for spot in alike if within(spot, [first]) != "false")
            return next(large, None) if opens else alike[0]
    return None


def _parallel(
    first: Spot, behind: Sequence[Spot], total: Spot, alike: Callable[[str, str], bool]
) -> list[Spot]:
    """The parts from the first one on, up to the next total, in units that are alike."""
    parts = [first]
    for spot in behind[1:_WINDOW]:
        if spot.bracket != first.bracket:
            if first.bracket >= 0:
                break
            continue
        if not spot.is_amount:
            continue
        if _NEXT_TOTAL.search(spot.lead) or _AMONG.search(spot.lead) or _BESIDES.match(spot.lead):
            break
        if not alike(spot.unit, first.unit) and spot.unit != total.unit:
            continue
        parts.append(spot)
    return parts


def _in_brackets(view: View, sentence: Sequence[Spot]) -> Iterable[Tie]:
    """546件(区委办120件、区政府办301件、其他部门125件)."""
    for place, total in enumerate(sentence[:-1]):
        first = sentence[place + 1]
        if not total.is_amount or first.bracket < 0 or first.bracket == total.bracket or _among(view, first):
            continue
        if first.bracket - total.end > 24 or "," in view.text[total.end : first.bracket]:
            continue
        inside = [spot for spot in sentence[place + 1 : place + _WINDOW] if spot.bracket == first.bracket]
        parts = [spot for spot in inside if spot.is_amount and same_unit(spot.unit, total.unit)]
        if not parts or len(parts) < len([spot for spot in inside if spot.is_amount]):
            continue
        yield from _breakdown(total, parts)


def _breakdown(total: Spot, parts: Sequence[Spot]) -> Iterable[Tie]:
    if len(parts) > 1:
        holds = adds_up(total, parts)
        is_open = "等" in parts[-1].tail
        if (
            holds == "false"
            and not is_open
            and (
                slip_in_sum(total, parts)
                or magnitude_in_sum(total, parts)
                or _sum(parts) > total.quantity.high
            )
        ):
            yield sum_tie(total, parts, "false", "medium", told=True)
            return
        if holds != "false":
            yield sum_tie(total, parts, holds, "high", told=True)
            return
    if within(total, parts) != "false":
        yield subset_tie(total, parts, within(total, parts), "high", told=True)


def _sum(parts: Sequence[Spot]) -> float:
    return sum(part.quantity.low for part in parts)
