"""Plans of who reviews what."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.team.assignment import Assignment, Team, Workload, extended, handed_on

PEOPLE = tuple("abcdefgh")
TEAM = Team(PEOPLE, 0.2, 7)


def generated(count: int, seed: int = 3) -> list[Workload]:
    dice = random.Random(seed)
    return [Workload(f"{dice.getrandbits(256):064x}", dice.randint(20, 95)) for _ in range(count)]


def test_five_thousand_reports_for_eight_people() -> None:
    reports = generated(5000)
    plan = extended(Assignment({}), reports, TEAM)
    loads = plan.loads(reports)
    assert plan.doubled == 1000
    assert max(loads.values()) - min(loads.values()) <= 95
    assert set(plan.pairs.values()) == {35, 36}
    assert len(plan.pairs) == 28


def test_the_order_of_loading_says_nothing() -> None:
    reports = generated(300)
    plan = extended(Assignment({}), reports, TEAM)
    random.Random(1).shuffle(reports)
    assert extended(Assignment({}), reports, TEAM) == plan
    assert extended(Assignment({}), reports, replace(TEAM, seed=8)) != plan


def test_more_reports_move_none() -> None:
    reports = generated(1000)
    plan = extended(Assignment({}), reports[:700], TEAM)
    more = extended(plan, reports, TEAM)
    assert {sha: more.reviewers[sha] for sha in plan.reviewers} == plan.reviewers
    assert len(more.reviewers) == 1000
    assert more.doubled == 200
    loads = more.loads(reports)
    assert max(loads.values()) - min(loads.values()) <= 95
    assert extended(more, reports, TEAM) == more


def test_somebody_who_joins_catches_up_and_takes_nothing() -> None:
    reports = generated(400)
    plan = extended(Assignment({}), reports[:200], Team(PEOPLE[:3], seed=7))
    more = extended(plan, reports, Team(PEOPLE[:4], seed=7))
    assert {sha: more.reviewers[sha] for sha in plan.reviewers} == plan.reviewers
    loads = more.loads(reports)
    assert max(loads.values()) - min(loads.values()) <= 95


def test_a_split_is_doubled_whatever_the_overlap() -> None:
    reports = generated(100)
    test = {one.sha256 for one in reports[:30]}
    plan = extended(Assignment({}), reports, replace(TEAM, overlap=0.1, doubled=test))
    assert {sha for sha, names in plan.reviewers.items() if len(names) > 1} == test
    plan = extended(Assignment({}), reports, replace(TEAM, overlap=0.5, doubled=test))
    assert plan.doubled == 50


def test_what_is_taken_back_goes_to_others_and_what_is_begun_stays() -> None:
    reports = generated(500)
    plan = extended(Assignment({}), reports, TEAM)
    of_c = [sha for sha, names in plan.reviewers.items() if "c" in names]
    begun = set(of_c[:20])
    after = handed_on(plan, reports, "c", begun, TEAM)
    assert {sha for sha, names in after.reviewers.items() if "c" in names} == begun
    assert {sha: len(names) for sha, names in after.reviewers.items()} == {
        sha: len(names) for sha, names in plan.reviewers.items()
    }
    others = {sha: names for sha, names in plan.reviewers.items() if sha not in of_c}
    assert {sha: after.reviewers[sha] for sha in others} == others
    loads = after.loads(reports)
    staying = [loads[name] for name in PEOPLE if name != "c"]
    assert max(staying) - min(staying) <= 95


def test_with_two_people_nobody_can_take_a_double_over() -> None:
    reports = generated(4)
    team = Team(("a", "b"), 1.0)
    plan = extended(Assignment({}), reports, team)
    with pytest.raises(ValueError):
        handed_on(plan, reports, "a", (), team)


@given(
    st.integers(0, 40),
    st.integers(1, 6),
    st.floats(0, 1),
    st.integers(0, 9),
)
def test_everything_is_assigned_once_and_the_overlap_is_exact(
    count: int, people: int, overlap: float, seed: int
) -> None:
    reports = generated(count)
    team = Team(PEOPLE[:people], overlap if people > 1 else 0.0, seed)
    plan = extended(Assignment({}), reports, team)
    assert set(plan.reviewers) == {one.sha256 for one in reports}
    assert plan.doubled == round(team.overlap * count)
    assert all(
        len(set(names)) == len(names) and names == tuple(sorted(names)) for names in plan.reviewers.values()
    )


@pytest.mark.parametrize("wrong", [((), 0.0), (("a", "a"), 0.0), (("a",), 0.5), (("a", "b"), 1.5)], ids=str)
def test_teams_that_cannot_be(wrong: tuple[tuple[str, ...], float]) -> None:
    with pytest.raises(ValueError):
        Team(*wrong)
