"""Line breaks that a hard wrap put inside a sentence or a numeral of prose.

Here they become blanks, so that rules may look across them and every offset stays. Whole texts that a
program broke to one width lose theirs before, as a repair (`text.print_breaks`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from fzreview.language.alphabet import CLAUSE_MARKS, HAN, ITEM_NUMERALS
from fzreview.language.units import INITIALS

_NARROWEST: Final = 16
_WIDEST: Final = 60
_UNEVEN: Final = 4
"""Characters by which lines of one width may differ: digits are narrow."""
_OPEN: Final = re.compile(f"[{HAN},、]\\Z")
_PROSE: Final = re.compile(
    rf"\A(?:(?! *(?:[{ITEM_NUMERALS}]{{1,3}}[、.是]|[(第][{ITEM_NUMERALS}]|[0-9]{{1,2}}[.、]))"
    r"[^|]*[,。;]|[^|]*。)[^|]*\Z"
)
"""No cell of a table, and no heading: behind an outline mark a sentence must have ended."""
_CLOSED: Final = re.compile(
    f"(?![0-9]+[.、,]|[{ITEM_NUMERALS}]{{1,3}}[、.是]|第.{{1,3}}[条章节,])[{HAN}0-9“《][^|]*[,。;]"
)
_ROW_GOES_ON: Final = re.compile(
    f"(?:[0-9]+(?:\\.[0-9]{{1,2}})?(?![0-9])[{HAN}]|(?![{ITEM_NUMERALS}]{{1,3}}[、.是]|第)[{HAN}“《])[^|]*[,。;]"
)
"""The next thing of a row; behind 、 no line ends a sentence, whatever its width."""

_IN_NUMERAL: Final = re.compile(
    r"\n(?<=[^\n]{16}[0-9万亿余多]\n)"
    rf"(?![0-9]{{1,2}}[.、](?![0-9]+[万亿%‰]))(?=[0-9万亿余多{re.escape(''.join(sorted(INITIALS)))}])"
    r"|\n(?:(?<=[^\n]{16}[0-9]\.\n)(?=[0-9]+[万亿%‰])"
    rf"|(?<=[^\n]{{16}}[0-9],\n)(?=[0-9]{{3}}[{HAN}])"
    r"|(?<=[^\n]{16}[十百千]\n)(?=[一二三四五六七八九零])(?![一二三四五六七八九十]{1,3}[、.是]))"
)
"""A line break that a hard wrap put inside a figure: behind a long line, between number and unit."""
_ROW_OF_CELLS: Final = re.compile(
    rf"[^{CLAUSE_MARKS}]{{1,40}}[ ]-?[0-9][0-9,.]*[%‰{HAN}]{{0,4}}[ ]+-?[0-9][0-9,.]*\Z"
)
"""A line of a table without bars that ends with a number: no hard wrap cut it."""


def unwrapped(text: str) -> str:
    """The folded text with a blank for each line break that a hard wrap put inside a sentence or a figure.

    As many characters as before.
    """
    joined = _with_sentences_joined(text)
    return _IN_NUMERAL.sub(lambda wrap: _joint(joined, wrap.start()), joined)


def _joint(text: str, wrap: int) -> str:
    """What stands for the line break at ``wrap``: a blank, behind a row of a table the break itself."""
    start = text.rfind("\n", 0, wrap) + 1
    return "\n" if wrap - start <= _WIDEST and _ROW_OF_CELLS.match(text[start:wrap]) else " "


def _with_sentences_joined(text: str) -> str:
    lines = text.split("\n")
    joints = [" " if _goes_on(above, below) else "\n" for above, below in pairwise(lines)]
    return "".join(line + joint for line, joint in zip(lines, [*joints, ""], strict=True))


def _goes_on(above: str, below: str) -> bool:
    """Whether the second of two lines of prose goes on with a sentence that the first one leaves open.

    A line that a hard wrap ends is no narrower than the next; behind a narrow one a paragraph begins.
    """
    if len(above) >= _NARROWEST and above.endswith("、") and _PROSE.search(above) is not None:
        return _ROW_GOES_ON.match(below) is not None
    return (
        _NARROWEST <= len(above) <= _WIDEST
        and len(below) <= len(above) + _UNEVEN
        and _OPEN.search(above) is not None
        and _PROSE.search(above) is not None
        and _CLOSED.match(below) is not None
    )
