"""How many figures there are, told by two who searched the same text: the lower bound of Chapman 1951."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Capture:
    """What two searchers found of what was missing."""

    first: int
    second: int
    both: int

    def __post_init__(self) -> None:
        if not 0 <= self.both <= min(self.first, self.second):
            raise ValueError(f"{self.both} of {self.first} and {self.second}")

    @property
    def seen(self) -> int:
        """What either found."""
        return self.first + self.second - self.both

    @property
    def estimate(self) -> float:
        """How many there are, were each found by chance alone.

        Both find the easy ones and miss the hard ones, which makes it too low: it is a lower bound.
        """
        return (self.first + 1) * (self.second + 1) / (self.both + 1) - 1

    @property
    def at_least(self) -> int:
        """How many there are at the least."""
        return max(self.seen, ceil(self.estimate))
