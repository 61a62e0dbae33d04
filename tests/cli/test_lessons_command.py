"""``fzreview lessons``: corrections of a store, gathered by what was wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.cli import run
from fzreview.reading.version import EXTRACTOR_VERSION
from fzreview.store.writer import StoreWriter
from fzreview.work.judging.judge import judge
from support.copied_stores import new_store
from support.written_reports import read_as_loading_does

TEXT = "甲区人民政府2021年法治政府建设报告\n一、情况\n受理信访事项12件。受理行政复议案件34件。\n"


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    path = tmp_path / "lessons.db"
    writer = StoreWriter(new_store(path))
    report = replace(read_as_loading_does(TEXT, "2021.txt"), extractor=EXTRACTOR_VERSION)
    writer.insert(report, "2026-01-01T00:00:00.000Z").result()
    writer.close()
    first, second = (f"{report.sha256}:{one.span_key}" for one in report.reading.figures[:2])
    judge(path, "li", first, "wrong", fields={"unit": "宗", "subject": "信访事项"})
    judge(path, "li", second, "wrong", fields={"subject": "行政复议案件"})
    return path


def test_as_rows(corrected: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--db", str(corrected), "lessons", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["slip"], row["before"], row["after"], row["count"]) for row in rows] == [
        ("begins", "受理", "", 2),
        ("unit", "件", "宗", 1),
    ]
    example = rows[0]["examples"][0]
    assert "受理信访事项12件" in example["sentence"]
    assert (example["machine"]["subject"], example["correction"]["subject"]) == ("受理信访事项", "信访事项")
    assert rows[0]["rules"] == [{"rule": "numeral.unit", "count": 2}]


@pytest.mark.parametrize(("language", "words"), [("zh", "主题开头：受理"), ("en", "subject begins: 受理")])
def test_as_text(corrected: Path, capsys: pytest.CaptureFixture[str], language: str, words: str) -> None:
    assert run(["--db", str(corrected), "--lang", language, "lessons", "2021.txt"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("    2  ") and words in first


def test_without_corrections_it_says_so(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--db", str(store), "lessons"]) == 0
    told = capsys.readouterr()
    assert told.out == "" and "还没有更正" in told.err
