"""Figures in the order of doubt, each with its reasons."""

from __future__ import annotations

from typing import Final, Literal

Reason = Literal[
    "failed_tie", "alarm", "damage", "rare_form", "extractor", "tie_approx", "untied", "small_tie"
]

_WEIGHTS: Final[dict[Reason, int]] = {
    "failed_tie": 100,
    "alarm": 80,
    "damage": 30,
    "extractor": 20,
    "rare_form": 15,
    "tie_approx": 6,
    "untied": 4,
    "small_tie": 2,
}
