"""A colour for each label, for tools that ask for one."""

from __future__ import annotations

from typing import Final

from fzreview.domain.gold.returned import LABELS

_COLOURS: Final = (
    *("#1f77b4", "#2ca02c", "#9467bd", "#8c564b", "#e377c2", "#bcbd22", "#17becf", "#ff7f0e", "#d62728"),
)


def colour_of(label: str) -> str:
    """``#rrggbb``; the last, red, is for what is no figure."""
    return _COLOURS[LABELS.index(label)]
