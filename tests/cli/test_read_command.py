"""``read``: the JSON contract, the tree, and refused inputs beside good ones."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from fzreview.cli import run
from fzreview.domain.figures.figure import GUIDE_VERSION
from fzreview.strings import use

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
FIGURE_KEYS = [
    "start",
    "end",
    "surface",
    "text",
    "value",
    "upper",
    "unit",
    "kind",
    "bound",
    "subject",
    "section",
]
META_KEYS = [
    "title",
    "year",
    "region",
    "issuer",
    "publish_date",
    "sign_date",
    "doc_number",
    "index_number",
    "source",
]
HOSTILE = (
    "2021年度法治政府建设情况报告\n"
    "一、[/x] [red]\x1b]0;PWNED\x07[/red]\u202e总体情况\n"
    "办理行政复议案件48\u200b件，[@click=app.quit]培训\x9b31m30场次。\n"
)


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FZREVIEW_LANG", "zh")
    use("zh")


def rows(capsys: pytest.CaptureFixture[str], *paths: str | Path) -> list[dict[str, Any]]:
    assert run(["read", "--json", *map(str, paths)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_json_keeps_the_contract(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = rows(capsys, path)
    source = path.read_bytes().decode("utf-8")
    assert row["doc"] == path.name
    assert row["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert row["encoding"] == "utf-8"
    assert row["chars"] == len(source)
    assert row["guide"] == GUIDE_VERSION
    assert isinstance(row["extractor"], str)
    assert set(META_KEYS) <= set(row["meta"])
    start, end = row["body"]
    assert 0 <= start < end <= len(source)
    for repair in row["repairs"]:
        assert set(repair) >= {"start", "end", "raw", "repaired", "kind", "auto"}
        assert repair["raw"] is None or source[repair["start"] : repair["end"]] == repair["raw"]
    for heading in row["outline"]:
        assert set(heading) >= {"start", "end", "level", "marker", "title", "kind", "until"}
        assert heading["start"] < heading["end"] <= heading["until"] <= len(source)
    assert row["figures"]
    for figure in row["figures"]:
        assert list(figure) == FIGURE_KEYS
        assert source[figure["start"] : figure["end"]] == figure["surface"]
    assert all({"type", "figures", "holds", "explain", "confidence"} <= set(tie) for tie in row["ties"])
    spans = [[figure["start"], figure["end"]] for figure in row["figures"]]
    assert all(span in spans for tie in row["ties"] for span in tie["figures"])


def test_each_number_tells_its_rules(capsys: pytest.CaptureFixture[str]) -> None:
    (plain,) = rows(capsys, SEEDS[0])
    (row,) = rows(capsys, SEEDS[0], "--explain")
    assert all(figure["rules"] for figure in row["figures"])
    assert len(row["candidate_rules"]) == len(row["candidates"]) and all(row["candidate_rules"])
    assert row["excluded"]
    source = SEEDS[0].read_bytes().decode("utf-8")
    for one in row["excluded"]:
        assert one["surface"] == source[one["start"] : one["end"]]
        assert row["rules"][one["rule"]]
    assert plain["figures"] == [
        {name: value for name, value in figure.items() if name != "rules"} for figure in row["figures"]
    ]


def test_one_object_a_report_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert [row["doc"] for row in rows(capsys, *SEEDS)] == [path.name for path in SEEDS]
    assert [row["doc"] for row in rows(capsys, SEEDS[0].parent)] == [path.name for path in SEEDS]


def test_the_same_report_in_other_encodings_reads_alike(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = SEEDS[0].read_bytes().decode()
    (plain,) = rows(capsys, SEEDS[0])
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        (tmp_path / "a.txt").write_bytes(source.encode(encoding))
        (row,) = rows(capsys, tmp_path / "a.txt")
        assert row["encoding"] == encoding
        assert row["figures"] == plain["figures"]
        assert row["outline"] == plain["outline"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Piped:
        buffer = io.BufferedReader(io.BytesIO(SEEDS[0].read_bytes()))  # type: ignore[arg-type]  # raw enough

    monkeypatch.setattr(sys, "stdin", Piped())
    (row,) = rows(capsys, "-")
    assert row["doc"] == "-"
    assert row["figures"]


def test_refused_inputs_are_told_and_the_rest_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "report.txt").write_bytes(SEEDS[0].read_bytes())
    (tmp_path / "crawl.jsonl").write_bytes(b'{"text": "48"\n')
    (tmp_path / "none").mkdir()
    assert run(["read", "--json", str(tmp_path), str(tmp_path / "none"), str(tmp_path / "no.txt")]) == 1
    output = capsys.readouterr()
    assert [json.loads(line)["doc"] for line in output.out.splitlines()] == ["report.txt"]
    told = output.err.splitlines()
    assert len(told) == 5
    for line, name in zip(told, ("binary.txt", "crawl.jsonl", "empty.txt", "none", "no.txt"), strict=True):
        assert name in line
        assert "；" in line


def test_the_title_of_a_crawl_fills_a_missing_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = {"content": "办理案件48件。", "url": "https://example.org/1", "title": "报告"}
    (tmp_path / "c.jsonl").write_text(json.dumps(line))
    (row,) = rows(capsys, tmp_path / "c.jsonl")
    assert row["url"] == "https://example.org/1"
    assert row["meta"]["title"] == "报告"
    assert "title_from_crawl" in row["meta"]["flags"]


def test_the_tree_shows_figures_under_their_headings(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(SEEDS[0])]) == 0
    lines = capsys.readouterr().out.splitlines()
    (row,) = rows(capsys, SEEDS[0])
    assert SEEDS[0].name in lines[0]
    for heading in row["outline"]:
        assert any(line.strip() == heading["marker"] + heading["title"] for line in lines)
    for figure in row["figures"]:
        assert any(line.endswith(f"  {figure['start']}-{figure['end']}") for line in lines)


def test_hostile_text_stays_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "[x]\x1b.txt").write_bytes(HOSTILE.encode())
    assert run(["read", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u200b")
    assert "[/x]" in shown
    (row,) = rows(capsys, tmp_path)
    assert all(HOSTILE[figure["start"] : figure["end"]] == figure["surface"] for figure in row["figures"])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["年度 2017", "修复 ", "提纲 ", "数据 ", "字", "计数"]),
        ("en", ["year 2017", "repairs: ", "outline: ", "figures", "characters", "count"]),
    ],
)
def test_the_tree_speaks_both_languages(
    language: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = SEEDS[3]
    assert run(["--lang", language, "read", str(path)]) == 0
    page = capsys.readouterr().out
    assert [word for word in words if word not in page] == []
    assert run(["--lang", language, "read", "--json", str(path)]) == 0
    assert json.loads(capsys.readouterr().out) == rows(capsys, path)[0], "data speak no language"
