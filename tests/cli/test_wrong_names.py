"""Command lines that name what is not there or cannot be meant."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.command_line import Call, On
from support.gold_reports import seed_names
from support.scripted import VERIFIED, decide

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are those of Unix")

DOC = seed_names()[0]

WRONG = [
    (["suggest", "--n", "0"], 2, "--n 不能是 0；请写正整数"),
    (["assign", "--to", "ann", "--suggested", "0"], 2, "--suggested 不能是 0；请写正整数"),
    (["assign", "--to", "ann", "--suggested", "3", "000"], 2, "只能用一样"),
    (["list", "--reports", "year:1900"], 0, "没有符合 year:1900 的报告"),
    (["list", "--reports", "!!"], 2, "!!"),
    (["verify-store", "--sources", "none"], 2, "--rebuild"),
    (["reveal", "none.fz.db"], 1, "none.fz.db"),
    (["describe", "000", "year=abc"], 2, "year 不能是“abc”"),
    (["hub", "get", "nowhere"], 2, "「nowhere」不是中转处的地址"),
    (
        ["assign", "--to", "ann", "--double-split", "tset"],
        2,
        "--double-split 不能是“tset”；可用：train dev test",
    ),
    (["certify", "--split", "tset"], 2, "--split 不能是“tset”；可用：train dev test"),
    (["journal", "--reviewer", "anm"], 1, "anm 在此资料库中没有判定过任何数据；判定过的有：ann ben"),
    (["export", "-o", "-", "--reviewer", "anm"], 1, "判定过的有：ann ben"),
    (["export", "-o", "new-folder", "--reviewer", "anm"], 1, "判定过的有：ann ben"),
    (["figures", DOC.replace("51", "15")], 1, f"相近的有 {DOC}"),
    (["figures", "something else"], 1, "没有名为 something else 的报告；用 fzreview list 查看"),
    (["backup", "none/copy.db"], 3, "none/copy.db：无法写入"),
]


@pytest.mark.parametrize(("command", "code", "told"), WRONG, ids=lambda value: str(value)[:40])
def test_what_is_meant_is_told_by_its_name(
    call: Call, store: Path, command: list[str], code: int, told: str
) -> None:
    for name in ("ann", "ben"):
        decide(store, name, lambda report, stored: VERIFIED if report.summary.id == 1 else None)
    done = call(*command)
    assert (done.code, len(done.told)) == (code, 1)
    assert told in done.err
    assert "judge" not in done.err


def test_names_like_those_of_a_condition_are_offered(call: Call) -> None:
    done = call("list", "--reports", "region:衡火市 year:2017")
    assert (done.code, done.told) == (
        0,
        ["没有符合 region:衡火市 year:2017 的报告", "相近的有 region:衡水市"],
    )
    assert call("list", "--reports", "region:衡水市 year:1900").told == [
        "没有符合 region:衡水市 year:1900 的报告"
    ]


@pytest.mark.parametrize("path", [".", "..", "/", "folder", pytest.param("pipe", marks=needs_pipes)])
@pytest.mark.parametrize("command", ["list", "load", "verify-store", "restore"])
def test_a_path_of_no_file_is_no_store(
    store: Path, on: On, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, command: str
) -> None:
    (tmp_path / "here" / "folder").mkdir(parents=True)
    if path == "pipe":
        os.mkfifo(tmp_path / "here" / "pipe")
    monkeypatch.chdir(tmp_path / "here")
    more = [store] if command in ("load", "restore") else []
    done = on(Path(path))(command, *more)
    assert (done.code, len(done.told)) == (3, 1)
    assert f"{path}：不是文件" in done.err
    assert {one.name for one in Path().iterdir()} == {"folder"} | {path} & {"pipe"}


def test_who_is_given_no_report_is_told(call: Call) -> None:
    assert "cho" not in call("assign", "--to", "ann,cho").err
    told = call("assign", "--to", "dan").told
    assert any(line.startswith("dan：没有报告可分") for line in told)
    assert not any("dan" in line for line in call("assign").told)


def test_a_folder_is_no_backup(call: Call, store: Path) -> None:
    before = store.read_bytes()
    assert "不是文件" in call("restore", store.parent).err
    assert store.read_bytes() == before
