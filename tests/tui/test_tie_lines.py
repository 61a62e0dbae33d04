"""Lines about ties: nothing in them that a terminal obeys, whatever the report says."""

from __future__ import annotations

from fzreview.checking.evidence import Corroboration
from fzreview.domain.reports.stored import StoredFigure
from fzreview.domain.ties.tie import Alarm, Member, Tie
from fzreview.text.displayable import displayable
from fzreview.tui.screens.bulk import bulk_lines
from fzreview.tui.widgets.card.figure_card import CardNotes, card_lines
from fzreview.tui.widgets.card.tie_lines import alarm_line, early_line, evidence_line, tie_line
from fzreview.tui.widgets.lists.across_list import AcrossList
from support.hostile import hostile_report, spoiled

FIGURES = hostile_report().reading.figures
TIE = Tie(
    "same",
    (Member(1, 2, "one"), Member(3, 4, "other")),
    "true",
    True,
    "high",
    spoiled("1=1"),
    "same.true",
    (("explain", spoiled("1=1")),),
)
ALARM = Alarm(1, 2, "odd_unit", (("noun", spoiled("案")), ("unit", spoiled("件"))))


def test_nothing_of_a_report_acts() -> None:
    stored = StoredFigure(FIGURES[0], "machine", "test")
    line = tie_line(TIE, [("other", FIGURES[1])], True, "[y]")
    corroboration = evidence_line(Corroboration("proven", "open", TIE))
    remarks = CardNotes((alarm_line(ALARM),), evidence=corroboration, ties=(line,))
    lines = [*card_lines(stored, 1, 2, remarks, 9), *bulk_lines([stored], frozenset())]
    assert len(lines) == 10
    for line in lines:
        assert "\n" not in line.plain
        assert line.plain == displayable(line.plain)


def test_a_row_of_another_report_does_not_act() -> None:
    from fzreview.checking.ties.across import Elsewhere
    from fzreview.domain.figures.other_figure import OtherFigure

    other = OtherFigure("a" * 64, 1, 2, 2020, spoiled("甲区"), spoiled("案件"), spoiled("件"), "count", "1")
    rows = AcrossList()
    rows._elsewhere = [Elsewhere(other, 1.0, 10.0)]
    line = rows.row_text(0, 90).plain
    assert line == displayable(line) and "\n" not in line


def test_signs_tell_ties_apart() -> None:
    assert {tie_line(TIE, []).plain[0], alarm_line(ALARM).plain[0]} == {"✓", "!"}
    assert "穿插" in early_line(()).plain


def test_what_has_no_room_is_counted() -> None:
    stored = StoredFigure(FIGURES[0], "machine", "test")
    ties = tuple(tie_line(TIE, []) for _ in range(6))
    lines = card_lines(stored, 1, 2, CardNotes(ties=ties), 5)
    assert len(lines) == 5
    assert "另有 5 行" in lines[0].plain
