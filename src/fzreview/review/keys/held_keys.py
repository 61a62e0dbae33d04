"""Telling a key that is held down from a hand that presses it."""

from __future__ import annotations


class HeldKeys:
    """Takes the moments of a key's presses; one that follows another faster than a hand is a repeat."""

    def __init__(self, least_ms: int) -> None:
        """``least_ms`` is the shortest time between two presses by hand; 0 lets everything pass."""
        self._least = least_ms / 1000
        self._last: float | None = None

    def is_repeat(self, moment: float) -> bool:
        """Whether a press at ``moment`` (seconds, rising) is a repeat; the repeat is remembered too."""
        before, self._last = self._last, moment
        return before is not None and moment - before < self._least
