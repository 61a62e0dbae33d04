"""Questions about shared work: plan, packages and what came of them, audits, rulings of the team."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from fzreview.domain.team.assignment import Assignment
from fzreview.domain.team.audit import Audit
from fzreview.domain.team.packages import Package
from fzreview.domain.team.ruling import TeamRuling
from fzreview.domain.team.seeding import SeededError, Withheld
from fzreview.store.opening.store_errors import raises_store_errors
from fzreview.store.team.assignments import read_assignment
from fzreview.store.team.audits import read_audits
from fzreview.store.team.package_contents import read_package_rows
from fzreview.store.team.packages import owner_of_store, project_of, read_packages
from fzreview.store.team.rulings import read_rulings
from fzreview.store.team.seeds import answered_seeds, read_seeded_errors, read_withheld
from fzreview.store.team.site_decisions import SiteDecision, decisions_of_site


@raises_store_errors
class TeamReader:
    """What one store knows of the team."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def owner(self) -> str | None:
        """Whose package the store is; None where it is none."""
        return owner_of_store(self._connection)

    def project(self) -> str:
        """The project that the store belongs to, 32 hexadecimal digits."""
        return project_of(self._connection)

    def assignment(self) -> Assignment:
        """Who was given which report."""
        return read_assignment(self._connection)

    def packages(self) -> list[Package]:
        """Every package on record, the oldest first; of a package's own store that package."""
        return read_packages(self._connection)

    def seeded_errors(self, site: str | None = None) -> list[SeededError]:
        """Seeded errors on record, of all packages or of one."""
        return read_seeded_errors(self._connection, site)

    def answered(self, site: str) -> set[tuple[str, int]]:
        """Report and place of the seeded errors of a package that its owner has answered."""
        return answered_seeds(self._connection, site)

    def withheld(self, site: str | None = None) -> list[Withheld]:
        """Figures that went out without their value, of all packages or of one."""
        return read_withheld(self._connection, site)

    def decisions_of_site(self, site: str) -> list[SiteDecision]:
        """What was last said in a package, whether it counts or not."""
        return decisions_of_site(self._connection, site)

    def has_come_back(self, site: str) -> bool:
        """Whether the store holds any row that was made in this package."""
        query = "select 1 from journal where site = ? limit 1"
        return self._connection.execute(query, (site,)).fetchone() is not None

    def cases(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Of a package to adjudicate: report (sha256), place, and the case as plain values; in order."""
        return read_package_rows(self._connection, "cases", "place")

    def feedback(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Of a package of feedback: report (sha256), span key, and what went against its owner; in order."""
        return read_package_rows(self._connection, "feedback", "figure")

    def audits(self) -> list[Audit]:
        """What was drawn for audits, the oldest first."""
        return read_audits(self._connection)

    def rulings(self) -> list[TeamRuling]:
        """The team's own rulings, the oldest first."""
        return read_rulings(self._connection)
