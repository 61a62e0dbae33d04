"""A wording in the open report."""

from __future__ import annotations

import pytest

from fzreview.domain.reports.report import Reading
from fzreview.review.view_models.search_matches import SearchMatches
from fzreview.review.view_models.text_view import Side
from support.written_reports import written_report

PLAIN = written_report("全年办理复议 48件。\n复议撤销 3件。\n行政复议 5件。", "plain").reading
GLOSSED = written_report(
    "全年辦結行政復(fù)議(yì)案(àn)件四十八件，審結率達百分之百。復議機關負責人出庭應訴。", "glossed"
).reading


def found(typed: str, reading: Reading, side: Side) -> list[str]:
    text = reading.clean.text if side == "clean" else reading.source
    return [text[start:end] for start, end in SearchMatches.of(typed, reading, side).spans]


def test_steps_go_round_both_ends() -> None:
    places = SearchMatches.of("复议", PLAIN, "clean")
    assert (len(places.spans), places.span) == (3, None)
    forward = [(places := places.moved(1)).current for _ in range(4)]
    assert forward == [0, 1, 2, 0]
    assert places.moved(-1).current == 2
    assert SearchMatches.of("复议", PLAIN, "clean").moved(-1).current == 2


@pytest.mark.parametrize("typed", ["没有", "", " "])
def test_nothing_found_has_no_current_place(typed: str) -> None:
    places = SearchMatches.of(typed, PLAIN, "clean")
    assert (places.spans, places.moved(1).span, places.at(0).span) == ((), None, None)


@pytest.mark.parametrize(
    ("typed", "side", "wordings"),
    [
        ("复议", "clean", ["复议", "复议"]),
        ("复议", "source", ["復(fù)議", "復議"]),
        ("復議", "clean", ["复议", "复议"]),
        ("復議", "source", ["復(fù)議", "復議"]),
        ("fù", "clean", []),
        ("fù", "source", ["fù"]),
        ("案件", "source", ["案(àn)件"]),
    ],
)
def test_both_sides_are_searched(typed: str, side: Side, wordings: list[str]) -> None:
    assert found(typed, GLOSSED, side) == wordings


def test_the_same_place_stays_current_on_the_other_side() -> None:
    places = SearchMatches.of("复议", GLOSSED, "clean").at(1)
    with_change = places.shown_in(GLOSSED, "source")
    assert with_change.span is not None
    assert GLOSSED.source[slice(*with_change.span)] == "復議"
    assert with_change.shown_in(GLOSSED, "clean") == places
    assert places.shown_in(GLOSSED, "clean") is places


def test_another_report_begins_before_its_first_place() -> None:
    places = SearchMatches.of("复议", GLOSSED, "clean").at(1).shown_in(PLAIN, "clean")
    assert (len(places.spans), places.current, places.moved(1).current) == (3, None, 0)


def test_excerpts_mark_the_place_in_its_line() -> None:
    excerpts = list(SearchMatches.of("复议", PLAIN, "clean").excerpts(2))
    assert [each.text for each in excerpts] == ["全年办理复议 48件。", "复议撤销 3件。"]
    assert [each.text[each.start : each.end] for each in excerpts] == ["复议", "复议"]
