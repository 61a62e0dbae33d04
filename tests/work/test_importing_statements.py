"""What people said of whole reports and of headings comes back from a package: theirs, once, and told."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fzreview.domain.reports.outline_correction import StatedHeading
from fzreview.review.steps.statements import describe, outline
from fzreview.store.integrity.verifying import verify
from fzreview.store.reader import StoreReader
from fzreview.work.gold.exporting import export
from fzreview.work.gold.imported import Imported
from fzreview.work.gold.importing import import_gold
from support.decided_store import ANN, BEN, PLAIN, Reviewer, empty_store

DOC = "plain.txt"
LINE = PLAIN.index("全县"), PLAIN.index("。")
HEADING = PLAIN.index("一、"), PLAIN.index("\n全县")


def store_with_words(path: Path) -> Path:
    """Two reviewers' words: of fields, of headings missed, wrong and at another level."""
    empty_store(path)
    ann = Reviewer(path, ANN, DOC)
    ann.verify("18件")
    ann.keep(describe(ann.session, "year", "2022"))
    ann.keep(describe(ann.session, "publish_date", ""))
    ann.keep(outline(ann.session, HEADING, StatedHeading(2, "一、", "工作")))
    ann.close()
    ben = Reviewer(path, BEN, DOC)
    ben.keep(describe(ben.session, "title", "某县2022年报告"))
    ben.keep(outline(ben.session, LINE, StatedHeading(3, "", "全县办理案件")))
    ben.close()
    other = Reviewer(path, BEN, "怪")
    first = other.session.report.reading.outline[1]
    other.keep(outline(other.session, (first.start, first.end), None))
    other.close()
    return path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    export(store_with_words(tmp_path / "a.db"), tmp_path / "package")
    return tmp_path / "package"


def taken(store: Path, path: Path, **options: Any) -> list[Imported]:
    return list(import_gold(store, "jsonl", path, "eva", **options))


def outcomes(rows: list[Imported]) -> Counter[str]:
    return Counter(row.outcome for row in rows)


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_they_come_back_as_decisions_of_who_made_them(package: Path, tmp_path: Path) -> None:
    store = empty_store(tmp_path / "b.db")
    told = taken(store, package)
    assert outcomes(told) == {"imported": len(told)}, [str(row.error) for row in told if row.error]
    assert Counter(row.action for row in told) == {"verified": 1, "described": 3, "outlined": 3}
    assert {row.reviewer for row in told} == {ANN, BEN}
    with StoreReader(store) as reader:
        reading = reader.report(reader.find_report(DOC)).reading
    assert (reading.metadata.title, reading.metadata.year) == ("某县2022年报告", 2022)
    assert [(one.start, one.level) for one in reading.outline] == [(0, 0), (HEADING[0], 2), (LINE[0], 3)]
    export(store, tmp_path / "again")
    for name in ("reports.jsonl", "outline.jsonl", "figures.jsonl"):
        assert (tmp_path / "again" / name).read_bytes() == (package / name).read_bytes()
    assert verify(store)[1] == []
    assert outcomes(taken(store, package)) == {"already_there": len(told)}


@pytest.mark.parametrize("name", ["reports.jsonl", "outline.jsonl"])
def test_one_file_is_enough_and_a_trial_writes_nothing(package: Path, tmp_path: Path, name: str) -> None:
    store = empty_store(tmp_path / "b.db")
    tried = taken(store, package / name, dry_run=True)
    assert outcomes(tried) == outcomes(taken(store, package / name)) == {"imported": 3}


def test_another_word_in_the_store_is_a_conflict_whosever_it_is(package: Path, tmp_path: Path) -> None:
    store = empty_store(tmp_path / "b.db")
    ann = Reviewer(store, ANN, DOC)
    ann.keep(describe(ann.session, "year", "2020"))
    ann.keep(describe(ann.session, "title", "另一个题目"))
    ann.close()
    told = taken(store, package / "reports.jsonl")
    assert outcomes(told) == {"conflict": 2, "imported": 1}
    assert all(row.error and row.error.code == "import_statement_conflict" for row in told if row.error)
    assert all(ANN in str(row.error) for row in told if row.error)
    with StoreReader(store) as reader:
        assert reader.report(reader.find_report(DOC)).reading.metadata.year == 2020
    assert outcomes(taken(store, package / "reports.jsonl", replacing=True)) == {
        "imported": 2,
        "already_there": 1,
    }
    with StoreReader(store) as reader:
        metadata = reader.report(reader.find_report(DOC)).reading.metadata
    assert (metadata.year, metadata.title) == (2022, "某县2022年报告")


def _stated(field: str, value: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda row: row | {field: value}


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("reports.jsonl", _stated("year", 3000), "import_field"),
        ("reports.jsonl", _stated("year", "two"), "import_field"),
        ("reports.jsonl", _stated("year", [2022]), "import_field"),
        ("reports.jsonl", _stated("title", "a\x1b[31m"), "import_field"),
        ("reports.jsonl", _stated("publish_date", "2022-13-01"), "import_field"),
        ("reports.jsonl", _stated("stated", {"colour": {}}), "import_field"),
        ("reports.jsonl", _stated("stated", []), "import_field"),
        ("reports.jsonl", _stated("stated", {"year": {"reviewer": ""}}), "import_field"),
        ("reports.jsonl", _stated("sha256", "0" * 64), "import_report"),
        ("outline.jsonl", _stated("level", 12), "import_field"),
        ("outline.jsonl", _stated("decision", "maybe"), "import_field"),
        ("outline.jsonl", _stated("decided_at", "today"), "import_field"),
        ("outline.jsonl", _stated("title", None), "import_field"),
        ("outline.jsonl", lambda row: row | {"start": 9_000, "end": 9_001}, "import_no_section"),
        (
            "outline.jsonl",
            lambda row: row | {"start": 3, "end": 4, "decision": "rejected"},
            "import_no_section",
        ),
    ],
)
def test_what_cannot_be_is_refused_by_its_line_and_the_rest_goes_on(
    package: Path, tmp_path: Path, name: str, change: Callable[[dict[str, Any]], dict[str, Any]], code: str
) -> None:
    rows = [row for row in rows_of(package / name) if row["doc"] == DOC]
    bad = next(row for row in rows if row.get("stated") or row.get("decision"))
    lines = [json.dumps(row, ensure_ascii=False) for row in [change(bad), *rows]]
    (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    told = taken(empty_store(tmp_path / "b.db"), tmp_path / name)
    refused = [row for row in told if row.outcome == "refused"]
    assert {row.error.code for row in refused if row.error} == {code}
    assert all(f"{name}:1" in str(row.error) for row in refused)
    assert outcomes(told)["imported"] + outcomes(told)["already_there"] >= 2
