"""Projects of Potato and INCEpTION after somebody worked there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fzreview.errors import InputRefused
from fzreview.work.gold.exporting import export, gold
from fzreview.work.gold.imported import Imported
from fzreview.work.gold.importing import import_gold
from support.decided_store import HOSTILE, PLAIN, barely_decided_store
from support.lazily import lazily

cassis = lazily("cassis")

EDITOR = "eva"
CASES, TRAININGS = PLAIN.index("18件"), PLAIN.index("5次")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return barely_decided_store(tmp_path / "a.db")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().decode().split("\n")[:-1]]


def take(store: Path, name: str, path: Path, **options: Any) -> list[Imported]:
    return list(import_gold(store, name, path, EDITOR, **options))


def records(store: Path, reviewer: str) -> list[tuple[str, str, str]]:
    return [
        (one.decision, one.figure.surface, one.figure.value)
        for document in gold(store)
        for one in document.records
        if one.reviewer == reviewer
    ]


def test_potato_items_are_its_input(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, ["potato"])
    config = json.loads((tmp_path / "potato" / "config.yaml").read_text(encoding="utf-8"))
    (scheme,) = config["annotation_schemes"]
    items = lines(tmp_path / "potato" / config["data_files"][0])
    for item in items:
        spans = item[config["pre_annotation"]["field"]][scheme["name"]]
        assert {span["name"] for span in spans} <= {label["name"] for label in scheme["labels"]}
        for span in spans:
            text = item[config["item_properties"]["text_key"]]
            assert text[span["start"] : span["end"]] == span["text"]
    assert len({item[config["item_properties"]["id_key"]] for item in items}) == len(items) == 2


def test_what_a_user_of_potato_marked_is_theirs(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, ["potato"])
    (item,) = [one for one in lines(tmp_path / "potato" / "reports.jsonl") if one["text"] == PLAIN]
    kept = item["predictions"]["figures"][0]
    drawn = {"schema": "figures", "name": "count", "start": TRAININGS, "end": TRAININGS + 2, "id": "s1"}
    other = {"schema": "mood", "name": "happy", "start": 0, "end": 1, "id": "s2"}
    marks = [[kept | {"schema": "figures"}, "true"], [drawn, "true"], [other, "true"]]
    folder = tmp_path / "potato" / "annotation_output" / "zhang"
    folder.mkdir(parents=True)
    state = {"user_id": "zhang", "instance_id_to_span_to_value": {item["id"]: marks}}
    (folder / "user_state.json").write_text(json.dumps(state), encoding="utf-8")
    (tmp_path / "potato" / "annotation_output" / "broken").mkdir()
    (tmp_path / "potato" / "annotation_output" / "broken" / "user_state.json").write_text(
        "{", encoding="utf-8"
    )
    told = take(store, "potato", tmp_path, reviewers={"zhang": "张"})
    assert sorted(row.outcome for row in told) == ["already_there", "already_there", "imported", "refused"]
    assert records(store, "张") == [("verified", "5次", "5")]


def test_inception_files_are_read_by_its_library(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, ["inception"])
    folder = tmp_path / "inception"
    types = cassis.load_typesystem(folder / "TypeSystem.xml")
    surfaces = set()
    for path in folder.glob("*.xmi"):
        cas = cassis.load_cas_from_xmi(path, typesystem=types)
        for mark in cas.select("webanno.custom.Figure"):
            surfaces.add(mark.get_covered_text())
            assert json.loads(mark.row)["surface"] == mark.get_covered_text()
    assert surfaces == {"18件", "48件"}
    begin = HOSTILE.index("48件")
    written = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.xmi"))
    assert f'begin="{begin + HOSTILE[:begin].count("𠮷")}"' in written, "UIMA counts UTF-16 units"


def test_features_changed_in_inception_are_corrections(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, ["inception"])
    folder = tmp_path / "inception"
    types = cassis.load_typesystem(folder / "TypeSystem.xml")
    (path,) = folder.glob("plain*.xmi")
    cas = cassis.load_cas_from_xmi(path, typesystem=types)
    (mark,) = cas.select("webanno.custom.Figure")
    mark.value, mark.bound = "19", "more"
    layer = types.get_type("webanno.custom.Figure")
    cas.add(layer(begin=TRAININGS, end=TRAININGS + 2, kind="count"))
    cas.add(layer(begin=0, end=1, kind="count", bound="perhaps"))
    cas.to_xmi(path)
    told = take(store, "inception", tmp_path)
    assert sorted(row.outcome for row in told) == ["already_there", "imported", "imported", "refused"]
    assert records(store, EDITOR) == [("corrected", "18件", "19"), ("verified", "5次", "5")]


def test_a_broken_file_is_told(store: Path, tmp_path: Path) -> None:
    (tmp_path / "a.xmi").write_text("<xmi:XMI", encoding="utf-8")
    (told,) = take(store, "inception", tmp_path / "a.xmi")
    assert told.error is not None
    assert told.error.code == "import_not_xmi"


def test_types_that_cannot_be_read_are_told(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, ["inception"])
    types = tmp_path / "inception" / "TypeSystem.xml"
    types.write_bytes(types.read_bytes().replace(b"<", b"\x11", 3))
    with pytest.raises(InputRefused) as refused:
        take(store, "inception", tmp_path)
    assert (refused.value.code, refused.value.params["name"]) == ("import_not_xmi", types)
