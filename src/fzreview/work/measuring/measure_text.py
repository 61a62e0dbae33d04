"""Rates as a person reads them."""

from __future__ import annotations

from fzreview.scoring.rates import Rate
from fzreview.strings import say


def percent(share: float) -> str:
    """A share in percent, with so many digits that a small one is not rounded to nothing."""
    return f"{100 * share:.2f} %" if 0 < share < 0.1 or 0.9 < share < 1 else f"{100 * share:.1f} %"


def say_rate(rate: Rate) -> str:
    """The share with its counts and exact interval."""
    share = rate.share
    if share is None:
        return say("measures.rate_of_none")
    low, high = rate.interval
    return say(
        "measures.rate",
        share=percent(share),
        hits=rate.hits,
        of=rate.of,
        low=percent(low),
        high=percent(high),
    )
