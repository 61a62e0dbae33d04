"""Errors that were put into what a reviewer sees, and what became of them: the system's catch rate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from fzreview.domain.decisions.final_verdicts import FinalVerdicts, final_span, verdict_category
from fzreview.domain.figures.figure import Figure
from fzreview.domain.team.seeding import SeedKind
from fzreview.scoring.rates import Rate

Answer = Literal["caught", "doubted", "passed"]
Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Seed:
    """An error put before a reviewer."""

    reviewer: str
    kind: SeedKind
    tied: bool
    """Whether the true figure stands in a tie that holds, so that the desk itself warns."""
    shown: Figure | None
    """As it was shown; None where it was withheld."""
    true: Figure | None
    """As it should be; None where there is none."""


@dataclass(frozen=True, slots=True)
class SeedTally:
    """What became of seeds that were answered."""

    caught: int
    doubted: int
    passed: int

    @property
    def rate(self) -> Rate:
        """Of those caught; a doubt is no catch."""
        return Rate(self.caught, self.caught + self.doubted + self.passed)


def answer_to(seed: Seed, words: FinalVerdicts) -> Answer | None:
    """What the reviewer's final words make of it; None where it is not answered yet.

    A withheld figure is caught where one is marked that touches it, and passed by where the section was read.
    """
    if seed.shown is None:
        return _answer_to_omission(seed, words)
    place = (seed.shown.start, seed.shown.end)
    word = next((one for one in words.verdicts if one[:2] == place), None)
    if word is None:
        return None
    saying = verdict_category(word)
    if saying == "unsure":
        return "doubted"
    return "passed" if saying == "verified" else "caught"


def tallies(
    answered: Iterable[tuple[Seed, Answer | None]], group: Callable[[Seed], Group]
) -> dict[Group, SeedTally]:
    """What became of them in each group, such as a kind; those that are not answered are left out."""
    answers: defaultdict[Group, list[Answer]] = defaultdict(list)
    for seed, answer in answered:
        if answer is not None:
            answers[group(seed)].append(answer)
    return {
        name: SeedTally(said.count("caught"), said.count("doubted"), said.count("passed"))
        for name, said in answers.items()
    }


def _answer_to_omission(seed: Seed, words: FinalVerdicts) -> Answer | None:
    if seed.true is None:
        raise ValueError("nothing was withheld and nothing shown")
    start, end = seed.true.start, seed.true.end
    for word in words.kept():
        first, last = final_span(word)
        if first < end and start < last:
            return "caught"
    return "passed" if words.has_read((start, end)) else None
