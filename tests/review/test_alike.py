"""What is looked for behind a correction or a rejection, and which of what is found is alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.figures.alike import FigureInReport, Pattern
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import HeldDecision, StoredFigure
from fzreview.review.lookalikes.alike_figures import Judged, alike_to, pattern_of
from fzreview.review.steps.elsewhere import PlannedDecision

FIGURE = Figure(10, 14, "195件", "195件", "195", None, "件", "count", "=", "全市受理调解案件")
REJECTED = Decision("wrong", "not_a_figure")


def corrected(**fields: str) -> Decision:
    return Decision("wrong", "subject", correction=replace(FIGURE, **fields))  # type: ignore[arg-type]  # fields of a figure


def told(
    figure: Figure, report: str = "b", before: str = "全市受理", behind: str = "，同比增长", **held: str
):
    stored = StoredFigure(
        figure,
        "machine",
        "x",
        tuple(HeldDecision(who, "2026", Decision(v)) for who, v in held.items()),  # type: ignore[arg-type]  # verdicts
    )
    return FigureInReport(report, "b.txt", "乙区", 2021, "x", stored, before, figure.text, behind)


def alikes(decision: Decision, *found: FigureInReport, judged: Figure = FIGURE) -> list[PlannedDecision]:
    origin = JournalEntry(
        *("u", "2026", "ann", "s", "corrected", "a", judged.span_key),
        before=None,
        after=decision,
        elapsed_ms=0,
        extractor="x",
        guide="1",
    )
    return list(alike_to(Judged(origin, told(judged, "a")), "ann", found))


@pytest.mark.parametrize(
    ("decision", "pattern"),
    [
        (corrected(subject="全市调解案件"), ("begins", "全市受理调解")),
        (corrected(subject="全市受理案件调解"), ("ends", "受理调解案件")),
        (corrected(subject="全市受理调解"), ("ends", "调解案件")),
        (corrected(unit="起"), ("subject", "")),
        (corrected(bound="~"), ("subject", "")),
        (corrected(value="1950000"), ("subject", "")),
        (REJECTED, ("subject", "195件")),
    ],
)
def test_a_decision_tells_what_to_look_for(decision: Decision, pattern: tuple[str, str]) -> None:
    made = pattern_of(FIGURE, decision)
    assert made is not None and (made.kind, made.words) == pattern and made.subject == FIGURE.subject


def test_what_is_told_without_digits_is_known_by_its_words() -> None:
    assert pattern_of(replace(FIGURE, text="三个", unit="个"), REJECTED) == Pattern(
        "text", "三个", FIGURE.subject, "个", "count"
    )


@pytest.mark.parametrize("decision", [corrected(value="196"), corrected(subject="罚款")])
def test_what_is_wrong_with_one_figure_alone_says_nothing_of_others(decision: Decision) -> None:
    assert pattern_of(FIGURE, decision) is None


def test_a_slip_is_put_right_where_all_of_it_is_there() -> None:
    other = replace(FIGURE, text="7件", value="7", subject="全市受理信访事项")
    cut = corrected(subject="全市调解案件")
    assert pattern_of(FIGURE, cut) is not None
    decision = corrected(subject="受理调解案件", unit="起")
    (alike,) = alikes(decision, told(other))
    assert alike.after.correction is not None
    assert (alike.after.correction.subject, alike.after.correction.unit) == ("受理信访事项", "起")
    assert alike.after.correction.value == "7" and alike.action == "corrected"
    assert not alikes(decision, told(replace(other, unit="宗")))
    assert not alikes(decision, told(replace(other, text="7余件"))), "another wording was read by other rules"


def test_words_that_the_sentence_does_not_tell_are_not_put_into_a_subject() -> None:
    other = replace(FIGURE, subject="全市受理信访事项")
    decision = corrected(subject="全市法院受理调解案件")
    assert not alikes(decision, told(other))


def test_an_amount_that_was_read_too_small_is_multiplied() -> None:
    one = replace(FIGURE, text="3.5亿元", value="3.5", unit="元", kind="money")
    other = replace(one, text="2.05亿元", value="2.05")
    decision = Decision("wrong", "value", correction=replace(one, value="350000000"))
    (alike,) = alikes(decision, told(other), judged=one)
    assert alike.after.correction is not None and alike.after.correction.value == "205000000"


@pytest.mark.parametrize(
    ("figure", "fields", "is_alike"),
    [
        ({"text": "7件"}, {}, True),
        ({"text": "7余件"}, {}, False),
        ({"text": "7件", "subject": "信访事项"}, {"behind": "。"}, False),
        ({"text": "7件", "subject": "信访事项"}, {}, True),
    ],
)
def test_a_rejection_is_of_the_same_wording_in_the_same_place(
    figure: dict[str, str], fields: dict[str, str], is_alike: bool
) -> None:
    other = told(replace(FIGURE, **figure), **fields)  # type: ignore[arg-type]  # fields of a figure
    assert bool(alikes(REJECTED, other)) == is_alike


def test_what_anybody_decided_and_the_figure_itself_are_left_alone() -> None:
    assert not alikes(REJECTED, told(FIGURE, bob="verified"))
    assert not alikes(REJECTED, told(FIGURE, "a"))


def test_a_comment_stays() -> None:
    stored = replace(told(FIGURE).stored, held=(HeldDecision("ann", "2026", Decision(None, comment="看")),))
    (alike,) = alikes(REJECTED, replace(told(FIGURE), stored=stored))
    assert alike.after == replace(REJECTED, comment="看")


def test_what_is_to_be_keyed_is_settled_by_nothing_else() -> None:
    hidden = replace(told(FIGURE), stored=replace(told(FIGURE).stored, hidden=True))
    assert not alikes(REJECTED, hidden)
    assert alikes(REJECTED, told(FIGURE))
