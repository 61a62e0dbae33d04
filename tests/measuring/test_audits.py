"""Audits: what is drawn, and what an auditor's words say of it."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import HeldDecision, StoredFigure
from fzreview.domain.team.audit import Audit, AuditItem, digest_of, drawn
from fzreview.measuring.audits import FigureAudit, figure_audit
from fzreview.measuring.universe import standing
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, corrected
from support.words import AT, figure


def stored(*held: tuple[str, Decision], origin: Any = "machine", **fields: Any) -> StoredFigure:
    decisions = tuple(HeldDecision(name, AT, decision) for name, decision in held)
    return StoredFigure(figure(0, 5), origin, "test", decisions, **fields)


FIXED = corrected(figure(0, 5), value="7")


@pytest.mark.parametrize(
    ("held", "of", "value"),
    [
        ((), "verified", None),
        ((), "all", "195"),
        ((("a", VERIFIED),), "verified", "195"),
        ((("a", VERIFIED),), "settled", None),
        ((("a", VERIFIED), ("b", VERIFIED)), "settled", "195"),
        ((("a", FIXED), ("b", FIXED)), "settled", "7"),
        ((("a", VERIFIED), ("b", FIXED)), "settled", None),
        ((("a", VERIFIED), ("b", FIXED)), "verified", None),
        ((("a", VERIFIED), ("b", FIXED)), "all", "7"),
        ((("a", NO_FIGURE),), "verified", None),
        ((("a", NO_FIGURE),), "all", None),
        ((("a", UNSURE),), "verified", None),
        ((("a", UNSURE),), "all", "195"),
        ((("a", Decision("wrong", "value")),), "verified", None),
        ((("a", Decision(None, comment="see")),), "verified", None),
    ],
)
def test_what_stands(held: tuple[tuple[str, Decision], ...], of: Any, value: str | None) -> None:
    told = standing(stored(*held), of)
    assert (None if told is None else told.value) == value


@pytest.mark.parametrize("of", ["verified", "settled", "all"])
def test_what_was_ruled_on_stands_as_it_was_ruled(of: Any) -> None:
    differing = (("a", VERIFIED), ("b", NO_FIGURE))
    told = standing(stored(*differing, ruling=HeldDecision("judge", AT, FIXED)), of)
    assert told is not None
    assert told.value == "7"
    assert standing(stored(*differing, ruling=HeldDecision("judge", AT, NO_FIGURE)), of) is None


def items(count: int) -> list[AuditItem]:
    return [AuditItem(f"{number:064x}", "0-5", figure(0, 5)) for number in range(count)]


def test_a_draw_hangs_on_the_seed_alone() -> None:
    universe = items(200)
    first = drawn(universe, 30, 7)
    random.Random(1).shuffle(universe)
    assert drawn(universe, 30, 7) == first
    assert digest_of(universe) == digest_of(items(200)) != digest_of(items(199))
    assert drawn(universe, 30, 8) != first
    assert len(set(first)) == 30
    assert len(drawn(universe, 500, 7)) == 200


def test_every_figure_is_drawn_as_often_as_any_other() -> None:
    universe = items(20)
    counts = Counter(item.key for seed in range(2000) for item in drawn(universe, 5, seed))
    assert all(400 < counts[item.key] < 600 for item in universe)


def audit(count: int, universe: int) -> Audit:
    return Audit("u", AT, "zoe", "verified", 7, count, universe, 0, "", tuple(items(count)))


def told(count: int, universe: int, *decisions: Decision | None) -> FigureAudit:
    """An audit in which zoe said these of the first, and that all others are right."""
    drawn_from = audit(count, universe)
    said = [*decisions, *[VERIFIED] * (count - len(decisions))]
    return figure_audit(
        drawn_from,
        {
            item.key: stored() if decision is None else stored(("zoe", decision))
            for item, decision in zip(drawn_from.items, said, strict=True)
        },
    )


def test_all_right_in_three_hundred_of_ten_thousand() -> None:
    one = told(300, 10_000)
    assert one.complete
    assert one.interval[1] == pytest.approx(0.0122, abs=5e-5)
    assert one.at_most == pytest.approx(0.0099, abs=5e-5)
    assert one.most_wrong == 97


def test_what_is_wrong_is_told_by_field() -> None:
    wrong = [FIXED, NO_FIGURE, corrected(figure(0, 5), unit="个", subject="毫不相干")]
    moved = corrected(figure(0, 5), start=10, end=15)
    one = told(20, 20, *wrong, moved)
    assert one.wrong.hits == 4
    hits = {aspect: rate.hits for aspect, rate in one.by_aspect.items() if rate.hits}
    assert hits == {"value": 1, "existence": 1, "unit": 1, "subject": 1, "span": 1}
    assert one.most_wrong == 4


def test_until_it_is_complete_only_what_leads_the_draw_counts() -> None:
    one = told(30, 1000, FIXED, VERIFIED, None)
    assert (one.complete, one.decided) == (False, 29)
    assert (one.wrong.hits, one.wrong.of, one.most_wrong) == (1, 2, None)
    assert one.at_most == one.interval[1] > told(30, 1000, FIXED).at_most


def test_a_doubt_keeps_an_audit_open() -> None:
    assert not told(3, 10, UNSURE).complete
    assert not told(3, 10, Decision("wrong", "value")).complete


def test_a_figure_that_is_gone_keeps_an_audit_open() -> None:
    assert figure_audit(audit(2, 2), {}).decided == 0
