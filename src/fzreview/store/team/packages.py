"""Packages on record, and the owner of a store."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from fzreview.domain.team.packages import Package, Rules
from fzreview.errors import StoreError
from fzreview.store.opening.connect import open_reader
from fzreview.store.opening.packed_values import pack_json


def read_packages(connection: sqlite3.Connection) -> list[Package]:
    """Every package on record, oldest first; in a package's own store that package alone."""
    return [
        Package(row[0], row[1], row[2], tuple(json.loads(row[3])), row[4], row[5], _rules(row[6]))
        for row in connection.execute(
            "select project, owner, number, reports, at, purpose, rules from packages"
            " order by at, owner, purpose, number"
        )
    ]


def _rules(packed: str) -> Rules:
    return Rules.of_row(json.loads(packed))


def record_packages(connection: sqlite3.Connection, packages: Iterable[Package]) -> None:
    """Record packages and their project, inside the caller's transaction."""
    for one in packages:
        connection.execute("update identity set project = ? where project is null", (one.project,))
        connection.execute(
            "insert into packages(site, project, owner, number, reports, at, purpose, rules)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(one.site, one.project, one.owner, one.number, pack_json(one.reports), one.at),
                *(one.purpose, pack_json(one.rules.row())),
            ),
        )


def project_of(connection: sqlite3.Connection) -> str:
    """Id of the store's project: its own site until another one is recorded."""
    row = connection.execute("select coalesce(project, site) from identity").fetchone()
    return str(row[0])


def refuse_package(path: Path, command: str) -> None:
    """Raise StoreError ``in_package`` where the store is a package, in which ``command`` is not allowed."""
    owner = owner_of(path) if path.exists() else None
    if owner is not None:
        raise StoreError("in_package", path=path, command=command, owner=owner)


def owner_of(path: Path) -> str | None:
    """The reviewer whose package a store is; None where it is no package. Raises StoreError."""
    with closing(open_reader(path)) as connection:
        return owner_of_store(connection)


def is_package(connection: sqlite3.Connection) -> bool:
    """Whether a store is somebody's package."""
    return owner_of_store(connection) is not None


def owner_of_store(connection: sqlite3.Connection) -> str | None:
    """The reviewer whose package this store is; None for a project's store and for packed reports."""
    row = connection.execute("select s.owner from identity i join sites s on s.site = i.site").fetchone()
    return (row[0] or None) if row is not None else None
