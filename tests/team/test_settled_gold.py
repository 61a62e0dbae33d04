"""Settled gold: one row a figure that says how sure it is, in every format, and back into a store."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from fzreview.domain.decisions.circumstances import Circumstances
from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.decisions.wire import BLIND, figure_digest
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.stored import StoredReport
from fzreview.gold.formats import FORMATS, READERS
from fzreview.library.stores import open_store
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.gold.checking import check_package
from fzreview.work.gold.exporting import ExportRequest, export, native_lines
from fzreview.work.gold.importing import import_gold
from fzreview.work.judging.judge import judge
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.team.dissent.settling import RulingRequest, settle
from support.command_line import Call, caller
from support.disputes import ANSWERS, DOC, answering, figures
from support.gold_reports import gold_report
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, corrected, decide, whole

SETTLED = ExportRequest(shares=None, each_reviewer=False)
NAMES = ("alice", "bob", "carol", "zoe")


def rows(store: Path, wanted: ExportRequest = SETTLED) -> list[dict[str, object]]:
    return [json.loads(line) for line in native_lines(store, wanted=wanted)]


@pytest.fixture
def team(decided_by_three: Path, tmp_path: Path) -> Path:
    """Three reviewers of one report: 0 agreed, 1 worded longer, 2 disputed, 3 adjudicated, 4 none, 5 open,
    6 and on single."""
    return Path(shutil.copy(decided_by_three, tmp_path / "team.db"))


@pytest.fixture(scope="module")
def decided_by_three(_store_of_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Path(shutil.copy(_store_of_seeds, tmp_path_factory.mktemp("team") / "fzreview.db"))
    first = figures(store)

    def longer(figure: Figure) -> Decision:
        return corrected(figure, subject=figure.subject + "的")

    both = {1: longer, 2: ANSWERS["value"], 3: ANSWERS["unit"], 4: lambda _: NO_FIGURE, 5: lambda _: UNSURE}
    decide(store, "alice", answering({4: lambda _: NO_FIGURE, 5: lambda _: UNSURE}), read=whole)
    decide(store, "bob", answering({0: lambda _: VERIFIED, **both}, None), at="2026-03-02T10:00:00.000Z")
    decide(
        store,
        "carol",
        answering({0: lambda _: VERIFIED}, None),
        circumstances=Circumstances(hasty=True),
        at="2026-03-02T11:00:00.000Z",
    )
    key = f"{gold_report(DOC).sha256}:{first[3].span_key}"
    settle(store, "zoe", key, RulingRequest("take", "bob"))
    return store


def test_each_figure_is_one_row_with_its_source_and_votes(team: Path) -> None:
    found = {(row["start"], row["end"]): row for row in rows(team)}
    assert len(found) == len(rows(team)), "one row a figure"
    spans = [(one.figure.start, one.figure.end) for one in figures(team)]
    agreed, worded, adjudicated, none = (found[spans[number]] for number in (0, 1, 3, 4))
    assert (agreed["source"], agreed["reviewers"]) == ("agreed", ["r1", "r2", "r3"])
    assert agreed["votes"] == ["r1 verified", "r2 verified", "r3 verified hasty"]
    assert not agreed["hasty"], "others decided it with care"
    assert worded["source"] == "agreed" and str(worded["subject"]).endswith("的")
    assert adjudicated["source"] == "adjudicated" and adjudicated["adjudicator"] == "r4"
    assert adjudicated["votes"] == ["r1 verified", "r2 corrected unit=不同"]
    assert (none["source"], none["decision"]) == ("agreed", "rejected")
    assert spans[2] not in found and spans[5] not in found
    assert {row["source"] for span, row in found.items() if span >= spans[6]} == {"single"}
    assert {row["reviewer"] for row in found.values()} == {"settled"}


def test_the_manifest_counts_what_was_left_out_and_why(team: Path, tmp_path: Path) -> None:
    export(team, tmp_path, wanted=SETTLED)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    sources = Counter(row["source"] for row in rows(team))
    assert {name: count for name, count in manifest["sources"].items() if count} == sources
    excluded = {name: count for name, count in manifest["excluded"].items() if count}
    assert excluded.pop("undecided") > 0
    assert excluded == {"disputed": 1, "unsure": 1}, "figures, not rows"
    assert manifest["reviewers"]["r2"] == 4


def test_names_are_pseudonyms_that_stay(team: Path, tmp_path: Path) -> None:
    formats = tuple(name for name in FORMATS if name not in ("spacy", "inception", "parquet", "hf", "xlsx"))
    export(team, tmp_path / "gold", formats, SETTLED)
    for path in (tmp_path / "gold").rglob("*"):
        told = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert not any(name in told for name in NAMES), path
    before = rows(team)
    decide(team, "aaron", answering({}, None), read=whole, at="2026-12-31T09:00:00.000Z")
    assert rows(team) == before, "whoever comes later is called otherwise"
    named = rows(team, replace(SETTLED, names=True))
    assert {name for row in named for name in row["reviewers"]} == {"alice", "bob", "carol"}  # type: ignore[attr-defined]  # a list
    assert "zoe" in {row["adjudicator"] for row in named}


def test_in_which_order_stores_were_merged_says_nothing(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = caller(store, capsys)
    assert call("assign", "--to", "alice,bob", "--overlap", "100%", "--seed", "7").code == 0
    packages = []
    for name in ("alice", "bob"):
        told = call("pack", "--for", name, "-o", tmp_path, "--json")
        packages.append(Path(told.rows[-1]["path"]))
        decide(packages[-1], name, answering({}))
    other = tmp_path / "other.db"
    shutil.copyfile(store, other)
    assert call("merge", *packages).code == 0
    assert caller(other, capsys)("merge", *reversed(packages)).code == 0
    assert call("export", "-o", "-", "--settled").out == caller(other, capsys)("export", "-o", "-").out
    assert call("export", "-o", "-", "--settled", "--each-reviewer").code == 2
    assert rows(store) == rows(other) and {row["source"] for row in rows(store)} == {"agreed"}


def test_the_test_split_takes_what_two_looked_at(team: Path) -> None:
    wanted = ExportRequest(shares={"test": 1}, each_reviewer=False)
    assert {row["source"] for row in rows(team, wanted)} == {"agreed", "adjudicated"}
    assert "single" in {row["source"] for row in rows(team, replace(wanted, single_in_test=True))}
    assert "single" in {row["source"] for row in rows(team, replace(wanted, shares={"train": 1}))}


def test_a_store_of_one_person_has_one_voice_and_a_test_split(store: Path) -> None:
    decide(store, "alice", answering({}))
    found = rows(store, ExportRequest(shares={"test": 1}, each_reviewer=False))
    assert {(row["reviewer"], row["source"]) for row in found} == {("r1", "single")}


def test_an_addition_and_a_correction_of_one_figure_are_one_row(store: Path) -> None:
    first = figures(store)[0].figure
    end = first.end - 1
    moved = replace(
        first, end=end, surface=first.surface[:-1], text=first.text[:-1], subject=first.subject, section=()
    )

    def added(report: StoredReport) -> list[Figure]:
        return [moved] if report.summary.doc == DOC else []

    decide(
        store,
        "alice",
        answering({0: lambda _: corrected(first, end=end, surface=moved.surface, text=moved.text)}, None),
    )
    decide(store, "bob", answering({0: lambda _: NO_FIGURE}, None), added=added)
    (row,) = rows(store)
    assert (row["end"], row["decision"], row["source"]) == (end, "corrected", "agreed")


def test_what_overlaps_and_differs_is_in_no_gold_whoever_asks(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = figures(store)[0].figure

    def added(report: StoredReport) -> list[Figure]:
        end = first.end + 1
        surface = report.reading.source[first.start : end]
        return [replace(first, end=end, surface=surface, value="987")] if report.summary.doc == DOC else []

    decide(store, "bob", answering({0: lambda _: VERIFIED}, None))
    decide(store, "alice", answering({}, None), added=added)
    assert rows(store) == []
    with open_store(store) as opened:
        assert list(opened.gold()) == []
    told = caller(store, capsys)("certify", "--json").rows[0]
    assert (told["gold"], told["disputed"]) == (0, 2)
    export(store, tmp_path, wanted=ExportRequest(shares=None))
    (found,) = check_package(tmp_path)
    assert found.sort == "contradiction" and "alice" in found.told and "bob" in found.told


def test_an_auditors_word_and_a_value_keyed_blind_are_told(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(store, "alice", answering({}))
    call = caller(store, capsys)
    (key,) = call("audit", "draw", "--n", "1", "--seed", "7", "--reviewer", "zoe").out.split()[:1]
    judge(store, "zoe", key, "verified")
    with StoreReader(store) as reader:
        report = reader.report(reader.find_report(DOC))
    other = next(one for one in report.figures if not key.endswith(f":{one.span_key}"))
    entry = JournalEntry(
        uuid4().hex,
        "2026-03-02T10:00:00.000Z",
        "bob",
        "s",
        "verified",
        report.summary.sha256,
        other.span_key,
        None,
        VERIFIED,
        0,
        report.extractor,
        report.guide,
        seen=BLIND + figure_digest(figure_fields(other.figure)),
    )
    with closing(StoreWriter(store)) as writer:
        writer.record(entry).result()
    found = rows(store)
    assert [f"{row['start']}-{row['end']}" for row in found if row["source"] == "audited"] == [
        key.split(":")[1]
    ]
    (blind,) = [row for row in found if row["keyed_blind"]]
    assert (f"{blind['start']}-{blind['end']}", blind["votes"]) == (
        other.span_key,
        ["r1 verified", "r2 verified blind"],
    )


def test_every_format_takes_it_and_check_finds_nothing(team: Path, tmp_path: Path) -> None:
    manifest = export(team, tmp_path, tuple(FORMATS), SETTLED)
    assert not manifest.missing
    assert list(check_package(tmp_path)) == []


@pytest.mark.parametrize("format", sorted(READERS))
def test_back_into_its_own_store_nothing_changes(team: Path, tmp_path: Path, format: str) -> None:
    export(team, tmp_path, (format,), SETTLED)
    place = tmp_path / "figures.jsonl" if format == "jsonl" else tmp_path / format
    before = rows(team)
    outcomes = Counter(one.outcome for one in import_gold(team, format, place, "zoe"))
    assert set(outcomes) == {"already_there"}
    assert rows(team) == before
    assert verify_store(team)[1] == []


def test_into_an_empty_store_the_same_figures_come(
    team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from fzreview.store.opening.connect import create_or_migrate
    from support.gold_reports import seed_names

    export(team, tmp_path / "gold", wanted=SETTLED)
    other = tmp_path / "other.db"
    create_or_migrate(other)
    with closing(StoreWriter(other)) as writer:
        for doc in seed_names():
            writer.insert(gold_report(doc), "2026-01-01T00:00:00.000Z").result()
    call: Call = caller(other, capsys)
    assert call("import", "jsonl", str(tmp_path / "gold")).code == 0
    fields = ("start", "end", "value", "unit", "subject", "decision")
    told = [[row[name] for name in fields] for row in rows(other)]
    assert told == [[row[name] for name in fields] for row in rows(team)]
    assert {row["kind"] for row in call("conflicts", "--json").rows} == {"open"}, "doubts come along"


def test_one_persons_rows_edited_by_hand_are_theirs(store: Path, tmp_path: Path) -> None:
    decide(store, "alice", answering({0: lambda _: VERIFIED}, None))
    export(store, tmp_path, wanted=SETTLED)
    path = tmp_path / "figures.jsonl"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"decision":"verified"', '"decision":"rejected"')
    )
    (only,) = [one for one in import_gold(store, "jsonl", path, "zoe", replacing=True) if one.key]
    assert (only.reviewer, only.outcome) == ("alice", "imported")
