"""A package: a store with one person's work in it, and nothing of anybody else's."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, get_args
from uuid import UUID, uuid5

from fzreview.domain.team.sealing import Seal

SUFFIX: Final = ".fz.db"
"""How the names of packages' files end."""

MOST_REPORTS: Final = 50
"""Reports of a package unless another number is asked for: some three megabytes."""

Purpose = Literal["review", "again", "audit", "adjudicate", "feedback"]
PURPOSES: Final[tuple[Purpose, ...]] = get_args(Purpose)
"""Reports to review; one's own once more; what was drawn for an audit; others' cases to settle; what was
decided against one."""

PACKED_REPORTS: Final = "reports"
"""Purpose of a package that is nobody's: reports as they are read, so that a store can be made anew."""

Item = tuple[str, str]
"""sha256 of a report, and the place in it of a figure or heading."""


@dataclass(frozen=True, slots=True)
class Rules:
    """By what a package was made. Its own file tells nothing of it but the seal."""

    seed_errors: float = 0.0
    """Share of its figures that were made wrong, 0 to 1."""
    blind: float = 0.0
    """Share of its figures whose value is to be keyed."""
    items: tuple[Item, ...] = ()
    """What it is about, where it is not about all of its reports."""
    seal: Seal | None = None
    """On what it holds back; None of packages that older versions made, and where nothing ever is."""

    def row(self) -> dict[str, Any]:
        """As plain values, without what does not apply."""
        told: dict[str, Any] = {"seed_errors": self.seed_errors, "blind": self.blind, "items": self.items}
        if self.seal is not None:
            told |= {"sealed": self.seal.digest, "salt": self.seal.salt}
        return {name: value for name, value in told.items() if value}

    @classmethod
    def of_row(cls, row: dict[str, Any]) -> Rules:
        """Out of plain values; those of later versions are passed over."""
        items = tuple((report, place) for report, place in row.get("items", ()))
        seal = Seal(row["sealed"], row.get("salt", "")) if "sealed" in row else None
        return cls(row.get("seed_errors", 0.0), row.get("blind", 0.0), items, seal)

    @property
    def told(self) -> Rules:
        """As its own file tells them: the seal alone, which says nothing."""
        return Rules(seal=None if self.seal is None else Seal(self.seal.digest, ""))


NO_RULES: Final = Rules()


@dataclass(frozen=True, slots=True)
class Package:
    """One package as it is on record. Writing it again gives the same content."""

    project: str
    """The store that the work comes from and goes back to, 32 hexadecimal digits."""
    owner: str
    """The only reviewer who may decide in it."""
    number: int
    """1, 2, … of this owner and purpose."""
    reports: tuple[str, ...]
    """sha256 of its reports, in their order in it."""
    at: str
    """When it was first packed, ISO 8601."""
    purpose: Purpose | Literal["reports"] = "review"
    rules: Rules = NO_RULES

    @property
    def site(self) -> str:
        """The site of all rows that are made in it: the same whenever and wherever it is packed."""
        name = f"{self.purpose}\n{self.owner}\n{self.number}"
        return uuid5(UUID(hex=self.project), name).hex

    def places_in(self, report: str) -> tuple[str, ...]:
        """The places of a report (sha256) that it is about; none where it is about all of it."""
        return tuple(place for of, place in self.rules.items if of == report)


def of_owner(recorded: Collection[Package], template: Package) -> list[Package]:
    """Packages of the same owner and purpose as ``template``, in order of number."""
    key = (template.owner, template.purpose)
    return sorted((one for one in recorded if (one.owner, one.purpose) == key), key=lambda one: one.number)


def next_package(recorded: Collection[Package], template: Package) -> Package:
    """``template`` with the number behind those of its owner and purpose on record."""
    mine = of_owner(recorded, template)
    return replace(template, number=mine[-1].number + 1 if mine else 1)


def new_packages(
    recorded: Collection[Package],
    assigned: Sequence[str],
    template: Package,
    most: int = MOST_REPORTS,
    anew: Collection[str] = (),
) -> list[Package]:
    """Packages for what was assigned to the owner of ``template`` and is in no package of theirs.

    ``assigned`` keeps its order; numbers go on behind those on record. Reports ``anew`` go out once more.
    """
    mine = of_owner(recorded, template)
    packed = {report for one in mine for report in one.reports}.difference(anew)
    left = [report for report in assigned if report not in packed]
    first = next_package(recorded, template)
    return [
        replace(first, number=first.number + start // most, reports=tuple(left[start : start + most]))
        for start in range(0, len(left), most)
    ]
