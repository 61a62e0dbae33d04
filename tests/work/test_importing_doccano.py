"""What doccano delivers after somebody worked there: its zip, its units, its dropped line breaks."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from fzreview.errors import FzError
from fzreview.gold.labels.grapheme_offsets import GraphemeOffsets, offsets_in
from fzreview.gold.packages.format_options import UNITS, FormatOptions, Units
from fzreview.work.gold.exporting import export, gold
from fzreview.work.gold.imported import Imported
from fzreview.work.gold.importing import import_gold
from support.decided_store import ANN, HOSTILE, PLAIN, Reviewer, decided_store, empty_store

EDITOR = "eva"
TRAININGS = PLAIN.index("5次")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = empty_store(tmp_path / "a.db")
    ann = Reviewer(path, ANN, "plain")
    ann.verify("18件")
    ann.close()
    return path


def take(store: Path, path: Path, **options: Any) -> list[Imported]:
    return list(import_gold(store, "doccano", path, EDITOR, **options))


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().decode().split("\n")[:-1]]


def delivered(path: Path, user: str, *rows: dict[str, Any]) -> Path:
    """A zip as doccano delivers it: a file for each user, ``Comments`` in every row."""
    text = "".join(json.dumps({"id": 1, "Comments": []} | row) + "\n" for row in rows)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{user}.jsonl", text)
    return path


def reviewers(store: Path) -> set[tuple[str, str]]:
    return {(one.reviewer, one.figure.surface) for document in gold(store) for one in document.records}


@pytest.mark.parametrize("units", UNITS)
def test_all_units_come_back_to_what_went_out(tmp_path: Path, units: Units) -> None:
    first = decided_store(tmp_path / "a.db")
    export(first, tmp_path / "gold", ["doccano"], options=FormatOptions(units))
    manifest = json.loads((tmp_path / "gold" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["options"]["units"] == units
    other = empty_store(tmp_path / "b.db")
    assert {row.outcome for row in take(other, tmp_path / "gold")} == {"imported"}
    export(other, tmp_path / "again", ["doccano"], options=FormatOptions(units))
    assert (tmp_path / "again" / "figures.jsonl").read_bytes() == (
        tmp_path / "gold" / "figures.jsonl"
    ).read_bytes()


def test_a_text_that_lost_its_carriage_returns_is_put_right(tmp_path: Path) -> None:
    """In the mode of grapheme clusters doccano counts CRLF as one, and drops the CR."""
    first = decided_store(tmp_path / "a.db")
    export(first, tmp_path / "gold", ["doccano"], options=FormatOptions("graphemes"))
    path = tmp_path / "gold" / "doccano" / "reports.jsonl"
    rows = lines(path)
    assert any("\r\n" in row["text"] for row in rows)
    for row in rows:
        row["text"] = row["text"].replace("\r\n", "\n")
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert {row.outcome for row in take(first, path)} == {"already_there"}


def test_the_zip_is_read_and_names_whose_work_it_is(store: Path, tmp_path: Path) -> None:
    drawn = {"text": PLAIN, "doc": "plain.txt", "label": [[TRAININGS, TRAININGS + 2, "count"]]}
    path = delivered(tmp_path / "export.zip", "zhang", drawn)
    (told,) = take(store, path, reviewers={"zhang": "张"})
    assert (told.outcome, told.reviewer) == ("imported", "张")
    assert "zhang.jsonl" in told.name
    (told,) = take(store, delivered(tmp_path / "all.zip", "all", drawn), reviewers={"all": "x"})
    assert told.reviewer == EDITOR, "annotated together"


def test_entities_of_the_relation_format_are_read(store: Path, tmp_path: Path) -> None:
    entity = {"id": 0, "label": "count", "start_offset": TRAININGS, "end_offset": TRAININGS + 2}
    row = {"text": PLAIN, "doc": "plain.txt", "entities": [entity], "relations": []}
    (told,) = take(store, delivered(tmp_path / "export.zip", "admin", row))
    assert told.outcome == "imported"
    assert (EDITOR, "5次") in reviewers(store)


@pytest.mark.parametrize("data", [b"PK\x05\x06" + b"\0" * 18, b"PK\x03\x04broken"])
def test_an_archive_without_rows_is_told(store: Path, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(data)
    try:
        assert {row.outcome for row in take(store, path)} == {"refused"}
    except FzError as error:
        assert str(path) in str(error)


@pytest.mark.parametrize(
    ("surface", "read", "whole"),
    [
        ("8件，培", "18件", "18件"),
        ("1", "18件", "18件"),
        ("269.9", "26995000000元", "269.95亿元"),
        ("次。经", "5次", "5次"),
    ],
)
def test_a_span_that_cuts_a_numeral_or_takes_in_a_mark_is_told_with_both_readings(
    store: Path, tmp_path: Path, surface: str, read: str, whole: str
) -> None:
    start = PLAIN.index(surface)
    label = [start, start + len(surface), "count"]
    row = {"text": PLAIN, "doc": "plain.txt", "label": [label]}
    (told,) = take(store, delivered(tmp_path / "export.zip", "all", row))
    assert told.outcome == "refused"
    assert told.error is not None
    assert told.error.code == "import_cut"
    assert (told.error.params["surface"], told.error.params["whole"]) == (surface, whole)
    assert told.error.params["read"] == read
    assert whole in str(told.error)


def test_units_said_of_a_file_that_does_not_tell(store: Path, tmp_path: Path) -> None:
    start = HOSTILE.index("两次")
    assert HOSTILE[:start].count("𠮷") == 2
    name = "年报/怪 名\u202e.txt"
    plain = {"text": HOSTILE, "doc": name, "label": [[start, start + 2, "count"]]}
    path = delivered(tmp_path / "export.zip", "all", plain)
    (told,) = take(store, path, units="codepoints", dry_run=True)
    assert (told.outcome, told.action) == ("imported", "added")
    (told,) = take(store, path, dry_run=True)
    assert told.outcome == "refused", "two characters before are two code units each"


@given(st.text(alphabet="a𠮷\r\ne\u0301👨\u200d👩🇨🇳", max_size=40))
def test_clusters_are_those_of_the_standard(text: str) -> None:
    offsets = GraphemeOffsets(text)
    at = 0
    for number, cluster in enumerate(regex.findall(r"\X", text)):
        assert (offsets.units(at), offsets.points(number)) == (number, at)
        for within in range(at + 1, at + len(cluster)):
            with pytest.raises(ValueError, match="within"):
                offsets.units(within)
        at += len(cluster)
    assert offsets.same == (offsets.units(len(text)) == len(text))


@pytest.mark.parametrize("units", UNITS)
def test_nothing_outside_of_a_text_is_counted(units: Units) -> None:
    with pytest.raises(ValueError, match="9"):
        offsets_in(units, "办理").points(9)
