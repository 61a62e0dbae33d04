"""What is told of others' decisions."""

from __future__ import annotations

import pytest

from fzreview.domain.decisions.verdict import Action, Decision
from fzreview.domain.reports.stored import HeldDecision
from fzreview.review.open_report.news import action_of, decided_since
from support.gold_reports import gold_report, seed_names

FIGURE = gold_report(seed_names()[0]).reading.figures[0]


@pytest.mark.parametrize(
    ("decision", "action"),
    [
        (Decision("verified"), "verified"),
        (Decision("wrong"), "wrong"),
        (Decision("wrong", "value"), "wrong"),
        (Decision("wrong", "value", correction=FIGURE), "corrected"),
        (Decision("wrong", "not_a_figure", "date"), "not_a_figure"),
        (Decision("unsure", comment="?"), "unsure"),
        (Decision(None, comment="?"), "commented"),
    ],
)
def test_each_decision_is_named_by_what_was_done(decision: Decision, action: Action) -> None:
    assert action_of(decision) == action


def test_only_new_and_changed_verdicts_are_news() -> None:
    li = HeldDecision("li", "2026-01-01T00:00:00.000Z", Decision("verified"))
    again = HeldDecision("li", "2026-01-02T00:00:00.000Z", Decision("wrong"))
    remark = HeldDecision("wang", "2026-01-02T00:00:00.000Z", Decision(None, comment="?"))
    assert list(decided_since([li], [li, remark])) == []
    assert list(decided_since([li], [remark, again])) == [again]
    assert list(decided_since([li], [])) == [], "who withdrew a verdict is outvoted by nobody"
