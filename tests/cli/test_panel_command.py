"""``fzreview panel``: one indicator over years and places, every number with its key."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from fzreview.cli import run
from fzreview.store.writer import StoreWriter
from fzreview.work.judging.judge import judge
from fzreview.work.team.dissent.settling import RulingRequest, settle
from support.copied_stores import new_store
from support.written_reports import read_as_loading_does

VALUES = {("甲区", 2019): 120, ("甲区", 2021): 1320, ("乙县", 2019): 88, ("乙县", 2020): 90}


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """Two places over three years, one of them missing; all verified but 乙县 2020."""
    path = tmp_path / "panel.db"
    writer = StoreWriter(new_store(path))
    keys = []
    for (place, year), value in VALUES.items():
        text = (
            f"{place}人民政府{year}年法治政府建设报告\n一、情况\n受理行政复议案件{value}件。调解纠纷60件。\n"
        )
        report = read_as_loading_does(text, f"{place}{year}.txt")
        writer.insert(report, "2026-01-01T00:00:00.000Z").result()
        keys.append(f"{report.sha256}:{report.reading.figures[0].span_key}")
    writer.close()
    for key in keys[:3]:
        judge(path, "li", key, "verified")
    return path


def rows(path: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert run(["--db", str(path), "panel", *arguments, "--format", "json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_gold_alone_unless_all_is_asked_for(years: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(years, capsys, "行政复议")
    assert [(row["year"], row["value"], row["state"]) for row in found] == [
        (2019, "88", "verified"),
        (2019, "120", "verified"),
        (2021, "1320", "verified"),
    ]
    assert "undecided" in {row["state"] for row in rows(years, capsys, "行政复议", "--all")}
    assert all(":" in str(row["key"]) and 0 < row["likeness"] < 1 for row in found)  # type: ignore[operator]  # a number


def test_a_jump_is_marked_and_years_and_places_narrow(
    years: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = rows(years, capsys, "行政复议", "--region", "甲区")
    assert [row["marks"] for row in found] == [[], ["jump"]]
    assert [row["year"] for row in rows(years, capsys, "行政复议", "--years", "2020-2022")] == [2021]
    assert run(["--db", str(years), "panel", "行政复议", "--years", "去年"]) == 2
    assert "去年" in capsys.readouterr().err


def test_corrected_figures_stand_as_corrected(years: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = str(rows(years, capsys, "行政复议", "--region", "甲区")[0]["key"])
    judge(years, "li", key, "wrong", fields={"value": "122", "subject": "新收行政复议申请"})
    corrected = rows(years, capsys, "复议申请")
    assert [(row["value"], row["state"], row["key"]) for row in corrected] == [("122", "corrected", key)]
    judge(years, "li", key, "wrong", reason="not_a_figure")
    assert rows(years, capsys, "复议申请") == []


def test_what_waits_for_its_fix_is_no_gold_and_stands_as_it_was_read(
    years: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = str(rows(years, capsys, "行政复议", "--region", "甲区")[0]["key"])
    judge(years, "li", key, "wrong")
    assert [row["year"] for row in rows(years, capsys, "行政复议", "--region", "甲区")] == [2021]
    told = rows(years, capsys, "行政复议", "--region", "甲区", "--all")
    assert [(row["value"], row["state"]) for row in told if row["year"] == 2019] == [("120", "to_fix")]
    assert run(["--db", str(years), "panel", "行政复议", "--all"]) == 0
    assert "w120" in capsys.readouterr().out


def test_what_is_in_dispute_is_no_gold_until_it_is_settled(
    years: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = str(rows(years, capsys, "行政复议", "--region", "甲区")[0]["key"])
    judge(years, "wang", key, "wrong", fields={"value": "122"})
    assert [row["year"] for row in rows(years, capsys, "行政复议", "--region", "甲区")] == [2021]
    told = rows(years, capsys, "行政复议", "--region", "甲区", "--all")
    assert [(row["value"], row["state"]) for row in told if row["year"] == 2019] == [("120", "disputed")]
    assert run(["--db", str(years), "panel", "行政复议", "--all"]) == 0
    assert "!120" in capsys.readouterr().out
    settle(years, "chen", key, RulingRequest("wrong", fields={"value": "125"}))
    settled = rows(years, capsys, "行政复议", "--region", "甲区")
    assert [(row["value"], row["state"]) for row in settled] == [("125", "corrected"), ("1320", "verified")]
    assert settled[0]["key"] == key


def test_a_level_that_breaks_is_told_from_a_jump(years: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = str(rows(years, capsys, "行政复议", "--region", "甲区")[1]["key"])
    judge(years, "li", key, "wrong", fields={"value": "300"})
    assert [row["marks"] for row in rows(years, capsys, "行政复议", "--region", "甲区")] == [[], ["break"]]


def test_as_a_table(years: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--db", str(years), "panel", "行政复议", "--all"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "受理行政复议案件" in lines[0] and "相近" in lines[0]
    assert lines[1].split() == ["2019", "2020", "2021"]
    (first,) = [line for line in lines if line.startswith("甲区")]
    assert first.split()[1:4] == ["120", "-", "1320!"] and first.endswith("▁·█")
    (other,) = [line for line in lines if line.startswith("乙县")]
    assert other.split()[1:4] == ["88", ".90", "-"]


def test_as_csv_and_parquet(years: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["--db", str(years), "panel", "行政复议", "--format", "csv"]) == 0
    table = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode("utf-8-sig"))))
    assert [row["value"] for row in table] == ["88", "120", "1320"]
    pytest.importorskip("pyarrow")
    from pyarrow.parquet import read_table

    assert run(["--db", str(years), "panel", "行政复议", "--format", "parquet"]) == 0
    assert read_table(io.BytesIO(capfdbinary.readouterr().out)).num_rows == 3


def test_words_that_nothing_holds(years: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--db", str(years), "panel", "没有这种事"]) == 0
    told = capsys.readouterr()
    assert told.out == "" and "没有" in told.err
