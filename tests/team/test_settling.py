"""``conflicts`` and ``settle``: a ruling holds as long as the words that it settles."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import BOUNDS, Figure
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.store.reader import StoreReader
from fzreview.work.judging.reviewing import Review
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.team.dissent.adjudicating import waiting
from support.command_line import Call, On, caller
from support.gold_reports import gold_report, seed_names
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, Rule, corrected, decide
from support.team import handed_out

DOC = max(seed_names(), key=lambda doc: len(gold_report(doc).reading.figures))


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("FZREVIEW_REVIEWER", "zoe")
    return caller(store, capsys)


def here(answers: dict[int, Decision], otherwise: Decision | None = VERIFIED) -> Rule:
    """Decide one report alone: some figures, by their number, in another way."""

    def rule(report: StoredReport, stored: StoredFigure) -> Decision | None:
        if report.summary.doc != DOC:
            return None
        return answers.get(report.figures.index(stored), otherwise)

    return rule


def figures(store: Path) -> list[StoredFigure]:
    with StoreReader(store) as reader:
        return list(reader.figures(reader.find_report(DOC).id))


def gold(call: Call) -> dict[tuple[int, int], list[dict[str, object]]]:
    rows: dict[tuple[int, int], list[dict[str, object]]] = {}
    for line in call("export", "-o", "-").out.splitlines():
        row = json.loads(line)
        if "decision" in row:
            rows.setdefault((row["start"], row["end"]), []).append(row)
    return rows


def differing(store: Path) -> StoredFigure:
    """Two reviewers who differ on the value of the first figure and on nothing else; that figure."""
    first = figures(store)[0]
    decide(store, "alice", here({}))
    decide(store, "bob", here({0: corrected(first.figure, value="987654")}))
    return first


def key_of(call: Call) -> str:
    (row,) = call("conflicts", "--json").rows
    (key,) = row["keys"]
    return str(key)


def test_one_case_of_each_kind(call: Call, store: Path) -> None:
    one, two, three, four, five = figures(store)[:5]

    def other(stored: StoredFigure, **fields: str) -> Decision:
        return corrected(stored.figure, **fields)

    answers = {
        0: other(one, value="987654"),
        1: other(two, unit="不同"),
        2: other(three, kind="money" if three.figure.kind != "money" else "count"),
        3: other(four, bound=next(one for one in BOUNDS if one != four.figure.bound)),
        4: other(five, subject="完全是另外一回事的说法"),
        5: NO_FIGURE,
        6: UNSURE,
    }
    decide(store, "alice", here({}))
    decide(store, "bob", here(answers))
    rows = call("conflicts", "--json").rows
    assert sorted(row["kind"] for row in rows) == sorted(
        ["value", "unit", "kind", "bound", "subject", "existence", "open"]
    )
    assert {(row["one"]["reviewer"], row["other"]["reviewer"]) for row in rows} == {("alice", "bob")}
    told = call("conflicts")
    assert "待裁定 7 处" in told.err and "987654" in told.out


def test_a_comment_and_a_class_are_no_case(call: Call, store: Path) -> None:
    decide(store, "alice", here({0: replace(NO_FIGURE, reason_class="date")}))
    decide(
        store,
        "bob",
        here({0: replace(NO_FIGURE, reason_class="ordinal"), 1: replace(VERIFIED, comment="看过")}),
    )
    told = call("conflicts", "--json")
    assert told.rows == [] and "没有待裁定" in told.err


@pytest.mark.parametrize(
    ("ruling", "decision", "value"),
    [
        (("take", "bob"), "corrected", "987654"),
        (("take", "alice"), "verified", None),
        (("verified",), "verified", None),
        (("wrong", "--value", "12345"), "corrected", "12345"),
        (("wrong",), "rejected", None),
    ],
)
def test_a_ruling_is_what_goes_into_the_gold(
    call: Call, store: Path, ruling: tuple[str, ...], decision: str, value: str | None
) -> None:
    first = differing(store).figure
    span = (first.start, first.end)
    assert span not in gold(call), "what is disputed is no gold"
    assert call("settle", key_of(call), *ruling).code == 0
    (row,) = gold(call)[span]
    assert (row["decision"], row["source"], row["adjudicator"]) == (decision, "adjudicated", "r3")
    assert row["value"] == (value or first.value)
    assert call("conflicts", "--json").rows == []
    assert verify_store(store)[1] == []


def test_a_ruling_falls_back_when_a_word_changes(call: Call, store: Path) -> None:
    first = differing(store).figure
    key = key_of(call)
    call("settle", key, "take", "bob")
    call("judge", key, "wrong", "--value", "55", "--reviewer", "alice")
    assert [row["kind"] for row in call("conflicts", "--json").rows] == ["value"]
    assert (first.start, first.end) not in gold(call)
    assert call("settle", key, "verified").code == 0, "and can be settled again"
    assert len(gold(call)[first.start, first.end]) == 1


def comments(store: Path, reviewer: str, *texts: str, turns: int = 0) -> None:
    """The reviewer comments on the first figure, the last one is taken back and made again."""
    review = Review.opened(store, reviewer, DOC)
    review.session.go(0)
    step = None
    for text in texts:
        step = review.session.figure_steps.comment(text)
        assert step is not None
        review.record(step).result()
        review.session.accept(step)
    turning = review.session.undo_steps
    for turn in (turning.undo, turning.redo)[:turns]:
        assert step is not None
        turned = turn(step.entry)
        assert turned is not None
        review.record(turned).result()
        review.session.accept(turned)
    review.close()


@pytest.mark.parametrize("turns", [0, 1, 2])
def test_a_comment_reopens_no_case(call: Call, store: Path, turns: int) -> None:
    first = differing(store).figure
    key = key_of(call)
    comments(store, "alice", "before the ruling")
    call("settle", key, "take", "bob")
    comments(store, "alice", "I disagree", "still", turns=turns)
    comments(store, "bob", "thanks", turns=turns)
    assert call("conflicts", "--json").rows == []
    (row,) = gold(call)[first.start, first.end]
    assert (row["value"], row["source"]) == ("987654", "adjudicated")
    assert verify_store(store)[1] == []
    call("judge", key, "wrong", "--value", "55", "--reviewer", "alice")
    assert len(call("conflicts", "--json").rows) == 1, "another word does"


def test_a_case_that_a_comment_reopened_is_settled_again_in_an_older_store(call: Call, store: Path) -> None:
    differing(store)
    call("settle", key_of(call), "take", "bob")
    comments(store, "alice", "I disagree")
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("update settlements set state = 'conflict', entry = null where entry is not null")
        connection.execute("delete from _sqlite_migrations where name = 'm021_comments'")
        connection.commit()
    assert call("conflicts", "--json").rows == []
    assert verify_store(store)[1] == []


@pytest.mark.parametrize(("value", "holds"), [("7", True), ("7.0", True), ("8", False)])
def test_who_says_later_what_was_ruled_reopens_nothing(
    call: Call, store: Path, value: str, holds: bool
) -> None:
    first = differing(store)
    key = f"{gold_report(DOC).sha256[:12]}:{first.span_key}"
    assert call("settle", key, "wrong", "--value", "7").code == 0
    decide(store, "auditor", here({0: corrected(first.figure, value=value)}, None))
    now = figures(store)[0]
    assert (now.ruling is not None, now.disputed) == (holds, not holds)
    assert (call("conflicts", "--json").out == "") == holds
    span = (first.figure.start, first.figure.end)
    assert [row["source"] for row in gold(call).get(span, [])] == ["adjudicated"] * holds
    assert verify_store(store)[1] == []


def test_a_ruling_is_taken_back(call: Call, store: Path) -> None:
    differing(store)
    key = key_of(call)
    call("settle", key, "take", "bob")
    assert call("settle", key, "undo").code == 0
    assert key_of(call) == key
    assert call("settle", key, "undo").code == 1, "there is nothing left to take back"
    assert verify_store(store)[1] == []


def test_what_cannot_be_settled_is_refused(call: Call, store: Path) -> None:
    differing(store)
    key = key_of(call)
    agreed = call("figures", DOC, "--json").rows[1]["key"]
    for arguments, code in (
        ((agreed, "verified"), 1),
        ((key, "take", "carol"), 1),
        ((key, "take"), 2),
        ((key, "verified", "alice"), 2),
        ((key, "verified", "--value", "3"), 2),
        ((key, "wrong", "--value", "many"), 2),
        (("nonsense", "verified"), 2),
        ((f"{key.split(':')[0]}:1-2", "verified"), 1),
    ):
        refused = call("settle", *arguments)
        assert (refused.code, refused.out) == (code, ""), arguments
        assert refused.err
    assert key_of(call) == key


def test_a_ruling_travels_with_the_store(
    call: Call, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = differing(store).figure
    call("settle", key_of(call), "take", "bob")
    other = caller(tmp_path / "other.db", capsys)
    assert other("merge", str(store)).code == 0
    assert gold(other)[first.start, first.end] == gold(call)[first.start, first.end]


def test_figures_that_overlap_are_settled_one_by_one(call: Call, store: Path) -> None:
    first = figures(store)[0].figure

    def longer(report: StoredReport) -> list[Figure]:
        return [
            replace(one.figure, end=first.end + 1, value="987")
            for one in report.figures
            if one.figure == first
        ]

    decide(store, "alice", lambda report, figure: None, added=longer)
    decide(store, "bob", lambda report, figure: VERIFIED if figure.figure == first else None)
    (row,) = call("conflicts", "--json").rows
    added, found = row["keys"]
    assert gold(call) == {}, "neither is gold while both stand"
    assert call("settle", added, "wrong", "--reviewer", "carol").code == 0
    assert call("settle", found, "verified", "--reviewer", "carol").code == 0
    assert call("conflicts", "--json").rows == []
    assert verify_store(store)[1] == []


def test_gaps_of_the_guide_are_listed_with_their_sentences(call: Call, store: Path) -> None:
    assert "没有标出指南缺口" in call("conflicts", "--gaps").err
    first = differing(store).figure
    key = key_of(call)
    call("settle", key, "take", "bob", "--gap")
    (row,) = call("conflicts", "--gaps", "--json").rows
    assert (row["keys"], row["adjudicator"], row["in_force"]) == ([key], "zoe", True)
    assert row["ruled"]["correction"]["value"] == "987654"
    assert row["text"] == first.surface and first.surface in row["sentence"]
    told = call("conflicts", "--gaps")
    assert "987654" in told.out and "指南缺口 1 处" in told.err
    call("judge", key, "wrong", "--value", "55", "--reviewer", "alice")
    assert [one["in_force"] for one in call("conflicts", "--gaps", "--json").rows] == [False]
    assert "已失效" in call("conflicts", "--gaps").out
    call("settle", key, "verified")
    assert call("conflicts", "--gaps", "--json").rows == [], "ruled on anew, and told by the guide"


def test_pairs_that_differ_about_one_figure_are_one_to_settle(call: Call, store: Path) -> None:
    first = differing(store).figure
    decide(store, "carol", here({0: corrected(first, value="5")}))
    told = call("conflicts")
    assert "待裁定 1 处" in told.err and "3 项" in told.err


def test_who_said_nothing_of_a_doubt_is_not_said_to_have_read_its_section(store: Path, call: Call) -> None:
    decide(store, "ann", here({0: UNSURE}, None))
    decide(store, "bob", here({1: VERIFIED}, None))
    told = call("conflicts").out
    assert "bob: 没有表态" in told and "通读过" not in told


def ruled_by(call: Call, who: str, key: str, *ruling: str) -> None:
    assert call("settle", key, *ruling, "--reviewer", who).code == 0


def test_two_rulings_that_differ_about_agreed_words_are_shown_and_settled(
    call: Call, store: Path, tmp_path: Path, on: On
) -> None:
    """Both ruled before the reviewers came to agree, and rule anew, each in their own way."""
    first = differing(store).figure
    other = handed_out(store, tmp_path / "other.db")
    key = key_of(call)
    ruled_by(call, "ivo", key, "verified")
    ruled_by(on(other), "zoe", key, "verified")
    assert call("merge", other).code == 0
    call("judge", key, "verified", "--reviewer", "bob")
    ruled_by(call, "ivo", key, "wrong", "--value", "12")
    ruled_by(call, "zoe", key, "verified")
    assert figures(store)[0].disputed and (first.start, first.end) not in gold(call)
    (row,) = call("conflicts", "--json").rows
    assert (row["kind"], row["keys"]) == ("value", [key])
    assert [(row[side]["reviewer"], row[side]["says"]) for side in ("one", "other")] == [
        ("ivo", "corrected"),
        ("zoe", "verified"),
    ]
    assert "待裁定 1 处" in call("conflicts").err
    assert [one.spans for one in waiting(store, "max")] == [(first.span_key,)], "at the desk too"
    ruled_by(call, "max", key, "wrong", "--value", "13")
    assert call("conflicts", "--json").rows == [] and waiting(store, "max") == []
    assert [one["value"] for one in gold(call)[first.start, first.end]] == ["13"]
    ruled_by(call, "zoe", key, "wrong", "--value", "14")
    assert len(call("conflicts", "--json").rows) == 1, "what was settled has changed"
    ruled_by(call, "zoe", key, "undo")
    ruled_by(call, "ivo", key, "undo")
    assert call("conflicts", "--json").rows == []
    assert verify_store(store)[1] == []


def test_rulings_of_two_stores_that_differ_are_settled_by_a_third(
    call: Call, store: Path, tmp_path: Path, on: On
) -> None:
    first = differing(store).figure
    other = handed_out(store, tmp_path / "other.db")
    key = key_of(call)
    ruled_by(call, "zoe", key, "verified")
    ruled_by(on(other), "ivo", key, "take", "bob")
    assert call("merge", other).code == 0
    names = {(row["one"]["reviewer"], row["other"]["reviewer"]) for row in call("conflicts", "--json").rows}
    assert names == {("alice", "bob"), ("ivo", "zoe")}
    assert {(row["one"]["reviewer"], row["rulings"]) for row in call("conflicts", "--json").rows} == {
        ("alice", False),
        ("ivo", True),
    }
    assert "裁定人 ivo: " in call("conflicts").out and "裁定人 alice" not in call("conflicts").out
    assert "待裁定 1 处" in call("conflicts").err
    ruled_by(call, "max", key, "take", "bob")
    assert call("conflicts", "--json").rows == []
    assert [one["value"] for one in gold(call)[first.start, first.end]] == ["987654"]
    assert verify_store(store)[1] == []
