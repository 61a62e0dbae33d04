"""A reference model of merging: a team's state is a pure function of a set of rows and a set of readings.

It is written without a look at the store: a place is told by rows that name what they replace and what they
saw; the latest reading of the report holds. ``state`` is what the store's tables must come to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

JUDGE = "judge"


@dataclass(frozen=True)
class Row:
    uuid: str
    lamport: int
    who: str
    place: int
    after: str | None
    """Verdict, None where it was taken back."""
    seen: str
    heads: frozenset[str]
    rests: frozenset[str] | None = None


@dataclass(frozen=True)
class Reading:
    order: tuple[int, str, str]
    figures: tuple[str, ...]
    """The value at each place."""


@dataclass
class Model:
    rows: dict[str, Row] = field(default_factory=dict)
    readings: frozenset[Reading] = frozenset()

    def union(self, other: Model) -> None:
        self.rows |= other.rows
        self.readings |= other.readings

    @property
    def figures(self) -> tuple[str, ...]:
        return max(self.readings, key=lambda reading: reading.order).figures

    def heads(self, who: str, place: int) -> list[Row]:
        """Rows of a register that no other replaces, the latest last."""
        replaced = {uuid for row in self.rows.values() for uuid in row.heads}
        own = [row for row in self.rows.values() if (row.who, row.place) == (who, place)]
        return sorted(
            (row for row in own if row.uuid not in replaced), key=lambda row: (row.lamport, row.uuid)
        )

    def held(self, who: str, place: int) -> tuple[Row, bool] | None:
        """The word that holds, and whether the reviewer says otherwise on another machine."""
        valid = [row for row in self.heads(who, place) if row.seen == self.figures[place]]
        said = {row.after for row in valid}
        holding = [row for row in valid if row.after is not None]
        return (holding[-1], len(said) > 1) if holding else None

    def state(self, place: int, people: tuple[str, ...]) -> tuple[str, str | None, dict[str, str]]:
        """``(state, what an adjudication in force says, reviewer → uuid of the word that holds)``."""
        votes = {who: held for who in people if (held := self.held(who, place)) is not None}
        ruling = self.held(JUDGE, place)
        words = {who: row.uuid for who, (row, _) in votes.items()}
        if not votes:
            return "open", None, words
        if ruling is not None and _holds(ruling[0], votes.values()):
            return "adjudicated", ruling[0].after, words
        if len({row.after for row, _ in votes.values()}) > 1 or any(torn for _, torn in votes.values()):
            return "conflict", None, words
        return ("agreed" if len(votes) > 1 else "single"), None, words


def _holds(ruling: Row, votes: Iterable[tuple[Row, bool]]) -> bool:
    """The words that it settles all stand, and whoever came later says what it says."""
    if not ruling.rests or not ruling.rests <= {row.uuid for row, _ in votes}:
        return False
    return all(row.uuid in ruling.rests or (row.after == ruling.after and not torn) for row, torn in votes)
