"""The rulings that a team made for itself."""

from __future__ import annotations

from pathlib import Path

from fzreview.domain.team.ruling import TeamRuling
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader


def team_rulings(store: Path) -> list[TeamRuling]:
    """All of them, the oldest first. Raises StoreError when the store cannot be read."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        return reader.team.rulings()
