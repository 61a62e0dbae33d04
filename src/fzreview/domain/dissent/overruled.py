"""What went against a reviewer of one figure: an adjudication otherwise, a seeded error that passed."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure
from fzreview.domain.team.seeding import SeedKind


@dataclass(frozen=True, slots=True)
class Ruled:
    """An adjudication says otherwise."""

    decision: Decision
    """Its comment is the adjudicator's reason."""
    contested: bool = False
    """Whether the reviewer puts it in question."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """The figure was shown wrong on purpose, and passed."""

    kind: SeedKind
    shown: Figure | None
    """None where it was withheld."""
    true: Figure | None
    """None where there is no figure."""


Against = Ruled | Seeded
