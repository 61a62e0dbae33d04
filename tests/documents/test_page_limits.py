"""Pages made to wear a converter out: the time that one takes grows with its size, not with what it nests."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from fzreview.documents.html.page import convert_text
from fzreview.errors import InputRefused

TABLE = "<table><tr><td>受理</td><td>48</td></tr></table>"
SENTENCE = "全年办理行政复议案件48件，审结45件。"


@pytest.mark.parametrize("opened", ["<div>", "<span>", "<b><i>", "<ol><li>", "<table><tr><td>", "<o:p>"])
def test_what_is_nested_deep_keeps_its_text(opened: str) -> None:
    assert convert_text(opened * 1_000 + SENTENCE).text.endswith(SENTENCE)


@pytest.mark.parametrize("opened", ["<div>", "<ins>", "<x-y.z>", "<ul><li>", "<table><tr><td>"])
def test_what_is_nested_deeper_than_browsers_go_is_laid_side_by_side(opened: str) -> None:
    assert SENTENCE in convert_text(opened * 40_000 + SENTENCE + TABLE).text
    few, twice = (calls_made(opened * count + SENTENCE + TABLE) for count in (3_000, 6_000))
    assert twice < 2.5 * few, "each would look through all that it stands in"


def test_a_long_page_that_nests_little_keeps_its_tables() -> None:
    page = "<ul><li>首页<p>政务<td>" * 3 + f"<p>{SENTENCE}" * 3_000 + "<div><p>x</div>" * 2_000
    assert convert_text(page + TABLE).text.endswith("| 受理 | 48 |")


@pytest.mark.parametrize("opened", ["<!--", "<script>", "<style>", "<script", "<![CDATA["])
def test_what_is_opened_without_end_costs_one_pass(opened: str) -> None:
    assert convert_text(f"<p>{SENTENCE}</p>" + opened * 50_000).text.startswith(SENTENCE)
    few, twice = (calls_made(f"<p>{SENTENCE}</p>" + opened * count) for count in (3_000, 6_000))
    assert twice < 2.5 * few, "a pass for each"


def calls_made(page: str) -> int:
    """How many calls, of functions in C too, its conversion makes."""
    count = 0

    def note(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        convert_text(page)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", ["svg", "math"])
def test_a_drawing_that_is_not_closed_ends_where_text_begins(name: str) -> None:
    assert convert_text(f"<p>{SENTENCE}<{name}><path/><span>{SENTENCE}</span>").text.count(SENTENCE) == 2


def test_a_comment_parts_no_line_and_hides_no_text_behind_it() -> None:
    page = (
        "<p>办理<!-- a --><span>案件</span><!--> 48件<!---->，<!--StartFragment-->审结"
        "<![if !x]>45件<![endif]>。</p>"
    )
    assert convert_text(page).text == "办理案件 48件，审结45件。"
    with pytest.raises(InputRefused):
        convert_text("<p><!-- nothing")
