"""Detecting auto-repeat of a key that is held down."""

from __future__ import annotations


class HeldKeys:
    """Compares the times of key presses; one that follows too fast is a repeat."""

    def __init__(self, least_ms: int) -> None:
        """``least_ms``: minimum milliseconds between two presses by hand; 0 disables the check."""
        self._least = least_ms / 1000
        self._last: float | None = None

    def is_repeat(self, moment: float) -> bool:
        """Whether a press at ``moment`` (seconds, rising) is a repeat; the repeat is remembered too."""
        before, self._last = self._last, moment
        return before is not None and moment - before < self._least
