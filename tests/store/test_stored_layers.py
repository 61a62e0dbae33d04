"""Layers in the store: they come along wherever their report goes, and go with it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.extracting.layers import BASE
from fzreview.review.open_report.layered import Layered
from fzreview.store.integrity.corruption import integrity_check
from fzreview.store.opening.connect import open_reader
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.layers.adding import remove_layer
from fzreview.work.layers.reading import LayerReader
from fzreview.work.merging.merge import merge
from support.command_line import caller
from support.decided_store import ANN, HOSTILE, PLAIN, decided_store, empty_store
from support.layers import add_layer, at

DOC = "plain.txt"
ROWS = [
    at(DOC, PLAIN, "18件", value="19", unit="件", confidence=0.5),
    at(DOC, PLAIN, "5次"),
    at("年报/怪 名\u202e.txt", HOSTILE, "48件", value="48", unit="起"),
]


def told(store: Path) -> list[object]:
    """What every layer says of every report."""
    with StoreReader(store) as reader:
        reports = sorted(reader.summaries(), key=lambda one: one.sha256)
        layers = [(one.label, one.reports, one.figures, one.confident) for one in reader.layers()]
        return [layers, [(one.sha256, reader.report_layers(one.id)) for one in reports]]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    store = decided_store(tmp_path / "store.db")
    add_layer(store, "crf", "2", ROWS)
    add_layer(store, "模型", "", ROWS[:2])
    return store


def test_what_is_said_comes_back(store: Path) -> None:
    with StoreReader(store) as reader:
        assert [layer.label for layer in reader.layers()] == ["crf@2", "模型"]
        summary = reader.find_report(DOC)
        (first, second) = reader.report_layers(summary.id)
        assert first.label == "crf@2" and second.label == "模型"
        one, other = first.figures
        assert (one.figure.value, one.told, one.confidence) == ("19", ("value", "unit"), 0.5)
        assert (other.figure.value, other.told, other.confidence) == ("5", (), None)
        assert PLAIN[one.figure.start : one.figure.end] == one.figure.surface == one.figure.text
        base = LayerReader(reader, BASE).of(summary)
        assert base is not None
        assert [one.figure.value for one in base.figures] == ["18", "5", "26995000000"]
    assert verify_store(store)[1] == []
    assert integrity_check(store) == []


@pytest.mark.parametrize("turned", [False, True])
def test_merging_is_the_union_in_any_order(store: Path, tmp_path: Path, turned: bool) -> None:
    other = empty_store(tmp_path / "other.db")
    add_layer(other, "crf", "2", [ROWS[0] | {"value": "20"}])
    add_layer(other, "crf", "3", ROWS[1:2])
    bare = empty_store(tmp_path / "bare.db")
    sources = [store, other]
    for source in reversed(sources) if turned else sources:
        assert not [one for one in merge(bare, [source]) if one.error]
    whole = told(bare)
    assert not [one for one in merge(bare, sources) if one.error]
    assert told(bare) == whole, "any number of times"
    with StoreReader(bare) as reader:
        assert [one.label for one in reader.layers()] == ["crf@2", "crf@3", "模型"]
        first = reader.report_layers(reader.find_report(DOC).id)[0]
        assert [one.figure.value for one in first.figures] == ["20"], "what was read later holds"
    assert verify_store(bare)[1] == []


def test_a_report_that_is_new_brings_its_layers(store: Path, tmp_path: Path) -> None:
    from fzreview.store.opening.connect import create_or_migrate

    target = tmp_path / "new.db"
    create_or_migrate(target)
    merge(target, [store])
    assert told(target) == told(store)


def test_a_package_for_somebody_holds_none(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They would tell what is hidden or planted in it."""
    call = caller(store, capsys)
    call("assign", "--to", ANN)
    packed = call("pack", "--for", ANN, "-o", tmp_path / "out")
    assert packed.code == 0, packed.err
    (path,) = (tmp_path / "out").iterdir()
    with StoreReader(path) as reader:
        assert reader.layers() == []


def test_a_report_that_is_removed_takes_them_along(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert caller(store, capsys)("remove", DOC, "--with-decisions", "--yes").code == 0
    with StoreReader(store) as reader:
        assert [(one.label, one.reports, one.figures) for one in reader.layers()] == [
            ("crf@2", 1, 1),
            ("模型", 0, 0),
        ]
    assert integrity_check(store) == []


def test_a_rebuilt_store_has_them(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = told(store)
    rebuilt = tmp_path / "rebuilt.db"
    assert caller(store, capsys)("verify-store", "--rebuild", rebuilt).code == 0
    assert told(rebuilt) == before


def test_rows_that_mean_nothing_are_damage(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("update layer_figures set kind = 'nonsense' where value = '19'")
        connection.commit()
    assert any("layer_figures" in finding for finding in integrity_check(store))


def test_a_name_that_would_be_read_as_something_else_is_not_taken(store: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("update layers set name = 'crf hasty bulk sum' where name = 'crf'")
        connection.commit()
    assert any("layers" in finding for finding in integrity_check(store))
    target = empty_store(tmp_path / "new.db")
    (one,) = merge(target, [store])
    assert one.error is not None
    with StoreReader(target) as reader:
        assert reader.layers() == []


def test_every_write_is_counted(store: Path, tmp_path: Path) -> None:
    def written() -> int:
        with closing(open_reader(store)) as connection:
            return int(connection.execute("select written from marks").fetchone()[0])

    before = written()
    remove_layer(store, "模型")
    assert written() > before


def test_a_broken_write_leaves_the_layer_as_it_was(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copyfile(store, copy)
    before = told(copy)
    with StoreReader(copy) as reader:
        layer = reader.layer("crf")
        sha256 = reader.find_report(DOC).sha256
        (one,) = reader.report_layers(reader.find_report(DOC).id, layer)

    def reports() -> object:
        yield sha256, one
        raise RuntimeError("the extractor broke")

    with closing(StoreWriter(copy)) as writer, pytest.raises(RuntimeError):
        writer.add_layer(layer, reports(), replace=True).result()  # type: ignore[arg-type]  # breaks on purpose
    assert told(copy) == before


def test_nothing_is_told_of_a_hidden_value(store: Path) -> None:
    with StoreReader(store) as reader:
        summary = reader.find_report(DOC)
        stored, *_ = reader.report(summary).figures
        layers = reader.report_layers(summary.id)
    layered = Layered(layers, [stored])
    assert [one.label for one in layered.dissents(stored)] == ["crf@2", "模型"]
    assert layered.dissents(replace(stored, hidden=True)) == ()
