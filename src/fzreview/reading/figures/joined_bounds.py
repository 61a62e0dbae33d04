"""A bound word holds for all figures of a row: 先后跨上300亿元、400亿元."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.extracting.trace import fired
from fzreview.reading.figures.found import Found, Verdict

RULES: Final = (
    JOINED := Rule(
        "bound.joined",
        "A bound word before a row holds for each number of it.",
        takes=("先后跨上300亿元、⟦400亿元⟧", "超过3件和⟦5件⟧"),
        leaves=("跨上300亿元，⟦400亿元⟧", "约3件、近⟦5件⟧"),
        rare="Said of milestones; the reports of most years pass one at most.",
    ),
)

_JOINTS: Final = frozenset("、和与及或")


def with_joined_bounds(text: str, found: Sequence[Found]) -> list[Found]:
    """The judged numerals; one that follows another of the same unit with nothing but 、 or 和 between takes
    the bound that a word in front of the first set.
    """
    kept: list[Found] = []
    for one in found:
        before = kept[-1] if kept else None
        if before is not None and one.start - before.end == 1 and _shares(text, before, one):
            one = one._replace(bound=before.bound)
            fired(JOINED, one.start, one.end)
        kept.append(one)
    return kept


def _shares(text: str, before: Found, one: Found) -> bool:
    if before.verdict is not Verdict.FIGURE or one.verdict is not Verdict.FIGURE:
        return False
    if before.number is None or one.number is None or text[before.end] not in _JOINTS:
        return False
    if before.number.over or before.number.about or before.bound == "=" or one.bound != "=":
        return False
    return not before.number.unit or (before.kind, before.number.unit) == (one.kind, one.number.unit)
