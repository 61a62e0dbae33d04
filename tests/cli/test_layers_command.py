"""``layers`` and ``compare``: extractors side by side, and what a refused row means there."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fzreview.review.steps.step import mark_proposed_by
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call
from support.decided_store import ANN, PLAIN, Reviewer, empty_store
from support.extractor_package import install_extractors
from support.layers import at, predictions
from support.store_content import content_lines

DOC = "plain.txt"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return empty_store(tmp_path / "store.db")


def rows_of(**changed: Any) -> list[dict[str, Any]]:
    """What the base has, with other values of the first figure."""
    return [
        at(
            DOC, PLAIN, "18件", **{"value": "18", "unit": "件", "kind": "count", "confidence": 0.25} | changed
        ),
        at(DOC, PLAIN, "5次", value="5", unit="次", kind="count", confidence=1),
        at(DOC, PLAIN, "269.95亿元", value="26995000000.0", unit="元", kind="money", confidence="0.5"),
    ]


def content(store: Path) -> list[str]:
    """Everything in a store but how often it was written."""
    with closing(sqlite3.connect(store)) as connection:
        lines = content_lines(connection)
    return [line for line in lines if not line.startswith("layer")]


def added(call: Call, tmp_path: Path, name: str, rows: list[dict[str, Any]], *more: str) -> Any:
    return call("layers", "add", predictions(tmp_path / f"{name}.jsonl", rows), *more)


def test_layers_stand_side_by_side(call: Call, tmp_path: Path, store: Path) -> None:
    before = content(store)
    first = added(call, tmp_path, "crf", rows_of(), "--json")
    assert (first.code, first.told) == (0, ["已加入图层 crf：1 份报告"])
    told = ["value", "unit", "kind"]
    expected = {"layer": "crf", "name": "crf", "version": "", "reports": 1, "incomplete": 0, "figures": 3}
    expected |= {"refused": 0, "told": told, "confident": 3}
    assert {name: first.rows[0][name] for name in expected} == expected
    assert added(call, tmp_path, "crf", rows_of(value="19"), "--version", "2").code == 0
    spans = [at(DOC, PLAIN, "18件", label="count"), at(DOC, PLAIN, "5次", label="FIGURE")]
    added(call, tmp_path, "other", spans, "--name", "模型")
    assert [row["layer"] for row in call("layers", "--json").rows] == ["crf", "crf@2", "模型"]
    lines = call("layers").out.splitlines()
    assert lines[0].startswith("crf  报告 1（不完整 0） · 数据 3 · 未采用的行 0 · 有置信度 3")
    assert lines[2].endswith("自己给出：类别")
    assert content(store) == before, "the extraction that is reviewed stays what it is"
    assert verify_store(store)[1] == []


def test_a_layer_is_replaced_only_where_that_is_said(call: Call, tmp_path: Path) -> None:
    added(call, tmp_path, "crf", rows_of())
    refused = added(call, tmp_path, "crf", rows_of(value="19"))
    assert refused.code == 1 and "--replace" in refused.err
    assert added(call, tmp_path, "crf", rows_of(value="19"), "--replace").code == 0
    (row,) = [row for row in call("compare", "base", "crf", "--json").rows if row.get("fields") == ["value"]]
    assert row["second"]["value"] == "19"


def test_what_no_layer_can_be_called(call: Call, tmp_path: Path) -> None:
    for name in ("base", "a b", "a@b", "", "x" * 61, "a\x1b"):
        refused = added(call, tmp_path, "crf", rows_of(), "--name", name or " ")
        assert refused.code == 2, name
    assert call("layers", "add").code == call("layers", "remove").code == 2
    assert call("layers", "add", tmp_path / "none.jsonl").code == 1
    assert call("layers", "remove", "crf").code == 1
    assert call("layers").told == ["还没有图层；fzreview layers add 文件 可加入另一个提取器的结果"]


def test_figures_are_compared_one_by_one(call: Call, tmp_path: Path) -> None:
    wide = at(DOC, PLAIN, "案件18件", value="18", unit="件", kind="count")
    added(call, tmp_path, "a", [wide, *rows_of(unit="起")[1:]])
    added(call, tmp_path, "b", [rows_of(value="81", kind="rank")[0], rows_of()[2]])
    *pairs, tally = call("compare", "a", "b", "--json").rows
    assert [(row["outcome"], row["fields"]) for row in pairs] == [
        ("differs", ["span", "value", "kind"]),
        ("only_first", []),
        ("same", []),
    ]
    assert pairs[0]["first"]["surface"] == "案件18件"
    assert pairs[0]["second"]["confidence"] == 0.25
    counts = {"same": 1, "differs": 1, "only_first": 1, "only_second": 0, "reports": 1, "incomplete": 0}
    assert {name: tally[name] for name in counts} == counts
    assert tally["by_field"] == {"kind": 1, "span": 1, "value": 1}
    shown = call("compare", "b", "a")
    assert "只有 a" in shown.out and "范围、数值、类别" in shown.out
    assert "b 与 a：1 份报告 · 相同 1 · 不同 1 · 只在前者 0 · 只在后者 1" in shown.out
    assert call("compare", "a", "b", "--reports", "!doc:plain", "--json").rows[-1]["reports"] == 0


def test_what_is_not_told_does_not_differ(call: Call, tmp_path: Path) -> None:
    spans = [at(DOC, PLAIN, surface) for surface in ("18件", "5次", "269.95亿元")]
    added(call, tmp_path, "spans", spans)
    *pairs, _ = call("compare", "base", "spans", "--json").rows
    assert {row["outcome"] for row in pairs} == {"same"}
    assert [row["second"]["value"] for row in pairs] == ["18", "5", "26995000000"]
    assert pairs[0]["second"]["told"] == []


def test_a_refused_row_is_not_a_figure_that_was_not_found(call: Call, tmp_path: Path) -> None:
    rows = rows_of()
    rows[1]["value"] = "five"
    refused = added(call, tmp_path, "bad", rows)
    assert refused.code == 1
    assert any("five" in line for line in refused.told)
    assert any("不完整" in line for line in refused.told)
    (layer,) = call("layers", "--json").rows
    assert (layer["incomplete"], layer["refused"], layer["figures"]) == (1, 1, 2)
    compared = call("compare", "base", "bad", "--json")
    assert [row.get("incomplete") for row in compared.rows] == [1]
    assert call("compare", "base", "bad").told == [
        "1 份报告至少在一层中不完整，未参加比较",
        "1 份报告只有其中一层看过，未参加比较",
    ]


def test_a_line_that_was_cut_off_may_be_of_any_report(call: Call, tmp_path: Path) -> None:
    path = predictions(tmp_path / "cut.jsonl", rows_of())
    path.write_bytes(path.read_bytes()[:-20])
    assert call("layers", "add", path).code == 1
    assert call("layers", "--json").rows[0]["incomplete"] == 1


@pytest.mark.parametrize("confidence", [1.5, -0.1, "high", True, [1], "nan"])
def test_a_confidence_is_between_nought_and_one(call: Call, tmp_path: Path, confidence: Any) -> None:
    refused = added(call, tmp_path, "crf", rows_of(confidence=confidence))
    assert refused.code == 1 and "confidence" in refused.err
    assert call("layers", "--json").rows[0]["figures"] == 2


def test_a_report_that_nobody_looked_at_is_left_out(call: Call, tmp_path: Path) -> None:
    added(call, tmp_path, "crf", rows_of())
    *pairs, tally = call("compare", "base", "crf", "--json").rows
    assert (len(pairs), tally["reports"], tally["apart"]) == (3, 1, 1)
    call("layers", "add", "--extractor", "built-in")
    assert [row["layer"].partition("@")[0] for row in call("layers", "--json").rows] == ["built-in", "crf"]
    assert call("layers", "--json").rows[0]["reports"] == 2


def test_a_layer_that_goes_leaves_the_rest(call: Call, tmp_path: Path, store: Path) -> None:
    before = content(store)
    for version in ("1", "2"):
        added(call, tmp_path, "crf", rows_of(), "--version", version)
    ambiguous = call("layers", "remove", "crf")
    assert ambiguous.code == 1 and "crf@1 crf@2" in ambiguous.err
    assert [row["layer"] for row in call("layers", "remove", "crf@1", "--json").rows] == ["crf@1"]
    assert [row["layer"] for row in call("layers", "--json").rows] == ["crf@2"]
    assert call("layers", "remove", "crf").code == 0
    assert content(store) == before


def test_predictions_of_label_studio_are_a_layer(call: Call, tmp_path: Path) -> None:
    start = PLAIN.index("18件")
    value = {"start": start, "end": start + 3, "text": "18件", "labels": ["count"]}
    region = {"id": "p", "from_name": "kind", "to_name": "text", "type": "labels", "value": value}
    sha256 = next(row["sha256"] for row in call("list", "--json").rows if row["doc"] == DOC)
    data = {"text": PLAIN, "doc": DOC, "sha256": sha256}
    task = {"data": data, "predictions": [{"model_version": "m1", "score": 0.75, "result": [region]}]}
    path = tmp_path / "tasks.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    assert call("layers", "add", path, "--format", "labelstudio").told[-1].startswith("已加入图层 tasks@m1")
    task["predictions"].append({"model_version": "m2", "result": [region]})
    path.write_text(json.dumps([task]), encoding="utf-8")
    several = call("layers", "add", path, "--format", "labelstudio")
    assert several.code == 2 and "m1 m2" in several.err
    assert call("layers", "add", path, "--format", "labelstudio", "--version", "m2").code == 0
    call("layers", "remove", "tasks@m1")
    call("layers", "remove", "tasks@m2")
    del task["predictions"][1:]
    path.write_text(json.dumps([task]), encoding="utf-8")
    done = call("layers", "add", path, "--format", "labelstudio", "--name", "ls")
    assert done.code == 0, done.err
    assert call("layers", "--json").rows[0]["confident"] == 1
    found = [row["second"] for row in call("compare", "base", "ls", "--json").rows if row.get("second")]
    assert [(one["surface"], one["told"], one["confidence"]) for one in found] == [("18件", ["kind"], 0.75)]


def test_predictions_that_are_numbers_only_are_told(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    for said, told in (([7], "快照"), ([], "tasks.json")):
        path.write_text(json.dumps([{"data": {"text": PLAIN}, "predictions": said}]), encoding="utf-8")
        refused = call("layers", "add", path, "--format", "labelstudio")
        assert refused.code == 1 and told in refused.err and str(path) in refused.err
        assert call("import", "labelstudio", path, "--as", "machine").code == 1
    assert call("layers", "--json").out == ""


def test_layers_are_scored_against_gold(call: Call, tmp_path: Path) -> None:
    gold = [row | {"value": value} for row, value in zip(rows_of(), ("18", "5", "26995000000"), strict=True)]
    path = predictions(tmp_path / "gold.jsonl", gold)
    added(call, tmp_path, "a", rows_of(value="19"))
    added(call, tmp_path, "b", rows_of()[:2])
    (row,) = call("evaluate", path, "--layer", "a", "--json").rows
    assert (row["prediction"]["name"], row["figures"]["strict"]["hits"]) == ("a", 2)
    assert row["unscored"] == ["upper", "bound", "subject"]
    (row,) = call("evaluate", path, "--layer", "a", "--layer", "b", "--json").rows
    assert [row[name]["name"] for name in ("prediction", "against")] == ["a", "b"]
    paired = row["paired"]
    assert (paired["both"], paired["first_only"], paired["second_only"]) == (1, 1, 1)
    (row,) = call("evaluate", path, "--layer", "base", "--json").rows
    assert row["figures"]["strict"]["f1"] == 1
    for wrong in (["--layer", "a", "--layer", "b", "--layer", "a"], ["--layer", "a", "--against", path]):
        assert call("evaluate", path, *wrong).code == 2
    assert call("evaluate", path, "--layer", "c").code == 1


def test_a_layer_is_not_scored_where_it_cannot_speak(call: Call, tmp_path: Path) -> None:
    rows = rows_of()
    path = predictions(tmp_path / "gold.jsonl", [*rows, rows[0] | {"doc": "elsewhere.txt"}])
    bad = rows_of(value="many")
    added(call, tmp_path, "bad", bad)
    scored = call("evaluate", path, "--layer", "bad", "--json")
    (row,) = scored.rows
    assert (scored.code, row["gold"]["reports"], row["gold"]["figures"]) == (1, 0, 0)
    assert {one["code"] for one in row["refused"]} == {"layer_incomplete", "layer_without_report"}
    added(call, tmp_path, "good", rows)
    (row,) = call("evaluate", path, "--layer", "good", "--layer", "bad", "--json").rows
    assert row["gold"]["reports"] == 0, "both are scored over the same reports"
    (row,) = call("evaluate", path, "--layer", "good", "--json").rows
    assert (row["gold"]["reports"], row["figures"]["strict"]["f1"]) == (1, 1)


def test_an_installed_extractor_makes_a_layer(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(install_extractors(tmp_path / "site"))
    sys.modules.pop("other_extractors", None)
    assert call("layers", "add", "--extractor", "numbers").code == 0
    (row,) = call("layers", "--json").rows
    assert (row["layer"], row["reports"], row["incomplete"]) == ("numbers@2.5", 2, 0)
    failing = call("layers", "add", "--extractor", "failing", "--reports", "doc:plain")
    assert failing.code == 1 and "\x1b" not in failing.err
    assert call("layers", "--json").rows[0]["incomplete"] == 1
    careless = call("layers", "add", "--extractor", "careless", "--name", "x", "--version", "")
    assert careless.code == 1
    assert call("layers", "add", "--extractor", "none").code == 2


def test_the_journal_tells_what_was_taken_from_a_layer(call: Call, store: Path) -> None:
    ann = Reviewer(store, ANN, DOC)
    figure = ann.at("18件")
    ann.keep(mark_proposed_by(ann.session.figure_steps.correct(replace(figure, value="19")), "模型@2"))
    ann.close()
    (row,) = call("journal", "--json").rows
    assert row["note"] == "from 模型@2"
    assert "采自图层 模型@2" in call("journal").out
    assert "采自图层 模型@2" in call("show", row["key"]).out
    assert call("show", row["key"], "--json").rows[0]["history"][0]["note"] == "from 模型@2"


def test_what_a_file_claims_reaches_no_terminal(call: Call, tmp_path: Path) -> None:
    evil = at(DOC, PLAIN, "18件", value="18", unit="\x1b[31m[red]件\u202e", subject="=cmd()")
    added(call, tmp_path, "crf", [evil])
    shown = call("compare", "base", "crf")
    assert "\x1b" not in shown.out and "\u202e" not in shown.out
