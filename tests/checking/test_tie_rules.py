"""Each rule of ties finds one in the lines that it takes, and none in those that it leaves."""

from __future__ import annotations

import pytest

from fzreview.checking.ties import find_ties
from fzreview.checking.ties.find import FINDERS
from fzreview.checking.ties.rules import RULES
from fzreview.reading.read import read_report

HEAD = "某县2023年法治政府建设工作报告\n一、情况\n"


def rules_of(line: str) -> set[str]:
    return {tie.rule for tie in find_ties(read_report(f"{HEAD}{line}\n二、其他\n加强宣传。\n"))}


def test_what_finds_ties_has_a_rule_and_each_rule_finds() -> None:
    assert [rule.id for rule in RULES] == list(FINDERS)


@pytest.mark.parametrize(("rule", "line"), [(rule.id, line) for rule in RULES for line in rule.takes])
def test_it_finds_a_tie_in_the_lines_that_it_takes(rule: str, line: str) -> None:
    assert rule in rules_of(line)


@pytest.mark.parametrize(("rule", "line"), [(rule.id, line) for rule in RULES for line in rule.leaves])
def test_it_leaves_the_others_alone(rule: str, line: str) -> None:
    assert rule not in rules_of(line)
