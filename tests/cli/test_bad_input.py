"""Inputs that cannot be loaded: one clear line each, exit code 1, and the rest is loaded."""

from __future__ import annotations

import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from support.command_line import Call, caller
from support.gold_reports import SEEDS, seed_names
from support.store_content import content_lines

SEED = SEEDS / seed_names()[0]
TEXT = "2021年度法治政府建设情况报告\n办理行政复议案件48件，培训300余人次。\n"

AS_ROOT = """
import contextlib, io, os, sys
from fzreview.cli import run
closed, good, store = sys.argv[1:]
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    run(["--db", store + ".first", "load", "--json", good, closed + "-", "-"])  # every module is loaded now
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
sys.exit(run(["--db", store, "load", "--json", closed, good]))
"""
"""Loads beside a closed file, as a user who may not read everything."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def call(path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(path, capsys)


def empty(folder: Path) -> Path:
    (folder / "bad.txt").touch()
    return folder / "bad.txt"


def blank(folder: Path) -> Path:
    (folder / "bad.txt").write_text(" \u3000\r\n\t\n")
    return folder / "bad.txt"


def binary(folder: Path) -> Path:
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 40)
    return folder / "bad.txt"


def invalid_bytes(folder: Path) -> Path:
    (folder / "bad.txt").write_bytes(SEED.read_bytes().replace("。".encode(), b"\xff", 40))
    return folder / "bad.txt"


def page(folder: Path) -> Path:
    (folder / "bad.txt").write_text("<!DOCTYPE html><html><body><script>write('48件')</script></body></html>")
    return folder / "bad.txt"


def pdf(folder: Path) -> Path:
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)))
    return folder / "bad.pdf"


def missing(folder: Path) -> Path:
    return folder / "bad.txt"


def without_reports(folder: Path) -> Path:
    (folder / "bad" / "inside").mkdir(parents=True)
    (folder / "bad" / "picture.png").write_bytes(b"\x89PNG")
    return folder / "bad"


def broken_zip(folder: Path) -> Path:
    (folder / "bad.zip").write_bytes(b"PK\x03\x04 and then nothing")
    return folder / "bad.zip"


def broken_tar(folder: Path) -> Path:
    (folder / "bad.tar.gz").write_bytes(b"\x1f\x8b\x08 and then nothing")
    return folder / "bad.tar.gz"


BAD = [
    (empty, "文件是空的"),
    (blank, "只有空白"),
    (binary, "不是文本文件"),
    (invalid_bytes, "字节处损坏"),
    (page, "没有文字"),
    (pdf, "文件已损坏"),
    (missing, "找不到"),
    (without_reports, "没有可载入的报告"),
    (broken_zip, "压缩包已损坏"),
    (broken_tar, "压缩包已损坏"),
]


@pytest.mark.parametrize(("make", "reason"), BAD, ids=lambda value: getattr(value, "__name__", ""))
def test_one_line_tells_file_reason_and_what_to_do(
    call: Call, tmp_path: Path, make: Callable[[Path], Path], reason: str
) -> None:
    bad = make(tmp_path)
    loaded = call("load", "--json", bad, SEED)
    assert loaded.code == 1
    (told,) = loaded.told
    assert told.startswith(f"{bad}：")
    assert reason in told
    assert "；" in told, "what to do"
    refused, good = (row for row in loaded.rows if row["status"] != "skipped")
    assert refused == {
        "doc": bad.name,
        "sha256": None,
        "status": "refused",
        "figures": None,
        "error": told,
        "code": refused["code"],
        "params": refused["params"],
        "converted_from": None,
        "copy_of": None,
        "unread_pages": [],
    }
    assert (good["doc"], good["status"]) == (SEED.name, "loaded")
    assert [row["doc"] for row in call("list", "--json").rows] == [SEED.name]
    english = call("load", "--lang", "en", bad)
    assert english.code == 1
    assert english.told[0].startswith(f"{bad}: ")
    assert re.search(r"[;,] \w", english.told[0])
    assert not re.search(r"[\u4e00-\u9fff]", english.told[0].removeprefix(str(bad)))


def test_members_that_climb_out_are_refused_and_their_neighbours_loaded(call: Call, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../../climbs.txt", TEXT)
        archive.writestr("good.txt", TEXT + "一")
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as archive_b:
        for name, text in (("/etc/climbs.txt", TEXT), ("good.txt", TEXT + "二")):
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive_b.addfile(member, io.BytesIO(text.encode()))
    before = set(tmp_path.parent.rglob("climbs*"))
    loaded = call("load", "--json", tmp_path / "a.zip", tmp_path / "b.tar.gz")
    assert loaded.code == 1
    assert [row["status"] for row in loaded.rows] == ["refused", "loaded"] * 2
    assert len(loaded.told) == 2
    assert all("路径越出压缩包" in told for told in loaded.told)
    assert set(tmp_path.parent.rglob("climbs*")) == before, "nothing is unpacked"


def test_a_broken_line_of_a_crawl_is_named_and_the_others_loaded(call: Call, tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": TEXT}),
        '{"text": "cut',
        json.dumps({"title": "no text"}),
        "[]",
        json.dumps({"text": ""}),
        json.dumps({"content": TEXT + "三", "url": 5}),
    ]
    (tmp_path / "crawl.jsonl").write_text("\n".join(lines))
    loaded = call("load", "--json", tmp_path / "crawl.jsonl")
    assert loaded.code == 1
    assert [row["status"] for row in loaded.rows] == ["loaded", *["refused"] * 4, "loaded"]
    assert [row["doc"] for row in loaded.rows] == [f"crawl.jsonl:{number}" for number in range(1, 7)]
    assert len(loaded.told) == 4
    for told, number in zip(loaded.told, (2, 3, 4, 5), strict=True):
        assert told.startswith(f"{tmp_path}/crawl.jsonl")
        assert f":{number}：" in told or f"第 {number} 行" in told


def test_unreadable_files_are_told() -> None:
    # Not below the test's own folder, which only its owner may enter.
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        place.chmod(0o777)
        (place / "closed.txt").write_text(TEXT)
        (place / "closed.txt").chmod(0)
        (place / "good.txt").write_text(TEXT)
        (place / "good.txt").chmod(0o644)
        done = subprocess.run(
            [sys.executable, "-c", AS_ROOT, f"{folder}/closed.txt", f"{folder}/good.txt", f"{folder}/s.db"],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env=os.environ | {"FZREVIEW_LANG": "zh"},
            check=False,
            cwd=folder,
        )
    assert done.returncode == 1
    assert done.stderr == f"{folder}/closed.txt：没有读取权限；请修改权限或换一个位置\n"
    assert [json.loads(line)["status"] for line in done.stdout.splitlines()] == ["refused", "loaded"]


def test_one_very_long_line_is_loaded(call: Call, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(("全年受理行政复议案件48件，" + "推进依法行政，" * 100) * 1000)
    loaded = call("load", "--json", tmp_path / "long.txt")
    assert (loaded.code, loaded.err) == (0, "")
    assert loaded.rows[0]["figures"] > 0


def test_a_refused_input_leaves_nothing_in_the_store(call: Call, path: Path, tmp_path: Path) -> None:
    call("load", SEED)
    before = content(path)
    for make in (empty, binary, invalid_bytes, broken_zip):
        assert call("load", make(tmp_path)).code == 1
    assert content(path) == before


def test_nothing_named_is_not_the_folder_one_stands_in(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    loaded = call("load", "")
    assert loaded.code == 1
    assert loaded.told == ['""：找不到；请检查路径']
    assert call("load", ".").code == 0


@pytest.mark.parametrize("value", ["0", "x", "-1"])
def test_a_bad_number_of_jobs_is_wrong_usage(call: Call, value: str) -> None:
    refused = call("load", f"--jobs={value}", SEED)
    assert (refused.code, refused.out) == (2, "")
    assert len(refused.told) == 1


def test_a_bad_limit_is_wrong_usage(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FZREVIEW_MAX_MIB", "many")
    refused = call("load", SEED)
    assert (refused.code, refused.out) == (2, "")
    assert "FZREVIEW_MAX_MIB" in refused.err


def content(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = content_lines(connection)
    connection.close()
    return lines
