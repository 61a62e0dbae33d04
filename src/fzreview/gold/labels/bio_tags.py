"""BIO tags over the kinds of figures, a tag for each character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from fzreview.domain.figures.figure import KINDS
from fzreview.domain.gold.records import GoldRecord

TAGS: Final = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))


def bio_tags(start: int, end: int, tagged: Sequence[GoldRecord]) -> Iterator[str]:
    """The tags of a stretch of text; ``tagged`` are the figures in it in order, none overlapping another."""
    at = start
    for record in tagged:
        figure = record.figure
        yield from ["O"] * (figure.start - at)
        yield f"B-{figure.kind}"
        yield from [f"I-{figure.kind}"] * (figure.end - figure.start - 1)
        at = figure.end
    yield from ["O"] * (end - at)
