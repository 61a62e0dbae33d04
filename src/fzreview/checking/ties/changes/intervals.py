"""Ends of a range that are told once more: 12天至45天, 最长的45天."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fzreview.checking.quantity import shown
from fzreview.checking.ties.constructors import tie_between
from fzreview.checking.ties.view import View
from fzreview.domain.ties.tie import Tie

_MOST: Final = re.compile("最[多长高大快重贵远]|上限|峰值")
_LEAST: Final = re.compile("最[少短低小慢轻近]|下限")
_NEAR: Final = 90
"""Characters between a range and an end of it."""


def intervals(view: View) -> Iterable[Tie]:
    """Only ends that agree: another extreme may be one of other things."""
    for span in view.ranges:
        for spot in view.around(span, _NEAR):
            if spot.unit != span.unit or spot.paragraph != span.paragraph:
                continue
            upper = _MOST.search(spot.lead) is not None and spot.value == span.quantity.high
            lower = _LEAST.search(spot.lead) is not None and spot.value == span.quantity.low
            if upper or lower:
                yield tie_between(
                    "same", [(span, "one"), (spot, "other")], "true", "medium",
                    f"{shown(spot.value)}={shown(spot.value)}",
                )  # fmt: skip
