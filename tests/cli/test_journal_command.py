"""``journal``: the history of decisions as lines and as JSON."""

from __future__ import annotations

import re

import pytest

from support.command_line import Call
from support.gold_reports import seed_names

DOC = seed_names()[0]


@pytest.fixture
def keys(call: Call) -> list[str]:
    """Figures on which two reviewers have decided, in two reports."""
    keys = [row["key"] for row in call("figures", "--json").rows]
    call("judge", keys[0], "verified", "--reviewer", "ann")
    call("judge", keys[0], "wrong", "--value", "7", "--reviewer", "bob\x1b[31m\n")
    call("judge", keys[9], "unsure", "--reviewer", "ann")
    call("judge", keys[9], "undo", "--reviewer", "ann")
    return keys


def test_everything_in_order(call: Call, keys: list[str]) -> None:
    told = call("journal", "--json")
    assert (told.code, told.err) == (0, "")
    assert [row["action"] for row in told.rows] == ["verified", "corrected", "unsure", "undo"]
    assert [row["key"] for row in told.rows] == [keys[0], keys[0], keys[9], keys[9]]
    assert told.rows[0]["doc"] == DOC
    assert told.rows[3]["inverts"] == told.rows[2]["uuid"]
    assert {row["target"] for row in told.rows} == {"figure"}


def test_lines_for_people_are_safe(call: Call, keys: list[str]) -> None:
    told = call("journal")
    lines = told.out.splitlines()
    assert len(lines) == 4
    assert "\x1b" not in told.out
    assert re.match(r"\d{4}-\d\d-\d\dT[\d:.]+Z  ann  核实  ", lines[0])
    assert keys[0] in lines[0] and "未判定 → 核实" in lines[0] and DOC in lines[0]
    assert "有误 · 数值" in lines[1]
    assert "存疑 → 未判定" in lines[3]


def test_of_a_report_a_figure_a_reviewer(call: Call, keys: list[str]) -> None:
    assert len(call("journal", DOC, "--json").rows) == 2
    assert len(call("journal", DOC, "--reviewer", "ann", "--json").rows) == 1
    assert len(call("journal", keys[9], "--json").rows) == 2
    assert len(call("journal", "--reviewer", "ann", "--json").rows) == 3
    nothing = call("journal", "--reviewer", "nobody")
    assert (nothing.code, nothing.out) == (1, "") and "判定过的有：ann bob" in nothing.err


def test_since_a_time(call: Call, keys: list[str]) -> None:
    third = call("journal", "--json").rows[2]["at"]
    assert len(call("journal", "--since", third, "--json").rows) == 2
    assert len(call("journal", "--since", "2020-01-01", "--json").rows) == 4
    assert call("journal", "--since", "2999-01-01T10:00", "--json").rows == []


@pytest.mark.parametrize("since", ["gestern", "2026-13-01", "", "10000-01-01"])
def test_times_that_are_none(call: Call, since: str) -> None:
    done = call("journal", "--since", since)
    assert (done.code, done.out, len(done.told)) == (2, "", 1)


def test_reports_and_figures_that_are_not_there(call: Call) -> None:
    assert call("journal", "no such report").code == 1
    assert call("journal", "ffff:1-2").code == 1


def test_what_is_said_of_whole_reports_headings_and_sections(call: Call) -> None:
    heading = next(row for row in call("outline", DOC, "--json").rows if row["level"] == 1)
    place = f"{heading['start']}-{heading['end']}"
    for line in (
        ("describe", DOC, "year=2016", "issuer="),
        ("tag", "add", "抽查", DOC),
        ("sign-off", DOC, place),
        ("exclude", DOC, "--reason", "not_a_report"),
        ("exclude", DOC, "--undo"),
        ("outline", DOC, place, "--level", "2"),
        ("outline", DOC, place, "--wrong"),
    ):
        assert call(*line).code == 0, line
    told = [line.split("  ")[-2] for line in call("journal").out.splitlines()]
    at_level = f"2 {heading['marker']}{heading['title']}"
    assert told == [
        "– → 年份 2016",
        "– → 单位 空",
        "– → 标签 抽查",
        "未通读 → 通读",
        "– → 不是报告",
        "不是报告 → –",
        f"– → {at_level}",
        f"{at_level} → 不是标题",
    ]
