"""The frame of the command line: help, language, wrong usage, exit codes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fzreview import __version__
from fzreview.cli import run
from fzreview.cli.commands import COMMANDS, command
from fzreview.strings import use


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Chinese locale without settings of the person who runs the tests."""
    for name in ("FZREVIEW_LANG", "FZREVIEW_DB", "FZREVIEW_MAX_MIB", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    use("zh")


def test_help_lists_every_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    page = capsys.readouterr().out
    for name in (*COMMANDS, "--db", "--lang", "--version", "--help"):
        assert name in page
    assert page.startswith("fzreview：")
    assert (
        page.index("多人协作：") < page.index("  merge ") < page.index("金标数据：") < page.index("  export ")
    )


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_command_has_help_in_both_languages(
    name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", language, name, "--help"]) == 0
    page = capsys.readouterr().out
    assert f"fzreview {name}" in page
    assert ("用法：" in page) == (language == "zh")
    for english in ("usage:", "positional", "options", "show this help message"):
        assert language == "en" or english not in page
    assert callable(command(name).call)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"fzreview {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "chinese_words"),
    [
        ([], {}, True),
        ([], {"LANG": "en_US.UTF-8"}, False),
        ([], {"LANG": "C"}, True),
        ([], {"FZREVIEW_LANG": "en"}, False),
        ([], {"FZREVIEW_LANG": "zh-CN", "LANG": "en_US.UTF-8"}, True),
        ([], {"FZREVIEW_LANG": "klingon", "LANG": "en_US.UTF-8"}, False),
        (["--lang", "en"], {}, False),
        (["--lang=zh"], {"FZREVIEW_LANG": "en"}, True),
    ],
)
def test_language(
    arguments: list[str],
    environment: dict[str, str],
    chinese_words: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run([*arguments, "--help"]) == 0
    assert ("用法" in capsys.readouterr().out) is chinese_words


@pytest.mark.parametrize(
    "arguments",
    [
        ["reed"],
        ["--colour", "read"],
        ["--lang", "fr", "read", "a.txt"],
        ["--lang"],
        ["read", "--db"],
        ["read"],
        ["read", "--xml", "a.txt"],
        ["read", "a.txt", "--json=yes"],
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_wrong_usage_is_told_on_stderr(
    arguments: list[str], language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FZREVIEW_LANG", language)
    assert run(arguments) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1
    assert output.err.startswith("fzreview：" if language == "zh" else "fzreview: ")
    if language == "zh":
        for english in ("usage", "error", "required", "expected", "unrecognized", "explicit"):
            assert english not in output.err


def test_control_characters_of_arguments_do_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["\x1b]0;x\x07\n"]) == 2
    words = capsys.readouterr().err
    assert "\x1b" not in words
    assert words.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        "hub put --again folder:NOWHERE",
        "import jsonl --dry-run NOWHERE",
        "layers add --name x NOWHERE",
        "tag add sample --reviewer ann NOWHERE",
        "outline NOWHERE --level 1 二、",
        "agreement ann --json bob",
        "evaluate NOWHERE --by none NOWHERE",
        "settle abc:1-2 take --reviewer x ann",
    ],
)
def test_words_may_stand_behind_an_option(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not found is told of what they name, not that the line is wrong."""
    assert run(["--db", str(tmp_path / "store.db"), *line.split()]) == 1
    assert "无法识别" not in capsys.readouterr().err


def test_options_that_are_unknown_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["layers", "add", "--nmae", "x", "file"]) == 2
    assert "--nmae" in capsys.readouterr().err


def test_where_no_locale_is_set_it_speaks_chinese() -> None:
    # Python itself takes up C.UTF-8 then.
    done = subprocess.run(
        [sys.executable, "-m", "fzreview", "--help"],
        env={},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.startswith("fzreview：")
