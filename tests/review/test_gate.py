"""The gate: which key may decide, and why another decides nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import HeldDecision
from fzreview.review.keys.commands import BY_ID, COMMANDS
from fzreview.review.keys.gate import Gate, Refusal, Visibility
from fzreview.review.keys.held_keys import HeldKeys
from fzreview.review.session import Session
from support.gold_reports import seed_names
from support.sessions import accept, new_session, stored

OF_FIGURE = ("verify", "wrong", "reject", "unsure", "correct")


@pytest.fixture
def session() -> Session:
    session = new_session()
    session.open(stored(seed_names()[0]))
    return session


def refusal(
    session: Session, command: str, sight: Visibility = "seen", candidate: bool = False
) -> Refusal | None:
    rules_out = candidate and command == "reject"
    return Gate(HeldKeys(0)).refusal(
        BY_ID[command], session, sight, of_candidate=candidate, rules_out=rules_out
    )


@pytest.mark.parametrize("command", [command.id for command in COMMANDS if command.decides])
def test_what_is_not_in_sight_is_not_decided(session: Session, command: str) -> None:
    assert refusal(session, command, "hidden") == "not_seen"
    assert refusal(session, command, "too_large") == "too_small"
    assert refusal(session, command) is None


@pytest.mark.parametrize("command", OF_FIGURE)
def test_what_stands_is_changed_only_by_who_went_there(session: Session, command: str) -> None:
    for _ in range(4):
        accept(session, session.figure_steps.decide("verified"))
    assert refusal(session, command) == "stands"
    session.go(3)
    assert refusal(session, command) is None


@pytest.mark.parametrize("command", ["comment", "verify_tie", "mark", "candidate", "sign_off", "undo"])
def test_what_changes_no_verdict_is_free_at_the_end(session: Session, command: str) -> None:
    for _ in range(4):
        accept(session, session.figure_steps.decide("verified"))
    assert refusal(session, command) is None


@pytest.mark.parametrize("command", [*OF_FIGURE, "undo", "redo"])
def test_news_of_the_figure_in_hand_are_heard_before_a_verdict_counts(session: Session, command: str) -> None:
    news = HeldDecision("li", "2026-01-01T00:00:00.000Z", Decision("unsure"))
    first, *rest = session.report.figures
    session.refresh(replace(session.report, figures=(replace(first, held=(news,)), *rest)))
    assert session.unacknowledged == (news,) and session.current == 0
    assert refusal(session, command) == "news"
    assert refusal(session, "comment") is None
    session.acknowledge()
    assert refusal(session, command) is None


def test_a_report_renewed_without_news_of_the_figure_in_hand_holds_nothing_up(session: Session) -> None:
    session.go(2)
    accept(session, session.figure_steps.decide("verified"))
    kept = session.figures
    session.refresh(replace(session.report, figures=kept))
    assert session.current == 3 and not session.unacknowledged and session.decided == 1
    assert all(now is was for now, was in zip(session.figures, kept, strict=True))
    assert refusal(session, "verify") is None


def test_a_comment_does_not_make_a_key_one_too_many(session: Session) -> None:
    session.go(2)
    accept(session, session.figure_steps.comment("看原件"))
    assert refusal(session, "verify") is None


def test_undo_is_a_move_to_what_it_takes_back(session: Session) -> None:
    step = session.figure_steps.decide("verified")
    accept(session, step)
    assert step is not None
    session.go(0)
    again = session.figure_steps.decide("wrong")
    accept(session, again)
    assert again is not None
    accept(session, session.undo_steps.undo(again.entry))
    assert session.current == 0 and session.figure(0).status == "verified"
    assert refusal(session, "unsure") is None


def test_beside_a_candidate_only_its_own_keys_decide(session: Session) -> None:
    for command in ("verify", "wrong", "unsure", "correct", "comment", "verify_tie"):
        assert refusal(session, command, candidate=True) == "left_candidate"
    for command in ("reject", "candidate", "mark"):
        assert refusal(session, command, candidate=True) is None


def test_a_key_that_decides_may_not_be_held(session: Session) -> None:
    gate = Gate(HeldKeys(60))
    assert not gate.is_held(BY_ID["reject"], 1.0)
    assert not gate.is_held(BY_ID["class_date"], 1.01), "the class belongs to the same move"
    assert gate.is_held(BY_ID["verify"], 1.02)
    assert not gate.is_held(BY_ID["next"], 1.03)
    assert not gate.is_held(BY_ID["undo"], 1.2)
