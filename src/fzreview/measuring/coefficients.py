"""How far two people agree in words out of a few: percent, and what is left of it beyond chance.

Where nearly everything is one word, κ and α fall to nothing although all agree: of 100 figures 97 judged
alike, 96 of them «verified», give κ 0.385 and α 0.388, but AC1 0.968. So percent comes first with its exact
interval, AC1 stands beside α, and κ is never told without them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from fzreview.scoring.rates import Rate

Pair = tuple[Hashable, Hashable]
"""What one and what the other says of the same thing."""

Undefined = Literal["no_pairs", "one_class"]
"""Why a coefficient has no value: nothing was judged by both, or everything is one word."""

_Measure = Callable[[Sequence[Pair]], float]


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient, or why there is none."""

    value: float | None
    undefined: Undefined | None = None


@dataclass(frozen=True, slots=True)
class Concord:
    """How far two people agree."""

    same: Rate
    ac1: Coefficient
    """Gwet 2008, over the words that either used."""
    alpha: Coefficient
    """Krippendorff's, nominal."""
    kappa: Coefficient
    """Cohen's."""


def concord(pairs: Iterable[Pair]) -> Concord:
    """Every measure of the same pairs."""
    pairs = list(pairs)
    same = Rate(sum(one == other for one, other in pairs), len(pairs))
    return Concord(same, _beyond(pairs, _ac1), _beyond(pairs, _alpha), _beyond(pairs, _kappa))


def _beyond(pairs: Sequence[Pair], measure: _Measure) -> Coefficient:
    if not pairs:
        return Coefficient(None, "no_pairs")
    if len({word for pair in pairs for word in pair}) < 2:
        return Coefficient(None, "one_class")
    return Coefficient(measure(pairs))


def _ac1(pairs: Sequence[Pair]) -> float:
    whole = 2 * len(pairs)
    used = [count / whole for count in _words(pairs).values()]
    chance = sum(share * (1 - share) for share in used) / (len(used) - 1)
    return (_observed(pairs) - chance) / (1 - chance)


def _alpha(pairs: Sequence[Pair]) -> float:
    whole = 2 * len(pairs)
    unlike = whole * whole - sum(count * count for count in _words(pairs).values())
    return 1 - (1 - _observed(pairs)) * whole * (whole - 1) / unlike


def _kappa(pairs: Sequence[Pair]) -> float:
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(count * others[word] for word, count in ones.items()) / len(pairs) ** 2
    return (_observed(pairs) - chance) / (1 - chance)


def _observed(pairs: Sequence[Pair]) -> float:
    return sum(one == other for one, other in pairs) / len(pairs)


def _words(pairs: Sequence[Pair]) -> Counter[Hashable]:
    return Counter(word for pair in pairs for word in pair)
