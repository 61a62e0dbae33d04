"""The library: what it lists, what its documentation shows, and what its parts do."""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import fzreview
from fzreview.errors import InputRefused, StoreError
from fzreview.work.gold.exporting import ExportRequest, export, native_lines
from support.decided_store import ANN, BEN, PLAIN, decided_store, empty_store
from support.layers import add_layer, at
from support.lazily import lazily

pyarrow = lazily("pyarrow")

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")

API = {
    *("Decision", "Document", "Evaluation", "Extractor", "Figure", "FzError", "GoldRecord", "JournalEntry"),
    *("Layer", "LayerRow", "Reading", "ReportSummary", "Store", "StoredRow", "__version__"),
    *("convert", "evaluate", "open_store", "read", "rows"),
}
"""What other programs rely on; a name that goes breaks them."""

VALUES = (
    "Decision",
    "Document",
    "Figure",
    "GoldRecord",
    "JournalEntry",
    "Layer",
    "LayerRow",
    "Reading",
    "ReportSummary",
    "StoredRow",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return decided_store(tmp_path_factory.mktemp("library") / "store.db")


def test_the_names_are_those_that_others_rely_on() -> None:
    assert set(fzreview.__all__) == API
    assert set(dir(fzreview)) == API
    assert all(getattr(fzreview, name) is not None for name in API)
    with pytest.raises(AttributeError, match="extract_all"):
        fzreview.extract_all  # type: ignore[attr-defined]  # noqa: B018 - it is not there
    stubs = (ROOT / "src" / "fzreview" / "__init__.pyi").read_text(encoding="utf-8")
    assert {*re.findall(r" as (\w+)$", stubs, re.MULTILINE), "__version__"} == API
    assert not [name for name in API - {"__version__"} if f"`{name}" not in GUIDE]


@pytest.mark.parametrize("name", VALUES)
def test_values_are_frozen(name: str) -> None:
    kind = getattr(fzreview, name)
    assert dataclasses.is_dataclass(kind)
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]  # every dataclass has them


def test_importing_the_package_loads_nothing() -> None:
    script = (
        "import sys; import fzreview; print([name for name in sys.modules if name.startswith('fzreview.')])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize("block", re.findall(r"^```python\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL))
def test_examples_of_the_guide_run(
    block: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "store.db").write_bytes(store.read_bytes())
    (tmp_path / "report.txt").write_text(PLAIN, encoding="utf-8")
    export(store, tmp_path / "gold")
    monkeypatch.chdir(tmp_path)
    exec(compile(block, "python.md", "exec"), {"__name__": "example"})


def test_a_store_tells_what_the_export_tells(store: Path) -> None:
    with fzreview.open_store(store) as opened:
        gold = list(opened.gold(each_reviewer=True))
        settled = list(opened.gold(names=True))
        mine = list(opened.gold(ANN))
        reports = list(opened.reports())
        decided = [row for row in opened.figures() if row.status != "undecided"]
        assert list(opened.figures("plain", "undecided")) != list(opened.figures("plain"))
        assert opened.text(reports[1]) == PLAIN
        actions = {entry.action for entry in opened.decisions()}
        of_one = list(opened.decisions("plain"))
    native = [json.loads(line) for line in native_lines(store)]
    assert [(one.sha256, one.figure.value, one.decision) for one in gold] == [
        (row["sha256"], row["value"], row["decision"]) for row in native
    ]
    native = [json.loads(line) for line in native_lines(store, wanted=ExportRequest(each_reviewer=False))]
    assert [(one.sha256, one.figure.value, one.decision) for one in settled] == [
        (row["sha256"], row["value"], row["decision"]) for row in native
    ]
    assert {name for one in settled if one.provenance for name in one.provenance.reviewers} <= {ANN, BEN}
    assert {one.reviewer for one in mine} == {ANN}
    assert sum(one.decided for one in reports) == len(decided)
    assert {"verified", "added", "signed_off"} <= actions
    assert {entry.report for entry in of_one} == {reports[1].sha256}
    assert {one.reviewer for one in gold} == {ANN, BEN}


def test_rows_are_flat_and_arrow_takes_them(store: Path) -> None:
    with fzreview.open_store(store) as opened:
        gold = list(fzreview.rows(opened.gold(each_reviewer=True)))
        settled = list(fzreview.rows(opened.gold()))
        figures = list(fzreview.rows(opened.figures()))
    for table in (gold, settled, figures):
        taken = pyarrow.Table.from_pylist(table)
        assert taken.num_rows == len(table)
        assert {tuple(row) for row in table} == {tuple(table[0])}, "every row has the same columns"
        assert not any(isinstance(value, dict) for row in table for value in row.values())
    added = [row for row in gold if row["decision"] == "added"]
    assert added
    assert all(row["machine_value"] is None for row in added)


def test_layers_are_read(tmp_path: Path) -> None:
    path = empty_store(tmp_path / "store.db")
    add_layer(path, "crf", "2", [at("plain.txt", PLAIN, "18件", value="19", confidence=0.5)])
    with fzreview.open_store(path) as opened:
        (layer,) = opened.layers()
        assert (layer.label, layer.figures, layer.reports) == ("crf@2", 1, 1)
        (row,) = opened.layer_figures("crf")
        assert (row.layer, row.figure.value, row.told, row.confidence) == ("crf@2", "19", ("value",), 0.5)
        assert list(opened.layer_figures("crf@2", "plain")) == [row]
        assert list(opened.layer_figures("crf", "怪")) == []
        (flat,) = fzreview.rows([row])
        assert flat["start"] == PLAIN.index("18件")
        with pytest.raises(StoreError):
            list(opened.layer_figures("none"))


def test_files_of_any_kind_are_converted(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(f"<html><body><p>{PLAIN}</p></body></html>", encoding="utf-8")
    (document,) = fzreview.convert(page)
    assert "18件" in document.text
    assert len(document.sha256) == 64
    (tmp_path / "b.txt").write_bytes(PLAIN.encode("gb18030"))
    assert fzreview.convert(tmp_path / "b.txt")[0].text == PLAIN
    assert fzreview.read(PLAIN.encode("gb18030")).figures == fzreview.read(PLAIN).figures
    (tmp_path / "c.txt").write_bytes(b"\x00\x01\x02")
    with pytest.raises(InputRefused, match=r"c\.txt"):
        fzreview.convert(tmp_path / "c.txt")


def test_no_store_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        fzreview.open_store(tmp_path / "none.db")
    assert not list(tmp_path.iterdir())


def test_predictions_may_be_rows(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path / "gold")
    rows: list[dict[str, Any]] = [json.loads(line) for line in native_lines(store)]
    right = [row for row in rows if row["decision"] != "rejected"]
    assert fzreview.evaluate(tmp_path / "gold", right).figures.detect.recall == 1
    assert fzreview.evaluate(tmp_path / "gold", []).figures.detect.hits == 0
