"""What is said once more changes nothing in the store, ends well, and is told to be so already."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from support.command_line import Call, On
from support.gold_reports import gold_report, seed_names
from support.scripted import NO_FIGURE, decide

DOC = seed_names()[1]
REPORT = gold_report(DOC)
FIRST, SECOND = (f"{REPORT.sha256[:12]}:{one.span_key}" for one in REPORT.reading.figures[:2])
HEADING = REPORT.reading.outline[2]
SPAN = f"{HEADING.start}-{HEADING.end}"


def journal(store: Path) -> list[str]:
    with closing(sqlite3.connect(store)) as connection:
        return list(connection.iterdump())


@pytest.fixture
def disputed(store: Path, on: On, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Two reviewers differ about every figure of a report."""
    monkeypatch.setenv("FZREVIEW_REVIEWER", "zoe")
    decide(store, "alice")
    decide(store, "bob", lambda report, _: NO_FIGURE if report.summary.doc == DOC else None)
    return on(store)


def told_again(call: Call, store: Path, *said: str) -> str:
    """What is told where a command line is given twice; the second time nothing is written."""
    first = call(*said)
    assert first.code == 0, first.err
    before = journal(store)
    again = call(*said)
    assert (again.code, journal(store) == before) == (0, True), said
    assert again.err + again.out != first.err + first.out, said
    return again.err + again.out


def test_a_ruling(disputed: Call, store: Path) -> None:
    for ruling in (("take", "bob"), ("verified",), ("wrong", "--value", "12"), ("wrong", "--class", "date")):
        assert "没有变化" in told_again(disputed, store, "settle", FIRST, *ruling), ruling
    assert disputed("settle", FIRST, "wrong", "--class", "date", "--json").rows[0]["changed"] is False
    assert disputed("settle", FIRST, "wrong", "--class", "date", "--gap", "--json").rows[0]["changed"] is True
    disputed("judge", FIRST, "unsure", "--reviewer", "alice")
    again = disputed("settle", FIRST, "wrong", "--class", "date", "--gap", "--json").rows[0]
    assert again["changed"] is True, "a word has changed since: it settles that too"


def test_a_contest(disputed: Call, store: Path) -> None:
    disputed("settle", FIRST, "take", "bob")
    because = ("contest", FIRST, "--reviewer", "alice", "--because")
    assert "没有变化" in told_again(disputed, store, *because, "另有说明")
    assert disputed(*because, "第二个理由").code == 0
    assert "第二个理由" in disputed("show", FIRST).out


def test_an_addition(disputed: Call, store: Path) -> None:
    taken = REPORT.reading.figures
    year = REPORT.reading.source.index("20")
    assert not any(one.start <= year < one.end for one in taken)
    added = ("add", DOC, str(year), str(year + 4))
    assert "判定未变" in told_again(disputed, store, *added)
    assert disputed(*added, "--subject", "另一个").code == 2, "another figure is a correction"
    assert disputed(*added, "--reviewer", "bob").code == 2, "what another added is to be judged"


def test_a_heading_that_is_none(disputed: Call, store: Path) -> None:
    assert "没有变化" in told_again(disputed, store, "outline", DOC, SPAN, "--wrong")
    label = HEADING.label
    assert disputed("outline", DOC, label, "--wrong").code == 0, "by its words"
    assert disputed("outline", DOC, label, "--level", "3").code == 1, "it has no level any more"
    assert disputed("outline", DOC, label, "--undo").code == 0
    assert label in disputed("outline", DOC).out


def test_a_plan(disputed: Call, store: Path) -> None:
    assert "安排未变" in told_again(disputed, store, "assign", "--to", "ann,ben", "--overlap", "50%")


@pytest.mark.parametrize(
    "said",
    [
        ("judge", FIRST, "wrong", "--class", "date"),
        ("judge", FIRST, "wrong", "--value", "7"),
        ("sign-off", DOC, SPAN),
        ("describe", DOC, "year=2018"),
        ("outline", DOC, SPAN, "--level", "4"),
        ("tag", "add", "抽查", DOC),
        ("exclude", DOC, "--reason", "duplicate"),
        ("copies", "--split", DOC),
    ],
    ids=lambda said: said[0],
)
def test_what_people_say_of_figures_and_reports(disputed: Call, store: Path, said: tuple[str, ...]) -> None:
    told_again(disputed, store, *said)
