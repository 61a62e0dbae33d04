"""The protocol that every kind of hub implements."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from fzreview.domain.team.hub import (
    Cursor,
    Head,
    HubInfo,
    ListedPackage,
    Page,
    PermissionCheck,
    PushResult,
    Segment,
)
from fzreview.errors import FzError


class Hub(Protocol):
    """Shared storage for the journal rows and packages of one project.

    Every method raises FzError where the hub cannot be reached or refuses. Calls are idempotent: one that was
    interrupted may be repeated.
    """

    place: str
    """Its address for messages to the user, without a password."""

    isolates_members: bool
    """Whether the hub enforces that members read nothing but their own rows and packages."""

    def about(self) -> HubInfo:
        """The hub's identity, and the reviewer and role of the login."""

    def claim(self, project: str) -> None:
        """Assign a hub without a project to this one."""

    def heads(self, sites: Collection[str]) -> Mapping[str, Head]:
        """Site → its last row at the hub; sites that the hub does not know are left out."""

    def push(self, segment: Segment) -> PushResult:
        """Store a segment's rows, atomically; rows that are there already are not stored again."""

    def pull(self, cursor: Cursor, reviewer: str | None) -> Iterator[Page | FzError]:
        """Pages of rows after the cursor, of one reviewer or of all (None).

        A page that cannot be read is yielded as an FzError. A page may be stored before the next one is asked
        for. Raises FzError where the hub's history is not the one that the cursor was made in.
        """

    def packages(self, owner: str | None) -> list[ListedPackage]:
        """Packages of one owner, or of all (None), ordered by owner, purpose and number."""

    def get_package(self, listed: ListedPackage) -> bytes:
        """A package's compressed content, verified against its digest."""

    def put_package(self, listed: ListedPackage, content: bytes) -> None:
        """Store a package; one that is there already is left unchanged."""

    def check(self) -> list[PermissionCheck]:
        """Try every operation that the login must not be able to do, and roll each one back."""

    def close(self) -> None:
        """Close the connection."""
