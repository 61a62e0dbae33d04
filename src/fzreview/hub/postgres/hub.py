"""A hub on a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from fzreview.domain.team.hub import (
    PAGE_ROWS,
    Cursor,
    Head,
    HubInfo,
    ListedPackage,
    Page,
    PermissionCheck,
    PushResult,
    Segment,
    WireRow,
)
from fzreview.errors import FzError
from fzreview.hub.postgres.connecting import connected, postgres_errors

_FORM: Final = 1
_LAID: Final = "site, owner, number, purpose, at, sha256, size"


class PostgresHub:
    """One connection; each statement is one round trip and one transaction."""

    isolates_members = True

    def __init__(self, address: str, place: str) -> None:
        """``place`` is its name for the user.

        Raises FzError where it cannot be reached, UsageError for an address that is not safe.
        """
        self.place = place
        self._connection = connected(address, place)
        self._known: HubInfo | None = None
        self._mine: list[ListedPackage] | None = None
        """A member's packages, told with who they are: one round trip for both."""

    def about(self) -> HubInfo:
        if self._known is None:
            ((hub, project, form, reviewer, role, mine),) = self._ask(
                "select h.id, h.project, h.form, fz.me(), fz.role(), fz.mine() from fz.hub h"
            )
            if form > _FORM:
                raise FzError("hub_newer", place=self.place)
            if role is None:
                raise FzError("hub_stranger", place=self.place)
            about = HubInfo(hub.hex, project, reviewer, role)
            if project is None:
                return about
            self._known = about
            if role == "member":
                self._mine = [ListedPackage(UUID(site).hex, *rest) for site, *rest in mine]
        return self._known

    def claim(self, project: str) -> None:
        self._ask("select fz.claim(%s)", (project,))

    def heads(self, sites: Collection[str]) -> Mapping[str, Head]:
        asked = [UUID(hex=site) for site in sites]
        rows = (
            self._ask("select site, seq, hash from fz.heads where site = any(%b)", (asked,)) if asked else []
        )
        return {site.hex: Head(seq, bytes(hash_).hex()) for site, seq, hash_ in rows}

    def push(self, segment: Segment) -> PushResult:
        bodies = [row.body for row in segment.rows]
        asked = (UUID(hex=segment.site), segment.first, bytes.fromhex(segment.prev), bodies)
        ((new, known),) = self._ask(
            "select accepted, known from fz.push(%b::uuid, %b::bigint, %b::bytea, %b::bytea[])", asked
        )
        return PushResult(new, known)

    def pull(self, cursor: Cursor, reviewer: str | None) -> Iterator[Page | FzError]:
        yield from self._own(cursor, reviewer) if reviewer is not None else self._all(cursor)

    def _own(self, cursor: Cursor, reviewer: str) -> Iterator[Page]:
        """One person's rows: the hub's chain runs through rows that they may not see."""
        position = cursor.position
        while rows := self._ask(
            "select pos, prev, hash, body from fz.rows where reviewer = %b and pos > %b"
            " order by pos limit %b",
            (reviewer, position, PAGE_ROWS),
        ):
            position = rows[-1][0]
            told_ = tuple(WireRow(prev.hex(), hash_.hex(), body) for _, prev, hash_, body in rows)
            yield Page(told_, self.place, position)
            if len(rows) < PAGE_ROWS:
                return

    def _all(self, cursor: Cursor) -> Iterator[Page]:
        """Every row up to the tip, each checked against the chain that the last one known belongs to."""
        position, chain = cursor.position, bytes.fromhex(cursor.chain)
        ((last, tip),) = self._ask("select pos, chain from fz.tip")
        if last < position:
            raise FzError("hub_shortened", place=self.place, now=last, seen=position)
        if last == position and tip != chain:
            raise FzError("hub_rewritten", place=self.place, seen=position)
        while position < last:
            # Positions have no gaps: so much is read whatever the server thinks of its statistics.
            first = max(1, position)
            rows = self._ask(
                "select pos, prev, hash, body, chain from fz.rows where pos between %b and %b order by pos",
                (first, min(last, position + PAGE_ROWS)),
            )
            if position:
                if not rows or (rows[0][0], rows[0][4]) != (position, chain):
                    raise FzError("hub_rewritten", place=self.place, seen=position)
                rows = rows[1:]
            if not rows:
                raise FzError("hub_broken_chain", place=self.place, row=position + 1)
            told_ = []
            for pos, prev, hash_, body, link in rows:
                position += 1
                before = prev.hex()
                chain = sha256(chain + hash_).digest()
                if link != chain or sha256(before.encode() + body).digest() != hash_ or pos != position:
                    raise FzError("hub_broken_chain", place=self.place, row=position)
                told_.append(WireRow(before, hash_.hex(), body))
            yield Page(tuple(told_), self.place, position, chain.hex())

    def packages(self, owner: str | None) -> list[ListedPackage]:
        if self._mine is not None:
            return [one for one in self._mine if owner in (None, one.owner)]
        where, asked = ("", ()) if owner is None else (" where owner = %b", (owner,))
        rows = self._ask(
            f"select {_LAID} from fz.packages{where} order by owner, purpose, number, site", asked
        )
        return [ListedPackage(site.hex, *rest) for site, *rest in rows]

    def get_package(self, listed: ListedPackage) -> bytes:
        rows = self._ask("select content from fz.packages where site = %b", (UUID(hex=listed.site),))
        content = bytes(rows[0][0]) if rows else b""
        if sha256(content).hexdigest() != listed.sha256:
            raise FzError("hub_package_altered", place=self.place, name=listed.site, reason="sha256")
        return content

    def put_package(self, listed: ListedPackage, content: bytes) -> None:
        self._ask(
            f"insert into fz.packages({_LAID}, content) values (%b, %b, %b, %b, %b, %b, %b, %b)"
            " on conflict (site) do nothing",
            (
                UUID(hex=listed.site),
                *(
                    listed.owner,
                    listed.number,
                    listed.purpose,
                    listed.at,
                    listed.sha256,
                    listed.size,
                    content,
                ),
            ),
        )

    def check(self) -> list[PermissionCheck]:
        from fzreview.hub.postgres.permission_checks import check_permissions

        with postgres_errors(self.place):
            return check_permissions(self._connection, self.about())

    def close(self) -> None:
        self._connection.close()

    def _ask(self, query: str, asked: Sequence[Any] = ()) -> list[Any]:
        with postgres_errors(self.place), self._connection.cursor(binary=True) as cursor:
            cursor.execute(query, asked)
            return cursor.fetchall() if cursor.description else []
