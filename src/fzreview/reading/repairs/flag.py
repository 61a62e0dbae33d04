"""What a rule says about a place."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.domain.extracting.rule import Rule


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt about ``[start, end)`` of the clean text; an empty span is a place where something lacks."""

    rule: Rule
    start: int
    end: int
    kind: str
    repaired: str | None = None
    """What a reader would expect there; never written into the clean text."""
    count: int = 1
    """How many places a summary stands for."""
    after_character: bool = True
    """An empty span stands behind the character before it, not before the one after it."""
