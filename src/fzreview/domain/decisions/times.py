"""Times of decisions that cannot be: a clock that was wrong, a file that was edited.

What replaces what is told by the journal's order, never by a clock; a time is only shown, and asked where
nothing else tells which of two people's words came last. There an impossible time is no argument.
"""

from __future__ import annotations

from typing import Final

EARLIEST: Final = "2000-01-01"
"""Before it nobody can have decided anything: clocks that lost their battery begin in 1970 or 1980."""


def is_possible(at: str, latest: str) -> bool:
    """Whether somebody can have decided at ``at``; ``latest`` is as late as it can be by now.

    Both are ISO 8601 in UTC, which sorts as it runs.
    """
    return EARLIEST <= at <= latest
