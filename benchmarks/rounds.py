"""Samples of programs run in turn, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Sample = TypeVar("Sample")


def in_turn(
    rounds: int, makers: Mapping[str, Callable[[], Sample]], warm_up: bool = True
) -> dict[str, list[Sample]]:
    """Each maker's samples. All run once a round, in order, so that a busy machine hits all alike."""
    samples: dict[str, list[Sample]] = {name: [] for name in makers}
    for turn in range(rounds + warm_up):
        for name, make in makers.items():
            sample = make()
            if turn or not warm_up:
                samples[name].append(sample)
    return samples


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which ``part`` (0 to 1) of the values lie, between neighbours by proportion."""
    ordered = sorted(values)
    place = part * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
