"""What travels between stores by way of a hub: rows of journals in pieces, and packages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from fzreview.domain.decisions.wire import row_hash

PIECE_ROWS: Final = 2_000
"""Rows that go up at once; a line that breaks costs one piece."""

PAGE_ROWS: Final = 5_000
"""Rows that come down at once, taken in one commit."""

Role = Literal["member", "coordinator", "relay"]
"""member: own rows, own packages. coordinator: all of both. relay: carries all rows between hubs."""


class WireRow(NamedTuple):
    """A row of a journal as it travels; a tuple, because there are many."""

    prev: str
    """Hash of the site's row before it; empty for the first."""
    hash: str
    body: bytes
    """Canonical JSON, see ``wire``."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows of one site that follow each other."""

    site: str
    first: int
    """Number of the first row in its site."""
    rows: tuple[WireRow, ...]
    """At least one."""

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def prev(self) -> str:
        return self.rows[0].prev

    @property
    def hash(self) -> str:
        return self.rows[-1].hash


def chained(prev: str, bodies: list[bytes]) -> Iterator[WireRow]:
    """Rows that follow each other, from their bodies and the hash of the row before the first."""
    for body in bodies:
        now = row_hash(prev, body)
        yield WireRow(prev, now, body)
        prev = now


@dataclass(frozen=True, slots=True)
class Head:
    """How far a hub has a site."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Pushed:
    """What became of a piece."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a store has read a hub. A hub in order uses the first two, one without an order the third."""

    position: int = 0
    chain: str = ""
    """The hub's own chain at that position."""
    taken: frozenset[str] = frozenset()
    """Names of pieces that were read."""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows that came down, and how far the hub is read once they are taken."""

    rows: tuple[WireRow, ...]
    name: str
    """For the user: where they were read."""
    position: int = 0
    chain: str = ""
    taken: str | None = None
    """Name to be noted as read."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A package as a hub lists it."""

    site: str
    owner: str
    """Empty for one that is nobody's."""
    number: int
    purpose: str
    at: str
    sha256: str
    """Of the compressed content."""
    size: int


@dataclass(frozen=True, slots=True)
class About:
    """A hub, and who one is there."""

    hub: str
    """Its id; another one for every hub."""
    project: str | None
    """The project that it serves; None before its first put."""
    reviewer: str | None
    """Who the login is; None where the hub knows no logins."""
    role: Role | None
    """None where the hub knows no logins: then the store says what one is."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Something that must not be possible, as ``hub check`` tried it."""

    act: str
    """Key of its name, ``hub.act.…``."""
    refused: bool
    reason: str
    """In the hub's words."""
