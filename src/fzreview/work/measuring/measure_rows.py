"""Measures as JSON: what every one of them is made of."""

from __future__ import annotations

from typing import Any

from fzreview.measuring.coefficients import Coefficient, Concord
from fzreview.scoring.rates import Rate

Row = dict[str, Any]


def rate_row(rate: Rate) -> Row:
    """``k`` of ``n`` with the exact 95 % interval; ``share`` is null where nothing was looked at."""
    return {"k": rate.hits, "n": rate.of, "share": rate.share, "interval": list(rate.interval)}


def coefficient_row(coefficient: Coefficient) -> Row:
    """The value, or why there is none: ``no_pairs``, ``one_class``."""
    return {"value": coefficient.value, "undefined": coefficient.undefined}


def concord_row(told: Concord) -> Row:
    """Percent with its interval first; κ never without the others."""
    return {
        "same": rate_row(told.same),
        "ac1": coefficient_row(told.ac1),
        "alpha": coefficient_row(told.alpha),
        "kappa": coefficient_row(told.kappa),
    }
