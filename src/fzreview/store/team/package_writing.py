"""A package's store written: the reports as they were extracted, and the owner's own rows.

Blindness is absence: rows of other people are not in the file, nor what follows from them. The rulings of the
team are everybody's and go along.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from fzreview.domain.team.packages import PACKED_REPORTS, Package
from fzreview.errors import StoreError
from fzreview.store.corpus.projecting import project_aside
from fzreview.store.integrity.undecodable_rows import undecodable_in_report
from fzreview.store.journal.chain import INSERTED, ROW, note_sites
from fzreview.store.merging.readings import drop_unreferenced
from fzreview.store.merging.records import merge_records
from fzreview.store.merging.report_copying import copy_report
from fzreview.store.opening.connect import create_or_migrate, open_reader, open_writer
from fzreview.store.opening.store_errors import store_errors
from fzreview.store.opening.unreadable_rows import UnreadableRow
from fzreview.store.reports.layers import merge_layers
from fzreview.store.team.package_contents import (
    WHOLE,
    PackageContents,
    apply_contents,
    record_contents,
)
from fzreview.store.team.packages import record_packages
from fzreview.store.team.rulings import merge_rulings
from fzreview.store.verdicts.counted import counted
from fzreview.store.verdicts.projecting import balance, project

_WHEN_MADE = "1970-01-01T00:00:00+00:00"
"""Stands for when a package's tables were made, so that packing it again gives the same content."""


def write_package(source: Path, target: Path, package: Package, contents: PackageContents = WHOLE) -> None:
    """Write the package's store to ``target``, which must not be there; whatever fails leaves a part of it.

    It holds the reports as they are read, the owner's own rows about them, and no other person's anything.
    Reports that are not in the source are left out. One of PACKED_REPORTS is nobody's: its reports are as
    they stand in the source, with copies set aside, figures that no extractor finds any more, and layers,
    and what is on record. Layers and records would tell a person what was hidden or planted.
    Raises StoreError ``store_unwritable`` where there is no room for it, ``store_damaged`` where rows of what
    goes out mean nothing.
    """
    work = target.with_name(f"{target.name}.work")
    try:
        create_or_migrate(work)
        with (
            store_errors(target),
            closing(open_reader(source)) as reader,
            closing(open_writer(work)) as writer,
        ):
            reader.row_factory = sqlite3.Row
            for sha256 in package.reports:
                for found in undecodable_in_report(reader, sha256):
                    raise StoreError("store_damaged", path=source, reason=found)
            writer.execute("begin immediate")
            try:
                _fill(reader, writer, package, contents)
            except UnreadableRow as error:
                raise StoreError("store_damaged", path=source, reason=str(error)) from error
            writer.execute("commit")
            # What was changed or taken out since leaves no trace in the pages.
            writer.execute("vacuum into ?", (str(target),))
    finally:
        for name in (work.name, f"{work.name}-wal", f"{work.name}-shm"):
            work.with_name(name).unlink(missing_ok=True)


def _fill(
    source: sqlite3.Connection, target: sqlite3.Connection, package: Package, contents: PackageContents
) -> None:
    site = package.site
    target.execute(
        "insert into sites(site, owner, purpose) values (?, ?, ?)", (site, package.owner, package.purpose)
    )
    target.execute("update identity set site = ?", (site,))
    target.execute("delete from sites where site <> ?", (site,))
    # By what rules it was made is for the coordinator to know.
    record_packages(target, [replace(package, rules=package.rules.told)])
    record_contents(target, contents)
    if package.purpose == PACKED_REPORTS:
        merge_records(source, target)
    merge_rulings(source, target)
    target.execute("update _sqlite_migrations set applied_at = ?", (_WHEN_MADE,))
    sites: set[str] = set()
    for sha256 in package.reports:
        if source.execute("select 1 from reports where sha256 = ?", (sha256,)).fetchone() is None:
            continue
        report = copy_report(source, target, sha256)
        if package.purpose == PACKED_REPORTS:
            merge_layers(source, target, sha256)
            project_aside(target, report)
            continue
        _let_count(target, report)
        target.execute(
            "update extractions set reviewer = '' where report = ? and reviewer <> ?", (report, package.owner)
        )
        target.execute("delete from candidates where report = ? and kept", (report,))
        apply_contents(target, report, sha256, contents)
        if contents.own_rows:
            sites |= _copy_own_rows(source, target, package, sha256)
        project(target, report, sha256)
        _drop_vanished(target, report, sha256)
    if package.purpose != PACKED_REPORTS:
        _number_figures(target)
    note_sites(target, sorted(sites))
    _go_on_behind(source, target, site)
    balance(target)
    target.execute("update marks set store = ?", (site,))


def _copy_own_rows(
    source: sqlite3.Connection, target: sqlite3.Connection, package: Package, sha256: str
) -> set[str]:
    """The owner's rows about a report, those about some of its places alone where the package is; sites."""
    places = package.places_in(sha256)
    sites = set()
    for row in source.execute(
        f"select * from journal j where report = ? and reviewer = ? and {counted()} order by lamport, uuid",
        (sha256, package.owner),
    ).fetchall():
        if not places or row["figure"] in places:
            target.execute(f"insert into journal{INSERTED}", tuple(row[name] for name in ROW))
            sites.add(row["site"])
    return sites


def _go_on_behind(source: sqlite3.Connection, target: sqlite3.Connection, site: str) -> None:
    """Rows that were made in the package before and are not in it again keep their numbers."""
    row = source.execute("select seq, lamport, hash from sites where site = ?", (site,)).fetchone()
    if row is not None:
        target.execute("update sites set seq = ?, lamport = ?, hash = ? where site = ?", (*row, site))


def _let_count(connection: sqlite3.Connection, report: int) -> None:
    """What was assigned is to be read, also a near copy: who told it apart is not told here."""
    connection.execute("delete from copies where report = ?", (report,))
    project_aside(connection, report)


def _drop_vanished(connection: sqlite3.Connection, report: int, sha256: str) -> None:
    """Figures that no extractor finds any more stay where they are for what others hold of them."""
    spans = connection.execute(
        'select start, "end" from figures where report = ? and vanished is not null', (report,)
    ).fetchall()
    drop_unreferenced(connection, sha256, [f"{start}-{end}" for start, end in spans])


def _number_figures(connection: sqlite3.Connection) -> None:
    """In their order, without gaps: else it would tell which were added, vanished, or shown otherwise."""
    ids = [row[0] for row in connection.execute('select id from figures order by report, start, "end"')]
    connection.execute("update figures set id = -id")
    connection.executemany(
        "update figures set id = ? where id = ?", [(number, -id_) for number, id_ in enumerate(ids, 1)]
    )
