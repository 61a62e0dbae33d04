"""What stores exchange through a hub: segments of journals, and packages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from fzreview.domain.decisions.wire import row_hash

SEGMENT_ROWS: Final = 2_000
"""Most rows of one upload; a connection that breaks costs one segment."""

PAGE_ROWS: Final = 5_000
"""Most rows of one download, which are stored in one commit."""

Role = Literal["member", "coordinator", "relay"]
"""member: own rows, own packages. coordinator: all of both. relay: copies all rows between hubs."""


class WireRow(NamedTuple):
    """A row of a journal in its wire form."""

    prev: str
    """Hash of the site's row before it; empty for the first."""
    hash: str
    body: bytes
    """Canonical JSON, see ``wire``."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive rows of one site's chain."""

    site: str
    first: int
    """Sequence number of the first row, from 1."""
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
    """Consecutive rows out of their bodies; ``prev`` is the hash of the row before the first, "" for none."""
    for body in bodies:
        now = row_hash(prev, body)
        yield WireRow(prev, now, body)
        prev = now


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of a site that a hub has."""

    seq: int
    """Its sequence number."""
    hash: str


@dataclass(frozen=True, slots=True)
class PushResult:
    """How many rows of a pushed segment were stored, and how many were there already."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a store has read a hub: ``position`` and ``chain`` of a server, ``taken`` of a folder."""

    position: int = 0
    """Number of rows read, in the server's order."""
    chain: str = ""
    """Hash of the server's log at that position."""
    taken: frozenset[str] = frozenset()
    """Names of the segments and packages that were read."""


@dataclass(frozen=True, slots=True)
class Page:
    """Downloaded rows, and the cursor's position once they are stored."""

    rows: tuple[WireRow, ...]
    name: str
    """Where they were read, for messages to the user."""
    position: int = 0
    chain: str = ""
    taken: str | None = None
    """Name of the segment, to be added to ``Cursor.taken``; None of a server."""


@dataclass(frozen=True, slots=True)
class ListedPackage:
    """A package in the listing of a hub."""

    site: str
    owner: str
    """The reviewer whom it is for; empty for packed reports, which are nobody's."""
    number: int
    purpose: str
    at: str
    sha256: str
    """Of the compressed content."""
    size: int


@dataclass(frozen=True, slots=True)
class HubInfo:
    """The identity of a hub, and of the login that asks."""

    hub: str
    """Its unique id."""
    project: str | None
    """The project that it serves; None before the first put."""
    reviewer: str | None
    """The reviewer of the login; None where the hub has no logins."""
    role: Role | None
    """None where the hub has no logins: the role then follows from the store."""


@dataclass(frozen=True, slots=True)
class PermissionCheck:
    """The outcome of an operation that the hub must refuse, as ``hub check`` tried it."""

    act: str
    """Which operation; its name is the string ``hub.act.ACT``."""
    refused: bool
    reason: str
    """The hub's own message."""
