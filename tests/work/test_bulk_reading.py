"""Shards of reports read to files, whole or not at all, and such files loaded without reading again."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fzreview.cli import run
from fzreview.domain.reports.reading_lines import reading_line, report_of_line
from fzreview.domain.reports.stored import NewReport
from fzreview.work.loading.reading_files import read_files
from support.command_line import Call, caller
from support.gold_reports import SEEDS, seed_names


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(tmp_path / "store.db", capsys)


@pytest.fixture(scope="session")
def shards(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Three folders of reports."""
    parent = tmp_path_factory.mktemp("shards")
    for number, doc in enumerate(seed_names()[:3]):
        folder = parent / f"shard{number}"
        folder.mkdir()
        for copy in range(2):
            text = (SEEDS / doc).read_text("utf-8")
            (folder / f"{copy}.txt").write_text(f"{text}\n第{copy}份", "utf-8")
    return [str(parent / f"shard{number}") for number in range(3)]


@pytest.fixture(scope="session")
def whole(shards: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is read of all of them."""
    folder = tmp_path_factory.mktemp("readings") / "whole"
    assert run(["read", *shards, "-o", str(folder)]) == 0
    return folder


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def read_report_of(path: Path) -> NewReport:
    (report,) = read_files([path])
    assert isinstance(report, NewReport)
    return report


@pytest.mark.parametrize("doc", seed_names())
def test_a_reading_comes_back_as_it_was(doc: str) -> None:
    report = read_report_of(SEEDS / doc)
    line = json.dumps(reading_line(report), ensure_ascii=False)
    assert report_of_line(json.loads(line)) == report


def test_damage_and_pages_come_back_too(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    body = "<h1>某县2021年法治政府建设工作报告</h1><p>一、情况</p><p>辦理案件126件，培訓30場次。</p>" * 2
    page.write_text(f"<html><head><title>报告</title></head><body>{body}</body></html>", "utf-8")
    report = read_report_of(page)
    assert report.original is not None and report.original.data
    assert report_of_line(json.loads(json.dumps(reading_line(report)))) == report


ROW = reading_line(read_report_of(SEEDS / seed_names()[0]))
JUNK = st.one_of(st.none(), st.integers(-9, 10**9), st.text(max_size=3), st.just([]), st.just({}))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(ROW)), JUNK, st.booleans())
def test_what_is_no_reading_is_refused_and_breaks_nothing(name: str, junk: object, drop: bool) -> None:
    row = {key: value for key, value in ROW.items() if key != name or not drop}
    if not drop:
        row[name] = junk
    try:
        report = report_of_line(row)
    except ValueError:
        return
    assert [figure.surface for figure in report.reading.figures] == [
        report.reading.source[figure.start : figure.end] for figure in report.reading.figures
    ]


def test_one_output_a_shard_and_the_same_bytes_by_more_processes(
    call: Call, shards: list[str], whole: Path, tmp_path: Path
) -> None:
    done = call("read", *reversed(shards), "-o", str(tmp_path / "two"), "--jobs", "2", "--json")
    assert (done.code, [row["status"] for row in done.rows]) == (0, ["read"] * 3)
    assert [row["reports"] for row in done.rows] == [2, 2, 2]
    assert digests(whole) == digests(tmp_path / "two")
    assert sorted(digests(whole)) == [f"shard{number}.readings.jsonl" for number in range(3)]


def test_what_is_there_is_not_read_again(call: Call, shards: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "shard0.readings.jsonl").write_text("kept")
    again = call("read", *shards[:2], "-o", str(out), "--json")
    assert [row["status"] for row in again.rows] == ["done", "read"]
    assert (out / "shard0.readings.jsonl").read_text() == "kept"


def test_killed_half_way_and_begun_again_gives_the_same_bytes(
    call: Call, shards: list[str], whole: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    command = [sys.executable, "-m", "fzreview", "read", *shards, "-o", str(broken)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    until = monotonic() + 60
    while not list(broken.glob("*.readings.jsonl")) and process.poll() is None and monotonic() < until:
        sleep(0.001)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    with suppress(ProcessLookupError):  # its readers are still leaving
        while monotonic() < until:
            os.killpg(process.pid, 0)
            sleep(0.01)
    before = {path: path.stat().st_mtime_ns for path in broken.glob("*.readings.jsonl")}
    assert before
    call("read", *shards, "-o", str(broken))
    assert digests(broken) == digests(whole)
    assert all(path.stat().st_mtime_ns == time for path, time in before.items())


def test_refused_inputs_are_told_and_the_rest_goes_on(call: Call, shards: list[str], tmp_path: Path) -> None:
    shard = tmp_path / "shard"
    shutil.copytree(shards[0], shard)
    (shard / "broken.txt").write_bytes(b"")
    missing = str(tmp_path / "nowhere")
    done = call("read", str(shard), missing, "-o", str(tmp_path / "out"), "--json")
    assert done.code == 1
    first, second = done.rows
    assert (first["status"], first["reports"]) == ("read", 2)
    assert [error["code"] for error in first["refused"]] == ["empty"]
    assert (second["status"], Path(second["output"]).exists()) == ("refused", False)


def test_figures_as_parquet(call: Call, shards: list[str], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = call("read", shards[0], "-o", str(tmp_path), "--format", "parquet", "--json").rows
    table = parquet.read_table(tmp_path / "shard0.figures.parquet")
    assert table.num_rows == rows[0]["figures"] > 0
    assert {"sha256", "region", "year", "value", "unit", "subject", "section"} <= set(table.column_names)
    report = read_report_of(Path(shards[0]) / "0.txt")
    assert table.column("surface").to_pylist()[: len(report.reading.figures)] == [
        figure.surface for figure in report.reading.figures
    ]


def test_readings_are_loaded_as_the_reports_themselves_would_be(
    call: Call, shards: list[str], whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded = call("load", "--readings", str(whole), "--json")
    assert (loaded.code, {row["status"] for row in loaded.rows}) == (0, {"loaded"})
    assert {row["status"] for row in call("load", "--readings", str(whole), "--json").rows} == {
        "already_loaded"
    }
    straight = caller(tmp_path / "straight.db", capsys)
    straight("load", *shards)
    assert call("figures", "--json").rows == straight("figures", "--json").rows
    assert call("list", "--json").rows == straight("list", "--json").rows


def test_a_line_that_is_no_reading_is_refused_by_its_number(call: Call, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    path = out / "shard0.readings.jsonl"
    lines = (whole / path.name).read_text("utf-8").splitlines()
    path.write_text("\n".join([lines[0], '{"doc": 1}', "{", *lines[1:]]), "utf-8")
    loaded = call("load", "--readings", str(out), "--json")
    assert loaded.code == 1
    assert [row["status"] for row in loaded.rows] == ["loaded", "refused", "refused", "loaded"]
    assert loaded.rows[1]["doc"] == "shard0.readings.jsonl:2"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["read", "-", "-o", "out"], "shard_without_name"),
        (["read", "a/x", "b/x", "-o", "out"], "shards_share_name"),
        (["read", "a", "--jobs", "2"], "bulk_needs_output"),
        (["read", "a", "-o", "out", "--jobs", "0"], "bad_jobs"),
        (["load", "--readings", "."], "no_readings"),
        (["load", "a", "--readings", "."], "readings_and_paths"),
        (["load"], "nothing_to_load"),
    ],
)
def test_wrong_calls_say_what_to_do(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: str
) -> None:
    from fzreview.strings import say

    monkeypatch.chdir(tmp_path)
    done = call(*arguments)
    assert done.code == 2
    begin = say(f"error.{code}", name="-", path=".", value=0).split("，")[0].split("：")[-1]
    assert begin.split("；")[0] in done.err
    assert not (tmp_path / "out").exists()
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
