"""Agreement of two reviewers, out of their final words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.final_verdicts import FinalVerdicts, SharedReport
from fzreview.measuring.agreement import FIELDS, PairAgreement, agreement_of
from fzreview.measuring.coefficients import Coefficient
from fzreview.scoring.rates import Rate
from support.words import added, corrected, rejected, word

ALL = ((0, 1000),)


def compared(
    ones: list[FigureVerdict],
    others: list[FigureVerdict],
    one_read: tuple[tuple[int, int], ...] = (),
    other_read: tuple[tuple[int, int], ...] = (),
) -> PairAgreement:
    found = sorted({said[:2] for said in (*ones, *others) if said.origin == "machine"})
    one, other = FinalVerdicts("a", tuple(ones), one_read), FinalVerdicts("b", tuple(others), other_read)
    return agreement_of(("a", "b"), [SharedReport("r", one, other, found)])


def test_what_the_other_did_not_look_at_is_not_compared() -> None:
    told = compared([word(0, 5), word(10, 15)], [word(0, 5), added(30, 35)])
    assert told.scores.strict.f1 == 1
    assert (told.only, told.unseen) == ((0, 0), (1, 1))


def test_silence_in_a_section_that_was_read_is_a_word() -> None:
    told = compared([word(0, 5), added(10, 15)], [word(0, 5)], other_read=ALL)
    assert (told.only, told.unseen) == ((1, 0), (0, 0))
    assert told.scores.detect.hits == 1


def test_what_is_undecided_in_a_section_that_was_read_is_no_word() -> None:
    told = compared([word(0, 5), word(10, 15)], [word(0, 5)], other_read=ALL)
    assert (told.only, told.unseen) == ((0, 0), (1, 0))


def test_a_rejection_is_a_word() -> None:
    told = compared([word(0, 5), word(10, 15)], [word(0, 5), rejected(10, 15)])
    assert (told.only, told.unseen) == ((1, 0), (0, 0))
    assert told.judged.same == Rate(1, 2)


def test_fields_are_told_over_matched_figures() -> None:
    ones = [word(10 * place, 10 * place + 5) for place in range(10)]
    others = [
        corrected(0, 5, unit="个"),
        corrected(10, 15, value="7", kind="money"),
        corrected(20, 25, subject="培训执法人员"),
        *ones[3:],
    ]
    told = compared(ones, others)
    rates = {name: told.fields[name].same.hits for name in FIELDS}
    assert rates == {"span": 10, "value": 9, "upper": 10, "unit": 9, "kind": 9, "bound": 10, "subject": 9}
    assert told.fields["bound"].alpha == Coefficient(None, "one_class")
    assert told.fields["value"].alpha is None
    assert told.sayings == {("verified", "verified"): 7, ("verified", "corrected"): 3}


def test_how_words_came_about_is_counted() -> None:
    told = compared([word(0, 5, note="hasty"), word(10, 15, note="imported bulk sum 1-2 3-4")], [word(0, 5)])
    first, second = told.conduct
    assert (first.decided, first.hasty, first.bulk, first.imported) == (2, 1, 1, 1)
    assert (second.decided, second.hasty) == (1, 0)


def test_nothing_in_common_is_said_to_be_nothing() -> None:
    told = agreement_of(("a", "b"), [])
    assert told.intervals is None
    assert told.judged.ac1 == Coefficient(None, "no_pairs")
    assert told.fields["value"].same.share is None


sayings = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from((word, rejected, added))),
    max_size=8,
    unique_by=lambda one: one[0],
).map(lambda said: [make(10 * place, 10 * place + 5) for place, make in said])


@settings(max_examples=15)
@given(sayings, sayings, st.sampled_from(((), ALL)), st.sampled_from(((), ALL)))
def test_f1_is_the_same_either_way(
    ones: list[FigureVerdict],
    others: list[FigureVerdict],
    one_read: tuple[tuple[int, int], ...],
    other_read: tuple[tuple[int, int], ...],
) -> None:
    there = compared(ones, others, one_read, other_read)
    back = compared(others, ones, other_read, one_read)
    for name, score in there.scores.agreements.items():
        assert score.f1 == pytest.approx(back.scores.agreements[name].f1)
    assert there.only == back.only[::-1]
    assert there.judged.same == back.judged.same


def test_what_both_add_tells_how_much_is_missed() -> None:
    ones = [added(10 * place, 10 * place + 5) for place in range(12)]
    others = [*ones[:8], *(added(10 * place, 10 * place + 5) for place in (20, 21))]
    told = compared(ones, others, ALL, ALL)
    assert (told.added.first, told.added.second, told.added.both, told.added.at_least) == (12, 10, 8, 15)
    assert compared(ones, others).added.seen == 0


def test_a_reviewer_is_compared_with_their_own_second_pass() -> None:
    first = [word(10 * place, 10 * place + 5) for place in range(8)]
    second = [*first[:6], corrected(60, 65, value="7"), rejected(70, 75)]
    report = SharedReport("r", FinalVerdicts("a", tuple(first)), FinalVerdicts("a", tuple(second)))
    told = agreement_of(("a", "a"), [report])
    assert (told.judged.same, told.fields["value"].same, told.only) == (Rate(6, 8), Rate(6, 7), (1, 0))
