"""One file a split, for formats of sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fzreview.gold.files.atomic_file import AtomicFile

UNSPLIT: Final = "gold"
"""Name of the only file where the gold is not split."""


class SplitFiles:
    """Files that begin when the first sentence of their split comes."""

    def __init__(self, folder: Path, suffix: str, files: list[AtomicFile]) -> None:
        """Every file begun is added to ``files``, in the order of beginning. Makes the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._suffix = suffix
        self._files = files
        self._of: dict[str, AtomicFile] = {}

    def of(self, split: str | None) -> AtomicFile:
        """The file of a split. Raises OSError where it cannot be written."""
        name = split or UNSPLIT
        if name not in self._of:
            self._of[name] = AtomicFile(self._folder / f"{name}{self._suffix}")
            self._files.append(self._of[name])
        return self._of[name]
