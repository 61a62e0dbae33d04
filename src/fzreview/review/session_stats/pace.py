"""The pace of a session: active time, figures an hour, runs of verdicts faster than reading."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from typing import Final

from fzreview.domain.decisions.verdict import Action

PAUSE_MS: Final = 120_000
"""A longer time between two decisions is a pause and does not count."""

HASTY_RUN: Final = 5
"""So many verdicts in a row, with a median below HASTY_MS, are faster than reading."""

HASTY_MS: Final = 500

JUDGED: Final[frozenset[Action]] = frozenset({"verified", "wrong", "not_a_figure", "unsure"})
"""Actions whose pace is watched."""


@dataclass(frozen=True, slots=True)
class PaceSummary:
    """The pace of a session in numbers."""

    figures: int
    """Decided in that time, also where that was taken back; in how many decisions does not count."""
    active_ms: int
    hourly: tuple[int, ...]
    """Figures decided in each ten active minutes, the first first."""

    @property
    def per_hour(self) -> int | None:
        """Figures an hour of active time; None before the first minute is over."""
        return round(self.figures * 3_600_000 / self.active_ms) if self.active_ms >= 60_000 else None


class Pace:
    """How fast figures are decided."""

    def __init__(self) -> None:
        self._figures: set[Hashable] = set()
        self._active_ms = 0
        self._slots: list[int] = []
        self._run: deque[int] = deque(maxlen=HASTY_RUN)
        self._told = False

    def note(self, figure: Hashable, elapsed_ms: int, by_one_key: bool = True) -> bool:
        """A decision ``elapsed_ms`` after the one before; True when haste is to be told, once a sitting.

        ``figure`` names what it is about. Only a verdict by one key can be hasty; what is filled in takes its
        time, and who decides many at once reads no slower for it.
        """
        if elapsed_ms <= PAUSE_MS:
            self._active_ms += elapsed_ms
        slot = self._active_ms // 600_000
        self._slots.extend([0] * (slot + 1 - len(self._slots)))
        if figure not in self._figures:
            self._figures.add(figure)
            self._slots[slot] += 1
        if by_one_key:
            self._run.append(elapsed_ms)
        if self._told or not self.is_hasty:
            return False
        self._told = True
        return True

    @property
    def is_hasty(self) -> bool:
        """Whether the last verdicts came faster than anybody reads."""
        return _is_hasty(self._run)

    def makes_hasty(self, action: Action, elapsed_ms: int) -> bool:
        """Whether a verdict is one of a run that is faster than reading, the last of it."""
        return action in JUDGED and _is_hasty([*self._run, elapsed_ms][-HASTY_RUN:])

    def summary(self) -> PaceSummary:
        return PaceSummary(len(self._figures), self._active_ms, tuple(self._slots))


def _is_hasty(run: Collection[int]) -> bool:
    # The median of an odd number is below it where more than half are.
    return len(run) == HASTY_RUN and sum(elapsed < HASTY_MS for elapsed in run) > HASTY_RUN // 2
