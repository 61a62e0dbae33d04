"""What gold asks for where several people decided, and where nobody looked."""

from __future__ import annotations

from dataclasses import replace

from fzreview.scoring.gold_rows import GoldRow, ReadSpan
from fzreview.scoring.truth import truth_of
from support.figure_rows import ROW, row_at


def test_rows_without_reviewers_all_hold() -> None:
    truth = truth_of([GoldRow(ROW, 1), GoldRow(ROW, 2), GoldRow(row_at(6, 8), 3)])
    assert len(truth.figures) == 3
    assert truth.disputed == 0
    assert truth.counts(row_at(100, 102))


def test_the_latest_decision_holds_and_the_later_line_where_times_are_equal() -> None:
    longer = replace(ROW, end=10)
    one = GoldRow(longer, 1, machine=(5, 9), reviewer="甲", decided_at="2026-02-01")
    other = GoldRow(ROW, 2, machine=(5, 9), reviewer="乙", decided_at="2026-01-01")
    assert truth_of([one, other]).figures == (longer,)
    assert truth_of([one, replace(other, decided_at="2026-02-01")]).figures == (ROW,)
    assert truth_of([one, other]).disputed == 1
    assert truth_of([replace(one, figure=ROW), other]).disputed == 0


def test_a_later_rejection_takes_the_figure_away() -> None:
    held = GoldRow(ROW, 1, reviewer="甲", decided_at="2026-01-01")
    rejected = GoldRow(ROW, 2, rejected=True, reviewer="乙", decided_at="2026-01-02")
    truth = truth_of([held, rejected])
    assert truth.empty
    assert truth.rejected == (ROW,)
    assert not truth_of([replace(held, decided_at="2026-01-03"), rejected]).empty


def test_figures_of_two_reviewers_that_overlap_are_one() -> None:
    one = GoldRow(ROW, 1, reviewer="甲", decided_at="2026-01-01")
    other = GoldRow(row_at(6, 12), 2, reviewer="乙", decided_at="2026-01-02")
    assert truth_of([one, other]).figures == (other.figure,)
    assert truth_of([other, one]).figures == (other.figure,)
    assert len(truth_of([one, replace(other, reviewer="甲")]).figures) == 2


def test_beside_known_figures_only_complete_context_counts() -> None:
    section = ("一、情况", "(一)执法")
    rows = [
        GoldRow(replace(row_at(10, 12), section=section), 1, complete=True, sentence=(4, "一" * 20)),
        GoldRow(replace(row_at(60, 62), section=section), 2, complete=True),
        GoldRow(
            replace(row_at(200, 202), section=("二、打算",)), 3, complete=False, sentence=(190, "一" * 50)
        ),
        GoldRow(replace(row_at(300, 302), section=("二、打算",)), 4, rejected=True, complete=False),
    ]
    truth = truth_of(rows)
    assert truth.counts(row_at(4, 6))  # in a complete sentence
    assert truth.counts(row_at(40, 42))  # between two complete rows of one section
    assert not truth.counts(row_at(100, 102))
    assert truth.counts(replace(row_at(100, 102), section=(*section, "1.")))  # below a complete section
    assert not truth.counts(replace(row_at(100, 102), section=section[:1]))
    assert not truth.counts(row_at(205, 207))
    assert truth.counts(row_at(301, 303))  # a hard negative
    assert truth.counts(row_at(100, 102, doc="b.txt"))  # a report whose rows do not say


def test_sections_that_are_listed_say_it_all() -> None:
    rows = [GoldRow(row_at(10, 12), 1, complete=True, sentence=(0, "一" * 20))]
    read = [ReadSpan("a.txt", 100, 200, open=((150, 152), (190, 193))), ReadSpan("b.txt", 0, 50)]
    truth = truth_of(rows, read)
    assert truth.counts(row_at(11, 13))  # a figure that gold has
    assert not truth.counts(row_at(15, 17))
    assert truth.counts(row_at(100, 102))
    assert not truth.counts(row_at(150, 152))  # a figure that nobody has settled
    assert truth.counts(row_at(152, 155))
    assert not truth.counts(row_at(200, 202))
    assert truth.counts(row_at(10, 12, doc="b.txt"))
    assert not truth.counts(row_at(60, 62, doc="b.txt"))
    assert not truth_of(rows, []).counts(row_at(15, 17))
