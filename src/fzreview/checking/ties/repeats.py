"""One fact in two places: told with the same value, or with two values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from fzreview.checking.quantity import overlap, shown
from fzreview.checking.ties.constructors import tie_between
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Confidence, Holds, Tie

_SHORTEST: Final = 6
"""Characters of a subject from which on two places with it tell the same fact."""
_OPENING: Final = re.compile("^[\u4e00-\u9fff]{0,8}?(?:全年|一年来|本年度|今年以来)(?:共|累计|共计)?")
"""Words before the time that a fact may be told with in one place only."""
_PLAN: Final = re.compile("计划|打算|安排|下一步|下步|任务|目标|思路|展望|工作重点|预期")
_OTHER_TIME: Final = re.compile("去年|上年|同期|同比|每|平均|力争|确保|不少于|其中|累计|较|由|增至|减至|达到")
_PAIRED: Final = re.compile("[、,;和及与等]")


def repeats(view: View) -> Iterable[Tie]:
    """The same subject and unit in two sentences; one number with two nouns in a clause."""
    told: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in view.spots:
        subject = _OPENING.sub("", spot.figure.subject)
        if len(subject) >= _SHORTEST and spot.figure.kind in ("count", "money", "measure"):
            told[subject, spot.unit].append(spot)
    for spots in told.values():
        if len(spots) == 2:
            yield from _twice(view, spots[0], spots[1])
    yield from _transposed(view)
    yield from _one_each(view)
    yield from _named_again(view)


def _twice(view: View, one: Spot, other: Spot) -> Iterable[Tie]:
    if one.sentence == other.sentence or _is_plan(one) != _is_plan(other):
        return
    explain = f"{shown(one.value)}={shown(other.value)}"
    if overlap(one.quantity.low, one.quantity.high, other.quantity.low, other.quantity.high):
        holds: Holds = "true" if one.value == other.value else "approx"
        confidence: Confidence = "high" if one.value >= 10 and holds == "true" else "medium"
        yield tie_between(
            "same", [(one, "one"), (other, "other")], holds, confidence,
            explain if holds == "true" else explain.replace("=", "≈"), told=False,
        )  # fmt: skip
        return
    if one.paragraph == other.paragraph or _OTHER_TIME.search(one.lead + other.lead):
        return
    if (
        "|"
        in view.text[max(0, one.start - 40) : one.end + 4]
        + view.text[max(0, other.start - 40) : other.end + 4]
    ):
        return
    if one.quantity.loose or other.quantity.loose or len(one.figure.subject) < _SHORTEST + 2:
        return
    if _DOERS.findall(one.lead) != _DOERS.findall(other.lead):
        return
    yield tie_between(
        "mismatch", [(one, "one"), (other, "other")], "false", "medium",
        explain.replace("=", "≠"), told=False,
    )  # fmt: skip


_DOERS: Final = re.compile("[\u4e00-\u9fff]{2,10}(?:机关|机构|部门|法院|检察院|系统)")
"""Who did it, where the subject leaves it out: the same deed of others is another fact."""


def _transposed(view: View) -> Iterable[Tie]:
    """普法活动238场 here, 普法活动283场 there: the same digits in another order, of the same things."""
    by_digits: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in view.spots:
        if spot.figure.kind == "count" and spot.quantity.is_whole and spot.value >= _LONG:
            by_digits["".join(sorted(str(int(spot.value)))), spot.unit].append(spot)
    for spots in by_digits.values():
        for one, other in pairwise(spots):
            if (
                one.value != other.value
                and one.paragraph != other.paragraph
                and _digits_apart(one, other) == 2
                and _share_an_end(one.figure.subject, other.figure.subject)
                and not _OTHER_TIME.search(one.lead + other.lead)
                and _is_plan(one) == _is_plan(other)
            ):
                yield tie_between(
                    "mismatch", [(one, "one"), (other, "other")], "false", "medium",
                    f"{shown(one.value)}≠{shown(other.value)}", told=False,
                )  # fmt: skip


_LONG: Final = 100
"""Values below this have the same digits by chance too often."""
_SHARED_END: Final = 4
"""Characters that two subjects end with alike, so that they count the same things."""


def _digits_apart(one: Spot, other: Spot) -> int:
    return sum(map(str.__ne__, str(int(one.value)), str(int(other.value))))


def _share_an_end(one: str, other: str) -> bool:
    return one[-_SHARED_END:] == other[-_SHARED_END:] and len(one) >= _SHARED_END


def _named_again(view: View) -> Iterable[Tie]:
    """讲座58场。…的58场法治讲座: one number of the same things, before its noun here and behind it there."""
    seen: dict[tuple[float, str], list[Spot]] = defaultdict(list)
    for spot in view.spots:
        if spot.figure.kind == "count" and spot.quantity.is_whole and spot.value >= _TELLING:
            seen[spot.value, _PEOPLE.get(spot.unit, spot.unit)].append(spot)
    for spots in seen.values():
        for one, other in pairwise(spots):
            if (
                (
                    one.clause != other.clause
                    and other.place - one.place <= _BESIDE
                    and _share_a_noun(one, other)
                )
                or (len(spots) == 2 and _is_the_noun_of(one, other))
                or _is_told_again(one, other, len(spots))
            ):
                yield tie_between(
                    "same", [(one, "one"), (other, "other")], "true", "medium",
                    f"{shown(one.value)}={shown(other.value)}", told=False,
                )  # fmt: skip


def _is_told_again(one: Spot, other: Spot, times: int) -> bool:
    """Whether a number is so long, or its nouns so much the same, that it is told twice on purpose."""
    long = times == 2 and one.value >= _CERTAIN and one.value % _CERTAIN != 0
    same = one.value >= _LONG and _share_an_end(one.figure.subject, other.figure.subject)
    return one.sentence != other.sentence and (long or same)


_PEOPLE: Final = {"名": "人", "位": "人"}
_CERTAIN: Final = 1000
_TELLING: Final = 10
"""Values below this are equal by chance too often."""
_BESIDE: Final = 12


def _share_a_noun(one: Spot, other: Spot) -> bool:
    noun = _HEAD.match(_QUOTES.sub("", other.tail))
    if noun is not None and any(noun[0][at : at + 2] in one.lead for at in range(len(noun[0]) - 1)):
        return True
    # 47件,47件全部化解: the noun is left out.
    bare = not other.lead and _ALL.match(other.tail) is not None
    return bare and one.sentence == other.sentence


def _is_the_noun_of(one: Spot, other: Spot) -> bool:
    """执法办公室有执法人员15人 … 15名执法人员中: the whole noun was told before, however far above."""
    noun = _HEAD.match(_QUOTES.sub("", other.tail))
    words = noun[0] if noun is not None else ""
    pieces = [words[at : at + 2] for at in range(0, len(words) - 1, 2)]
    return not other.lead and len(words) >= _WHOLE_NOUN and all(piece in one.lead for piece in pieces)


_WHOLE_NOUN: Final = 4
_HEAD: Final = re.compile("[\u4e00-\u9fff]{2,8}?(?=全部|均|已|覆盖|参加|[,。;]|\\Z|的|中)")
_QUOTES: Final = re.compile('[“”‘’《》"]')
_ALL: Final = re.compile("全部|均|都|已全部")


def _is_plan(spot: Spot) -> bool:
    return _TARGET.search(spot.lead) is not None or any(
        _PLAN.search(label) for label in spot.figure.section[:1]
    )


_TARGET: Final = re.compile("目标|计划|任务|预算|预期|力争")


def _one_each(view: View) -> Iterable[Tie]:
    """6名法官担任6所学校的法治辅导员."""
    spots: Sequence[Spot] = view.spots
    for one, other in pairwise(spots):
        if (
            one.clause == other.clause
            and one.value == other.value
            and one.value > 2
            and one.unit != other.unit
            and one.figure.kind == other.figure.kind == "count"
            and other.start - one.end <= 12
            and not _PAIRED.search(view.text[one.end : other.start])
        ):
            yield tie_between(
                "same", [(one, "one"), (other, "other")], "true", "medium",
                f"{shown(one.value)}={shown(other.value)}",
            )  # fmt: skip
