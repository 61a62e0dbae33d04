"""Agreement of a reviewer with themselves: the same figures decided once more, long after."""

from __future__ import annotations

from collections.abc import Iterable

from fzreview.domain.decisions.claims import Claim, same_claim
from fzreview.scoring.rates import Rate


def self_agreement(words: Iterable[tuple[Claim, Claim]]) -> Rate:
    """Of figures with what is held of each and what was said of it once more: how many got the same word."""
    pairs = list(words)
    return Rate(sum(same_claim(held, again) for held, again in pairs), len(pairs))
