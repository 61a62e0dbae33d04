"""The sign of each state of a figure: ASCII, because wider ones have no certain width in every terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fzreview.domain.figures.figure_state import FigureState

STATE_SIGNS: Final[Mapping[FigureState, str]] = {
    "undecided": ".",
    "changed": "^",
    "verified": "+",
    "corrected": "*",
    "rejected": "x",
    "to_fix": "w",
    "unsure": "?",
    "disputed": "!",
}
