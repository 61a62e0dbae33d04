"""``agreement``: two scripted reviewers with planted differences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fzreview import strings
from fzreview.domain.decisions.circumstances import Circumstances
from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from support.command_line import Call, caller
from support.disputes import differing
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, corrected, decide, whole


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(store, capsys)


def planted(report: StoredReport, stored: StoredFigure) -> Decision:
    """Ten differences in the second report, two of a sort; everything else is right."""
    figures = [one.span_key for one in report.figures]
    place = figures.index(stored.span_key)
    if report.summary.id != 2 or place >= 20 or place % 2:
        return VERIFIED
    wrong: list[dict[str, Any]] = [{"value": "7"}, {"unit": "卷"}, {"subject": "毫不相干"}, {"bound": "<"}]
    return NO_FIGURE if place >= 16 else corrected(stored.figure, **wrong[place // 4])


@pytest.fixture
def two(store: Path) -> Path:
    decide(store, "alice", read=whole)
    decide(store, "bob", planted, read=whole, circumstances=Circumstances(hasty=True))
    return store


def test_strict_f1_is_that_of_evaluate_over_the_two_exports(two: Path, call: Call, tmp_path: Path) -> None:
    (told,) = call("agreement", "alice", "bob", "--json").rows
    for name in ("alice", "bob"):
        done = call("export", "-o", tmp_path / name, "--reviewer", name, "--no-splits")
        assert done.code == 0, done.err
    (scores,) = call("evaluate", tmp_path / "alice", tmp_path / "bob" / "figures.jsonl", "--json").rows
    for name in ("strict", "value", "detect"):
        assert told["f1"][name]["f1"] == pytest.approx(scores["figures"][name]["f1"])
    assert told["f1"]["strict"]["hits"] == told["f1"]["strict"]["figures"][1] - 4
    assert told["only"] == [2, 0]
    assert told["not_compared"] == [0, 0]


def test_fields_verdicts_and_conduct_are_told(two: Path, call: Call) -> None:
    (told,) = call("agreement", "--json").rows
    assert told["reviewers"] == ["alice", "bob"]
    assert told["reports"] == 5
    fields = {name: field["n"] - field["k"] for name, field in told["fields"].items()}
    assert fields == {"span": 0, "value": 2, "upper": 0, "unit": 2, "kind": 0, "bound": 2, "subject": 2}
    assert told["fields"]["unit"]["alpha"]["value"] < 1
    verdicts = told["verdicts"]
    assert verdicts["same"]["k"] == verdicts["same"]["n"] - 10
    assert sorted((*row["words"], row["count"]) for row in verdicts["table"])[:2] == [
        ("verified", "corrected", 8),
        ("verified", "rejected", 2),
    ]
    assert verdicts["ac1"]["value"] > verdicts["alpha"]["value"]
    assert [one["hasty"] for one in told["conduct"]] == [0, told["conduct"][1]["decided"]]


def test_one_word_only_is_undefined_and_says_why(store: Path, call: Call) -> None:
    for name in ("alice", "bob"):
        decide(store, name)
    (told,) = call("agreement", "--json").rows
    assert told["verdicts"]["alpha"] == {"value": None, "undefined": "one_class"}
    assert "无定义：所有判定都是同一种" in call("agreement").out


def test_every_two_are_told_and_two_by_name(two: Path, call: Call) -> None:
    decide(two, "carol", lambda report, figure: UNSURE if report.summary.id == 1 else None)
    pairs = [row["reviewers"] for row in call("agreement", "--json").rows]
    assert pairs == [["alice", "bob"], ["alice", "carol"], ["bob", "carol"]]
    (told,) = call("agreement", "carol", "alice", "--json").rows
    assert (told["reviewers"], told["reports"]) == (["carol", "alice"], 1)
    assert told["f1"]["strict"]["f1"] is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_people_are_told_the_same(two: Path, call: Call, language: str) -> None:
    done = call("--lang", language, "agreement", "alice", "bob")
    assert done.code == 0
    assert "AC1 0.9" in done.out
    shown = {"zh": "两人都先看到了机器的答案", "en": "both saw the machine's answer"}
    assert shown[language] in done.out
    strings.use("zh")


def test_wrong_names_are_refused(two: Path, call: Call) -> None:
    assert call("agreement", "alice").code == 2
    assert call("agreement", "alice", "alice").code == 2
    done = call("agreement", "alice", "zoe")
    assert (done.code, done.out) == (1, "")
    assert "zoe" in done.err and "alice bob" in done.err


def test_a_store_of_one_reviewer_has_no_agreement(store: Path, call: Call) -> None:
    decide(store, "alice")
    done = call("agreement", "--json")
    assert (done.code, done.rows) == (1, [])
    assert len(done.told) == 1


def test_what_was_changed_knowing_the_ruling_is_no_first_word(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = caller(store, capsys)
    differing(store, "value")
    (before,) = call("agreement", "alice", "bob", "--json").rows
    key = call("conflicts", "--json").rows[0]["keys"][0]
    assert call("settle", key, "take", "alice", "--reviewer", "zoe").code == 0
    assert call("progress", "--json").rows[0]["adjudicated"] == 1
    assert call("judge", key, "verified", "--reviewer", "bob").code == 0
    assert call("conflicts", "--json").rows == [], "bob gave way"
    told = call("progress", "--json").rows[0]
    assert (told["adjudicated"], told["fallen_back"]) == (0, 1)
    (after,) = call("agreement", "alice", "bob", "--json").rows
    assert after == before, "and did not agree at first"
