"""Everything that must not be possible with a login, tried; each attempt is rolled back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from fzreview.domain.team.hub import HubInfo, PermissionCheck
from fzreview.hub.postgres.connecting import READ_ONLY, library

if TYPE_CHECKING:
    import psycopg

_PUSH: Final = "select * from fz.push(%b::uuid, %b::bigint, %b::bytea, %b::bytea[])"
_EVERYBODY: Final = frozenset({"member", "coordinator", "relay"})
_DENIED: Final = ("42501", "23514")
"""SQLSTATE of what was refused because it is forbidden: privilege and check."""


@dataclass(frozen=True, slots=True)
class _Act:
    name: str
    query: str
    asked: tuple[Any, ...] = ()
    who: frozenset[str] = _EVERYBODY
    """Roles to which it is forbidden."""
    reads: bool = False
    """Whether it is refused by finding nothing."""


def check_permissions(connection: psycopg.Connection[Any], about: HubInfo) -> list[PermissionCheck]:
    """Try every act that is forbidden to the login's role. Nothing of it is left behind."""
    return [_tried(connection, act) for act in _acts(about) if about.role in act.who]


def _tried(connection: psycopg.Connection[Any], act: _Act) -> PermissionCheck:
    psycopg = library()
    try:
        with connection.transaction(force_rollback=True), connection.cursor(binary=True) as cursor:
            cursor.execute(act.query, act.asked)
            found = cursor.fetchall() if cursor.description else []
    except psycopg.OperationalError:
        raise
    except psycopg.Error as error:
        if error.sqlstate == READ_ONLY:
            raise  # where nothing can be written, no refusal says what would be allowed
        reason = str(error.diag.message_primary)
        # A query that failed for another reason proves nothing.
        return PermissionCheck(act.name, error.sqlstate in _DENIED, reason)
    if act.reads:
        return PermissionCheck(act.name, not found, str(len(found)))
    return PermissionCheck(act.name, False, cursor.statusmessage or "")


def _acts(about: HubInfo) -> list[_Act]:
    member: frozenset[str] = frozenset({"member"})
    not_coordinator = _EVERYBODY - {"coordinator"}
    site = uuid4()
    row: dict[str, Any] = {"uuid": uuid4().hex, "site": site.hex, "seq": 1, "lamport": 1}
    forged = [_body(row | {"reviewer": "\u2205"})]
    mine = row | {"reviewer": about.reviewer or "\u2205"}
    return [
        _Act("change", "update fz.rows set body = ''"),
        _Act("delete", "delete from fz.rows"),
        _Act("truncate", "truncate fz.rows"),
        _Act("insert", "insert into fz.rows(pos) values (0)"),
        _Act("forge", _PUSH, (site, 1, b"", forged), member),
        _Act("misplace", _PUSH, (site, 2, b"", [_body(mine)])),
        _Act("time", _PUSH, (site, 1, b"", [_body(mine | {"lamport": 1 << 60})])),
        _Act("head", "update fz.heads set owner = session_user"),
        _Act("tip", "update fz.tip set pos = 0"),
        _Act("promote", "update fz.people set role = 'coordinator'"),
        _Act("people", "select * from fz.people", reads=True),
        _Act("project", "update fz.hub set project = null"),
        _Act("begin", "select fz.claim(%b)", (uuid4().hex,), not_coordinator),
        _Act("disarm", "alter table fz.rows disable trigger all"),
        _Act("replace", "create or replace function fz.me() returns text language sql as $$ select '' $$"),
        _Act("repack", "update fz.packages set owner = session_user"),
        _Act("withdraw", "delete from fz.packages"),
        _Act("lay", *_LAY, who=not_coordinator),
        _Act("rows", "select 1 from fz.rows where reviewer <> fz.me()", (), member, True),
        _Act("sites", "select 1 from fz.heads where owner <> fz.me()", (), member, True),
        _Act("packages", "select 1 from fz.packages where owner <> fz.me()", (), member, True),
        _Act("parcels", "select 1 from fz.packages", (), frozenset({"relay"}), True),
        _Act("become", "set local role fz_coordinator", (), not_coordinator),
    ]


_LAY: Final[tuple[str, tuple[Any, ...]]] = (
    "insert into fz.packages(site, owner, number, purpose, at, sha256, size, content)"
    " values (%b, '', 1, 'reports', '', encode(sha256(''), 'hex'), 0, '')",
    (uuid4(),),
)


def _body(row: dict[str, Any]) -> bytes:
    return json.dumps(row).encode()
