"""Pages made to wear a converter out: the time that one takes grows with its size, not with what it nests."""

from __future__ import annotations

import time

import pytest

from fzreview.documents.html.page import convert_text
from fzreview.errors import InputRefused

SENTENCE = "全年办理行政复议案件48件，审结45件。"


@pytest.mark.parametrize("opened", ["<div>", "<span>", "<b><i>", "<ol><li>", "<table><tr><td>", "<o:p>"])
def test_what_is_nested_deep_keeps_its_text(opened: str) -> None:
    assert convert_text(opened * 1_000 + SENTENCE).text.endswith(SENTENCE)


@pytest.mark.parametrize("opened", ["<div>", "<ins>", "<x-y.z>", "<ul><li>", "<table><tr><td>"])
def test_what_is_nested_deeper_than_browsers_go_is_laid_side_by_side(opened: str) -> None:
    begin = time.process_time()
    nested = convert_text(
        opened * 40_000 + SENTENCE + "<table><tr><td>受理</td><td>48</td></tr></table>"
    ).text
    assert SENTENCE in nested
    assert time.process_time() - begin < 30, "each would look through all that it stands in: minutes"


def test_a_long_page_that_nests_little_keeps_its_tables() -> None:
    page = "<ul><li>首页<p>政务<td>" * 3 + f"<p>{SENTENCE}" * 3_000 + "<div><p>x</div>" * 2_000
    table = "<table><tr><td>受理</td><td>48</td></tr></table>"
    assert convert_text(page + table).text.endswith("| 受理 | 48 |")


@pytest.mark.parametrize("opened", ["<!--", "<script>", "<style>", "<script", "<![CDATA["])
def test_what_is_opened_without_end_costs_one_pass(opened: str) -> None:
    begin = time.process_time()
    text = convert_text(f"<p>{SENTENCE}</p>" + opened * 50_000).text
    assert text.startswith(SENTENCE)
    assert time.process_time() - begin < 30, "a pass for each would take minutes"


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
