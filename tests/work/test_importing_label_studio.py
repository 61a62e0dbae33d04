"""Tasks as Label Studio exports them after somebody worked there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fzreview.errors import UsageError
from fzreview.store.reader import StoreReader
from fzreview.work.extracting.returned_predictions import native_predictions
from fzreview.work.gold.exporting import export, gold
from fzreview.work.gold.imported import Imported
from fzreview.work.gold.importing import import_gold
from support.command_line import caller
from support.decided_store import ANN, HOSTILE, PLAIN, barely_decided_store

EDITOR = "eva"
WIDE = HOSTILE.index("48件")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store in which ann verified a figure of either report."""
    return barely_decided_store(tmp_path / "a.db")


def exported(store: Path, folder: Path, name: str = "labelstudio") -> Path:
    export(store, folder, [name])
    return folder / name / "tasks.json"


def take(store: Path, path: Path, **options: Any) -> list[Imported]:
    return list(import_gold(store, "labelstudio", path, EDITOR, **options))


def edited(path: Path, change: Callable[[dict[str, Any]], None], doc: str = "plain.txt") -> None:
    """Change the task of a report."""
    tasks = json.loads(path.read_text(encoding="utf-8"))
    for task in tasks:
        if task["data"]["doc"] == doc:
            change(task)
    path.write_text(json.dumps(tasks), encoding="utf-8")


def result_of(task: dict[str, Any], control: str) -> dict[str, Any]:
    """What a control says of the first region."""
    results = task["annotations"][0]["result"]
    (found,) = [one for one in results if one["from_name"] == control and one["id"] == "g1"]
    return dict(found)


def records(store: Path) -> list[tuple[str, str, str, str, str]]:
    """Reviewer, decision, surface, kind and value of all gold."""
    return [
        (one.reviewer, one.decision, one.figure.surface, one.figure.kind, one.figure.value)
        for document in gold(store)
        for one in document.records
    ]


@pytest.mark.parametrize(("name", "shift"), [("labelstudio", 0), ("labelstudio-utf16", 2)])
def test_regions_drawn_there_count_code_points(store: Path, tmp_path: Path, name: str, shift: int) -> None:
    path = exported(store, tmp_path / "gold", name)
    assert HOSTILE[:WIDE].count("𠮷") == 2
    twice = HOSTILE.index("两次")

    def draw(task: dict[str, Any]) -> None:
        assert result_of(task, "kind")["value"]["start"] == WIDE + shift
        drawn = {"start": twice, "end": twice + 2, "text": "两次", "labels": ["count"]}
        task["annotations"][0]["result"].append({"id": "new", "type": "labels", "value": drawn})
        broken = {"start": 0, "end": 2, "text": "不是", "labels": ["count"]}
        task["annotations"][0]["result"].append({"id": "bad", "type": "labels", "value": broken})

    edited(path, draw, "年报/怪 名\u202e.txt")
    assert [row.outcome for row in take(store, path)] == [
        "already_there",
        "imported",
        "refused",
        "already_there",
    ]
    assert (EDITOR, "added", "两次", "count", "2") in records(store)


def test_another_label_is_a_correction(store: Path, tmp_path: Path) -> None:
    path = exported(store, tmp_path / "gold")

    def relabel(task: dict[str, Any]) -> None:
        task["annotations"][0]["result"][0]["value"]["labels"] = ["rank"]
        cancelled = {"was_cancelled": True, "result": [{"type": "labels", "value": "nonsense"}]}
        task["annotations"].append(cancelled)

    edited(path, relabel)
    assert [(row.outcome, row.action) for row in take(store, path)][1] == ("imported", "corrected")
    assert [row for row in records(store) if row[0] == EDITOR] == [
        (EDITOR, "corrected", "18件", "rank", "18")
    ]


@pytest.mark.parametrize(
    ("control", "value", "field", "held"),
    [
        ("value", {"text": ["19"]}, "value", "19"),
        ("upper", {"text": ["25"]}, "upper", "25"),
        ("unit", {"text": ["起"]}, "unit", "起"),
        ("bound", {"choices": ["at_least"]}, "bound", ">="),
        ("subject", {"text": ["信访案件"]}, "subject", "信访案件"),
    ],
)
def test_a_field_filled_there_is_a_correction_of_whoever_filled_it(
    store: Path, tmp_path: Path, control: str, value: dict[str, Any], field: str, held: str
) -> None:
    path = exported(store, tmp_path / "gold")

    def fill(task: dict[str, Any]) -> None:
        results = task["annotations"][0]["result"]
        place = {at: result_of(task, "kind")["value"][at] for at in ("start", "end")}
        kind = "choices" if "choices" in value else "textarea"
        results[:] = [one for one in results if one["from_name"] != control]
        results.append({"id": "g1", "from_name": control, "type": kind, "value": place | value})
        task["annotations"][0]["completed_by"] = 3

    edited(path, fill)
    told = take(store, path, reviewers={"3": "li"})
    assert [(row.outcome, row.reviewer) for row in told] == [("already_there", ANN), ("imported", "li")]
    (own,) = [one for document in gold(store) for one in document.records if one.reviewer == "li"]
    assert (own.decision, getattr(own.figure, field)) == ("corrected", held)


def test_an_emptied_field_is_a_correction_too(store: Path, tmp_path: Path) -> None:
    path = exported(store, tmp_path / "gold")

    def empty(task: dict[str, Any]) -> None:
        results = task["annotations"][0]["result"]
        results[:] = [one for one in results if one["from_name"] != "unit"]

    edited(path, empty)
    take(store, path)
    (own,) = [one for document in gold(store) for one in document.records if one.reviewer == EDITOR]
    assert (own.decision, own.figure.unit) == ("corrected", "")


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ({"type": "rating", "from_name": "stars", "value": {"rating": 4}}, "rating"),
        ({"type": "textarea", "from_name": "remarks", "value": {"text": ["x"]}}, "remarks"),
        ({"type": "textarea", "from_name": "value", "value": {"text": ["many"]}}, "many"),
        ({"type": "choices", "from_name": "bound", "value": {"choices": ["≈"]}}, "≈"),
    ],
)
def test_a_result_that_is_not_read_is_named(
    store: Path, tmp_path: Path, result: dict[str, Any], words: str
) -> None:
    path = exported(store, tmp_path / "gold")

    def add(task: dict[str, Any]) -> None:
        results = task["annotations"][0]["result"]
        results[:] = [one for one in results if one["from_name"] != result["from_name"]]
        results.append({"id": "g1"} | result)

    edited(path, add)
    (error,) = [row.error for row in take(store, path) if row.outcome == "refused"]
    assert words in str(error)
    assert "g1" in str(error)


def test_the_flat_export_is_told_what_to_export_instead(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "min.json"
    flat = {"id": 1, "text": PLAIN, "kind": [{"start": 0, "end": 1, "labels": ["count"]}], "annotator": 1}
    path.write_text(json.dumps([flat]), encoding="utf-8")
    (told,) = take(store, path)
    assert told.error is not None
    assert told.error.code == "import_json_min"


def test_a_region_deleted_in_a_completed_task_is_rejected_and_told(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = exported(store, tmp_path / "gold")

    def delete(task: dict[str, Any]) -> None:
        task["annotations"][0]["result"] = []

    edited(path, delete)
    assert [row.outcome for row in take(store, path)] == ["already_there"], "nobody completed it"

    def complete(task: dict[str, Any]) -> None:
        task["annotations"][0]["completed_by"] = {"id": 5, "email": "z@example.org"}

    edited(path, complete)
    done = caller(store, capsys)("import", "labelstudio", path, "--reviewers", "5=zhang")
    assert done.code == 0
    assert "zhang" in done.err
    assert ("zhang", "rejected", "18件", "count", "18") in records(store)


def test_a_second_annotation_begun_anew_rejects_nothing(store: Path, tmp_path: Path) -> None:
    path = exported(store, tmp_path / "gold")
    edited(path, lambda task: task["annotations"].append({"completed_by": 5, "result": []}))
    assert {row.outcome for row in take(store, path)} == {"already_there"}


def test_predictions_come_in_as_the_machines(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = exported(store, tmp_path / "gold")

    def predict(task: dict[str, Any]) -> None:
        start = PLAIN.index("5次")
        region = {"start": start, "end": start + 2, "text": "5次", "labels": ["count"]}
        task["predictions"] = [
            {
                "model_version": "ner-2",
                "result": [
                    {"id": "a", "type": "labels", "from_name": "kind", "value": region},
                    {"id": "a", "type": "textarea", "from_name": "subject", "value": {"text": ["讲座"]}},
                ],
            }
        ]

    edited(path, predict)
    machine = ("--as", "machine", "--yes", "--allow-removals=100%")
    done = caller(store, capsys)("import", "labelstudio", path, *machine)
    assert done.code == 0, done.err
    with StoreReader(store) as reader:
        report = reader.report(reader.find_report("plain"))
    found = {one.figure.surface: one.figure for one in report.figures if one.vanished is None}
    assert found["5次"].subject == "讲座"
    assert (found["5次"].value, found["5次"].unit) == ("5", "次"), "as our reading finds it at the span"
    with pytest.raises(UsageError, match="brat"):
        native_predictions("brat", path, tmp_path)


@pytest.mark.parametrize("pairs", ["li", "3=", "=li", ""])
def test_pairs_of_reviewers_are_checked(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], pairs: str
) -> None:
    done = caller(store, capsys)("import", "labelstudio", tmp_path, "--reviewers", pairs)
    assert done.code == 2
    assert "3=li" in done.err
