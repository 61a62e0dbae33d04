"""Title, body, metadata and outline of pages of many templates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from fzreview.reading.body import find_layout
from fzreview.reading.metadata import read_metadata
from fzreview.reading.outline import find_outline
from fzreview.text.clean import clean_text
from support.hanging import no_hang

PAGES = Path(__file__).parents[1] / "gold" / "pages"


class Page(NamedTuple):
    """A page without its marks, where its body lies, and what is to be read."""

    source: str
    body: tuple[int, int]
    expected: dict[str, Any]


def page(name: str) -> Page:
    with (PAGES / name).open(encoding="utf-8", newline="") as file:
        told, _, marked = file.read().partition("\n")
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    return Page(marked.replace("⟦", "").replace("⟧", ""), (start, end), json.loads(told))


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.glob("*.txt")))
def test_page(name: str) -> None:
    source, body, expected = page(name)
    clean, _ = clean_text(source)
    layout = find_layout(clean.text)
    metadata = read_metadata(layout, clean)
    found = clean.source_span(*layout.body)
    assert source[slice(*found)] == source[slice(*body)]
    assert metadata.title == expected["title"]
    assert {key: getattr(metadata, key) for key in expected["metadata"]} == expected["metadata"]
    outline = [f"{node.level} {node.marker or node.title}" for node in find_outline(layout) if node.level]
    assert outline == expected["outline"]


def test_numbers_of_pages_leave_the_text() -> None:
    for name in ("09_dashes_with_page_numbers.txt", "10_page_so_many_of_so_many.txt"):
        clean, repairs = clean_text(page(name).source)
        assert [row.count for row in repairs if row.kind == "page_number"] == [3]
        assert "3" not in "".join(line for line in clean.text.split("\n") if len(line) < 12)[-4:]


def test_a_sentence_that_a_page_cut_is_whole_again() -> None:
    clean, _ = clean_text(page("28_sentence_cut_by_a_page_number.txt").source)
    assert "推动各项任务落地见效。" in clean.text.split("\n")[3]


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "line",
    [
        "目录\n一、主要\n二、其他\n",
        "- 1 -\n- 2 -\n",
        "来源\n",
        "首先，甲乙\n",
        "# 甲\n",
        "一、甲\n二、乙\n三、丙\n",
        "[ 索引号 ] ",
        "清河县人民政府\n",
        "——甲。乙\n",
        "好?，F將開會。\n",
        "<p>甲</p>",
    ],
)
def test_many_lines_of_it_end(line: str) -> None:
    with no_hang():
        find_outline(find_layout(clean_text(line * (100_000 // len(line)))[0].text))
