"""A connection to a hub's server: encrypted and to the right one, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final

from fzreview.errors import FzError, LibraryMissing, UsageError

if TYPE_CHECKING:
    import psycopg

_ENOUGH: Final = "verify-full"
_OUT_OF_SPACE: Final = "53"
"""Class of SQLSTATE: disk full, out of memory, too many connections."""
_NO_HUB: Final = ("3F000", "42P01", "42883")
"""SQLSTATE of a database without the schema, a table or a function."""
READ_ONLY: Final = "25006"
"""SQLSTATE of a server that is being restored, or follows another one."""
_DISTRUST: Final = ("certificate", "does not support SSL")
"""Words of libpq, which has no codes before there is a connection; psycopg brings it without translations."""
_UNASKED: Final[dict[str, Any]] = {
    "client_encoding": "UTF8",
    "application_name": "fzreview",
    "connect_timeout": 10,
    "keepalives_idle": 20,
    "tcp_user_timeout": 60_000,
}


def library() -> Any:
    """psycopg. Raises LibraryMissing with how this installation gets it."""
    try:
        import psycopg
    except ImportError as error:
        raise LibraryMissing("hub_library_missing", extra="hub") from error
    return psycopg


def connected(address: str, place: str) -> psycopg.Connection[Any]:
    """Connect; every statement commits by itself.

    Raises UsageError for an address with a password or one that would talk to another machine unguarded,
    FzError where the server cannot be reached, is not the right one, or does not let the login in.
    """
    library_ = library()
    params = parameters(address, place)
    with postgres_errors(place):
        try:
            return library_.connect(**params, autocommit=True, prepare_threshold=None)  # type: ignore[no-any-return]  # psycopg is imported late
        except library_.OperationalError as error:
            refused = _refused(error, place)
            if refused is None:
                raise
            raise refused from error


def _refused(error: psycopg.OperationalError, place: str) -> FzError | None:
    """What somebody has to mend before it is tried again; None where waiting may be enough."""
    reason = _reason(error)
    if any(words in reason for words in _DISTRUST):
        return FzError("hub_untrusted", place=place, reason=reason)
    attempt = error.pgconn
    if attempt is not None and attempt.needs_password:
        return FzError("hub_password_missing", place=place)
    if attempt is not None and attempt.used_password:
        return FzError("hub_login", place=place, reason=reason)
    return None


def parameters(address: str, place: str) -> dict[str, Any]:
    """What libpq is told. Raises UsageError."""
    library_ = library()
    from psycopg.conninfo import conninfo_to_dict

    try:
        asked = conninfo_to_dict(address)
    except library_.ProgrammingError as error:
        raise UsageError("hub_address", address=place) from error
    if asked.get("password") is not None:
        raise UsageError("hub_password")
    if not is_local(asked):
        mode = asked.get("sslmode", _ENOUGH)
        if mode != _ENOUGH:
            host = asked.get("host") or asked.get("hostaddr") or asked.get("service") or ""
            raise UsageError("hub_insecure", host=host, mode=mode)
        asked["sslmode"] = _ENOUGH
    return {**_UNASKED, **asked, "client_encoding": "UTF8"}


def is_local(asked: Mapping[str, Any]) -> bool:
    """Whether a connection cannot leave this machine: sockets and loopback addresses alone.

    What a service file says is not known here, so it counts as far away.
    """
    if asked.get("service") or os.environ.get("PGSERVICE"):
        return False
    hosts = str(asked.get("host") or os.environ.get("PGHOST") or "").split(",")
    addresses = str(asked.get("hostaddr") or os.environ.get("PGHOSTADDR") or "").split(",")
    return all(_is_near(one) for one in (*hosts, *addresses))


def _is_near(host: str) -> bool:
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@contextmanager
def postgres_errors(place: str) -> Iterator[None]:
    """What psycopg raises inside is raised as FzError with the server's own words."""
    library_ = library()
    try:
        yield
    except library_.Error as error:
        state = error.sqlstate or ""
        if state in _NO_HUB:
            raise FzError("hub_missing", place=place) from error
        if state == READ_ONLY:
            raise FzError("hub_read_only", place=place) from error
        if state.startswith(_OUT_OF_SPACE):
            raise FzError("hub_unwritable", place=place, reason=_reason(error)) from error
        if state and not isinstance(error, library_.OperationalError):
            raise FzError("hub_refused", place=place, reason=_reason(error)) from error
        raise FzError("hub_unreached", place=place, reason=_reason(error)) from error


def _reason(error: Any) -> str:
    """The first line of what a server says, in whatever encoding it said it before there was a connection."""
    if error.diag.message_primary:
        return str(error.diag.message_primary)
    connection = error.pgconn
    raw = connection.error_message if connection is not None else b""
    for encoding in ("utf-8", "gb18030"):
        try:
            words = raw.decode(encoding).strip()
        except UnicodeDecodeError:
            continue
        if words:
            return str(words.splitlines()[0])
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
