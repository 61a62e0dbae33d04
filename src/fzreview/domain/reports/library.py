"""What of a library is listed, and in which order."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Final, Literal, get_args

State = Literal["untouched", "under_way", "finished", "to_fix", "disputed", "aside"]
Sort = Literal["loaded", "year", "region", "undecided", "progress", "title"]

STATES: Final[tuple[State, ...]] = get_args(State)
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)

NO_REGION: Final = ""
"""Stands for the reports whose region is not known."""


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """Every part that is set must fit."""

    words: str = ""
    """Words with blanks between, all of which title, name, region, issuer, year or tags must hold."""
    state: State | None = None
    """``untouched``: nothing decided; ``finished``: everything, or there is nothing to decide;
    ``to_fix``: a wrong figure waits for its correction; ``disputed``: reviewers' last words differ on one;
    ``aside``: a near copy, or excluded, which no other state and no query without one finds."""
    region: str | None = None
    """A region or NO_REGION; None for every one."""
    sort: Sort = "loaded"
    """The newest year first, most undecided first, furthest first; the others ascending."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The reports that a query finds. Rows are read when they are seen: there may be very many."""

    reports: array[int]
    """Their ids, in order."""
    figures: int
    """Of all of them together, as ``decided``."""
    decided: int
