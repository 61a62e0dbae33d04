"""What people hold that is no gold goes out beside it and comes back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fzreview.store.integrity.verifying import verify
from fzreview.work.gold.exporting import ExportRequest, export
from fzreview.work.gold.imported import Imported
from fzreview.work.gold.importing import import_gold
from support.decided_store import ANN, BEN, Reviewer, empty_store

ALL = ExportRequest(shares=None)
Row = dict[str, Any]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = empty_store(tmp_path / "a.db")
    ann = Reviewer(path, ANN, "怪")
    decide(ann, "48件", "unsure")
    ann.comment("48件", "第几\u2028页？")
    decide(ann, "36件", "wrong")
    ann.comment("75%", "only a comment")
    ann.rule_out("2021年")
    ann.add("两次", "2", "次")
    decide(ann, "两次", "wrong")
    ann.add("15个", "15", "个")
    decide(ann, "15个", "unsure")
    ann.close()
    ben = Reviewer(path, BEN, "怪")
    ben.comment("48件", "mine")
    ben.verify("75%")
    decide(ben, "15个", "unsure")
    ben.close()
    return path


def decide(reviewer: Reviewer, surface: str, verdict: Any) -> None:
    reviewer.at(surface)
    reviewer.keep(reviewer.session.figure_steps.decide(verdict))


def rows(folder: Path) -> list[Row]:
    lines = (folder / "unsettled.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    return [json.loads(line) for line in lines]


def taken(store: Path, path: Path, **options: bool) -> list[Imported]:
    return list(import_gold(store, "jsonl", path, "eva", **options))


def told(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("target", "surface", "reviewer", "verdict", "comment"))


def test_everything_goes_out_and_comes_back_to_the_same_bytes(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path / "first", wanted=ALL)
    assert {told(row) for row in rows(tmp_path / "first")} == {
        ("candidate", "2021年", ANN, "wrong", None),
        ("figure", "48件", ANN, "unsure", "第几\u2028页？"),
        ("figure", "48件", BEN, None, "mine"),
        ("figure", "36件", ANN, "wrong", None),
        ("figure", "75%", ANN, None, "only a comment"),
        ("figure", "两次", ANN, "wrong", None),
        ("figure", "15个", ANN, "unsure", None),
        ("figure", "15个", BEN, "unsure", None),
    }
    other = empty_store(tmp_path / "b.db")
    done = taken(other, tmp_path / "first")
    assert {row.outcome for row in done} == {"imported"}, [str(row.error) for row in done if row.error]
    export(other, tmp_path / "second", wanted=ALL)
    for name in ("figures.jsonl", "unsettled.jsonl", "manifest.json"):
        assert (tmp_path / "second" / name).read_bytes() == (tmp_path / "first" / name).read_bytes()
    assert verify(other)[1] == []
    assert {row.outcome for row in taken(other, tmp_path / "first")} == {"already_there"}


def test_only_one_reviewers(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, wanted=ExportRequest(reviewer=BEN, shares=None))
    assert [told(row) for row in rows(tmp_path)] == [
        ("figure", "48件", BEN, None, "mine"),
        ("figure", "15个", BEN, "unsure", None),
    ]


def test_what_only_others_added_is_known_whoever_stands_first(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path / "gold", wanted=ALL)
    path = tmp_path / "gold" / "unsettled.jsonl"
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    path.write_text("".join(f"{line}\n" for line in reversed(lines)), encoding="utf-8")
    other = empty_store(tmp_path / "b.db")
    done = taken(other, path)
    assert {row.outcome for row in done} == {"imported"}, [str(row.error) for row in done if row.error]
    assert verify(other)[1] == []


def test_what_the_reviewer_has_settled_since_is_a_conflict(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path / "gold", wanted=ALL)
    other = empty_store(tmp_path / "b.db")
    ann = Reviewer(other, ANN, "怪")
    ann.verify("48件")
    ann.close()
    (conflict,) = [row for row in taken(other, tmp_path / "gold") if row.outcome == "conflict"]
    assert conflict.reviewer == ANN and "--replace" in str(conflict.error)
    (replaced,) = [
        row for row in taken(other, tmp_path / "gold", replacing=True) if row.outcome == "imported"
    ]
    assert replaced.action == "unsure"


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": None, "comment": None},
        {"verdict": "verified"},
        {"verdict": "wrong", "reason": "not_a_figure"},
        {"verdict": "unsure", "comment": 3},
        {"reason": "odd"},
        {"target": "section"},
        {"target": "candidate"},
        {"surface": "别的"},
        {"start": -1},
        {"end": 10**9},
        {"added": []},
        {"reviewer": " "},
        {"decided_at": "yesterday"},
        {"extractor": None},
    ],
)
def test_a_row_that_cannot_be_is_refused_by_name(store: Path, tmp_path: Path, change: Row) -> None:
    export(store, tmp_path / "gold", wanted=ALL)
    row = next(row for row in rows(tmp_path / "gold") if row["surface"] == "48件")
    path = tmp_path / "odd.jsonl"
    path.write_text(json.dumps(row | change) + "\n", encoding="utf-8")
    (refused,) = taken(empty_store(tmp_path / "b.db"), path)
    assert refused.outcome == "refused"
    assert "odd.jsonl:1" in str(refused.error)
