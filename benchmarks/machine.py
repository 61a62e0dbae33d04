"""The conditions of a run: what figures of two runs must share to be compared."""

from __future__ import annotations

import compileall
import importlib.util
import os
import platform
import sqlite3
from importlib import metadata
from pathlib import Path

from benchmarks.children import FZREVIEW, PYTHON, ROOT, cost_of

COMPILED = ("fzreview", "textual", "rich")


def compile_packages() -> None:
    """Give every module its .pyc file, as an installed program has them."""
    for folder in (*_folders(), ROOT / "benchmarks"):
        compileall.compile_dir(folder, quiet=2)
    cost_of([FZREVIEW, "--help"])
    cost_of([PYTHON, "-c", "import sqlite3, json, asyncio"])


def conditions() -> dict[str, object]:
    """Name → value, in the order in which they are printed."""
    sources = [path for folder in _folders() for path in folder.rglob("*.py")]
    cached = sum(Path(importlib.util.cache_from_source(str(path))).exists() for path in sources)
    return {
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load average": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "textual": metadata.version("textual"),
        "fzreview": metadata.version("fzreview"),
        ".pyc": f"{cached} of {len(sources)} modules of {', '.join(COMPILED)}",
    }


def _folders() -> list[Path]:
    folders: list[Path] = []
    for name in COMPILED:
        spec = importlib.util.find_spec(name)
        assert spec is not None
        folders.extend(map(Path, spec.submodule_search_locations or ()))
    return folders
