"""Merges a store's reports one by one: copies the missing ones, reconciles the others."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from fzreview.domain.decisions.verdict import Target
from fzreview.errors import StoreError
from fzreview.store.integrity.undecodable_rows import undecodable_in_report
from fzreview.store.merging.readings import adopt_later_reading, drop_unreferenced, keep_vanished
from fzreview.store.merging.report_copying import copy_report
from fzreview.store.reports.layers import merge_layers
from fzreview.store.reports.reextracting import ReextractionRun
from fzreview.store.team.packages import is_package
from fzreview.store.verdicts.projecting import project


@dataclass(slots=True)
class ReportMerging:
    """The merge of the reports of ``source`` into ``target``."""

    target: sqlite3.Connection
    source: sqlite3.Connection
    path: Path
    """Path of the target."""
    name: str
    """The source's name for messages to the user."""
    run: ReextractionRun
    copied: int = field(default=0, init=False)
    """Number of reports that the target lacked."""
    readings: int = field(default=0, init=False)
    """Number of reports of which the source had a later reading."""
    of_package: bool = field(init=False)
    """Whether the source is a package, whose readings are ignored: they may contain seeded errors."""

    def __post_init__(self) -> None:
        self.of_package = is_package(self.source)

    def take(self, sha256: str, touched: Collection[tuple[Target, str]] | None) -> None:
        """One report; ``touched`` are the places of which rows of the journal came in.

        Raises StoreError where the source's report cannot be read.
        """
        row = self.target.execute("select id from reports where sha256 = ?", (sha256,)).fetchone()
        if row is not None:
            self._bring_together(sha256, row[0], touched)
        elif not self.of_package:
            self._copy(sha256)

    def _copy(self, sha256: str) -> None:
        for found in undecodable_in_report(self.source, sha256):
            raise StoreError("merge_damaged", path=self.name, reason=found)
        project(self.target, copy_report(self.source, self.target, sha256), sha256)
        merge_layers(self.source, self.target, sha256)
        self.copied += 1

    def _bring_together(
        self, sha256: str, report: int, touched: Collection[tuple[Target, str]] | None
    ) -> None:
        target, source = self.target, self.source
        if touched is not None:
            project(target, report, sha256, touched)
        if not self.of_package:
            self.readings += adopt_later_reading(source, target, self.path, sha256, self.run)
        kept = keep_vanished(source, target, sha256)
        if kept:
            project(target, report, sha256, {("figure", span) for span in kept})
            drop_unreferenced(target, sha256, kept)
        _earliest_group(source, target, sha256)
        merge_layers(source, target, sha256)


def places_of(connection: sqlite3.Connection, sha256: str) -> set[tuple[Target, str]]:
    """Every place of a report that the journal has rows about."""
    rows = connection.execute("select distinct target, figure from journal where report = ?", (sha256,))
    return {(row["target"], row["figure"]) for row in rows.fetchall()}


def _earliest_group(source: sqlite3.Connection, target: sqlite3.Connection, sha256: str) -> None:
    """Keep the split group that was recorded first, so that the order of merges does not matter."""
    query = (
        "select g.noted_at, g.name, g.report from split_groups g join reports r on r.id = g.report"
        " where r.sha256 = ?"
    )
    theirs, ours = (connection.execute(query, (sha256,)).fetchone() for connection in (source, target))
    if tuple(theirs)[:2] < tuple(ours)[:2]:
        target.execute(
            "update split_groups set noted_at = ?, name = ? where report = ?",
            (theirs[0], theirs[1], ours[2]),
        )
