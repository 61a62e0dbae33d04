"""A rate over a universe of strata that were sampled apart, and bounds that hold whatever the strata are.

The rates of the strata are weighted by their sizes. Of the bounds: a sum of independent hits with unlike
chances strays less than one with like chances (Hoeffding 1956, *On the distribution of the number of
successes in independent trials*; so it does where draws do not come back), so that the exact bound of the
plain count bounds the mean chance of what was drawn. That mean is the universe's rate where every stratum
gave the same share; where one gave less, the bound is widened by as much as its weight can be short.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from fzreview.scoring.rates import LEVEL, Interval, Rate, anytime, clopper_pearson, most_wrong, upper_bound

Hits = Sequence[bool]
"""Of what was drawn from one stratum, in the order of the draw."""


@dataclass(frozen=True, slots=True)
class Stratum:
    """One part of a universe, and what was found in what was drawn of it."""

    name: str
    size: int
    """How many there are."""
    drawn: int
    hits: Hits
    """So far; of all that was drawn once the audit is complete."""

    @property
    def rate(self) -> Rate:
        return Rate(sum(self.hits), len(self.hits))

    @property
    def most(self) -> int:
        """How many of it are hits at the most (95 %, one-sided), what was drawn not coming back."""
        return most_wrong(sum(self.hits), len(self.hits), self.size)


def weighted_share(strata: Sequence[Stratum]) -> float | None:
    """The estimate of the universe's rate; None while a stratum has given nothing."""
    size = sum(one.size for one in strata)
    if not size or any(not one.hits for one in strata):
        return None
    return sum(one.size * sum(one.hits) / len(one.hits) for one in strata) / size


def stratified_interval(strata: Sequence[Stratum], level: float = LEVEL) -> Interval:
    """Two-sided and conservative, once all that was drawn is known."""
    core = _core(strata)
    hits, of = _count(strata, core)
    if not of:
        return 0.0, 1.0
    least, most = _weights(strata, core)
    tail = (1 - level) / 2
    low = clopper_pearson(hits, of, level)[0] if hits >= 2 else tail * hits / of
    return low / most, _upper(hits, of, 1 - tail, least)


def stratified_bound(strata: Sequence[Stratum], level: float = LEVEL) -> float:
    """The rate that is not exceeded: one-sided and conservative, once all that was drawn is known."""
    core = _core(strata)
    hits, of = _count(strata, core)
    return _upper(hits, of, level, _weights(strata, core)[0]) if of else 1.0


def stratified_anytime(strata: Sequence[Stratum], hits: int, of: int) -> Interval:
    """The interval that may be looked at any time, over ``hits`` among the ``of`` that lead the draw."""
    least, most = _weights(strata, {one.name: one.drawn for one in strata})
    low, high = anytime(hits, of)
    return low / most, min(1.0, high / least) if least else 1.0


def _core(strata: Sequence[Stratum]) -> dict[str, int]:
    """How many of each stratum count for a bound: the same share of all, so that none weighs too much."""
    share = min((one.drawn / one.size for one in strata), default=0.0)
    return {one.name: min(one.drawn, ceil(share * one.size - 1e-9)) for one in strata}


def _count(strata: Sequence[Stratum], core: Mapping[str, int]) -> tuple[int, int]:
    return sum(sum(one.hits[: core[one.name]]) for one in strata), sum(core.values())


def _weights(strata: Sequence[Stratum], taken: Mapping[str, int]) -> Interval:
    """The least and the largest of each stratum's share of what was taken by its share of the universe."""
    size, of = sum(one.size for one in strata), sum(taken.values())
    if not of:
        return 0.0, 1.0
    shares = [taken[one.name] * size / (of * one.size) for one in strata]
    return min(shares), max(shares)


def _upper(hits: int, of: int, level: float, least: float) -> float:
    bound = upper_bound(hits, of, level)
    # Only from here on does the plain count bound the uneven one.
    if not least or hits > of * bound - 1:
        return 1.0
    return min(1.0, bound / least)
