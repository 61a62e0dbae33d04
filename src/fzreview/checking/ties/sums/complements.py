"""What was done and what was not, against all there was; income against spending and what is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.ties.alarms.slips import magnitude_in_sum, one_digit_in_long_sum
from fzreview.checking.ties.constructors import adds_up, sum_tie
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import same_unit
from fzreview.domain.ties.tie import Tie

_NOT: Final = re.compile(
    "[,;]?(?:其中)?(?:尚|还|仍)?(?:没有|未能|未|不予|不)(?:有)?(?P<verb>[\u4e00-\u9fff]{1,2})"
)
_WINDOW: Final = 5
_INCOME: Final = re.compile("收入")
_SPENDING: Final = re.compile("支出")
_LEFT: Final = re.compile("结余|盈余|节余")
_SHORT: Final = re.compile("赤字|亏损|超支|收不抵支")


def complements(view: View) -> Iterable[Tie]:
    """Within a sentence."""
    for sentence in view.sentences:
        amounts = [spot for spot in sentence if spot.is_amount and spot.bracket < 0]
        for place, rest in enumerate(amounts):
            earlier = amounts[max(0, place - _WINDOW) : place]
            yield from _not_done(earlier, rest)
            yield from _left_over(earlier, rest)
            if len(earlier) > 1:
                yield from _balance(earlier[-2], earlier[-1], rest)


def _not_done(earlier: Sequence[Spot], rest: Spot) -> Iterable[Tie]:
    """收到19件,受理16件,不予受理3件; 80种中完成65种,…,没有完成15种."""
    found = _NOT.match(rest.lead)
    if found is None:
        return
    same = [spot for spot in earlier if same_unit(spot.unit, rest.unit)]
    whole = len(found["verb"]) > 1
    doing = [spot for spot in same if found["verb"] in spot.lead and not _NOT.match(spot.lead)]
    done = next((spot for spot in doing if whole or _DONE.search(spot.lead)), None)
    if done is None or done is same[0]:
        return
    total = same[same.index(done) - 1]
    holds = adds_up(total, [done, rest])
    if holds != "false":
        yield sum_tie(total, [done, rest], holds, "high", told=True)
    elif done.quantity.low + rest.quantity.low > total.quantity.high and done.value <= total.value:
        yield sum_tie(total, [done, rest], "false", "medium", told=True)


def _left_over(earlier: Sequence[Spot], rest: Spot) -> Iterable[Tie]:
    """发现问题42个,已整改39个,尚有3个正在整改."""
    same = [spot for spot in earlier if same_unit(spot.unit, rest.unit)]
    if len(same) < 2 or _LEFT_OVER.fullmatch(rest.lead) is None or not _DONE.search(same[-1].lead):
        return
    total, done = same[-2:]
    holds = adds_up(total, [done, rest])
    if holds != "false":
        yield sum_tie(total, [done, rest], holds, "high", told=True)
    elif done.value <= total.value < done.quantity.low + rest.quantity.low:
        yield sum_tie(total, [done, rest], "false", "medium", told=True)


_LEFT_OVER: Final = re.compile("[,;]?(?:尚有|还有|仍有|尚余|剩余|剩下|余下|其余|缺编|空编|缺员|空缺)(?:的)?")
_DONE: Final = re.compile("已|完成|办结|审结|整改|到岗|在岗|在编|实有")


def _balance(income: Spot, spending: Spot, rest: Spot) -> Iterable[Tie]:
    """收入92.7亿元,支出88.15亿元,结余4.55亿元; 支出305亿元,收入287亿元,赤字18亿元."""
    if not (income.unit == spending.unit == rest.unit and income.figure.kind == "money"):
        return
    if _SPENDING.search(income.lead) and _INCOME.search(spending.lead):
        income, spending = spending, income
    if not (_INCOME.search(income.lead) and _SPENDING.search(spending.lead)):
        return
    if _LEFT.search(rest.lead):
        total, parts = income, [spending, rest]
    elif _SHORT.search(rest.lead):
        total, parts = spending, [income, rest]
    else:
        return
    holds = adds_up(total, parts)
    if holds != "false":
        yield sum_tie(total, parts, holds, "high", told=True)
    elif one_digit_in_long_sum(total, parts) or magnitude_in_sum(total, parts):
        yield sum_tie(total, parts, "false", "medium", told=True)
