"""A package that was tampered with, or whose splits share a sentence, is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from fzreview.errors import FzError
from fzreview.gold.making.leaks import Leak, SplitText, leaks
from fzreview.work.gold.checking import Finding, check_package
from fzreview.work.gold.exporting import export
from support.decided_store import decided_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return decided_store(tmp_path_factory.mktemp("decided") / "a.db")


@pytest.fixture
def package(store: Path, tmp_path: Path) -> Path:
    export(store, tmp_path / "gold", ["conll", "prodigy", "doccano"])
    return tmp_path / "gold"


def findings(folder: Path) -> list[Finding]:
    """What is found beside the contradictions between the two reviewers of the store."""
    return [finding for finding in check_package(folder) if finding.sort != "contradiction"]


def sorts(folder: Path) -> list[str]:
    return [finding.sort for finding in findings(folder)]


def test_a_package_as_it_was_written_is_right(package: Path) -> None:
    assert findings(package) == []
    assert {finding.sort for finding in check_package(package)} == {"contradiction"}


@pytest.mark.parametrize("name", ["figures.jsonl", "doccano/reports.jsonl", "conll/tags.txt"])
def test_files_are_those_of_the_manifest(package: Path, name: str) -> None:
    path = package / name
    path.write_bytes(path.read_bytes() + b"\n")
    (changed,) = findings(package)
    assert changed.sort == "file"
    assert changed.told.startswith(name)
    path.unlink()
    assert sorts(package)[0] == "file"


def rewritten(package: Path, change: Callable[[list[dict[str, Any]]], None]) -> list[Finding]:
    """Findings after the rows were changed and the manifest made to agree."""
    path = package / "figures.jsonl"
    rows = [json.loads(line) for line in path.read_bytes().decode().split("\n")[:-1]]
    change(rows)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    manifest = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
    for file in manifest["files"]:
        if file["name"] == "figures.jsonl":
            file["sha256"] = sha256(path.read_bytes()).hexdigest()
    (package / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return findings(package)


@pytest.mark.parametrize(
    ("change", "sort", "words"),
    [
        (lambda rows: rows[0].update(sentence_start=rows[0]["sentence_start"] + 1), "span", "48件"),
        (lambda rows: rows[0].update(sentence_start=10_000), "span", "48件"),
        (lambda rows: rows[0].update(sentence=None), "row", "sentence"),
        (lambda rows: rows[0].update(kind="sort"), "row", "kind"),
        (lambda rows: rows.append(rows[-1]), "duplicate", "ann"),
        (lambda rows: rows.pop(), "count", "15"),
    ],
)
def test_rows_are_checked_one_by_one(
    package: Path, change: Callable[[list[dict[str, Any]]], None], sort: str, words: str
) -> None:
    found = rewritten(package, change)
    assert found[0].sort == sort
    assert words in found[0].told


def test_a_sentence_in_two_splits_is_told(package: Path) -> None:
    sentence = "全年共受理各类行政复议案件48件。"

    def share(rows: list[dict[str, Any]]) -> None:
        one = next(row for row in rows if row["surface"] == "48件")
        start = one["start"] - sentence.index("48件")
        one.update(sentence=sentence, sentence_start=start)
        rows[-1].update(one, reviewer="other", split="test")

    found = rewritten(package, share)
    assert [finding.sort for finding in found] == ["leak"]
    assert sentence.rstrip("。") in found[0].told
    assert f"test: {package / 'figures.jsonl'}:16" in found[0].told


def test_sentences_of_other_formats_are_looked_at_too(package: Path) -> None:
    (train,) = (package / "prodigy").glob("train.jsonl")
    (package / "prodigy" / "other.jsonl").write_bytes(train.read_bytes())
    found = findings(package)
    assert found
    assert {finding.sort for finding in found} == {"leak"}
    assert all("other: " in finding.told and "train: " in finding.told for finding in found)


def test_a_folder_that_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(FzError, match=r"manifest\.json"):
        list(check_package(tmp_path))
    (tmp_path / "manifest.json").write_text("[]")
    with pytest.raises(FzError, match=r"manifest\.json"):
        list(check_package(tmp_path))
    (tmp_path / "manifest.json").write_text('{"files": [{"name": "../a"}, {"name": "/etc/passwd"}, 3]}')
    assert sorts(tmp_path) == ["file", "file", "file"]


def test_leaks_are_pieces_of_sentences() -> None:
    texts = [
        SplitText("1", "train", "短句。全年受理行政复议案件四十八件；其他"),
        SplitText("2", "test", "短句。 全年受理行政复议案件四十八件\n"),
        SplitText("3", "train", "全年受理行政复议案件四十八件！"),
        SplitText("4", "dev", "全年受理行政复议案件四十九件"),
    ]
    assert leaks(lambda: texts) == [Leak("全年受理行政复议案件四十八件", {"train": "1", "test": "2"})]
    assert leaks(lambda: texts[2:]) == []
