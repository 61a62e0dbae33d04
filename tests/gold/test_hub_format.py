"""The folder for a data set hub, loaded by the libraries that such folders are loaded with."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from fzreview.gold.formats import FORMATS
from fzreview.gold.hub import shards
from fzreview.gold.hub.facts import size_category
from fzreview.gold.labels.bio_tags import TAGS
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.writing import write_package
from fzreview.work.gold.exporting import ExportRequest, export, gold
from support.decided_store import decided_store, reports
from support.lazily import lazily

mlcroissant = lazily("mlcroissant")

SOURCES = {report.sha256: report.reading.source for report in reports()}
ROOT = Path(__file__).parents[2]

LOAD = """
import json, sys
from datasets import load_dataset
told = {}
for name in ("figures", "sections", "sentences", "documents"):
    loaded = load_dataset(sys.argv[1], name)
    told[name] = {split: list(rows) for split, rows in loaded.items()}
    if name == "sentences":
        told["tags"] = next(iter(loaded.values())).features["ner_tags"].feature.names
print(json.dumps(told))
"""
"""In a process of its own: the library reads where its cache is when it is loaded."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return decided_store(tmp_path_factory.mktemp("decided") / "a.db")


@pytest.fixture(scope="module")
def package(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    export(store, folder, ["hf"], ExportRequest(shares={"train": 1, "held-out": 1}))
    return folder


def native(package: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (package / f"{name}.jsonl").read_bytes().splitlines()]


def manifest(package: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
    return told


@pytest.fixture(scope="module")
def loaded(package: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The rows of each configuration by split, and the names of the tags, as ``datasets`` loads them."""
    home = str(tmp_path_factory.mktemp("home"))
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(package / "hf")],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"HF_HOME": home, "HF_HUB_OFFLINE": "1"},
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_datasets_loads_figures_and_sections(package: Path, loaded: dict[str, Any]) -> None:
    for name in ("figures", "sections"):
        rows = native(package, name)
        told = [{field: row[field] for field in rows[0]} for split in loaded[name].values() for row in split]
        assert sorted(map(json.dumps, told)) == sorted(map(json.dumps, rows))
        for split, members in loaded[name].items():
            assert {row["split"].replace("-", "_") for row in members} == {split}


def test_sentences_have_a_tag_for_each_token(package: Path, loaded: dict[str, Any]) -> None:
    assert loaded["tags"] == list(TAGS)
    gold = {(row["sha256"], row["start"], row["end"]): row for row in native(package, "figures")}
    rows = [row for split in loaded["sentences"].values() for row in split]
    assert any(any(row["ner_tags"]) for row in rows), "some hold figures"
    assert not all(any(row["ner_tags"]) for row in rows), "some hold none"
    for row in rows:
        source = SOURCES[row["sha256"]]
        assert "".join(row["tokens"]) == source[row["start"] : row["end"]]
        names = [loaded["tags"][tag] for tag in row["ner_tags"]]
        for at, name in enumerate(names):
            if name.startswith("B-"):
                behind = next((b for b in range(at + 1, len(names)) if names[b][0] != "I"), len(names))
                figure = gold[row["sha256"], row["start"] + at, row["start"] + behind]
                assert (figure["decision"] != "rejected", figure["kind"]) == (True, name[2:])
    places = [(row["sha256"], row["start"]) for row in rows]
    assert len(set(places)) == len(places), "no sentence stands there twice"
    assert {row["title"] for row in rows} <= {report.reading.metadata.title for report in reports()}


def test_documents_hold_the_texts_unless_they_are_left_out(
    store: Path, loaded: dict[str, Any], tmp_path: Path
) -> None:
    rows = [row for split in loaded["documents"].values() for row in split]
    assert {row["sha256"]: row["text"] for row in rows} == SOURCES
    export(store, tmp_path, ["hf"], options=FormatOptions(texts=False))
    assert not (tmp_path / "hf" / "documents").exists()
    assert "documents" not in (tmp_path / "hf" / "README.md").read_text(encoding="utf-8").split("---")[1]


def test_dev_is_called_validation(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, ["hf"], ExportRequest(shares={"dev": 1}))
    names = {path.name for path in (tmp_path / "hf").rglob("*.parquet")}
    assert names == {"validation-00000.parquet"}


def test_the_card_begins_with_what_the_hub_reads(package: Path) -> None:
    card = (package / "hf" / "README.md").read_text(encoding="utf-8")
    head = yaml.safe_load(card.split("---\n")[1])
    assert head["language"] == ["zh"]
    assert head["license"] == "unknown", "nobody has stated one"
    assert head["task_categories"] == ["token-classification"]
    assert head["size_categories"] == ["n<1K"]
    assert [config["config_name"] for config in head["configs"]] == [
        "figures",
        "sentences",
        "sections",
        "documents",
    ]
    for config in head["configs"]:
        for files in config["data_files"]:
            assert list((package / "hf").glob(files["path"]))
    assert "$" not in card.replace("$schema", "")


def test_every_number_is_the_manifests(package: Path) -> None:
    told = manifest(package)
    card = (package / "hf" / "README.md").read_text(encoding="utf-8")
    assert f"{told['records']} rows of {len(told['reports'])} reports" in card
    for name in ("decisions", "kinds", "splits"):
        for value, count in told[name].items():
            assert f"| {value} | {count} |" in card
    assert ", ".join(f"{name} {count}" for name, count in told["excluded"].items()) in card
    sheet = (package / "hf" / "DATASHEET.md").read_text(encoding="utf-8")
    assert f"Decisions from {told['first_decided']} to {told['last_decided']}" in sheet
    assert f"{told['in_read_sections']} rows, and {told['empty_sentences']} sentences" in sheet
    numbers = {row["decided_at"] for row in native(package, "figures")}
    assert (told["first_decided"], told["last_decided"]) == (min(numbers), max(numbers))


def test_croissant_is_valid_and_reads_the_rows(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(package / "hf")
    dataset = mlcroissant.Dataset("croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    rows = [
        {name.split("/")[1]: _text(value) for name, value in record.items()}
        for record in dataset.records("figures")
    ]
    expected = [
        {name: value for name, value in row.items() if name != "machine"}
        for row in native(package, "figures")
    ]
    told_rows = [{name: row[name] for name in expected[0]} for row in rows]
    assert sorted(map(_sorted_json, told_rows)) == sorted(map(_sorted_json, expected))
    assert {row["title"] for row in rows} <= {report.reading.metadata.title for report in reports()}
    sections = [
        {name.split("/")[1]: _text(value) for name, value in record.items()}
        for record in dataset.records("sections")
    ]
    expected = [
        {name: value for name, value in row.items() if name != "open"} for row in native(package, "sections")
    ]
    assert sorted(map(_sorted_json, sections)) == sorted(map(_sorted_json, expected))
    told = json.loads((package / "hf" / "croissant.json").read_text(encoding="utf-8"))
    assert told["rai:dataCollection"]
    assert f"{manifest(package)['records']} decisions" in told["rai:annotationsPerItem"]
    for row in told["distribution"]:
        if row["@type"] == "cr:FileObject":
            data = (package / "hf" / row["contentUrl"]).read_bytes()
            assert row["sha256"] == hashlib.sha256(data).hexdigest()


def _text(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, list):
        return [_text(one) for one in value]
    return value.item() if hasattr(value, "item") else value


def _sorted_json(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)


def test_the_guide_is_the_one_that_reviewers_judged_by(package: Path) -> None:
    guide = (package / "hf" / "ANNOTATION_GUIDE.md").read_text(encoding="utf-8")
    assert guide == (ROOT / "docs" / "annotation.md").read_text(encoding="utf-8")
    version = re.search(r"version ([0-9.]+)", guide)
    assert version is not None
    assert manifest(package)["guides"] == [version[1]]


def test_large_splits_are_written_in_shards(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "SHARD_ROWS", 1)
    counts = write_package(gold(store, ExportRequest(shares=None)), tmp_path, ["hf"])
    names = [path.name for path in sorted((tmp_path / "hf" / "figures").iterdir())]
    assert names == ["all-00000.parquet", "all-00001.parquet"]
    import pyarrow.dataset

    assert pyarrow.dataset.dataset(tmp_path / "hf" / "figures").count_rows() == counts.records


def test_a_store_without_decisions_gives_columns_without_rows(tmp_path: Path) -> None:
    write_package([], tmp_path, ["hf"])
    head = yaml.safe_load((tmp_path / "hf" / "README.md").read_text(encoding="utf-8").split("---\n")[1])
    assert [config["data_files"][0]["split"] for config in head["configs"]] == ["all"] * 4


@pytest.mark.parametrize(
    ("records", "name"), [(0, "n<1K"), (999, "n<1K"), (1_000, "1K<n<10K"), (2_000_000, "1M<n<10M")]
)
def test_sizes_have_the_hubs_names(records: int, name: str) -> None:
    assert size_category(records) == name


@pytest.mark.heavy
def test_two_processes_write_the_same_bytes(store: Path, tmp_path: Path) -> None:
    written = []
    for turn in ("1", "2"):
        folder = tmp_path / turn
        formats = [part for name in FORMATS for part in ("--format", name)]
        subprocess.run(
            [sys.executable, "-m", "fzreview", "--db", str(store), "export", "-o", str(folder), *formats],
            check=True,
            capture_output=True,
            cwd=tmp_path,
            env=os.environ | {"PYTHONHASHSEED": turn, "TZ": f"UTC{turn}", "LANG": "C.UTF-8"},
            umask=0o022 if turn == "1" else 0o077,
        )
        written.append(
            {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        )
    assert list(map(str, written[0])) and written[0].keys() == written[1].keys()
    assert [str(name) for name in written[0] if written[0][name] != written[1][name]] == []
