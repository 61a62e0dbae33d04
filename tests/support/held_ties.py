"""The ties that were marked in held reports by someone who had not seen the rules.

A row names its figures by their surfaces; where a surface stands more than once, any figures with these
surfaces in this order will do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from support.held_reports import HELD, held_names, held_report

MOST_PLACES = 500


class HeldTie(NamedTuple):
    """One marked tie."""

    name: str
    row: dict[str, Any]
    places: tuple[frozenset[tuple[int, int]], ...]
    """The spans that it may mean, each set in one report."""

    @property
    def counts(self) -> bool:
        """Whether it is to be found: told, or of high or medium confidence."""
        return self.row["told"] or self.row["confidence"] in ("high", "medium")


def tied_names() -> list[str]:
    return [name for name in held_names() if _path(name).exists()]


@cache
def held_ties(name: str) -> tuple[HeldTie, ...]:
    """The marked ties of a report. Raises ValueError where the figures of a row are not there."""
    rows = [json.loads(line) for line in _path(name).read_text("utf-8").splitlines() if line.strip()]
    ties = []
    for row in rows:
        places = tuple(islice(_places(name, tuple(row["numerals"])), MOST_PLACES))
        if not places:
            raise ValueError(f"{name}: {row['numerals']}")
        ties.append(HeldTie(name, row, places))
    return tuple(ties)


def _path(name: str) -> Path:
    return HELD / f"{name.removesuffix('.txt')}.ties.jsonl"


def _places(name: str, numerals: tuple[str, ...]) -> Iterator[frozenset[tuple[int, int]]]:
    figures = sorted(held_report(name).figures, key=lambda figure: figure.start)

    def behind(at: int, left: tuple[str, ...]) -> Iterator[tuple[tuple[int, int], ...]]:
        if not left:
            yield ()
            return
        for index in range(at, len(figures)):
            if figures[index].surface == left[0]:
                for rest in behind(index + 1, left[1:]):
                    yield ((figures[index].start, figures[index].end), *rest)

    return (frozenset(spans) for spans in behind(0, numerals))
