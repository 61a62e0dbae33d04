"""The arithmetic of a tie by its type and roles alone, so that it can be tried with other numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from fzreview.checking.quantity import Quantity, overlap
from fzreview.domain.ties.tie import Role, TieType

Roles = Mapping[Role, Sequence[Quantity]]
Span = tuple[float, float]

_PERIODS: Final = (365.0, 366.0, 250.0, 12.0)
"""Days and months that an average by the day or the month divides by."""
_LARGEST_FACTOR: Final = 5
"""The most officers a visit that a product of two numbers stands for."""


def comes_out(type: TieType, members: Sequence[tuple[Role, Quantity]]) -> bool | None:
    """Whether the arithmetic of a tie comes out by the told digits.

    None where the type and these roles claim none that one wrong number would break: a part that is smaller
    than its whole, a direction, «all of them».
    """
    roles: dict[Role, list[Quantity]] = defaultdict(list)
    for role, quantity in members:
        roles[role].append(quantity)
    relation = _RELATIONS.get((type, frozenset(roles)))
    return None if relation is None else relation(roles)


def _sum(roles: Roles) -> bool:
    (total,) = roles["total"]
    return _meet(total, (sum(part.low for part in roles["part"]), sum(part.high for part in roles["part"])))


def _share(roles: Roles) -> bool:
    if any(len(found) > 1 for found in roles.values()):
        return False
    (base,), (part,), (rate,) = roles["base"], roles["part"], roles["rate"]
    return base.low > 0 and _meet(rate, (100 * part.low / base.high, 100 * part.high / base.low))


def _shares_of_all(roles: Roles) -> bool:
    rounding = sum(part.half for part in roles["part"])
    return abs(sum(part.value for part in roles["part"]) - 100) <= rounding + 1e-9


def _difference(roles: Roles) -> bool:
    (before,), (to,), (told,) = roles["from"], roles["to"], roles["difference"]
    return _meet(told, _size(to.low - before.high, to.high - before.low))


def _growth(roles: Roles) -> bool:
    """In percent, or in times, of which 增长1.9倍 and 是…的2.9倍 tell one thing."""
    (before,), (to,), (told,) = roles["from"], roles["to"], roles["growth"]
    if before.low <= 0:
        return False
    low, high = to.low / before.high, to.high / before.low
    grown = _size(low - 1, high - 1)
    return _meet(told, (100 * grown[0], 100 * grown[1])) or _meet(told, grown) or _meet(told, (low, high))


def _growth_by_difference(roles: Roles) -> bool:
    (to,), (by,), (told,) = roles["to"], roles["difference"], roles["growth"]
    for sign in (1, -1):
        before, rounding = to.value - sign * by.value, to.half + by.half
        low, high = before - rounding, before + rounding
        if low > 0 and _meet(told, (100 * by.low / high, 100 * by.high / low)):
            return True
    return False


def _product(roles: Roles) -> bool:
    (product,) = roles["product"]
    if len(roles["factor"]) == 1:
        (factor,) = roles["factor"]
        times = product.value / factor.value if factor.value else 0.0
        return times == int(times) and 2 <= times <= _LARGEST_FACTOR
    low, high = 1.0, 1.0
    for factor in roles["factor"]:
        low, high = low * factor.low, high * factor.high
    return _meet(product, (low, high))


def _average(roles: Roles) -> bool:
    (total,), (count,), (average,) = roles["total"], roles["count"], roles["average"]
    return count.low > 0 and _meet(average, (total.low / count.high, total.high / count.low))


def _average_by_time(roles: Roles) -> bool:
    (total,), (average,) = roles["total"], roles["average"]
    return any(_meet(average, (total.low / period, total.high / period)) for period in _PERIODS)


def _same(roles: Roles) -> bool:
    (one,), (other,) = roles["one"], roles["other"]
    return one.value == other.value


def _meet(told: Quantity, reached: Span) -> bool:
    return overlap(told.low, told.high, *reached)


def _size(low: float, high: float) -> Span:
    return (min(abs(low), abs(high)), max(abs(low), abs(high))) if low * high > 0 else (0.0, max(-low, high))


def _roles(words: str) -> frozenset[Role]:
    return frozenset(words.split())  # type: ignore[arg-type]  # each word below is a role


_RELATIONS: Final[Mapping[tuple[TieType, frozenset[Role]], Callable[[Roles], bool]]] = MappingProxyType(
    {
        ("part_of_sum", _roles("total part")): _sum,
        ("rate", _roles("base part rate")): _share,
        ("percent_sum", _roles("part")): _shares_of_all,
        ("change", _roles("from to difference")): _difference,
        ("change", _roles("from to growth")): _growth,
        ("change", _roles("to difference growth")): _growth_by_difference,
        ("product", _roles("product factor")): _product,
        ("average", _roles("total count average")): _average,
        ("average", _roles("total average")): _average_by_time,
        ("same", _roles("one other")): _same,
    }
)
