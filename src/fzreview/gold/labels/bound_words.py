"""Bounds as words, for formats in which their signs mean something else: configurations, formulas."""

from __future__ import annotations

from typing import Final

from fzreview.domain.figures.figure import Bound

BOUND_WORDS: Final[dict[Bound, str]] = {
    "=": "exact",
    "~": "about",
    ">": "more",
    ">=": "at_least",
    "<": "less",
    "<=": "at_most",
}

BOUND_OF: Final[dict[str, Bound]] = {word: bound for bound, word in BOUND_WORDS.items()}
