"""``evaluate`` over the seeds' gold, over predictions, and over what is no gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fzreview.cli import run
from support.gold_reports import GOLD, SEEDS


def evaluate(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["evaluate", *arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_the_extractor_over_the_seeds(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = evaluate(capsys, str(GOLD), "--json")
    row = json.loads(out)
    assert code == 0
    assert row["figures"]["strict"]["gold"] == 255
    assert row["figures"]["strict"]["f1"] >= 0.995
    assert row["headings"]["f1"] >= 0.98
    assert row["repairs"]["fix"]["missed"] == []
    assert set(row["metadata"]) == {path.name for path in SEEDS.iterdir()}


def test_predictions_are_scored_and_every_difference_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows = [json.loads(line) for line in (GOLD / "figures.jsonl").read_text(encoding="utf-8").splitlines()]
    predicted = [dict(row) for row in rows[1:]]
    predicted[0]["value"] = "301"
    predicted[1]["kind"] = "money"
    predicted.append(predicted[0] | {"start": 0, "end": 2, "surface": "当前"})
    path = tmp_path / "predicted.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in predicted), encoding="utf-8")
    code, out, _ = evaluate(capsys, str(GOLD / "figures.jsonl"), str(path), "--json")
    row = json.loads(out)
    told = [(one["aspect"], one["context"] is not None) for one in row["differences"]]
    assert sorted(told) == [("kind", True), ("missed", True), ("spurious", True), ("value", True)]
    assert row["figures"]["strict"]["hits"] == 253
    assert code == 0
    code, out, _ = evaluate(capsys, str(GOLD / "figures.jsonl"), str(path), "--min-f1", "0.999")
    assert code == 1
    assert "300 ≠ 301" in out
    assert "【10余次】" in out


def test_gold_scored_against_itself_is_perfect(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(GOLD / "figures.jsonl")
    _, out, _ = evaluate(capsys, path, path, "--json")
    row = json.loads(out)
    assert row["differences"] == []
    assert row["figures"]["strict"]["f1"] == row["figures"]["subject"] == 1


def test_predictions_may_be_what_read_prints(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["read", str(SEEDS), "--json"]) == 0
    path = tmp_path / "read.jsonl"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    _, out, _ = evaluate(capsys, str(GOLD / "figures.jsonl"), str(path), "--json")
    assert json.loads(out)["figures"]["strict"]["f1"] >= 0.995


def test_a_missing_source_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": "nowhere.txt", "start": 1, "end": 2, "value": "3"}', encoding="utf-8")
    code, _, err = evaluate(capsys, str(path))
    assert code != 0
    assert "nowhere.txt" in err
    assert "--sources" in err


def test_a_repair_row_that_lacks_a_field_is_refused_and_the_rest_is_scored(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("figures", "repairs"):
        (tmp_path / f"{name}.jsonl").write_bytes((GOLD / f"{name}.jsonl").read_bytes())
    path = tmp_path / "repairs.jsonl"
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    row = json.loads(first)
    del row["repaired"]
    path.write_text("\n".join([json.dumps(row), *rest]), encoding="utf-8")
    code, out, err = evaluate(capsys, str(tmp_path), "--json")
    assert code == 1
    assert "repairs.jsonl" in err and "repaired" in err
    assert json.loads(out)["figures"]["strict"]["gold"] == 255
