"""Docs that follow from the program say what the program says."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_key_tables_are_up_to_date() -> None:
    made = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_docs.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, f"make docs: {made.stdout}"


def test_the_words_of_argparse_are_those_of_strings() -> None:
    made = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_catalogs.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, f"make docs: {made.stdout}"


def test_every_command_is_in_the_readme() -> None:
    from fzreview.cli.commands import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for part in readme.split("\n# English\n"):
        told = [name for name in COMMANDS if re.search(rf"`?(fzreview|make) {name}\b|`{name}[` ]", part)]
        assert [name for name in COMMANDS if name not in told] == []


def test_every_option_that_a_page_tells_of_a_command_is_there() -> None:
    from fzreview.cli.arguments import CommandParser
    from fzreview.cli.commands import COMMANDS, command

    known: dict[str, set[str]] = {}
    for name in COMMANDS:
        parser = CommandParser(name)
        command(name).arguments(parser)
        known[name] = {"--help", "--db", "--lang", *parser._option_string_actions}
    lines = re.compile(r"fzreview (?:--(?:db|lang) \S+ )*([a-z-]+)([^`#|&;\n]*)")
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").rglob("*.md")]
    wrong = [
        f"{page.name}: {name} {option}"
        for page in pages
        for name, rest in lines.findall(page.read_text(encoding="utf-8"))
        for option in re.findall(r"(?<!\w)--[a-z0-9-]+", rest)
        if name in known and option not in known[name]
    ]
    assert wrong == []


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md", "docs/ties.md"])
def test_every_module_that_a_page_names_is_there(page: str) -> None:
    folders = ("src", "tests", "benchmarks", "scripts", "docs")
    known = {
        "/".join(parts[at:])
        for folder in folders
        for path in (ROOT / folder, *(ROOT / folder).rglob("*"))
        for parts in [path.relative_to(ROOT).with_suffix("").parts]
        for at in range(len(parts))
    }
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_]+(?:/[a-z_]+)*/|[a-z_/]+(?=\.py`)|[a-z_]+(?:/[a-z_]+)+(?=`|\.[A-Z]))", text)
    assert len(named) > 5
    assert [name for name in named if name.strip("/") not in known] == []


@pytest.mark.parametrize(
    "page", sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")]), ids=lambda p: p.name
)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_table_of_the_store_is_told(tmp_path: Path) -> None:
    from fzreview.store.opening.connect import create_or_migrate, open_reader

    create_or_migrate(tmp_path / "store.db")
    with closing(open_reader(tmp_path / "store.db")) as connection:
        names = [
            row["name"]
            for row in connection.execute("select name from sqlite_master where type in ('table', 'view')")
            if not row["name"].startswith(("sqlite_", "_sqlite"))
        ]
    told = (ROOT / "docs" / "store.md").read_text(encoding="utf-8")
    assert [name for name in names if f"`{name}`" not in told] == []


def test_every_format_of_gold_is_told() -> None:
    from fzreview.gold.formats import FORMATS

    told = (ROOT / "docs" / "gold.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in told and f": {name}\n" not in told] == []


def test_every_kind_of_document_is_told() -> None:
    from fzreview.documents.converting import KINDS

    told = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`.{kind}`" not in told] == []
