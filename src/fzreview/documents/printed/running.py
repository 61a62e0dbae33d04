"""What runs at the head and the foot of pages, and their numbers: no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import inf
from typing import Final

from fzreview.documents.printed.line import Line

_EDGE_LINES: Final = 2
"""Lines at the top and at the bottom of a page that may run through all of them."""
_FEWEST_PAGES: Final = 3
_SHARE_OF_PAGES: Final = 0.6
_LONGEST_RUNNING: Final = 60
_DIGITS: Final = re.compile("[0-9]+|(?<=第)[一二三四五六七八九十百]+(?=页)")
_PAGE_NUMBER: Final = re.compile(
    r"[-—–－·•\s]{0,4}(?:第\s?)?(?P<number>\d{1,4})(?:\s?页)?[-—–－·•\s]{0,4}(?:[/／]\s?(?:共\s?)?\d{1,4}(?:\s?页)?)?"
    r"|第\s?\d{1,4}\s?页\s?[,，/]?\s?共\s?\d{1,4}\s?页"
)


def drop_running(pages: Sequence[list[Line]]) -> None:
    """Take from each page the lines that most pages share in the same place, numbers in them aside.

    A file may hold what stands at the foot before all else: the place is that in the file, then that on the
    paper.
    """
    numbered: set[int] = set()
    for at in range(_EDGE_LINES):
        # The outermost first: behind a page number there may be a footer that runs.
        for edge in (_first, _last, _highest, _lowest):
            places = [edge(lines) if len(lines) > 1 else None for lines in pages]
            shapes = [
                "" if place is None else _shape(lines[place].text)
                for lines, place in zip(pages, places, strict=True)
            ]
            running = _running(shapes)
            may_number = at == 0 and edge in (_last, _lowest)
            for number, (lines, place, shape) in enumerate(zip(pages, places, shapes, strict=True), 1):
                if place is None or not shape:
                    continue
                is_number = (
                    may_number
                    and number not in numbered
                    and _is_number(lines[place].text, number, len(pages))
                )
                if is_number:
                    numbered.add(number)
                if is_number or shape in running:
                    del lines[place]


def _first(lines: Sequence[Line]) -> int:
    return 0


def _last(lines: Sequence[Line]) -> int:
    return len(lines) - 1


def _highest(lines: Sequence[Line]) -> int | None:
    """The line above all others, where another comes first."""
    return _outermost([-inf if line.level is None else line.level for line in lines], 0)


def _lowest(lines: Sequence[Line]) -> int | None:
    """The line below all others, where another comes last."""
    return _outermost([-inf if line.level is None else -line.level for line in lines], len(lines) - 1)


def _outermost(heights: Sequence[float], usual: int) -> int | None:
    most = max(heights)
    return None if heights[usual] == most else heights.index(most)


def _running(shapes: Sequence[str]) -> set[str]:
    """What stands at one place of most pages, or of all left or all right ones, as shapes."""
    pages = len(shapes)
    if pages < _FEWEST_PAGES:
        return set()
    counts = Counter(shape for shape in shapes if shape)
    needed = max(_FEWEST_PAGES, _SHARE_OF_PAGES * pages / 2)
    running = {shape for shape, count in counts.items() if count >= needed}
    for side in (shapes[::2], shapes[1::2]):
        if len(side) > 1 and len(set(side)) == 1 and side[0]:
            running.add(side[0])
    return running


def _shape(line: str) -> str:
    """A line without its numbers; nothing for one that is too long to run through pages."""
    return _DIGITS.sub("#", line).replace(" ", "") if len(line) <= _LONGEST_RUNNING else ""


def _is_number(line: str, number: int, pages: int) -> bool:
    """Whether a line at the foot says which page it stands on, give or take a cover."""
    match = _PAGE_NUMBER.fullmatch(line)
    if match is None:
        return False
    return match["number"] is None or abs(int(match["number"]) - number) <= min(pages, 5)
