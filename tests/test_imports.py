"""What each way into the program leaves unloaded, and the floors that no import may cross."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fzreview.cli.commands import COMMANDS
from support.gold_reports import SEEDS, gold_report, seed_names

ROOT = Path(__file__).parents[1]
DOC = seed_names()[4]
KEY = f"{gold_report(DOC).sha256[:12]}:{gold_report(DOC).reading.figures[0].span_key}"
SECTION = str(gold_report(DOC).reading.outline[1].start)

SCREEN = {"textual"}
LANGUAGE = {"opencc", "jieba"}
STORE_MAKER = {"sqlite_utils"}
PEOPLE = {"rich"}
CONVERTERS = {"selectolax", "pypdfium2", "python_calamine", "py7zr", "xml.etree"}
NEVER = {"pandas", "numpy", "pyarrow", "pkg_resources", "setuptools"}
HEAVY = SCREEN | LANGUAGE | STORE_MAKER | PEOPLE | NEVER | {"sqlite3", "asyncio", "fzreview.reading"}

RUN = """
import sys
from fzreview.cli import run
assert run(sys.argv[1:]) in (0, 1)
print(*sys.modules, file=sys.stderr)
"""

EACH_HELP = """
import os, sys
from fzreview.cli import run
for name in sys.argv[1:]:
    sys.stdout.flush()
    child = os.fork()  # each on its own from here, and the interpreter is started once
    if child == 0:
        assert run([name, "--help"]) == 0
        print(name, *sys.modules, file=sys.stderr, flush=True)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
"""

DESK = """
import asyncio, sys
from pathlib import Path
from fzreview.tui.app import FzReviewApp
from fzreview.work.judging.reviewing import Review

async def one_verdict():
    review = Review.opened(Path(sys.argv[1]), "ann")
    async with FzReviewApp(review).run_test(size=(140, 42)) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert review.session.decided == 1
    review.close()

asyncio.run(one_verdict())
print(*sys.modules, file=sys.stderr)
"""


def loaded(script: str, *arguments: str | Path) -> set[str]:
    """Modules, whole names and the parts before their dots, that a script leaves loaded."""
    return parts(told(script, *arguments)[-1].split())


def parts(names: list[str]) -> set[str]:
    return {".".join(name.split(".")[:depth]) for name in names for depth in (1, 2)}


def told(script: str, *arguments: str | Path) -> list[str]:
    """The lines that a script writes to standard error."""
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        env=os.environ | {"TEXTUAL": ""},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["--lang", "en", "--help"], ["-h"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert loaded(RUN, *arguments).isdisjoint(HEAVY | {"argparse", "dataclasses", "fzreview.domain"})


def test_help_of_a_command_loads_argparse_at_most() -> None:
    lines = [line.split() for line in told(EACH_HELP, *COMMANDS)]
    assert [name for name, *_ in lines] == list(COMMANDS)
    assert {name: heavy for name, *modules in lines if (heavy := parts(modules) & HEAVY)} == {}


@pytest.mark.parametrize(
    "command",
    [
        ["export", "-o", "-"],
        ["export", "-o", "{folder}/gold"],
        ["export", "-o", "{folder}/gold", "--format", "csv", "--format", "xlsx"],
        ["export", "-o", "{folder}/gold", "--format", "conll", "--format", "brat", "--format", "prodigy"],
        ["figures", "--json"],
        ["list", "--json"],
        ["show", KEY, "--json"],
        ["judge", KEY, "verified", "--json"],
        ["sign-off", DOC, SECTION, "--json"],
        ["journal", "--json"],
        ["doctor", "--json"],
        ["verify-store", "--json"],
    ],
    ids=" ".join,
)
def test_data_from_a_store_needs_nothing_for_people(store: Path, tmp_path: Path, command: list[str]) -> None:
    arguments = [part.format(folder=tmp_path) for part in command]
    assert loaded(RUN, "--db", store, *arguments).isdisjoint(
        SCREEN | LANGUAGE | STORE_MAKER | PEOPLE | NEVER | {"fzreview.reading.read"}
    )


@pytest.mark.parametrize(
    "command", [["figures"], ["list"], ["show", KEY], ["judge", KEY, "verified"]], ids=" ".join
)
def test_tables_for_people_need_no_screen(store: Path, command: list[str]) -> None:
    assert loaded(RUN, "--db", store, *command).isdisjoint(SCREEN | LANGUAGE | STORE_MAKER | NEVER)


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_known_reports_are_known_without_reading_them(store: Path, arguments: list[str]) -> None:
    modules = loaded(RUN, "--db", store, "load", SEEDS, *arguments)
    assert modules.isdisjoint(SCREEN | LANGUAGE | STORE_MAKER | NEVER)
    assert "zipfile" not in modules


def test_reading_needs_no_screen_and_no_store(tmp_path: Path) -> None:
    modules = loaded(RUN, "read", "--json", SEEDS / DOC)
    assert modules.isdisjoint(SCREEN | STORE_MAKER | PEOPLE | NEVER | CONVERTERS | {"sqlite3"})
    modules = loaded(RUN, "--db", tmp_path / "new.db", "load", "--json", SEEDS / DOC)
    assert modules.isdisjoint(SCREEN | PEOPLE | CONVERTERS | NEVER)


def test_scoring_a_file_reads_no_reports() -> None:
    figures = ROOT / "tests" / "gold" / "figures.jsonl"
    modules = loaded(RUN, "evaluate", figures, figures, "--json")
    unread = {"sqlite3", "fzreview.reading.read"}
    assert modules.isdisjoint(SCREEN | LANGUAGE | STORE_MAKER | PEOPLE | NEVER | unread)


def test_the_desk_reads_no_reports(store: Path) -> None:
    assert loaded(DESK, store).isdisjoint(LANGUAGE | STORE_MAKER | NEVER | {"fzreview.reading.read"})


def test_imports_point_down_only() -> None:
    pytest.importorskip("importlinter")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
