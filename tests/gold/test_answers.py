"""One reviewer never says yes and no to the same words in one export."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from fzreview.gold.formats import FORMATS
from fzreview.work.gold.exporting import ExportRequest, export
from fzreview.work.gold.importing import import_gold
from support.decided_store import ANN, BEN, Reviewer, empty_store

ALL = ExportRequest(shares=None)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The sentences of one report stand in another one too."""
    return empty_store(tmp_path / "a.db", repeated=True)


def decided(store: Path, decisions: list[tuple[str, str, bool]]) -> None:
    for name, doc, is_figure in decisions:
        reviewer = Reviewer(store, name, doc)
        if is_figure:
            reviewer.verify("18件")
        else:
            reviewer.reject("18件", "naming")
        reviewer.close()


def rows(folder: Path) -> list[dict[str, object]]:
    lines = (folder / "figures.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("first", [True, False])
def test_the_same_sentence_goes_out_with_one_answer(store: Path, tmp_path: Path, first: bool) -> None:
    decided(store, [(ANN, "plain", first), (ANN, "again", not first)])
    manifest = export(store, tmp_path / "gold", list(FORMATS), ALL)
    assert (manifest.records, manifest.exclusions()["conflict"]) == (1, 1)
    (row,) = rows(tmp_path / "gold")
    assert (row["doc"], row["decision"]) == ("plain.txt", "verified" if first else "rejected")


@pytest.mark.parametrize("answers", [(True, True), (False, False)])
def test_the_same_answer_goes_out_twice(store: Path, tmp_path: Path, answers: tuple[bool, bool]) -> None:
    decided(store, list(zip((ANN, ANN), ("plain", "again"), answers, strict=True)))
    assert export(store, tmp_path / "gold", wanted=ALL).records == 2


def test_two_reviewers_may_answer_differently(store: Path, tmp_path: Path) -> None:
    decided(store, [(ANN, "plain", True), (BEN, "again", False)])
    assert export(store, tmp_path / "gold", wanted=ALL).records == 2


def test_a_prodigy_text_has_one_answer_and_its_negatives_come_back(store: Path, tmp_path: Path) -> None:
    ann = Reviewer(store, ANN, "plain")
    ann.verify("18件")
    ann.reject("5次", "vague")
    ann.reject("269.95亿元")
    ann.close()
    export(store, tmp_path / "gold", ["prodigy"], ALL)
    lines = (tmp_path / "gold/prodigy/gold.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    tasks = [json.loads(line) for line in lines]
    assert [(task["answer"], len(task["fzreview"].get("rejected", ()))) for task in tasks] == [
        ("accept", 1),
        ("reject", 0),
    ]
    assert all(one["text"] != other["text"] for one, other in pairwise(tasks))
    other = empty_store(tmp_path / "b.db", repeated=True)
    told = list(import_gold(other, "prodigy", tmp_path / "gold", "eva"))
    assert [(row.outcome, row.reviewer) for row in told] == [("imported", ANN)] * 3
    export(other, tmp_path / "back", wanted=ALL)
    assert rows(tmp_path / "back") == rows(tmp_path / "gold")


def test_what_was_marked_in_prodigy_since_outdoes_the_negative(store: Path, tmp_path: Path) -> None:
    ann = Reviewer(store, ANN, "plain")
    ann.verify("18件")
    ann.reject("5次", "vague")
    ann.close()
    export(store, tmp_path / "gold", ["prodigy"], ALL)
    path = tmp_path / "gold/prodigy/gold.jsonl"
    task = json.loads(path.read_text(encoding="utf-8"))
    at = task["text"].index("5次")
    task["spans"].append({"start": at, "end": at + 2, "label": "count"})
    path.write_text(json.dumps(task) + "\n", encoding="utf-8")
    told = list(import_gold(store, "prodigy", path, "eva"))
    assert [(row.outcome, row.reviewer, row.action) for row in told] == [
        ("already_there", ANN, None),
        ("imported", "eva", "verified"),
    ]
