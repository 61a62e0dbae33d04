"""Packages: whole or not at all, the same bytes again, a manifest that can be checked."""

from __future__ import annotations

import hashlib
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.entries import gold_row
from fzreview.domain.gold.records import Exclusion, GoldDocument, GoldRecord, ReadSection
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.making.splits import DEFAULT_SHARES
from fzreview.gold.packages.manifest import Manifest
from fzreview.gold.packages.writing import write_package

FIGURE = Figure(12, 15, "48件", "48件", "48", None, "件", "count", "=", "办理案件\u2028")
RECORD = GoldRecord(
    doc="濠江.txt",
    sha256="ab" * 32,
    figure=FIGURE,
    decision="verified",
    machine=FIGURE,
    reason=None,
    reason_class=None,
    reviewer="李",
    decided_at="2026-01-02T03:04:05.000Z",
    section=("一、办案",),
    sentence="办理案件48件。",
    sentence_start=8,
    context_complete=False,
    split="train",
    guide="1.3",
    extractor="1.0.0",
)


def document(sha256: str, doc: str, *records: GoldRecord, **rest: Any) -> GoldDocument:
    return GoldDocument(
        doc,
        sha256,
        "法治报告…… 办理案件48件。",
        None,
        2021,
        None,
        None,
        None,
        "train",
        "1.3",
        "1.0.0",
        records,
        **rest,
    )


FIRST = document(
    "ab" * 32,
    "濠江.txt",
    RECORD,
    replace(RECORD, reviewer="王", decision="rejected", reason="not_a_figure", reason_class="date"),
    read=(ReadSection(0, 4, 16, 1, "一、办案", "李", "2026-01-02T03:04:06.000Z"),),
    excluded=(Exclusion(None, "undecided"), Exclusion("王", "unfixed")),
)
SECOND = document(
    "cd" * 32,
    "b.txt",
    replace(RECORD, sha256="cd" * 32, doc="b.txt", decision="added", machine=None, extractor="1.1.0"),
    excluded=(Exclusion(None, "undecided"),),
)
ITEMS = [FIRST, SECOND]


def test_rows_are_streamed_in_order(tmp_path: Path) -> None:
    write_package(iter(ITEMS), tmp_path / "out" / "gold")
    lines = (tmp_path / "out" / "gold" / "figures.jsonl").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [gold_row(one) for item in ITEMS for one in item.records]
    assert "濠江" in lines[0]


def test_the_manifest_counts_and_can_be_checked(tmp_path: Path) -> None:
    counts = write_package(ITEMS, tmp_path, counts=Manifest(DEFAULT_SHARES))
    assert (counts.records, counts.excluded) == (3, 3)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    names = ("figures", "sections", "unsettled", "reports", "outline")
    files = {f"{name}.jsonl": (tmp_path / f"{name}.jsonl").read_bytes() for name in names}
    assert manifest["files"] == [
        {"name": name, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        for name, data in files.items()
    ]
    sections = files["sections.jsonl"]
    (section,) = map(json.loads, sections.decode("utf-8").splitlines())
    assert (section["label"], section["reviewer"], section["figures"]) == ("一、办案", "李", 1)
    assert manifest["records"] == 3
    assert manifest["decisions"] == {"verified": 1, "corrected": 0, "rejected": 1, "added": 1}
    assert manifest["kinds"] == {"count": 3}
    assert manifest["reviewers"] == {"李": 2, "王": 1}
    assert manifest["excluded"] == {
        "undecided": 2,
        "unsure": 0,
        "unfixed": 1,
        "leak": 0,
        "hasty": 0,
        "conflict": 0,
        "disputed": 0,
        "single": 0,
        "status": 0,
        "refused": 0,
    }
    assert manifest["splits"] == {"train": 3, "dev": 0, "test": 0}
    assert (manifest["sections_read"], manifest["classes"]) == ({"李": 1}, {"date": 1})
    assert [(row["doc"], row["records"], row["sections_read"]) for row in manifest["reports"]] == [
        ("濠江.txt", 2, 1),
        ("b.txt", 1, 0),
    ]
    assert (manifest["extractors"], manifest["guides"], manifest["schema"]) == (
        ["1.0.0", "1.1.0"],
        ["1.3"],
        1,
    )


def test_the_same_gold_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_package(ITEMS, tmp_path / name)
    for file in ("figures.jsonl", "manifest.json"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_nothing_to_export_is_an_empty_file_and_a_manifest(tmp_path: Path) -> None:
    write_package([], tmp_path)
    assert (tmp_path / "figures.jsonl").read_bytes() == b""
    assert json.loads((tmp_path / "manifest.json").read_text())["records"] == 0


def test_a_failure_leaves_the_old_package_untouched(tmp_path: Path) -> None:
    write_package(ITEMS, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def broken() -> Iterator[GoldDocument]:
        yield FIRST
        raise RuntimeError("the store went away")

    with pytest.raises(RuntimeError):
        write_package(broken(), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_files_of_the_package_before_are_taken_away(tmp_path: Path) -> None:
    write_package(ITEMS, tmp_path)
    (tmp_path / "old.csv").write_text("a")
    (tmp_path / "mine.txt").write_text("kept")
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"] += [{"name": "old.csv"}, {"name": "../outside.txt"}]
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    (tmp_path.parent / "outside.txt").write_text("kept")
    write_package(ITEMS, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "figures.jsonl",
        "manifest.json",
        "mine.txt",
        "outline.jsonl",
        "reports.jsonl",
        "sections.jsonl",
        "unsettled.jsonl",
    ]
    assert (tmp_path.parent / "outside.txt").exists()


def test_an_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_package(ITEMS, tmp_path / "out", ["jsonl", "wordstar"])
    assert not (tmp_path / "out").exists()


@pytest.mark.heavy
def test_memory_does_not_grow_with_the_records(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        write_package((FIRST for _ in range(count)), tmp_path)
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(10)
    assert peak(4_000) < peak(500) + 3_000_000, "the manifest has a line a report"


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with AtomicFile(path) as file:
        file.write(b"48")
        assert not path.exists()
    assert path.read_bytes() == b"48"
    with pytest.raises(RuntimeError), AtomicFile(path) as file:
        file.write(b"49")
        raise RuntimeError
    assert path.read_bytes() == b"48"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]
