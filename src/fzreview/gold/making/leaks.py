"""Sentences that stand in two splits: what a model learnt from would be what it is tested on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from fzreview.gold.making.sentence_owners import SentenceOwners
from fzreview.text.sentences.stretches import stretches


class SplitText(NamedTuple):
    """A text of one split."""

    name: str
    """File and line."""
    split: str
    text: str


@dataclass(frozen=True, slots=True)
class Leak:
    """A sentence found in several splits."""

    sentence: str
    places: Mapping[str, str]
    """Split → where the sentence stands first in it."""


def leaks(texts: Callable[[], Iterable[SplitText]]) -> list[Leak]:
    """Sentences of at least ``SHORTEST`` characters in two splits, in the order in which they are met again.

    ``texts`` gives all texts, each time anew: they are read a second time only where there is a leak, and
    none is kept.
    """
    owners = SentenceOwners()
    suspects: dict[str, dict[str, str]] = {}
    for one in texts():
        for piece in stretches(one.text):
            if not owners.claim(piece, one.split):
                suspects.setdefault(piece, {})
    if suspects:
        for one in texts():
            for piece in stretches(one.text):
                if piece in suspects:
                    suspects[piece].setdefault(one.split, one.name)
    return [Leak(piece, places) for piece, places in suspects.items() if len(places) > 1]
