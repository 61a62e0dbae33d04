"""``ties`` and ``doubts``: what a store's figures say of each other, corrections applied."""

from __future__ import annotations

import json

import pytest

from support.command_line import Call
from support.gold_reports import SEEDS, seed_names

DOC = seed_names()[4]


def tie_rows(call: Call) -> list[dict]:
    return [row for row in call("ties", DOC, "--json").rows if row["row"] == "tie"]


def key_of(call: Call, text: str) -> str:
    return next(row["key"] for row in call("figures", DOC, "--json").rows if row["text"] == text)


def test_tie_rows(call: Call) -> None:
    done = call("ties", DOC, "--json")
    assert (done.code, done.err) == (0, "")
    row = next(row for row in tie_rows(call) if row["explain"] == "8+1+11+3+2=25")
    assert row["type"] == "part_of_sum"
    assert (row["holds"], row["told"], row["confidence"]) == (True, True, "high")
    assert row["roles"] == ["total", *["part"] * 5]
    assert row["keys"][0] == key_of(call, "25件")
    assert row["figures"][0] == [2638, 2641]
    assert "25" in row["says"]


def test_all_reports_without_a_name(call: Call) -> None:
    assert {row["doc"] for row in call("ties", "--json").rows} == set(seed_names())


def test_a_correction_makes_a_tie_fail(call: Call) -> None:
    assert all(row["holds"] is not False for row in tie_rows(call))
    call("judge", key_of(call, "25件"), "wrong", "--value", "35")
    failed = [row for row in tie_rows(call) if row["holds"] is False]
    assert {row["type"] for row in failed} == {"part_of_sum"}
    assert "✗" in call("ties", DOC).out.splitlines()[1]


def test_a_rejected_figure_ties_nothing(call: Call) -> None:
    key = key_of(call, "25件")
    call("judge", key, "wrong", "--reason", "not_a_figure")
    assert all(key not in row["keys"] for row in tie_rows(call))


def test_ties_for_people(call: Call) -> None:
    done = call("ties", DOC)
    assert done.code == 0
    assert "8+1+11+3+2=25" in done.out
    assert "✓" in done.out


def test_show_tells_the_ties_of_one_figure(call: Call) -> None:
    (row,) = call("show", key_of(call, "25件"), "--json").rows
    assert sorted(tie["type"] for tie in row["ties"]) == ["part_of_sum", "rate"]


def test_doubt_rows(call: Call) -> None:
    rows = call("doubts", DOC, "--json").rows
    assert sorted(row["key"] for row in rows) == sorted(
        row["key"] for row in call("figures", DOC, "--json").rows
    )
    assert [row["place"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[0]["reasons"]
    assert rows[-1]["reasons"] == []


def test_doubts_for_people_name_reasons(call: Call) -> None:
    assert "没有勾稽可以印证" in call("doubts", DOC).out


@pytest.mark.parametrize("command", ["ties", "doubts"])
def test_an_unknown_report_is_refused(call: Call, command: str) -> None:
    done = call(command, "nowhere")
    assert done.code != 0
    assert "nowhere" in done.err


def test_read_tells_ties(call: Call) -> None:
    (row,) = call("read", SEEDS / DOC, "--json").rows
    assert json.dumps(row["ties"]).count('"holds": true') == len(row["ties"]) > 10
