"""Numbers of pages and hard line ends of printed copies."""

from __future__ import annotations

import pytest

from fzreview.text.clean import clean_text

LONG = "县政府常务会议专题研究法治政府建设工作五次，印发年度工作要点，明确任务分工，推动各项任务落地见效。"


def cleaned(source: str) -> str:
    return clean_text(source)[0].text


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize(
    ("first", "second"),
    [("- 1 -", "- 2 -"), ("—1—", "—2—"), ("第1页", "第2页"), ("第 1 页 共 9 页", "第 2 页 共 9 页")],
)
def test_page_numbers_go(first: str, second: str) -> None:
    assert cleaned(f"{LONG}\n{first}\n{LONG}\n{second}\n{LONG}") == f"{LONG}\n{LONG}\n{LONG}"


def test_a_cut_sentence_is_joined_and_a_heading_is_not() -> None:
    source = f"{LONG[:30]}\n- 1 -\n{LONG[30:]}\n二、存在的问题\n- 2 -\n{LONG}"
    assert cleaned(source) == f"{LONG}\n二、存在的问题\n{LONG}"


@pytest.mark.parametrize("line", ["- 1 -", "第1页", "1", "5次"])
def test_a_line_alone_is_no_row_of_page_numbers(line: str) -> None:
    assert cleaned(f"{LONG}\n{line}\n{LONG}") == f"{LONG}\n{line}\n{LONG}"


def test_line_ends_inside_sentences_go() -> None:
    paragraph = LONG * 6
    source = f"一、工作情况\n{wrapped(paragraph, 32)}\n二、打算\n{wrapped(paragraph, 32)}"
    clean, repairs = clean_text(source)
    assert clean.text == f"一、工作情况\n{paragraph}\n二、打算\n{paragraph}"
    assert {row.kind for row in repairs} == {"line_break"}


@pytest.mark.parametrize(
    "source",
    [
        "\n".join([LONG] * 12),
        "\n".join(["公安局", "412", "司法局", "57"] * 5),
        "\n".join(f"{number}、某某乡镇某某村某某项目某某单位某某地点建设" for number in range(1, 20)),
        "\n\n".join(LONG[:30] for _ in range(12)),
    ],
)
def test_lines_that_are_meant_stay(source: str) -> None:
    assert cleaned(source) == source
