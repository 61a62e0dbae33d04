"""Packages: whole or not at all, the same bytes again, a manifest that can be checked."""

from __future__ import annotations

import hashlib
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.figure import Figure
from fzreview.domain.gold import Exclusion, GoldRecord, gold_row
from fzreview.gold.package import write_package
from fzreview.gold.whole_file import WholeFile

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
ITEMS = [
    RECORD,
    Exclusion("ab" * 32, None, "undecided"),
    replace(RECORD, reviewer="王", decision="rejected", reason="not_a_figure"),
    Exclusion("ab" * 32, "王", "unfixed"),
    replace(RECORD, sha256="cd" * 32, doc="b.txt", decision="added", machine=None, extractor="1.1.0"),
    Exclusion("cd" * 32, None, "undecided"),
]


def test_rows_are_streamed_in_order(tmp_path: Path) -> None:
    write_package(iter(ITEMS), tmp_path / "out" / "gold")
    lines = (tmp_path / "out" / "gold" / "figures.jsonl").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [
        gold_row(item) for item in ITEMS if isinstance(item, GoldRecord)
    ]
    assert "濠江" in lines[0]


def test_the_manifest_counts_and_can_be_checked(tmp_path: Path) -> None:
    counts = write_package(ITEMS, tmp_path)
    assert (counts.records, counts.excluded) == (3, 3)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    data = (tmp_path / "figures.jsonl").read_bytes()
    assert manifest["files"] == [
        {"name": "figures.jsonl", "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    ]
    assert manifest["records"] == 3
    assert manifest["decisions"] == {"verified": 1, "corrected": 0, "rejected": 1, "added": 1}
    assert manifest["kinds"] == {"count": 3}
    assert manifest["reviewers"] == {"李": 2, "王": 1}
    assert manifest["excluded"] == {"undecided": 2, "unsure": 0, "unfixed": 1}
    assert manifest["reports"] == [
        {"doc": "濠江.txt", "sha256": "ab" * 32, "records": 2},
        {"doc": "b.txt", "sha256": "cd" * 32, "records": 1},
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

    def broken() -> Iterator[GoldRecord]:
        yield RECORD
        raise RuntimeError("the store went away")

    with pytest.raises(RuntimeError):
        write_package(broken(), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_package(ITEMS, tmp_path / "out", ["jsonl", "wordstar"])
    assert not (tmp_path / "out").exists()


def test_memory_does_not_grow_with_the_records(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        write_package((RECORD for _ in range(count)), tmp_path)
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(10)
    assert peak(4_000) < peak(500) + 200_000


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with WholeFile(path) as file:
        file.write(b"48")
        assert not path.exists()
    assert path.read_bytes() == b"48"
    with pytest.raises(RuntimeError), WholeFile(path) as file:
        file.write(b"49")
        raise RuntimeError
    assert path.read_bytes() == b"48"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]
