"""What became of a row of gold that was read back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from fzreview.domain.decisions.verdict import Action
from fzreview.errors import InputRefused, error_fields

Outcome = Literal["imported", "already_there", "conflict", "refused"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one row."""

    name: str
    """File and line, task or entity."""
    outcome: Outcome
    key: str | None = None
    """The figure or, for a section read completely, its heading; None where that is not known."""
    reviewer: str | None = None
    action: Action | None = None
    """What the journal calls it; None where nothing was recorded."""
    error: InputRefused | None = None
    deleted: bool = False
    """The span was taken out of a task that somebody completed, which rejects it."""

    def row(self) -> dict[str, Any]:
        """The row of ``import --json``."""
        return {
            "name": self.name,
            "outcome": self.outcome,
            "key": self.key,
            "reviewer": self.reviewer,
            "action": self.action,
            "deleted": self.deleted,
            **error_fields(self.error),
        }
