"""The rulings that a team made for itself."""

from __future__ import annotations

from pathlib import Path

from fzreview.domain.team.ruling import TeamRuling
from fzreview.store.opening.connect import prepare
from fzreview.store.reader import StoreReader


def team_rulings(store: Path) -> list[TeamRuling]:
    """All of them, the oldest first. Raises StoreError when the store cannot be read."""
    prepare(store)
    with StoreReader(store) as reader:
        return reader.team.rulings()
