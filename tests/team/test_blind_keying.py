"""``pack --blind``: values that are not in the file, keyed from the text, and the gap that this tells."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.domain.team.seeding import Withheld
from fzreview.errors import StoreError
from fzreview.store.opening.figure_columns import pack_machine
from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, On
from support.scripted import VERIFIED, corrected, decide


@pytest.fixture
def package(store: Path, on: On, tmp_path: Path) -> Path:
    on(store)("assign", "--to", "alice")
    return packed(on(store), tmp_path)


def packed(call: Call, folder: Path) -> Path:
    told = call("pack", "--for", "alice", "-o", folder, "--blind", "10%", "--json")
    assert told.code == 0, told.err
    return Path(told.rows[0]["path"])


def hidden(store: Path) -> list[Withheld]:
    with StoreReader(store) as reader:
        return reader.team.withheld()


def keys(store: Path) -> list[str]:
    return [f"{one.report}:{one.start}-{one.end}" for one in hidden(store)]


def truth(store: Path, key: str) -> StoredFigure:
    report, _, span = key.partition(":")
    with StoreReader(store) as reader:
        figures = reader.report(reader.find_report(report)).figures
    return next(one for one in figures if one.span_key == span)


def test_the_values_are_not_in_the_file(store: Path, package: Path, on: On, tmp_path: Path) -> None:
    places = hidden(store)
    assert len(places) == round(len(on(store)("figures", "--json").rows) / 10)
    with closing(sqlite3.connect(package)) as connection:
        for one in places:
            row = connection.execute(
                "select value, upper, unit, value_number, doubts from figures f"
                ' join reports r on r.id = f.report where r.sha256 = ? and f.start = ? and f."end" = ?',
                (one.report, one.start, one.end),
            ).fetchone()
            assert row == ("", None, "", None, "[]")
        values = "select count(*) from figures where value <> '' and not exists (select 1 from withheld w)"
        assert connection.execute(values).fetchone() == (0,)
    assert hidden(package) == places
    again = packed(on(store), tmp_path / "again")
    assert sha256(again.read_bytes()).digest() == sha256(package.read_bytes()).digest()
    assert verify_store(package)[1] == []
    assert on(package)("ties").code == 0
    assert on(package)("doubts", "--json").code == 0


def test_what_another_extraction_found_there_is_not_in_it(
    store: Path, package: Path, on: On, tmp_path: Path
) -> None:
    place = hidden(store)[0]
    former = replace(truth(store, keys(store)[0]).figure, value="987654321")
    with closing(sqlite3.connect(store)) as connection:
        connection.execute(
            "insert into extractions(batch, report, at, reviewer, previous, extractor, guide, kept, changed,"
            " gone, vanished, new) select 'b', id, '2026', 'lead', 'x', extractor, guide, 0, 1, 0, 0, 0"
            " from reports where sha256 = ?",
            (place.report,),
        )
        connection.execute(
            "insert into former_figures select max(id), ?, ?, 'changed', ?, 'x' from extractions",
            (place.start, place.end, pack_machine(former, "x")),
        )
        connection.commit()
    again = packed(on(store), tmp_path / "again")
    assert b"987654321" not in again.read_bytes()


def test_nobody_verifies_what_is_hidden(store: Path, package: Path, on: On) -> None:
    call = on(package)
    key = keys(store)[0]
    for arguments in ((key, "verified"), (key, "wrong", "--subject", "别的")):
        refused = call("judge", *arguments)
        assert refused.code == 2 and "键入" in refused.err
    assert call("journal", "--json").rows == []


def test_no_way_leads_round_it(package: Path) -> None:
    """Whatever makes the entry: a file of gold that is read back, or a program."""
    with pytest.raises(StoreError, match="键入"):
        decide(package, "alice")
    with closing(sqlite3.connect(package)) as connection:
        assert connection.execute("select count(*) from journal where seen like 'blind:%'").fetchone() == (0,)


def test_what_is_keyed_is_that_reviewers_word(store: Path, package: Path, on: On) -> None:
    call = on(package)
    right, wrong, none = keys(store)[:3]
    figure = truth(store, right).figure
    fields = ("--value", figure.value if figure.upper is None else f"{figure.value}-{figure.upper}")
    assert call("judge", right, "wrong", *fields, "--unit", figure.unit).code == 0
    assert call("judge", wrong, "wrong", "--value", "987654", "--unit", "件").code == 0
    assert call("judge", none, "wrong", "--class", "date").code == 0
    assert verify_store(package)[1] == []
    with closing(sqlite3.connect(package)) as connection:
        rows = connection.execute("select seen, note from journal").fetchall()
    assert all(seen.startswith("blind:") and note.startswith("keyed") for seen, note in rows)

    merged = on(store)("merge", package, "--json").rows[0]
    assert (merged["new"], merged["holding"]) == (3, 3)
    assert verify_store(store)[1] == []
    assert truth(store, right).of("alice") == Decision("verified")
    word = truth(store, wrong).of("alice")
    assert word is not None and word.correction is not None
    assert (word.verdict, word.reason, word.correction.value) == ("wrong", "value", "987654")
    assert truth(store, none).status == "wrong"


def test_a_keyed_word_can_be_taken_back(store: Path, package: Path, on: On) -> None:
    call = on(package)
    key = keys(store)[0]
    call("judge", key, "wrong", "--value", "987654")
    assert call("judge", key, "undo").code == 0
    assert verify_store(package)[1] == []
    assert on(store)("merge", package).code == 0
    assert truth(store, key).of("alice") is None


def test_the_gap_is_told(store: Path, package: Path, on: On) -> None:
    """Every third keyed value differs from the machine's; of those that were shown none does."""
    places = keys(store)
    there = {key: truth(store, key).figure for key in places}

    def rule(report: StoredReport, stored: StoredFigure) -> Decision:
        key = f"{report.summary.sha256}:{stored.span_key}"
        if key not in there:
            return VERIFIED
        true = there[key]
        value = "987654" if places.index(key) % 3 == 0 else true.value
        return corrected(replace(stored.figure, value=""), value=value, upper=true.upper, unit=true.unit)

    decide(package, "alice", rule)
    assert verify_store(package)[1] == []
    on(store)("merge", package)
    assert verify_store(store)[1] == []
    (told,) = on(store)("quality", "--json").rows
    gap = told["keying_gap"]
    wrong = len(places[::3])
    assert (gap["keyed"]["k"], gap["keyed"]["n"]) == (wrong, len(places))
    assert gap["shown"]["k"] == 0
    assert gap["gap"] == pytest.approx(wrong / len(places))
    low, high = gap["interval"]
    assert low <= gap["gap"] <= high
    assert "盲录差距" in on(store)("quality").out
