"""Packages: those on record, and the writing of one.

Blindness is absence: rows of other people are not in the file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from fzreview.domain.packages import Package
from fzreview.store.chain import INSERTED, ROW, note_sites
from fzreview.store.codec import pack_json
from fzreview.store.connect import open_reader, open_writer, prepare
from fzreview.store.projecting import balance, project
from fzreview.store.report_copying import copy_report

_WHEN_MADE = "1970-01-01T00:00:00+00:00"
"""Stands for when a package's tables were made, so that packing it again gives the same content."""


def read_packages(connection: sqlite3.Connection) -> list[Package]:
    """Every package on record, the oldest first; of a package's own store that package."""
    return [
        Package(row[0], row[1], row[2], tuple(json.loads(row[3])), row[4], row[5])
        for row in connection.execute(
            "select project, owner, number, reports, at, purpose from packages order by at, owner, number"
        )
    ]


def record_packages(connection: sqlite3.Connection, packages: Iterable[Package]) -> None:
    """Put packages on record, and whose project they are of; inside the caller's transaction."""
    for one in packages:
        connection.execute("update identity set project = ? where project is null", (one.project,))
        connection.execute(
            "insert into packages(site, project, owner, number, reports, at, purpose)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            (one.site, one.project, one.owner, one.number, pack_json(one.reports), one.at, one.purpose),
        )


def project_of(connection: sqlite3.Connection) -> str:
    """The project that a store belongs to: its own site until it is known by another."""
    row = connection.execute("select coalesce(project, site) from identity").fetchone()
    return str(row[0])


def owner_of(path: Path) -> str | None:
    """Whose package a store is; None for one that is no package. Raises StoreError."""
    with closing(open_reader(path)) as connection:
        row = connection.execute("select s.owner from identity i join sites s on s.site = i.site").fetchone()
    return None if row is None else row[0]


def write_package(source: Path, target: Path, package: Package) -> None:
    """Write the package's store to ``target``, which must not be there; whatever fails leaves a part of it.

    It holds the reports as they are read, the owner's own rows about them, and no other person's anything.
    """
    work = target.with_name(f"{target.name}.work")
    try:
        prepare(work)
        with closing(open_reader(source)) as reader, closing(open_writer(work)) as writer:
            reader.row_factory = sqlite3.Row
            writer.execute("begin immediate")
            _fill(reader, writer, package)
            writer.execute("commit")
            writer.execute("vacuum into ?", (str(target),))
    finally:
        for name in (work.name, f"{work.name}-wal", f"{work.name}-shm"):
            work.with_name(name).unlink(missing_ok=True)


def _fill(source: sqlite3.Connection, target: sqlite3.Connection, package: Package) -> None:
    site = package.site
    target.execute(
        "insert into sites(site, owner, purpose) values (?, ?, ?)", (site, package.owner, package.purpose)
    )
    target.execute("update identity set site = ?", (site,))
    target.execute("delete from sites where site <> ?", (site,))
    record_packages(target, [package])
    target.execute("update _sqlite_migrations set applied_at = ?", (_WHEN_MADE,))
    sites: set[str] = set()
    for sha256 in package.reports:
        report = copy_report(source, target, sha256)
        target.execute(
            "update extractions set reviewer = '' where report = ? and reviewer <> ?", (report, package.owner)
        )
        for row in source.execute(
            "select * from journal where report = ? and reviewer = ? order by lamport, uuid",
            (sha256, package.owner),
        ):
            target.execute(f"insert into journal{INSERTED}", tuple(row[name] for name in ROW))
            sites.add(row["site"])
        project(target, report, sha256)
    note_sites(target, sorted(sites))
    balance(target)
    target.execute("update marks set store = ?", (site,))
