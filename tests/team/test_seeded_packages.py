"""``pack --seed-errors``: errors whose truth is known; nothing in the package tells it; counted on return."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from shutil import copy
from zipfile import ZipFile, is_zipfile

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.domain.team.seeding import SeededError
from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.loading.ingest import load
from support.command_line import Call, On
from support.gold_reports import SEEDS
from support.scripted import UNSURE, VERIFIED, corrected, decide, whole


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("loaded") / "project.db"
    assert {result.error for result in load(store, [str(SEEDS)])} == {None}
    return store


@pytest.fixture
def project(loaded: Path, tmp_path: Path, on: On) -> Path:
    store = Path(copy(loaded, tmp_path / "project.db"))
    on(store)("assign", "--to", "alice")
    return store


def packed(call: Call, folder: Path, share: str = "4%") -> Path:
    told = call("pack", "--for", "alice", "-o", folder, "--seed-errors", share, "--json")
    assert told.code == 0, told.err
    return Path(told.rows[0]["path"])


def seeded_errors(store: Path) -> list[SeededError]:
    with StoreReader(store) as reader:
        return reader.team.seeded_errors()


class Watchful:
    """Catches every error but those it is to doubt or let pass, and marks what was left out."""

    def __init__(self, seeds: list[SeededError], doubted: int = 0, passed: int = 0) -> None:
        self._left = {(one.report, one.start) for one in seeds[:passed]}
        # What was left out is not there to be doubted.
        shown = [one for one in seeds[passed:] if one.shown is not None]
        self._doubted = {(one.report, one.start) for one in shown[:doubted]}
        self._seeds = seeds

    def decide(self, report: StoredReport, stored: StoredFigure) -> Decision:
        for seed in self._seeds:
            place = (seed.report, seed.start)
            at = seed.shown is not None and seed.shown.span_key == stored.span_key
            if seed.report != report.summary.sha256 or not at or place in self._left:
                continue
            if place in self._doubted:
                return UNSURE
            if seed.true is None:
                return Decision("wrong", "not_a_figure")
            fields = ("start", "end", "surface", "text", "value", "unit", "bound", "subject")
            return corrected(stored.figure, **{name: getattr(seed.true, name) for name in fields})
        return VERIFIED

    def added(self, report: StoredReport) -> list[object]:
        return [
            seed.true
            for seed in self._seeds
            if seed.shown is None
            and seed.report == report.summary.sha256
            and (seed.report, seed.start) not in self._left
        ]


def test_the_truth_is_known_and_places_are_spread(project: Path, on: On, tmp_path: Path) -> None:
    packed(on(project), tmp_path)
    seeds = seeded_errors(project)
    assert len(seeds) >= 8 and len({one.kind for one in seeds}) >= 6
    with StoreReader(project) as reader:
        reports = {one.sha256: reader.report(one) for one in reader.summaries()}
    (package,) = _packages(project)
    first = reports[package[0]].figures[:5]
    sections = Counter()  # type: ignore[var-annotated]  # of what it counts
    for seed in seeds:
        stored = {one.span_key: one for one in reports[seed.report].figures}
        if seed.true is not None:
            assert stored[seed.true.span_key].figure == seed.true
            assert seed.tied
        place = seed.true or seed.shown
        assert place is not None and seed.shown != seed.true
        assert seed.report != package[0] or place.span_key not in {one.span_key for one in first}
        sections[seed.report, place.section] += 1
    assert set(sections.values()) == {1}


def _packages(store: Path) -> list[tuple[str, ...]]:
    with StoreReader(store) as reader:
        return [one.reports for one in reader.team.packages()]


def test_nothing_in_the_package_tells_it(project: Path, on: On, tmp_path: Path) -> None:
    seeded = packed(on(project), tmp_path / "seeded")
    assert (
        sha256(seeded.read_bytes()).digest()
        == sha256(packed(on(project), tmp_path / "again").read_bytes()).digest()
    ), "the same bytes when it is packed again"
    assert verify_store(seeded)[1] == []
    with closing(sqlite3.connect(seeded)) as connection:
        for table in ("seeds", "withheld", "cases", "feedback"):
            assert connection.execute(f"select count(*) from {table}").fetchone() == (0,)
        ((rules,),) = connection.execute("select rules from packages").fetchall()
        assert list(json.loads(rules)) == ["sealed"]
        numbered = connection.execute("select report, start from figures order by id").fetchall()
        assert numbered == sorted(numbered)
    with StoreReader(seeded) as reader:
        for seed in seeded_errors(project):
            report = reader.report(reader.find_report(seed.report))
            there = {one.span_key: one.figure for one in report.figures}
            if seed.shown is not None:
                assert there[seed.shown.span_key] == seed.shown
            if seed.true is not None:
                assert there.get(seed.true.span_key) != seed.true
                assert seed.shown or (seed.true.start, seed.true.end) in report.reading.candidates


def test_what_was_caught_is_told_and_nothing_of_it_counts(project: Path, on: On, tmp_path: Path) -> None:
    call = on(project)
    seeded = packed(call, tmp_path)
    seeds = seeded_errors(project)
    before = call("figures", "--json").out
    watchful = Watchful(seeds, doubted=1, passed=2)
    decide(seeded, "alice", watchful.decide, added=watchful.added, read=whole)  # type: ignore[arg-type]  # figures
    assert verify_store(seeded)[1] == []
    assert call("merge", seeded).code == 0
    assert verify_store(project)[1] == []

    told = call("quality", "--json").rows[0]["seeds"]
    assert (told["seeded"], told["answered"]) == (len(seeds), len(seeds))
    assert (told["caught"]["k"], told["doubted"], told["passed"]) == (len(seeds) - 3, 1, 2)
    assert sum(one["caught"]["n"] for one in told["by_kind"].values()) == len(seeds)
    assert told["tied"]["caught"]["n"] + told["untied"]["caught"]["n"] == len(seeds)
    assert "埋设的错误" in call("quality").out

    rows = call("figures", "--json").rows
    undecided = {row["key"] for row in rows if row["verdict"] == "undecided"}
    true = [one for one in seeds if one.true is not None]
    assert len(undecided) == len(true), "they come again"
    assert len(rows) == len(before.splitlines()), "no phantom, no second figure where one was left out"
    wrong = {
        one.shown.value
        for one in seeds
        if one.shown and len(one.shown.value) > 4 and all(row["value"] != one.shown.value for row in rows)
    }
    assert wrong, "too long to be an offset"
    for name in ("jsonl", "parquet", "xlsx", "labelstudio", "webannotation"):
        out = tmp_path / name
        told = call("export", "-o", out, "--format", name, "--each-reviewer", "--no-texts")
        assert told.code == 0, told.err
        texts = list(readable(out))
        assert texts
        assert not [value for value in wrong for text in texts if re.search(rf"(?<!\d){value}(?!\d)", text)]


def readable(folder: Path) -> Iterator[str]:
    """Every file that was exported, unpacked where it is packed."""
    for path in [folder, *folder.rglob("*")]:
        if path.suffix == ".parquet":
            from pyarrow.parquet import read_table

            yield json.dumps(read_table(path).to_pylist(), default=str)
        elif path.is_file() and is_zipfile(path):
            with ZipFile(path) as archive:
                yield from (archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
        elif path.is_file() and path.suffix != ".txt":
            yield path.read_text(encoding="utf-8", errors="replace")


def test_the_lead_is_told_how_many_and_that_old_packages_stay(project: Path, on: On, tmp_path: Path) -> None:
    call = on(project)
    made = call("pack", "--for", "alice", "-o", tmp_path, "--seed-errors", "4%", "--json")
    assert made.rows[0]["seeded"] == len(seeded_errors(project)) > 0 == made.rows[0]["hidden"]
    assert f"埋设错误 {len(seeded_errors(project))} 处" in made.err
    again = call("pack", "--for", "alice", "-o", tmp_path, "--seed-errors", "9%")
    assert again.code == 0 and "早已打好" in again.err
    assert len(seeded_errors(project)) == made.rows[0]["seeded"]


def test_eight_of_ten(project: Path, on: On, tmp_path: Path) -> None:
    seeded = packed(on(project), tmp_path, "4%")
    seeds = seeded_errors(project)[:10]
    assert len(seeds) == 10
    watchful = Watchful(seeded_errors(project), passed=2)
    keys = {(one.report, one.start) for one in seeds}

    others = {(one.report, one.start) for one in seeded_errors(project)} - keys

    def only_ten(report: StoredReport, stored: StoredFigure) -> Decision | None:
        return (
            None
            if (report.summary.sha256, stored.figure.start) in others
            else watchful.decide(report, stored)
        )

    decide(seeded, "alice", only_ten, added=watchful.added, read=whole)  # type: ignore[arg-type]  # figures
    on(project)("merge", seeded)
    caught = on(project)("quality", "--json").rows[0]["seeds"]["caught"]
    assert (caught["k"], caught["n"]) == (8, 10)
    assert on(project)("certify", "--json").rows[0]["caught"] == caught, "and the certificate tells it"
    assert [round(end, 3) for end in caught["interval"]] == [0.444, 0.975]


def test_packed_again_it_asks_what_was_answered_anew(project: Path, on: On, tmp_path: Path) -> None:
    call = on(project)
    seeded = packed(call, tmp_path / "one")
    seeds = seeded_errors(project)
    decide(seeded, "alice")
    call("merge", seeded)
    again = packed(call, tmp_path / "two")
    assert verify_store(again)[1] == []
    with StoreReader(again) as reader:
        for seed in seeds:
            if seed.shown is not None and seed.true is not None:
                report = reader.report(reader.find_report(seed.report))
                stored = next(one for one in report.figures if one.span_key == seed.true.span_key)
                assert (stored.figure, stored.status) == (seed.true, "undecided")
    decide(again, "alice")
    merged = call("merge", again, "--json").rows[0]
    assert (merged["forked"], merged["error"]) == ([], None)
    assert call("quality", "--json").rows[0]["seeds"]["passed"] > 0


def test_seeded_rows_do_not_count_when_the_seeds_come_later(project: Path, on: On, tmp_path: Path) -> None:
    """Another coordinator's store that took the package first."""
    other = tmp_path / "other.db"
    on(other)("load", SEEDS)
    seeded = packed(on(project), tmp_path)
    watchful = Watchful(seeded_errors(project))
    decide(seeded, "alice", watchful.decide, added=watchful.added)  # type: ignore[arg-type]  # figures
    for store, sources in ((other, (seeded, project)), (project, (seeded, other))):
        assert on(store)("merge", *sources).code == 0
        assert verify_store(store)[1] == []
    digests = {on(store)("journal", "--digest").out for store in (other, project)}
    assert len(digests) == 1
