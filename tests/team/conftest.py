"""One PostgreSQL server for all tests that need one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.postgres import Database, Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server on a socket in a temporary folder; skipped with the reason where there can be none."""
    pytest.importorskip("psycopg")
    from support.postgres import missing, new_server, remove

    reason = missing()
    if reason is not None:
        pytest.skip(reason)
    running = new_server()
    yield running
    remove(running)


@pytest.fixture
def database(server: Server) -> Database:
    """A hub with nobody in it."""
    return server.hub()
