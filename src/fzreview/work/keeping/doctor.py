"""What may keep the program from working here, looked at one by one."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, Literal

from fzreview import __version__
from fzreview.config.settings import read_settings, settings_path
from fzreview.errors import FzError
from fzreview.store.integrity import checking
from fzreview.store.reader import StoreReader
from fzreview.work.clock import latest
from fzreview.work.keeping.safekeeping import check_damage

CheckId = Literal[
    "program",
    "python",
    "sqlite",
    "packages",
    "terminal",
    "size",
    "encoding",
    "colours",
    "locale",
    "settings",
    "disk",
    "store",
]
SMALLEST: Final = (80, 24)
"""Columns and rows that the desk needs."""

LEAST_FREE: Final = 64 * 1024 * 1024
"""Bytes that a sitting and its backup should find free."""

PACKAGES: Final = ("textual", "rich", "sqlite-utils", "opencc-python-reimplemented", "platformdirs")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    id: CheckId
    right: bool
    found: str
    """What there is."""
    advice: str | None = None
    """Id of the advice ``doctor.advice.ID``; None where nothing is to be done."""


def examine(store: Path, environment: Mapping[str, str] = os.environ) -> Iterator[Check]:
    """Every check in turn; nothing is changed but for what opening a store of an older program changes."""
    yield Check("program", True, __version__)
    yield _python()
    found = checking.sqlite_version()
    yield _check("sqlite", checking.sqlite_suffices(), found)
    yield _packages()
    yield from _terminal(environment)
    yield _check("locale", True, environment.get("LC_ALL") or environment.get("LANG") or "—")
    yield _settings()
    yield _disk(store)
    yield _store(store)


def _check(name: CheckId, right: bool, found: str) -> Check:
    return Check(name, right, found, None if right else name)


def _python() -> Check:
    return _check("python", sys.version_info >= (3, 11), f"{platform.python_version()} {sys.platform}")


def _packages() -> Check:
    found, missing = [], False
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} —")
            missing = True
    return _check("packages", not missing, ", ".join(found))


def _terminal(environment: Mapping[str, str]) -> Iterator[Check]:
    """The terminal, where the program stands on one; a pipe is right for every command but the desk."""
    encodings = {str(getattr(sys.stdout, "encoding", None)), locale.getpreferredencoding(False)}
    right = all(name.lower().replace("-", "") in ("utf8", "utf8mb4") for name in encodings)
    yield _check("encoding", right, " ".join(sorted(encodings)))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Check("terminal", True, "—", "no_terminal")
        return
    term = environment.get("TERM", "")
    yield _check("terminal", term not in ("", "dumb"), term or "—")
    size = shutil.get_terminal_size()
    wide = size.columns >= SMALLEST[0] and size.lines >= SMALLEST[1]
    yield _check("size", wide, f"{size.columns}×{size.lines}")
    yield Check("colours", True, _colours(term, environment))


def _colours(term: str, environment: Mapping[str, str]) -> str:
    if environment.get("NO_COLOR"):
        return "NO_COLOR"
    if environment.get("COLORTERM") in ("truecolor", "24bit"):
        return "16777216"
    return "256" if "256" in term else "16"


def _settings() -> Check:
    try:
        read_settings()
    except FzError as error:
        return Check("settings", False, str(error), "settings")
    path = settings_path()
    return Check("settings", True, str(path) if path.exists() else "—")


def _disk(store: Path) -> Check:
    """Whether files can be written beside the store: its folder, or the nearest that exists."""
    folder = next((one for one in (store.parent, *store.parent.parents) if one.exists()), store.parent)
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".fzreview-doctor-") as file:
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Check("disk", False, f"{folder}: {error.strerror or error}", "disk")
    return _check("disk", free >= LEAST_FREE, f"{folder}: {free // (1024 * 1024)} MiB")


def _store(store: Path) -> Check:
    if not store.exists():
        return Check("store", True, f"{store}: —", "no_store")
    try:
        faults = check_damage(store) or checking.store_faults(store)
        reports = odd = 0
        if not faults:
            with StoreReader(store) as reader:
                reports, odd = reader.report_count(), reader.journal.impossible_times(latest())
    except FzError as error:
        return Check("store", False, str(error), "store")
    if faults:
        return Check("store", False, f"{store}: {'; '.join(faults[:5])}", "store")
    # Nothing follows from such a time; what to do about the clock is said all the same.
    return Check("store", True, f"{store}: {reports}", "clock" if odd else None)
