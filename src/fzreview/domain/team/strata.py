"""Parts of a universe that an audit samples apart, so that the rare ones are looked at too."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal, get_args

StratumBy = Literal["kind", "bound"]
"""The field of a figure as it stands that tells its stratum."""
STRATA_BY: Final[tuple[StratumBy, ...]] = get_args(StratumBy)

LEAST: Final = 5
"""So many of each stratum are drawn, where the draw is large enough and the stratum has them."""


def allocated(sizes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """How many of each stratum are drawn of ``wanted`` together, as many as there are where there are fewer.

    As large a share of each as of any other, but ``LEAST`` of the small ones. Raises ValueError where
    ``wanted`` has not one for each.
    """
    if wanted < len(sizes):
        raise ValueError(f"{wanted} of {len(sizes)} strata")
    wanted = min(wanted, sum(sizes.values()))
    least = min(LEAST, wanted // len(sizes)) if sizes else 0
    given = {name: min(size, least) for name, size in sizes.items()}
    open_ones = set(sizes)
    while open_ones:
        left = wanted - sum(given[name] for name in sizes.keys() - open_ones)
        size = sum(sizes[name] for name in open_ones)
        short = {name for name in open_ones if Fraction(left * sizes[name], size) < given[name]}
        if not short:
            given |= _shared({name: sizes[name] for name in open_ones}, left)
            break
        open_ones -= short
    return given


def _shared(sizes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """By size; what is left over goes to the largest remainders."""
    size = sum(sizes.values())
    exact = {name: Fraction(wanted * one, size) for name, one in sizes.items()}
    given = {name: int(share) for name, share in exact.items()}
    order = sorted(exact, key=lambda name: (given[name] - exact[name], name))
    for name in order[: wanted - sum(given.values())]:
        given[name] += 1
    return given
