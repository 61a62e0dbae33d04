"""Ties: the figures of a report checked against each other (docs/ties.md)."""

from __future__ import annotations

from fzreview.reading.ties.alarms import find_alarms
from fzreview.reading.ties.find import find_ties
from fzreview.reading.ties.sentences import say_alarm, say_role, say_tie, say_type

__all__ = ["find_alarms", "find_ties", "say_alarm", "say_role", "say_tie", "say_type"]
