"""Undecided figures of the whole store that are alike to one that was judged a moment ago."""

from __future__ import annotations

from pathlib import Path

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.review.lookalikes.alike_figures import (
    MAX_ALIKE,
    AlikeOffer,
    Judged,
    alike_to,
    can_have_alikes,
    pattern_of,
)
from fzreview.store.reader import StoreReader

_LOOKED_AT = MAX_ALIKE + 10
"""Figures that fit the pattern and are looked at: some of them lack the slip."""


def look_for_alike(store: Path, entry: JournalEntry, reviewer: str) -> AlikeOffer | None:
    """What could be decided as ``entry`` decides; None where it says nothing of others or none is left.

    Raises StoreError where the store cannot be read.
    """
    if not can_have_alikes(entry) or entry.after is None:
        return None
    with StoreReader(store) as reader:
        figure = reader.across.at([(entry.report, entry.figure)]).get((entry.report, entry.figure))
        if figure is None or figure.stored.origin != "machine":
            return None
        pattern = pattern_of(figure.stored.figure, entry.after)
        if pattern is None:
            return None
        found = reader.across.alike(pattern, _LOOKED_AT)
    alikes = tuple(alike_to(Judged(entry, figure), reviewer, found))
    return AlikeOffer(entry, alikes[:MAX_ALIKE]) if alikes else None
