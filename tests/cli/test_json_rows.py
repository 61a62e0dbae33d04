"""``--json`` prints JSON and nothing else on standard output, or is refused, whichever command offers it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fzreview.cli.arguments import CommandParser
from fzreview.cli.commands import COMMANDS, command
from fzreview.store.reader import StoreReader
from support.command_line import caller
from support.copied_stores import new_store
from support.decided_store import decided_store

LINES = """
list | list --copies | list --excluded | outline DOC | describe DOC year=2018 | tag add x DOC
exclude DOC --reason duplicate | copies | copies --find | copies --find --dry-run | read TEXT | load TEXT
reextract | remove DOC | remove DOC --yes | figures | show KEY | judge KEY unsure | sign-off DOC 一、
add DOC 0 1 | journal | journal --digest | ties | doubts | lessons | assign | assign --to a,b
pack --for a -o HERE | merge NONE | hub put folder:HERE | hub get folder:HERE | hub check folder:HERE
progress | conflicts | conflicts --gaps | settle KEY verified | feedback | reveal NONE | rulings | agreement
audit draw --n 1 | audit report | quality | certify | export -o HERE/gold | import jsonl NONE | check HERE
evaluate NONE | suggest | layers | layers add NONE | layers remove NONE | compare a b | verify-store | doctor
"""


def offers_json(name: str) -> bool:
    parser = CommandParser(name)
    command(name).arguments(parser)
    return "--json" in parser.format_help()


@pytest.mark.parametrize("make", [new_store, decided_store])
def test_rows_alone(
    make: Callable[[Path], Path | None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "a.db"
    make(store)
    text = tmp_path / "text.txt"
    text.write_text("某县2021年法治政府建设报告\n一、情况\n受理案件412件。\n", encoding="utf-8")
    call = caller(store, capsys)
    with StoreReader(store) as reader:
        report = next(reader.summaries(), None)
        first = next(iter(reader.figures(report.id))) if report else None
    named = {
        "DOC": report.doc if report else "none.txt",
        "KEY": f"{report.sha256[:12]}:{first.span_key}" if report and first else "abc:1-2",
        "TEXT": str(text),
        "HERE": str(tmp_path),
        "NONE": str(tmp_path / "none"),
    }
    lines = [line.split() for part in LINES.strip().splitlines() for line in part.split(" | ")]
    assert {line[0] for line in lines} >= {name for name in COMMANDS if offers_json(name)}
    for line in lines:
        words = [named.get(word, word.replace("HERE", named["HERE"])) for word in line]
        done = call(*words, "--json")
        for row in filter(None, done.out.split("\n")):
            assert isinstance(json.loads(row), dict), line
        assert done.out or done.err or done.code == 0, line


def test_what_prints_no_rows_refuses_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = caller(tmp_path / "a.db", capsys)
    for line in (("hub", "sql"), ("hub", "invite", "ann")):
        assert call(*line).out
        refused = call(*line, "--json")
        assert (refused.code, refused.out) == (2, "") and "--json" in refused.err


def test_an_option_that_means_nothing_to_a_verb_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = caller(tmp_path / "a.db", capsys)
    hub = f"folder:{tmp_path}"
    for line, option in (
        (("put", hub, "--for", "ann"), "--for"),
        (("get", hub, "--reports"), "--reports"),
        (("check", hub, "--again"), "--again"),
        (("put", hub, "--role", "member"), "--role"),
    ):
        refused = call("hub", *line)
        assert (refused.code, refused.out) == (2, "") and option in refused.err
