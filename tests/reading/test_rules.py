"""Every rule of reading decides in the lines that it takes and leaves the others alone."""

from __future__ import annotations

import re
from functools import cache

import pytest

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.extracting.trace import fired, listening
from fzreview.reading.explain import explain
from fzreview.reading.rulebook import rulebook
from fzreview.text.cells import cells
from support.rule_lines import fires

BOOK = rulebook()
TAKES = [(rule.id, line) for rule in BOOK.values() for line in rule.takes]
LEAVES = [(rule.id, line) for rule in BOOK.values() for line in rule.leaves]

REPORT = (
    "清河县2023年法治政府建设情况报告\n一、主要工作\n2023年，落实“三项制度”，受理行政复议案件约195件，"
    "办结率98%，接听电话3 15件，学习两个维护。\n清河县人民政府\n2024年1月10日\n"
)


@pytest.mark.parametrize("rule", BOOK.values(), ids=lambda rule: rule.id)
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z-]+\.[a-z0-9-]+", rule.id)
    assert rule.reason and rule.takes and rule.leaves
    assert rule.reason_in("en") == rule.reason


@pytest.mark.parametrize("rule", [one for one in BOOK.values() if one.id.startswith("numeral.")])
def test_why_a_numeral_was_left_out_is_told_in_chinese_on_one_line(rule: Rule) -> None:
    assert re.search("[\u4e00-\u9fff]", rule.reason_in("zh")) and not re.search("[a-z]", rule.reason_in("zh"))
    assert cells(rule.reason_in("zh")) <= 66, "what the smallest screen has room for"


@pytest.mark.parametrize(("rule", "line"), TAKES)
def test_it_decides_in_the_lines_that_it_takes(rule: str, line: str) -> None:
    assert fires(rule, line)


@pytest.mark.parametrize(("rule", "line"), LEAVES)
def test_it_leaves_the_others_alone(rule: str, line: str) -> None:
    assert not fires(rule, line)


@cache
def explained() -> dict[str, tuple[str, ...]]:
    reading, why = explain(REPORT)
    told = {figure.surface: rules for figure, rules in zip(reading.figures, why.figures, strict=True)}
    told |= {
        REPORT[start:end]: rules
        for (start, end), rules in zip(reading.candidates, why.candidates, strict=True)
    }
    for one in why.excluded:
        told[REPORT[one.start : one.end]] = (one.rule,)
    return told


@pytest.mark.parametrize("what", ["195件", "98%", "15件", "三项制度", "两", "2023"])
def test_every_numeral_knows_its_rule(what: str) -> None:
    assert explained()[what]
    assert all(rule in BOOK for rule in explained()[what])


def test_nothing_is_kept_where_nobody_listens() -> None:
    rule = next(iter(BOOK.values()))
    with listening() as told:
        fired(rule, 1, 2)
    fired(rule, 3, 4)
    assert [(one.rule, one.start, one.end) for one in told] == [(rule.id, 1, 2)]
