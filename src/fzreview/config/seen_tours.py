"""Which reviewers have seen the tour on this machine, whatever store they open."""

from __future__ import annotations

import json
from collections.abc import Set
from pathlib import Path

FILE_NAME = "tour-seen-by.jsonl"


class SeenTours:
    """Names of reviewers, each as a string of JSON on a line of its own."""

    def __init__(self, path: Path | None) -> None:
        """``path`` is the file; without one nothing is kept."""
        self._path = path

    def has(self, reviewer: str) -> bool:
        """Whether the reviewer has seen the tour; nobody has where the file cannot be read."""
        return reviewer in self._names()

    def add(self, reviewer: str) -> None:
        """Keep that the reviewer has seen the tour. Raises OSError where the file cannot be written."""
        if self._path is not None and not self.has(reviewer):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(reviewer) + "\n")

    def _names(self) -> Set[str]:
        if self._path is None:
            return frozenset()
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
            return frozenset(map(json.loads, lines))
        except (OSError, ValueError, TypeError):
            return frozenset()


def seen_tours() -> SeenTours:
    """Those of this machine's user, in the user's folder of state."""
    from platformdirs import user_state_path

    return SeenTours(user_state_path("fzreview", appauthor=False) / FILE_NAME)
