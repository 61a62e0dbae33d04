"""Breaks of a printed copy: numbers of pages between paragraphs, line ends in the middle of sentences.

Text out of a PDF file ends its lines where the paper did. A page number counts where others like it stand
in the text; a line end goes only in a text whose lines are nearly all of one width.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final
from unicodedata import east_asian_width

from fzreview.text.edits import Edit
from fzreview.text.sentences.marks import SENTENCE_ENDS

_BLANKS: Final = "[ \t\u3000\u00a0]*"
_PAGE_LINE: Final = re.compile(
    rf"\n{_BLANKS}(?:[-—–－]{{1,2}} ?(?P<dashed>\d{{1,3}}) ?[-—–－]{{1,2}}"
    r"|第 ?(?P<told>\d{1,3}) ?页(?:[ ,，/]{0,3}(?:共|总共) ?\d{1,3} ?页)?"
    rf"|[Pp]age ?(?P<page>\d{{1,3}})(?: of \d{{1,3}})?){_BLANKS}(?=\n|\Z)"
)
_NO_SENTENCE_END: Final = re.compile(rf"[^{SENTENCE_ENDS}：:”\s|]$")
_NEW_PARAGRAPH: Final = re.compile(
    r"[ \t\u3000\u00a0|#*\-—]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|第[一二三四五六七八九十]{1,3}[章节部条编]|\d{1,2}[、.．](?!\d)|[①-⑳]|附\s?件"
)

_SHORTEST_CUT: Final = 25
_LONGEST_LINE: Final = 2000
_NARROWEST: Final = 40
_WIDEST: Final = 130
_RAGGED: Final = 5
"""Cells that a full line may lack: a mark that may not begin a line, a number kept whole."""
_FEWEST_FULL: Final = 6
_SHARE_OF_FULL: Final = 0.5
_MOST_LONGER: Final = 0.05


def page_edits(text: str) -> list[Edit]:
    """Removals of lines that number pages, at least two that count on; a sentence cut by one is joined."""
    found = list(_PAGE_LINE.finditer(text))
    numbers = [int(match["dashed"] or match["told"] or match["page"]) for match in found]
    if not any(later == number + 1 for number, later in pairwise(numbers)):
        return []
    edits = []
    for match in found:
        behind = _next_line_start(text, match.end())
        joins = behind == match.end() + 1 and _is_cut(text, match.start(), behind)
        edits.append(Edit(match.start(), behind if joins else match.end(), ""))
    return edits


def _is_cut(text: str, start: int, stop: int) -> bool:
    """Whether the line before the page number stops in the middle of a sentence; a heading does not."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - _LONGEST_LINE) : start]
    if len(line) < _SHORTEST_CUT or _NO_SENTENCE_END.search(line) is None:
        return False
    return ("。" in line or not _NEW_PARAGRAPH.match(line)) and not _NEW_PARAGRAPH.match(text, stop)


def _next_line_start(text: str, at: int) -> int:
    while at < len(text) and text[at] == "\n":
        at += 1
    return at


def line_edits(text: str) -> list[Edit]:
    """Removals of line ends inside sentences, in a text that was broken to one width."""
    lines = text.split("\n")
    widths = [len(line.rstrip()) for line in lines if line]
    if len(widths) < _FEWEST_FULL or max(widths) > _WIDEST:
        return []
    cells = [_cells(line.rstrip()) for line in lines]
    full = _full_width([width for width in cells if width])
    if full is None:
        return []
    edits = []
    at = 0
    for index, line in enumerate(lines[:-1]):
        end = at + len(line)
        if (
            full - _RAGGED <= cells[index] <= full + 1
            and _NO_SENTENCE_END.search(line)
            and lines[index + 1]
            and not _NEW_PARAGRAPH.match(lines[index + 1])
        ):
            edits.append(Edit(end, end + 1, ""))
        at = end + 1
    return edits


def _full_width(cells: list[int]) -> int | None:
    """The width of a full line in cells, None where the text was not broken to one."""
    near: Counter[int] = Counter()
    for width, count in Counter(cells).items():
        for wider in range(width, width + _RAGGED + 1):
            near[wider] += count
    candidates = [width for width in set(cells) if _NARROWEST <= width <= _WIDEST]
    if not candidates:
        return None
    full = max(candidates, key=lambda width: (near[width], width))
    longer = sum(width > full + 1 for width in cells)
    if near[full] < max(_FEWEST_FULL, _SHARE_OF_FULL * len(cells)) or longer > _MOST_LONGER * len(cells):
        return None
    return full


def _cells(line: str) -> int:
    return sum(2 if character > "\u2e7f" or east_asian_width(character) in "WFA" else 1 for character in line)
