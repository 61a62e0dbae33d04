"""Seeded errors: what of them was caught."""

from __future__ import annotations

import pytest

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.final_verdicts import FinalVerdicts
from fzreview.domain.team.seeding import SEED_KINDS
from fzreview.measuring.seeds import Seed, SeedTally, answer_to, tallies
from support.words import added, corrected, figure, rejected, word


def seed(kind: str, place: int = 0, reviewer: str = "a", tied: bool = False) -> Seed:
    true, shown = figure(place, place + 5), figure(place, place + 5, value="7")
    return Seed(
        reviewer,
        kind,  # type: ignore[arg-type]  # literals of the tests
        tied,
        None if kind == "omitted" else shown,
        None if kind == "phantom" else true,
    )


@pytest.mark.parametrize(
    ("kind", "words", "answer"),
    [
        ("digit", [word(0, 5)], "passed"),
        ("digit", [corrected(0, 5, value="195")], "caught"),
        ("digit", [word(0, 5, "wrong")], "caught"),
        ("digit", [rejected(0, 5)], "caught"),
        ("digit", [word(0, 5, "unsure")], "doubted"),
        ("digit", [word(10, 15)], None),
        ("phantom", [rejected(0, 5)], "caught"),
        ("phantom", [word(0, 5)], "passed"),
        ("omitted", [added(1, 4)], "caught"),
        ("omitted", [], None),
    ],
)
def test_answers(kind: str, words: list[FigureVerdict], answer: str | None) -> None:
    assert answer_to(seed(kind), FinalVerdicts("a", tuple(words))) == answer


def test_a_withheld_figure_is_passed_by_where_the_section_was_read() -> None:
    assert answer_to(seed("omitted"), FinalVerdicts("a", (), ((0, 100),))) == "passed"


def test_eight_of_ten_by_kind_and_tie() -> None:
    answered = []
    for place in range(10):
        one = seed(SEED_KINDS[place % 2], 10 * place, tied=place < 4)
        span = 10 * place, 10 * place + 5
        said = word(*span) if place in (0, 5) else corrected(*span, value="195")
        answered.append((one, answer_to(one, FinalVerdicts("a", (said,)))))
    (told,) = tallies(answered, lambda one: one.reviewer).values()
    assert told == SeedTally(8, 0, 2)
    assert told.rate.interval == pytest.approx((0.444, 0.975), abs=5e-4)
    assert tallies(answered, lambda one: one.kind) == {
        "power": SeedTally(4, 0, 1),
        "digit": SeedTally(4, 0, 1),
    }
    assert tallies(answered, lambda one: one.tied) == {True: SeedTally(3, 0, 1), False: SeedTally(5, 0, 1)}


def test_what_is_not_answered_is_left_out() -> None:
    assert tallies([(seed("digit"), None)], lambda one: one.kind) == {}
    assert SeedTally(0, 1, 0).rate.share == 0
