"""Ties: the figures of a report checked against each other (docs/ties.md)."""

from __future__ import annotations

from fzreview.checking.ties.alarms.single_figures import find_alarms
from fzreview.checking.ties.find import check_figures, find_ties

__all__ = ["check_figures", "find_alarms", "find_ties"]
