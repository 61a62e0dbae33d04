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


@pytest.mark.parametrize("opened", ["<!--", "<script>", "<style>", "<script", "<![CDATA["])
def test_what_is_opened_without_end_costs_one_pass(opened: str) -> None:
    begin = time.process_time()
    text = convert_text(f"<p>{SENTENCE}</p>" + opened * 50_000).text
    assert text.startswith(SENTENCE)
    assert time.process_time() - begin < 30, "a pass for each would take minutes"


def test_a_comment_parts_no_line_and_hides_no_text_behind_it() -> None:
    page = (
        "<p>办理<!-- a --><span>案件</span><!--> 48件<!---->，<!--StartFragment-->审结"
        "<![if !x]>45件<![endif]>。</p>"
    )
    assert convert_text(page).text == "办理案件 48件，审结45件。"
    with pytest.raises(InputRefused):
        convert_text("<p><!-- nothing")
