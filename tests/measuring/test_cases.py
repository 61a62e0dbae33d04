"""Cases out of the final words of two reviewers."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.final_verdicts import FinalVerdicts
from fzreview.domain.dissent.cases import CASE_KINDS, Case, Dissent, dissent_of
from support.words import added, corrected, rejected, word

WHOLE = ((0, 1000),)


def words(*verdicts: FigureVerdict, reviewer: str = "a", read: Any = ()) -> FinalVerdicts:
    return FinalVerdicts(reviewer, tuple(one._replace(reviewer=reviewer) for one in verdicts), read)


def compared(one: list[FigureVerdict], other: list[FigureVerdict], read: Any = ()) -> Dissent:
    return dissent_of(words(*one), words(*other, reviewer="b", read=read))


PLANTED = {
    "existence": (word(0, 5), rejected(0, 5)),
    "open": (word(10, 15, "unsure"), word(10, 15)),
    "span": (corrected(20, 25, end=26), word(20, 25)),
    "value": (corrected(30, 35, value="196"), word(30, 35)),
    "unit": (corrected(40, 45, unit="个"), word(40, 45)),
    "kind": (corrected(50, 55, kind="money"), word(50, 55)),
    "bound": (corrected(60, 65, bound=">"), word(60, 65)),
    "subject": (corrected(70, 75, subject="培训执法人员"), word(70, 75)),
}
"""Kind of a case → the two words of a planted pair."""


def test_planted_pairs_give_one_case_of_each_kind() -> None:
    dissent = compared([one for one, _ in PLANTED.values()], [other for _, other in PLANTED.values()])
    own = dissent_of(words(word(0, 5)), words(corrected(0, 5, value="196")))
    kinds = Counter(case.kind for case in (*dissent.cases, *own.cases))
    assert kinds == Counter(dict.fromkeys(CASE_KINDS, 1))
    assert (dissent.agreed, dissent.single) == (0, 0)


@pytest.mark.parametrize("kind", PLANTED)
def test_either_may_speak_first(kind: str) -> None:
    one, other = PLANTED[kind]
    (case,) = compared([other], [one]).cases
    assert (case.kind, case.fields) == (kind, (kind,))
    assert (case.one, case.other) == (other, one._replace(reviewer="b"))


def test_an_upper_value_is_a_value() -> None:
    (case,) = compared([corrected(0, 5, upper="300")], [word(0, 5)]).cases
    assert case.kind == "value"


def test_the_gravest_kind_names_a_case() -> None:
    (case,) = compared([corrected(0, 5, unit="个", value="3", subject="x")], [word(0, 5)]).cases
    assert (case.kind, case.fields) == ("value", ("value", "unit", "subject"))


def test_comments_classes_and_near_wordings_are_counted_and_no_case() -> None:
    dissent = compared(
        [word(0, 5, comment="see page 3"), rejected(10, 15, reason_class="date"), word(20, 25)],
        [word(0, 5), rejected(10, 15, reason_class="vague"), corrected(20, 25, subject="受理的案件")],
    )
    assert dissent == Dissent(agreed=3, wordings=1, comments=1, classes=1)


def test_wrong_without_a_fix_is_open() -> None:
    (case,) = compared([word(0, 5, "wrong", reason="value")], [word(0, 5)]).cases
    assert case.kind == "open"


def test_a_doubt_alone_is_a_case_and_two_doubts_are_one() -> None:
    doubt = word(0, 5, "unsure")
    assert [case.other for case in compared([doubt], []).cases] == [None]
    assert len(compared([doubt], [doubt]).cases) == 1


def test_silence_is_a_word_only_where_the_section_was_read() -> None:
    assert compared([added(0, 5)], []) == Dissent(single=1)
    (case,) = compared([added(0, 5)], [], WHOLE).cases
    assert (case.kind, case.other) == ("existence", None)
    assert compared([word(0, 5)], [], WHOLE) == Dissent(single=1)


def test_two_overlapping_additions_are_one_case() -> None:
    (case,) = compared([added(0, 5)], [added(1, 6)], WHOLE).cases
    assert (case.kind, case.start, case.end) == ("span", 0, 6)


def test_the_same_addition_is_agreed() -> None:
    assert compared([added(0, 5)], [added(0, 5)], WHOLE) == Dissent(agreed=1)


def test_who_rejects_and_adds_in_its_place_says_one_thing() -> None:
    (case,) = compared([rejected(0, 5), added(0, 6)], [word(0, 5)], WHOLE).cases
    assert (case.kind, case.start, case.end) == ("span", 0, 6)


def test_both_reject_and_one_adds_in_its_place() -> None:
    dissent = compared([rejected(0, 5), added(0, 6)], [rejected(0, 5)])
    assert dissent == Dissent(agreed=1, single=1)


def test_figures_of_one_only_are_no_case() -> None:
    assert compared([word(0, 5), rejected(10, 15)], [word(20, 25)]) == Dissent(single=3)


def test_one_word_of_one_reviewer_on_two_machines_is_no_matter() -> None:
    assert dissent_of(words(word(0, 5)), words(word(0, 5))) == Dissent(agreed=1)


SAYINGS = (
    lambda at: None,
    lambda at: word(at, at + 5),
    lambda at: word(at, at + 5, "unsure"),
    lambda at: word(at, at + 5, "wrong"),
    lambda at: rejected(at, at + 5),
    lambda at: corrected(at, at + 5, value="7"),
    lambda at: corrected(at, at + 5, end=at + 7),
    lambda at: added(at + 1, at + 4),
)
sayings = st.lists(st.sampled_from(SAYINGS), min_size=6, max_size=6).map(
    lambda made: [said for place, say in enumerate(made) if (said := say(10 * place)) is not None]
)


def told(case: Case, *sides: FigureVerdict | None) -> tuple[Any, ...]:
    unnamed = (None if one is None else one._replace(reviewer="") for one in sides)
    return case.start, case.end, case.kind, case.fields, *unnamed


@given(sayings, sayings, st.booleans())
def test_it_does_not_matter_who_is_named_first(
    one: list[FigureVerdict], other: list[FigureVerdict], read: bool
) -> None:
    spans = WHOLE if read else ()
    first, second = words(*one, read=spans), words(*other, reviewer="b", read=spans)
    there, back = dissent_of(first, second), dissent_of(second, first)
    assert [told(case, case.other, case.one) for case in back.cases] == [
        told(case, case.one, case.other) for case in there.cases
    ]
    assert (there.agreed, there.single) == (back.agreed, back.single)


@given(sayings, st.booleans())
def test_who_says_the_same_agrees(one: list[FigureVerdict], read: bool) -> None:
    dissent = compared(one, one, WHOLE if read else ())
    assert {case.kind for case in dissent.cases} <= {"open"}
    assert dissent.agreed + len(dissent.cases) == len(one)
