"""A package: a store with one person's work in it, and nothing of anybody else's."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5

SUFFIX: Final = ".fz.db"
"""How the names of packages' files end."""

MOST_REPORTS: Final = 50
"""Reports of a package unless another number is asked for: some three megabytes."""


@dataclass(frozen=True, slots=True)
class Package:
    """One package as it is on record. Writing it again gives the same content."""

    project: str
    """The store that the work comes from and goes back to, 32 hexadecimal digits."""
    owner: str
    """The only reviewer who may decide in it."""
    number: int
    """1, 2, … of this owner."""
    reports: tuple[str, ...]
    """sha256 of its reports, in their order in it."""
    at: str
    """When it was first packed, ISO 8601."""
    purpose: str = "review"

    @property
    def site(self) -> str:
        """The site of all rows that are made in it: the same whenever and wherever it is packed."""
        name = f"{self.purpose}\n{self.owner}\n{self.number}"
        return uuid5(UUID(hex=self.project), name).hex


def new_packages(
    recorded: Collection[Package], assigned: Sequence[str], template: Package, most: int = MOST_REPORTS
) -> list[Package]:
    """Packages for what was assigned to the owner of ``template`` and is in no package of theirs.

    ``assigned`` keeps its order; numbers go on behind those on record.
    """
    mine = [one for one in recorded if (one.owner, one.purpose) == (template.owner, template.purpose)]
    packed = {report for one in mine for report in one.reports}
    left = [report for report in assigned if report not in packed]
    last = max((one.number for one in mine), default=0)
    return [
        Package(
            template.project,
            template.owner,
            last + 1 + start // most,
            tuple(left[start : start + most]),
            template.at,
            template.purpose,
        )
        for start in range(0, len(left), most)
    ]
