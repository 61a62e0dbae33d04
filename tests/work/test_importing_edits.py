"""Gold that somebody worked on with another tool, and what cannot be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fzreview.errors import FzError, StoreError, UsageError
from fzreview.gold.formats import READERS
from fzreview.store.reader import StoreReader
from fzreview.work.gold.exporting import export, gold
from fzreview.work.gold.imported import Imported
from fzreview.work.gold.importing import import_gold
from support.decided_store import ANN, PLAIN, Reviewer, barely_decided_store, empty_store

EDITOR = "eva"
CASES = PLAIN.index("18件")
TRAININGS = PLAIN.index("5次")
MONEY = PLAIN.index("269.95亿元")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store in which ann verified a figure of either report."""
    return barely_decided_store(tmp_path / "a.db")


def edit_json_lines(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    rows = [json.loads(line) for line in path.read_bytes().decode().split("\n")[:-1]]
    for row in rows:
        change(row)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def exported(store: Path, folder: Path, name: str) -> Path:
    export(store, folder, [name])
    return folder


def take(store: Path, name: str, path: Path, **options: Any) -> list[Imported]:
    return list(import_gold(store, name, path, EDITOR, **options))


def records(store: Path) -> list[tuple[str, str, str, str, str]]:
    """Reviewer, decision, surface, kind and value of all gold."""
    return [
        (one.reviewer, one.decision, one.figure.surface, one.figure.kind, one.figure.value)
        for document in gold(store)
        for one in document.records
    ]


VERIFIED = [(ANN, "verified", "48件", "count", "48"), (ANN, "verified", "18件", "count", "18")]


def move_doccano(row: dict[str, Any]) -> None:
    if row["meta"]["doc"] == "plain.txt":
        start, end, label = row["label"][0]
        row["label"] = [
            [start, end - 1, label],
            [TRAININGS, TRAININGS + 2, "count"],
            [MONEY, MONEY + 8, "rejected"],
        ]


def test_doccano_moved_added_and_rejected(store: Path, tmp_path: Path) -> None:
    folder = exported(store, tmp_path / "gold", "doccano")
    edit_json_lines(folder / "doccano" / "reports.jsonl", move_doccano)
    told = take(store, "doccano", folder)
    assert [(row.outcome, row.action) for row in told] == [
        ("already_there", None),
        ("imported", "corrected"),
        ("imported", "verified"),
        ("imported", "not_a_figure"),
    ]
    assert records(store) == [
        VERIFIED[0],
        VERIFIED[1],
        (EDITOR, "corrected", "18", "count", "18"),
        (EDITOR, "verified", "5次", "count", "5"),
        (EDITOR, "rejected", "269.95亿元", "money", "26995000000"),
    ]
    assert {row.outcome for row in take(store, "doccano", folder)} == {"already_there"}


def test_doccano_as_it_exports_itself(store: Path, tmp_path: Path) -> None:
    row = {
        "id": 1,
        "text": PLAIN,
        "entities": [{"id": 7, "label": "count", "start_offset": TRAININGS, "end_offset": TRAININGS + 2}],
        "doc": "plain.txt",
        "Comments": [],
    }
    path = tmp_path / "all.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (told,) = take(store, "doccano", path)
    assert (told.outcome, told.action, told.reviewer) == ("imported", "verified", EDITOR)


def test_brat_attribute_span_and_new_entity(store: Path, tmp_path: Path) -> None:
    folder = exported(store, tmp_path / "gold", "brat")
    (path,) = (folder / "brat").glob("plain*.ann")
    text = path.read_text(encoding="utf-8").replace("Bound T1 exact", "Bound T1 more")
    text += f"T2\tmoney {MONEY} {MONEY + 6};{MONEY + 6} {MONEY + 8}\t269.95 亿元\n"
    text += f"T3\tcount {TRAININGS} {TRAININGS + 1}\t5\nT4\tcount 0 1;4 5\t某 \nE1\tcount:T1\n"
    path.write_text(text, encoding="utf-8")
    told = take(store, "brat", folder)
    assert [row.outcome for row in told if row.error is None and row.action] == ["imported", "imported"]
    assert sum(row.outcome == "refused" for row in told) == 2
    (own,) = [one for document in gold(store) for one in document.records if one.figure.bound == ">"]
    assert (own.reviewer, own.decision, own.reason) == (EDITOR, "corrected", "bound")
    assert (EDITOR, "corrected", "5", "count", "5") in records(store), "the span of an open figure was moved"


def test_prodigy_answers(store: Path, tmp_path: Path) -> None:
    folder = exported(store, tmp_path / "gold", "prodigy")
    answers = {"plain.txt": "reject"}

    def answer(task: dict[str, Any]) -> None:
        task["answer"] = answers.get(task["meta"]["doc"], "ignore")

    for path in (folder / "prodigy").glob("*.jsonl"):
        edit_json_lines(path, answer)
    (told,) = take(store, "prodigy", folder)
    assert (told.outcome, told.action, told.reviewer) == ("imported", "not_a_figure", EDITOR)
    assert len(records(store)) == 3


def test_conll_tags_moved(store: Path, tmp_path: Path) -> None:
    folder = exported(store, tmp_path / "gold", "conll")
    for path in (folder / "conll").glob("*.conll"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("件\tI-count", "件\tO"), encoding="utf-8")
    assert {(row.outcome, row.action) for row in take(store, "conll", folder)} == {("imported", "corrected")}
    assert {row[2] for row in records(store) if row[0] == EDITOR} == {"48", "18"}


def test_a_row_that_was_taken_out_is_no_decision(store: Path, tmp_path: Path) -> None:
    folder = exported(store, tmp_path / "gold", "doccano")
    edit_json_lines(folder / "doccano" / "reports.jsonl", lambda row: row.update(label=[]))
    assert take(store, "doccano", folder) == []
    assert records(store) == VERIFIED


def test_rows_edited_by_hand_are_their_reviewers(store: Path, tmp_path: Path) -> None:
    folder = exported(store, tmp_path / "gold", "jsonl")
    edit_json_lines(folder / "figures.jsonl", lambda row: row.update(value="7"))
    told = take(store, "jsonl", folder)
    assert {row.outcome for row in told} == {"conflict"}
    assert ANN in str(told[0].error)
    assert "--replace" in str(told[0].error)
    assert records(store) == VERIFIED
    told = take(store, "jsonl", folder, replacing=True)
    assert {(row.outcome, row.action, row.reviewer) for row in told} == {("imported", "corrected", ANN)}
    assert {row[4] for row in records(store)} == {"7"}


def test_an_edit_of_ones_own_decision_is_no_conflict(store: Path, tmp_path: Path) -> None:
    folder = exported(store, tmp_path / "gold", "doccano")
    edit_json_lines(folder / "doccano" / "reports.jsonl", move_doccano)
    told = list(import_gold(store, "doccano", folder, ANN))
    assert "conflict" not in {row.outcome for row in told}
    assert (ANN, "corrected", "18", "count", "18") in records(store)
    assert VERIFIED[1] not in records(store)


def test_a_comment_alone_is_kept(store: Path, tmp_path: Path) -> None:
    other = empty_store(tmp_path / "b.db")
    ann = Reviewer(other, ANN, "plain")
    ann.comment("18件", "look again")
    ann.close()
    folder = exported(store, tmp_path / "gold", "jsonl")
    assert {row.outcome for row in take(other, "jsonl", folder)} == {"imported"}
    assert [one.comment for document in gold(other) for one in document.records] == [None, "look again"]


def test_an_import_is_undone_as_one(store: Path, tmp_path: Path) -> None:
    folder = exported(store, tmp_path / "gold", "doccano")
    edit_json_lines(folder / "doccano" / "reports.jsonl", move_doccano)
    take(store, "doccano", folder)
    with StoreReader(store) as reader:
        batches = [entry.batch for _, entry in reader.journal.entries(reviewer=EDITOR)]
    assert len(batches) == 3
    assert len(set(batches)) == 1


def labelled(text: str, label: str, end: int = 2) -> bytes:
    """A line of doccano with the first characters labelled."""
    return json.dumps({"text": text, "doc": "plain.txt", "label": [[0, end, label]]}).encode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda row: row.update(value="many"), "value"),
        (lambda row: row.update(kind="sort"), "kind"),
        (lambda row: row.update(bound="≈"), "bound"),
        (lambda row: row.update(start=-1), "span"),
        (lambda row: row.update(start=True), "span"),
        (lambda row: row.update(end=row["start"]), "span"),
        (lambda row: row.update(decision="perhaps"), "decision"),
        (lambda row: row.update(reason="because"), "reason"),
        (lambda row: row.update(reviewer=" "), "reviewer"),
        (lambda row: row.update(reviewer=None), "reviewer"),
        (lambda row: row.update(decided_at="yesterday"), "decided_at"),
        (lambda row: row.update(decided_at="2026-01-01T00:00:00"), "decided_at"),
        (lambda row: row.update(machine=3), "machine"),
        (lambda row: row.update(comment=3), "comment"),
        (lambda row: row.update(upper=30), "upper"),
        (lambda row: row.update(sha256="00" * 32), "fzreview load"),
        (lambda row: row.update(sha256=None, doc="no.txt"), "fzreview load"),
        (lambda row: row.update(surface="19件"), "18件"),
        (lambda row: row.update(start=9_000, end=9_003), "9000"),
        (lambda row: row.update(machine=row["machine"] | {"surface": "19件"}), "19件"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(
    store: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None], words: str
) -> None:
    folder = exported(store, tmp_path / "gold", "jsonl")
    other = empty_store(tmp_path / "b.db")

    def spoil(row: dict[str, Any]) -> None:
        if row["doc"] == "plain.txt":
            change(row)

    edit_json_lines(folder / "figures.jsonl", spoil)
    good, bad = take(other, "jsonl", folder)
    assert (good.outcome, bad.outcome) == ("imported", "refused")
    assert str(bad.error).startswith(f"{folder / 'figures.jsonl'}:2")
    assert words in str(bad.error)
    assert records(other) == VERIFIED[:1]


@pytest.mark.parametrize(
    ("name", "file", "data"),
    [
        ("jsonl", "a.jsonl", b"{\n\xff\n[1]\n{}\n"),
        ("doccano", "a.jsonl", b'{"text": 3}\n{"text": "x", "label": [[0, 1]]}\nnull\n'),
        ("doccano", "a.jsonl", labelled("x", "count", end=1)),
        ("doccano", "a.jsonl", labelled(PLAIN, "count")),
        ("doccano", "a.jsonl", labelled(PLAIN, "Person")),
        ("doccano", "a.jsonl", labelled(PLAIN, "rejected")),
        ("labelstudio", "a.json", b'{"data": {}}'),
        ("labelstudio", "a.json", b'[{"data": {}}, 3, {"data"'),
        ("labelstudio", "a.json", b"[\xff]"),
        ("labelstudio", "a.json", b"[" * 100_000),
        ("prodigy", "a.jsonl", b'{"text": null}\n{"text": "x", "fzreview": {"start": -1}}\n'),
        ("prodigy", "a.jsonl", b'{"text": "x", "spans": [{"start": 0}]}\n'),
        ("conll", "a.conll", b"# unit = {\n5\tO\n\n5\tB-person\n\nab\tO\n\n\\U00110000\tO\n\n\xff"),
        ("conll", "a.conll", b'# unit = {"start": "x"}\n5\tB-count\n'),
        ("conll", "a.conll", b"5\tB-count\n"),
        ("conll", "a.conll", b'# rejected = {"start": 1}\n5\tO\n'),
        ("brat", "a.ann", b"T1\tcount 0 1\t5\n"),
    ],
)
def test_broken_files_are_told_not_traced(
    store: Path, tmp_path: Path, name: str, file: str, data: bytes
) -> None:
    path = tmp_path / file
    path.write_bytes(data)
    told = take(store, name, path)
    assert told
    assert {row.outcome for row in told} == {"refused"}
    assert all(str(path.stem) in str(row.error) for row in told)
    assert records(store) == VERIFIED


@pytest.mark.parametrize("name", READERS)
def test_nothing_to_read_is_told(store: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    export(store, tmp_path / "package")
    for path in (tmp_path / "empty", tmp_path / "none", *([tmp_path / "package"] if name != "jsonl" else [])):
        with pytest.raises(FzError, match=str(path)):
            take(store, name, path)


def test_a_format_that_cannot_be_read_back(store: Path, tmp_path: Path) -> None:
    for name in ("spacy", "wordstar"):
        with pytest.raises(UsageError, match=name):
            take(store, name, tmp_path)
    with pytest.raises(StoreError):
        take(tmp_path / "none.db", "jsonl", tmp_path)
    assert not (tmp_path / "none.db").exists()


def test_the_same_text_in_other_bytes_is_found_by_name(store: Path, tmp_path: Path) -> None:
    folder = exported(store, tmp_path / "gold", "doccano")
    edit_json_lines(folder / "doccano" / "reports.jsonl", lambda row: row["meta"].update(sha256="00" * 32))
    assert {row.outcome for row in take(store, "doccano", folder)} == {"already_there"}
