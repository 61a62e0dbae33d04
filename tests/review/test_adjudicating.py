"""An adjudicator's way through the disputes, without a screen or a store."""

from __future__ import annotations

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.dissent.dispute import Dispute, DisputeRef, Side
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.adjudicating import NOT_A_FIGURE, Adjudicating, Ruling

FIGURE = Figure(3, 6, "12件", "12件", "12", None, "件", "count", "=", "案件")
REFS = [DisputeRef("r", (f"{start}-{start + 3}",)) for start in (3, 10, 20)]


def dispute(ref: DisputeRef, *sides: Side) -> Dispute:
    span = ref.spans[0]
    usual = (
        Side("keeps", FIGURE, {span: Decision("verified")}),
        Side("none", None, {span: NOT_A_FIGURE}),
    )
    return Dispute(ref, span, ("existence",), sides or usual)


def begun() -> Adjudicating:
    session = Adjudicating(REFS)
    session.look_at(dispute(REFS[0]))
    return session


def test_a_side_is_taken_and_the_next_dispute_comes() -> None:
    session = begun()
    ruling = session.take("A")
    assert isinstance(ruling, Ruling) and ruling.words == {"3-6": Decision("verified")}
    session.accept(ruling)
    assert (session.done, session.left, session.current) == (1, 2, REFS[1])


def test_a_side_that_settles_nothing_cannot_be_taken() -> None:
    session = Adjudicating(REFS)
    session.look_at(dispute(REFS[0], Side("unsure", None, {"3-6": Decision("unsure")})))
    assert session.take("A") == "undecided_side"
    assert session.take("B") == "no_side"
    assert session.left == 3


def test_a_third_answer_rules_out_every_other_figure_of_the_dispute() -> None:
    ref = DisputeRef("r", ("3-6", "4-8"))
    session = Adjudicating([ref])
    session.look_at(Dispute(ref, "3-6", ("span",), ()))
    ruling = session.correct(StoredFigure(FIGURE, "machine", "x"), FIGURE)
    assert ruling.words == {"3-6": Decision("verified"), "4-8": NOT_A_FIGURE}
    assert session.reject().words == {"3-6": NOT_A_FIGURE, "4-8": NOT_A_FIGURE}


def test_put_off_it_comes_behind_all_others() -> None:
    session = begun()
    session.postpone()
    assert (session.current, session.put_off) == (REFS[1], False)
    session.postpone()
    session.postpone()
    assert (session.current, session.put_off, session.left) == (REFS[0], True, 3)


def test_undo_brings_the_dispute_back_with_its_flag() -> None:
    session = begun()
    session.toggle_gap()
    ruling = session.reject()
    session.accept(ruling)
    assert ruling.gap and not session.gap and session.gaps == 1
    assert session.undone() == ruling
    assert (session.current, session.gap, session.done) == (REFS[0], True, 0)


def test_what_is_settled_meanwhile_is_passed_over() -> None:
    session = begun()
    session.toggle_gap()
    session.look_at(None)
    assert (session.current, session.done, session.left, session.gap) == (REFS[1], 0, 2, False)
