"""How sure a row of settled gold is: who said what of the figure, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Source = Literal["single", "agreed", "adjudicated", "audited"]
"""One person's word; two or more say the same; somebody settled it; an auditor who drew it says the same."""

SOURCES: Final[tuple[Source, ...]] = get_args(Source)

SETTLED: Final = "settled"
"""Whose a row of settled gold is, where more than one person works in the store."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one settled row comes from."""

    source: Source
    reviewers: tuple[str, ...]
    """Who decided about the figure, the adjudicator apart, in order."""
    votes: tuple[str, ...]
    """What each of them says, in the same order: a word, fields that differ from the machine's, how it was
    said."""
    adjudicator: str | None = None
    keyed_blind: bool = False
    """Whether anybody typed the value without having seen the machine's."""
