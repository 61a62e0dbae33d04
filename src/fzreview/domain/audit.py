"""Audits: what was drawn for a second look, on record before anybody looked."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final, Literal, get_args

from fzreview.domain.figure import Figure
from fzreview.domain.reading_rows import figure_fields

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
    """A simple random sample of a universe of which the auditor had decided nothing."""

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

    def within(self, reports: Collection[str]) -> Audit:
        """The part of it in these reports (sha256): of what they hold a sample by chance as well."""
        return replace(self, items=tuple(item for item in self.items if item.report in reports))


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
