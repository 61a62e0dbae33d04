"""Folders, corpora and stores that the measures share, made when they are first asked for."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.children import FZREVIEW, ROOT, cost_of, floor_program
from benchmarks.corpus import Corpus

LONG_REPORT, LONG_CHARS = "long.txt", 60_000
FEW_REPORTS = 40

WORK = ROOT / "build" / "benchmarks"
"""Beside the sources, so that stores lie on a real disk: memory file systems sync for nothing."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured."""

    reports: int
    """In the store of the desk and in a load."""
    starts: int
    """Rounds of starting programs."""
    key_rounds: int
    keys: int
    """Verdict keys in a round."""
    readings: int
    """Rounds of reading, each over its own texts."""
    loads: int
    grown: int
    """Reports of the store that is held against one of a hundred."""
    full: bool
    """Also a load of ten times as many reports."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The program's store and the floor's, over the same texts."""

    program: Path
    floor: Path


class Workspace:
    """Where one run of the benchmarks works; emptied at its start and its end."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self.corpus = Corpus(ROOT / "seeds")
        self.clean()
        WORK.mkdir(parents=True)

    def clean(self) -> None:
        shutil.rmtree(WORK, ignore_errors=True)

    def folder(self, reports: int) -> Path:
        """A folder with the first ``reports`` synthetic reports."""
        folder = WORK / f"reports-{reports}"
        if not folder.exists():
            self.corpus.write(folder, reports)
        return folder

    def chars(self, reports: int) -> int:
        """Characters of that folder's reports."""
        return sum(len(path.read_text("utf-8")) for path in self.folder(reports).iterdir())

    def load_command(self, folder: Path, *options: str) -> list[str]:
        """``fzreview load`` into a new store."""
        return [FZREVIEW, "--db", str(self.fresh("loaded.db")), "load", "--json", *options, str(folder)]

    def floor_command(self, folder: Path) -> list[str]:
        """The floor's load into a new store."""
        return floor_program("floor_load", self.fresh("floor.db"), folder)

    def fresh(self, name: str) -> Path:
        """A path where no store is."""
        for path in WORK.glob(f"{name}*"):
            path.unlink()
        return WORK / name

    @cached_property
    def stores(self) -> Pair:
        """Both stores over the corpus, nothing decided."""
        return self._loaded("many", self.folder(self.scale.reports))

    @cached_property
    def few_stores(self) -> Pair:
        """Both stores over the first few of the same reports."""
        return self._loaded("few", self.folder(FEW_REPORTS))

    @cached_property
    def long_stores(self) -> Pair:
        """Both stores over one long report with many hundred figures."""
        folder = WORK / "long"
        folder.mkdir()
        (folder / LONG_REPORT).write_text(self.corpus.report(0, LONG_CHARS), "utf-8")
        return self._loaded("one", folder)

    def copy(self, store: Path) -> Path:
        """A copy to decide in."""
        return shutil.copyfile(store, self.fresh(f"copy-of-{store.name}"))

    def _loaded(self, name: str, folder: Path) -> Pair:
        pair = Pair(WORK / f"{name}.db", WORK / f"{name}-floor.db")
        cost_of([FZREVIEW, "--db", str(pair.program), "load", "--json", "--jobs", "2", str(folder)])
        cost_of(floor_program("floor_load", pair.floor, folder))
        return pair
