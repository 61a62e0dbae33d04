"""What every test stands on: Chinese words, no settings of the person who runs them, a store of the seeds."""

from __future__ import annotations

import gc
import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING

import pytest
from hypothesis import find, settings
from hypothesis.strategies import booleans

from fzreview import strings
from fzreview.review.keys.commands import COMMANDS
from support.memory_folder import use_memory

if TYPE_CHECKING:
    from support.command_line import Call, On
    from support.postgres import Database, Server

settings.register_profile(
    "suite", deadline=None, derandomize=True, max_examples=int(os.environ.get("EXAMPLES", "30"))
)
settings.load_profile("suite")


def pytest_configure(config: pytest.Config) -> None:
    """What tests write lies in memory where there is room: thousands of commits would wait for a disk."""
    use_memory()
    # A shell that runs this beside other things lets nobody be interrupted by Ctrl-C, nor what tests start.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test that is marked ``sampled(n)`` all but its first n sets of parameters are heavy."""
    seen: Counter[str] = Counter()
    for item in items:
        marker = item.get_closest_marker("sampled")
        if marker is not None:
            name = item.nodeid.partition("[")[0]
            seen[name] += 1
            if seen[name] > marker.args[0]:
                item.add_marker("heavy")


USUAL_KEYS = {command.id: command.shown for command in COMMANDS}


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the garbage collector need not look at it again.

    Nor often at what tests leave: a fifth of the time of those of screens went by in that.
    """
    # Hypothesis asks the collector who holds its source of randomness when it makes one; from Python 3.14 on
    # the answer leaves out what is frozen, so it is made before.
    find(booleans(), bool)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True)
def _own_surroundings(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    for name in ("FZREVIEW_DB", "FZREVIEW_LANG", "NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    # Half of the tests touch no file: no folder is made for those.
    home = tmp_path_factory.getbasetemp() / "nobody"
    if "tmp_path" in request.fixturenames:
        home = request.getfixturevalue("tmp_path")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    strings.use("zh")
    strings.use_keys(USUAL_KEYS)


@pytest.fixture(autouse=True, scope="session")
def _new_stores_copied() -> Iterator[None]:
    from support.copied_stores import new_stores_copied

    with new_stores_copied():
        yield


@pytest.fixture(autouse=True, scope="session")
def _workers_forked() -> Iterator[None]:
    from support.forked_workers import workers_forked

    with workers_forked():
        yield


@pytest.fixture(scope="session")
def _store_of_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from fzreview.store.opening.connect import create_or_migrate
    from fzreview.store.writer import StoreWriter
    from support.gold_reports import gold_report, seed_names

    path = tmp_path_factory.mktemp("seeds") / "fzreview.db"
    create_or_migrate(path)
    writer = StoreWriter(path)
    for doc in seed_names():
        writer.insert(gold_report(doc), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


@pytest.fixture
def store(_store_of_seeds: Path, tmp_path: Path) -> Path:
    """A store that holds the five seeds as their gold reads them, the same site in each test."""
    return Path(copy(_store_of_seeds, tmp_path / "fzreview.db"))


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Command lines on the store of the test, in this process."""
    from support.command_line import caller

    return caller(store, capsys)


@pytest.fixture
def on(capsys: pytest.CaptureFixture[str]) -> On:
    """Command lines on any store."""
    from support.command_line import caller

    return lambda store: caller(store, capsys)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server on a socket in a temporary folder; skipped with the reason where there can be none."""
    from support.postgres import missing, new_server, remove

    reason = missing()
    if reason is not None:
        pytest.skip(reason)
    running = new_server()
    yield running
    remove(running)


@pytest.fixture
def database(server: Server) -> Database:
    """A hub with nobody in it."""
    return server.hub()
