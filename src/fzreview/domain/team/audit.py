"""Audits: what was drawn for a second look, on record before anybody looked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Final, Literal, get_args

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.team.strata import StratumBy, allocated

AuditOf = Literal["settled", "verified", "all", "sections"]
AUDITS_OF: Final[tuple[AuditOf, ...]] = get_args(AuditOf)


@dataclass(frozen=True, slots=True)
class AuditItem:
    """A figure or section that was drawn."""

    report: str
    """sha256."""
    span: str
    """``START-END`` of the figure as extracted or added, or of the section's heading."""
    stands: Figure | None
    """The figure as it stood when it was drawn; None for a section."""

    @property
    def key(self) -> str:
        """A name of it that no other of the store has."""
        return f"{self.report}:{self.span}"


@dataclass(frozen=True, slots=True)
class Audit:
    """A random sample of a universe of which the auditor had decided nothing: simple, or by strata."""

    uuid: str
    at: str
    """ISO 8601 in UTC."""
    auditor: str
    of: AuditOf
    """Figures on which two agree; figures of gold; also undecided ones; sections that were read."""
    seed: int
    wanted: int
    """How many were asked for; fewer were drawn where the universe has fewer."""
    universe: int
    left_out: int
    """How many more there were that the auditor had decided about already."""
    digest: str
    """Of the universe, see ``digest_of``."""
    items: tuple[AuditItem, ...]
    """In the order of the draw."""
    by: StratumBy | None = None
    """By what strata were drawn apart; None of a simple draw."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Stratum → how many of the universe are in it."""

    def within(self, reports: Collection[str]) -> Audit:
        """The part of it in these reports (sha256): of what they hold a sample by chance as well.

        Nothing of a draw that ``goes_beyond`` them.
        """
        items = tuple(item for item in self.items if item.report in reports)
        return replace(self, items=() if self.goes_beyond(reports) else items)

    def goes_beyond(self, reports: Collection[str]) -> bool:
        """Whether it says nothing of these reports alone, though it has some of their figures.

        It was drawn by strata, from more reports: how large the strata are in these nobody noted.
        """
        inside = sum(item.report in reports for item in self.items)
        return self.by is not None and 0 < inside < len(self.items)


def stratum_of(item: AuditItem, by: StratumBy) -> str:
    """The stratum of a figure that may be drawn."""
    return str(getattr(item.stands, by))


def sizes_of(universe: Iterable[AuditItem], by: StratumBy) -> dict[str, int]:
    """Stratum → how many of the universe are in it, in order of their names."""
    return dict(sorted(Counter(stratum_of(item, by) for item in universe).items()))


def drawn_by_strata(
    universe: Collection[AuditItem], wanted: int, seed: int, by: StratumBy
) -> tuple[AuditItem, ...]:
    """So many of each stratum as ``allocated`` says, put together in the order of a simple draw.

    Raises ValueError where ``wanted`` has not one for each stratum.
    """
    parts = allocated(sizes_of(universe, by), wanted)
    chosen = [
        item
        for name, count in parts.items()
        for item in drawn((one for one in universe if stratum_of(one, by) == name), count, seed)
    ]
    return drawn(chosen, len(chosen), seed)


def drawn(universe: Iterable[AuditItem], wanted: int, seed: int) -> tuple[AuditItem, ...]:
    """``wanted`` of them, or all where there are fewer: the same whatever order they come in.

    Each is as likely as any other, since they are ordered by a hash of seed and key.
    """

    def order(item: AuditItem) -> tuple[bytes, str]:
        return sha256(f"{seed}:{item.key}".encode()).digest(), item.key

    return tuple(sorted(universe, key=order)[:wanted])


def digest_of(universe: Iterable[AuditItem]) -> str:
    """sha256 over every item with all its fields, in order of their keys: what was drawn from."""
    lines = sorted(f"{item.key} {_canonical(item.stands)}" for item in universe)
    return sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def _canonical(figure: Figure | None) -> str:
    return "-" if figure is None else json.dumps(figure_fields(figure), ensure_ascii=False, sort_keys=True)
