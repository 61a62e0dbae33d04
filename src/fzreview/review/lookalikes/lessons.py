"""What corrections have in common: the list from which rules of reading are mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fzreview.domain.figures.figure import Figure
from fzreview.review.lookalikes.slips import Slip

MAX_EXAMPLES: Final = 5


@dataclass(frozen=True, slots=True)
class Example:
    """One corrected or rejected figure."""

    key: str
    """Its key in the store."""
    sentence: str
    """With the figure in it, in clean characters."""
    machine: Figure
    correction: Figure | None
    """None where it is no figure."""


@dataclass(frozen=True, slots=True)
class Observed:
    """A slip at one figure, with the rules that read it."""

    slip: Slip
    rules: tuple[str, ...]
    example: Example


@dataclass(frozen=True, slots=True)
class Lesson:
    """Equal slips, the most frequent first."""

    slip: Slip
    count: int
    rules: tuple[tuple[str, int], ...]
    """Rule id → at how many of these figures it decided, the most frequent first."""
    examples: tuple[Example, ...]
    """The first ones in order of their keys."""


def lessons_of(observed: Iterable[Observed]) -> tuple[Lesson, ...]:
    """Every slip that was observed, the most frequent first, else by what it is."""
    by_slip: dict[Slip, list[Observed]] = defaultdict(list)
    for one in observed:
        by_slip[one.slip].append(one)
    lessons = (_lesson(slip, found) for slip, found in by_slip.items())
    return tuple(
        sorted(lessons, key=lambda one: (-one.count, one.slip.kind, one.slip.before, one.slip.after))
    )


def _lesson(slip: Slip, found: list[Observed]) -> Lesson:
    rules: dict[str, int] = defaultdict(int)
    for one in found:
        for rule in one.rules:
            rules[rule] += 1
    examples = sorted((one.example for one in found), key=lambda example: example.key)
    ranked = sorted(rules.items(), key=lambda rule: (-rule[1], rule[0]))
    return Lesson(slip, len(found), tuple(ranked), tuple(examples[:MAX_EXAMPLES]))
