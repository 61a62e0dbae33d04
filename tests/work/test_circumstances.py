"""How a decision was made, from the desk into gold and back: hasty, in bulk, how long it took."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from fzreview.domain.decisions.circumstances import UNKNOWN_TIE, Circumstances, circumstances_of, tie_named
from fzreview.gold.formats import FORMATS, READERS
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.review.steps.step import mark_proposed_by
from fzreview.store.integrity.verifying import verify
from fzreview.work.gold.exporting import ExportRequest, export
from fzreview.work.gold.importing import import_gold
from support.decided_store import ANN, Reviewer, empty_store
from support.plain_connection import connected

Row = dict[str, Any]
MADE = ("hasty", "bulk", "elapsed_ms")
TIE = "part_of_sum 24-27 29-32"
ALL = ExportRequest(shares=None)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven verdicts at once, the fifth and all behind it hasty, then two in bulk."""
    path = empty_store(tmp_path_factory.mktemp("made") / "a.db")
    ann = Reviewer(path, ANN, "怪")
    for stored in ann.session.figures[:-1]:
        ann.verify(stored.figure.surface)
    ann.close()
    plain = Reviewer(path, ANN, "plain")
    keys = [stored.span_key for stored in plain.session.figures[:2]]
    plain.keep(plain.session.figure_steps.verify_all(keys, TIE))
    plain.reject("269.95亿元", "vague")
    plain.close()
    return path


def rows(folder: Path) -> list[Row]:
    return json_lines(folder / "figures.jsonl")


def json_lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def made(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in MADE)


def test_every_row_tells_how_it_was_decided(decided: Path, tmp_path: Path) -> None:
    manifest = export(decided, tmp_path, wanted=ALL)
    told = rows(tmp_path)
    assert [row["hasty"] for row in told] == [*[False] * 4, *[True] * 3, False, False, False]
    assert [row["bulk"] for row in told] == [*[None] * 7, TIE, TIE, None]
    with connected(decided) as connection:
        elapsed = dict(connection.execute("select figure || report, elapsed_ms from journal").fetchall())
    for row in told:
        assert (row["elapsed_ms"] or 0) == elapsed[f"{row['start']}-{row['end']}{row['sha256']}"]
    kept = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert (kept["hasty"], kept["bulk"], manifest.hasty, manifest.bulk) == (3, 2, 3, 2)


def test_a_comment_an_undo_and_a_redo_do_not_make_it_less_hasty(decided: Path, tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    with connected(decided) as source, connected(path) as copy:
        source.backup(copy)
    export(path, tmp_path / "before", wanted=ALL)
    ann = Reviewer(path, ANN, "怪")
    hasty = ann.session.figures[6].figure.surface
    ann.comment(hasty, "seen")
    ann.reject(hasty)
    ann.undo()
    ann.close()
    export(path, tmp_path / "after", wanted=ALL)
    before, after = (rows(tmp_path / name)[6] for name in ("before", "after"))
    assert made(after) == made(before) and after["hasty"]
    assert (after["comment"], before["comment"]) == ("seen", None)
    ann = Reviewer(path, ANN, "怪")
    ann.reject(hasty)
    ann.verify(hasty)
    ann.close()
    export(path, tmp_path / "again", wanted=ALL)
    assert not rows(tmp_path / "again")[6]["hasty"], "decided anew, and not in a run"


def test_gold_without_hasty_ones_counts_them_and_holds_their_places_open(
    decided: Path, tmp_path: Path
) -> None:
    manifest = export(decided, tmp_path, ["doccano"], ExportRequest(shares=None, hasty=False))
    assert (manifest.records, manifest.hasty, manifest.exclusions()["hasty"]) == (7, 0, 3)
    whole = json_lines(tmp_path / "doccano/reports.jsonl")
    assert len(whole[0]["meta"]["pending"]) == 4, "three that are hasty, one undecided"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_it(decided: Path, tmp_path: Path, name: str) -> None:
    export(decided, tmp_path, [name], ALL, FormatOptions(incomplete=True))
    expected = [made(row) for row in rows(tmp_path)]
    if name == "csv":
        text = (tmp_path / "figures.csv").read_text(encoding="utf-8-sig")
        table = csv.DictReader(text.splitlines(keepends=True))
        told = [
            (row["hasty"] == "true", row["bulk"] or None, int(row["elapsed_ms"] or 0) or None)
            for row in table
        ]
        assert told == expected
    elif name == "xlsx":
        from openpyxl import load_workbook

        head, *cells = load_workbook(tmp_path / "figures.xlsx")["figures"].iter_rows(values_only=True)
        columns = [head.index(one) for one in MADE]
        assert [tuple(row[at] for at in columns) for row in cells] == expected
    elif name in ("parquet", "hf"):
        import pyarrow.parquet

        (file,) = tmp_path.glob("figures.parquet" if name == "parquet" else "hf/figures/*.parquet")
        assert [made(row) for row in pyarrow.parquet.read_table(file).to_pylist()] == expected
    elif name == "spacy":
        spacy = pytest.importorskip("spacy")
        from spacy.tokens import DocBin

        (file,) = (tmp_path / "spacy").glob("*.spacy")
        docs = list(DocBin(store_user_data=True).from_disk(file).get_docs(spacy.blank("zh").vocab))
        told = [made(row) for doc in docs for row in doc.user_data["fzreview"]["figures"]]
        told += [made(row) for doc in docs for row in doc.user_data["fzreview"]["rejected"]]
        assert sorted(told, key=repr) == sorted(expected, key=repr)
    else:
        text = "".join(
            unescape(file.read_text(encoding="utf-8"))
            for file in sorted((tmp_path / name if name != "jsonl" else tmp_path).rglob("*"))
            if file.is_file() and file.name != "manifest.json"
        )
        assert text.replace('\\"', '"').replace(" ", "").count('"hasty":true') == 3
        assert text.replace("\\", "").count(TIE) == 2


@pytest.mark.parametrize("name", READERS)
def test_it_comes_back_with_the_rows(decided: Path, tmp_path: Path, name: str) -> None:
    export(decided, tmp_path / "first", [name], ALL)
    other = empty_store(tmp_path / "b.db")
    assert {row.outcome for row in import_gold(other, name, tmp_path / "first", "eva")} == {"imported"}
    export(other, tmp_path / "second", [name], ALL)
    first, second = ((tmp_path / one / "figures.jsonl").read_bytes() for one in ("first", "second"))
    assert first == second
    assert verify(other)[1] == []


@pytest.mark.parametrize("name", READERS)
def test_the_layer_that_proposed_it_comes_back_too(tmp_path: Path, name: str) -> None:
    store = empty_store(tmp_path / "a.db")
    ann = Reviewer(store, ANN, "plain")
    corrected = replace(ann.at("18件"), value="19")
    ann.keep(mark_proposed_by(ann.session.figure_steps.correct(corrected), "crf@2"))
    ann.verify("5次")
    ann.comment("18件", "a comment is no other decision")
    ann.close()
    export(store, tmp_path / "first", [name], ALL)
    assert [row["proposed_by"] for row in rows(tmp_path / "first")] == ["crf@2", None]
    other = empty_store(tmp_path / "b.db")
    assert {row.outcome for row in import_gold(other, name, tmp_path / "first", "eva")} == {"imported"}
    export(other, tmp_path / "second", [name], ALL)
    first, second = ((tmp_path / one / "figures.jsonl").read_bytes() for one in ("first", "second"))
    assert first == second


def test_rows_of_older_exports_say_nothing_and_odd_ones_are_refused(decided: Path, tmp_path: Path) -> None:
    export(decided, tmp_path / "gold", wanted=ALL)
    old, *others = rows(tmp_path / "gold")[:4]
    for name in MADE:
        del old[name]
    for row, odd in zip(others, ({"hasty": "no"}, {"bulk": 3}, {"elapsed_ms": -1}), strict=True):
        row.update(odd)
    file = tmp_path / "some.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in (old, *others)), encoding="utf-8")
    told = list(import_gold(empty_store(tmp_path / "b.db"), "jsonl", file, "eva"))
    assert [row.outcome for row in told] == ["imported", "refused", "refused", "refused"]
    for row, field in zip(told[1:], MADE, strict=True):
        assert field in str(row.error)


@pytest.mark.parametrize("hasty", [True, False])
@pytest.mark.parametrize("imported", [True, False])
@pytest.mark.parametrize("bulk", [None, UNKNOWN_TIE, tie_named("rate", ["1-2", "3-4"])])
@pytest.mark.parametrize("layer", [None, "crf@2", "bulk", "from", "hasty-model@imported"])
def test_a_note_tells_what_it_was_made_of(
    hasty: bool, imported: bool, bulk: str | None, layer: str | None
) -> None:
    circumstances = Circumstances(hasty, bulk, imported, layer)
    assert circumstances_of(circumstances.note) == circumstances


@pytest.mark.parametrize(
    ("note", "bulk"), [(None, None), ("", None), ("bulk", UNKNOWN_TIE), ("something else", None)]
)
def test_notes_of_older_journals(note: str | None, bulk: str | None) -> None:
    assert circumstances_of(note) == Circumstances(bulk=bulk)
