"""Tables of frames: the first frame that fits a clause words the subject of its figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.extracting.trace import fired
from fzreview.reading.figures.subjects.wordings import Counted

Seen = TypeVar("Seen")
Told = TypeVar("Told")


class Frame(NamedTuple, Generic[Seen, Told]):
    """A rule, and what it makes of a clause."""

    rule: Rule | None
    """None where the wording is left to another table, whose rules fire themselves."""
    wording: Callable[[Seen], Told | None]
    """None where the frame does not fit."""


def first_fit(frames: Iterable[Frame[Seen, Told]], seen: Seen, figure: Counted) -> Told | None:
    """What the first fitting frame says; None where none fits.

    The order of the frames is part of their meaning.
    """
    for rule, wording in frames:
        told = wording(seen)
        if told is not None:
            if rule is not None:
                fired(rule, figure.start, figure.end)
            return told
    return None


def rules_of(frames: Iterable[Frame[Seen, Told]]) -> tuple[Rule, ...]:
    """The rules of a table, in order."""
    return tuple(frame.rule for frame in frames if frame.rule is not None)
