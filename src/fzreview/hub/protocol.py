"""What a hub can do, whatever it is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from fzreview.domain.team.hub import About, Attempt, Cursor, Head, Laid, Page, Piece, Pushed
from fzreview.errors import FzError


class Hub(Protocol):
    """A place that holds the rows and packages of one project.

    Every method raises FzError where the hub cannot be reached or refuses. A call that broke off may be made
    again: what arrived is known and what did not is sent.
    """

    place: str
    """Where it is, for the user; never with a password."""

    keeps_apart: bool
    """Whether members cannot see what is not theirs."""

    def about(self) -> About:
        """What hub this is, and who one is there."""

    def claim(self, project: str) -> None:
        """Let a hub that serves no project yet serve this one."""

    def heads(self, sites: Collection[str]) -> Mapping[str, Head]:
        """How far it has these sites, those of them that it has."""

    def push(self, piece: Piece) -> Pushed:
        """Put rows there: all of the piece or none."""

    def pull(self, cursor: Cursor, reviewer: str | None) -> Iterator[Page | FzError]:
        """Rows behind the cursor, of one reviewer or of all; an error in the place of what cannot be read.

        Each page may be taken before the next is asked for. Raises FzError where the hub is not what the
        cursor remembers.
        """

    def packages(self, owner: str | None) -> list[Laid]:
        """Packages of one owner, or all; in order of owner, purpose and number."""

    def fetch(self, laid: Laid) -> bytes:
        """A package's content, checked against its digest."""

    def lay(self, laid: Laid, content: bytes) -> None:
        """Put a package there; one that is there stays."""

    def check(self) -> list[Attempt]:
        """Try what must not be possible; nothing of it is left behind."""

    def close(self) -> None:
        """End the connection."""
