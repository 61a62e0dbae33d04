"""Figures in the order of doubt, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from fzreview.domain.figure import Figure
from fzreview.domain.report import Reading, Repair
from fzreview.domain.tie import Alarm, Span, Tie

Reason = Literal["failed_tie", "alarm", "damage", "rare_form", "extractor", "tie_approx", "untied", "small_tie"]

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
