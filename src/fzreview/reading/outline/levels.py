"""The levels of headings: which ways to number are open, and which of them stands over which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fzreview.reading.outline.marks import CN, INNER_ITEM, OWN_LINE, PLAIN, Mark, Style


class Levels:
    """The stack of numbering styles that are open, the outermost first."""

    def __init__(self, text: str, *, outermost: str, cn_restarts: bool) -> None:
        """``outermost`` names the style that stands over all others against custom, see `outermost_style`.

        ``cn_restarts`` tells that 一、 begins anew in the text.
        """
        self._text = text
        self._outermost = outermost
        self._cn_restarts = cn_restarts
        self._open: list[tuple[Style, int]] = []
        self._own_holds = False
        """Whether the open own-line heading may have numbered ones below it."""
        self._own_at = -1
        """Where it ends: the next line begins right behind."""

    def numbers(self) -> dict[str, int]:
        """The last number of each open style."""
        return {style.name: number for style, number in self._open}

    def last_number(self, style: Style) -> int:
        """The last number of an open style, 0 where it is not open."""
        return self.numbers().get(style.name, 0)

    def close_paragraph(self) -> None:
        """Close what ends with a line."""
        while self._open and self._open[-1][0] in (PLAIN, INNER_ITEM):
            self._open.pop()

    def own_line(self, style: Style, end: int, *, holds: bool) -> None:
        """An own-line heading that ends at ``end`` comes next; ``holds`` tells that others stand below it."""
        self._own_holds, self._own_at = holds, end
        if not holds and style is OWN_LINE:
            self._open.clear()

    def push(self, style: Style, number: int, start: int) -> int:
        """The level of a heading that begins at ``start``; it is open from now on."""
        names = [open_style.name for open_style, _ in self._open]
        if style.name in names:
            del self._open[names.index(style.name) :]
        elif style.rank == OWN_LINE.rank:
            self._close_own_lines(style)
        elif style is not PLAIN:
            while self._open and self._open[-1][0].rank > style.rank:
                if self._holds(self._open[-1][0], style, number, start):
                    break
                self._open.pop()
        self._open.append((style, number))
        return len(self._open)

    def _holds(self, above: Style, style: Style, number: int, start: int) -> bool:
        """Whether a heading stays below an open one whose style comes behind its own by custom."""
        if above.name == self._outermost:
            return True
        if above.rank != OWN_LINE.rank or number != 1 or not self._own_holds:
            return False
        # 一、 stays below where it begins anew below each of them, or right behind; the others always.
        return style.rank > CN.rank or self._cn_restarts or not self._text[self._own_at : start].strip()

    def _close_own_lines(self, style: Style) -> None:
        """A heading with fewer # closes those with more."""
        for index, (open_style, _) in enumerate(self._open):
            if open_style.rank == OWN_LINE.rank and open_style.name > style.name:
                del self._open[index:]
                return


def outermost_style(marks: Sequence[Mark]) -> str:
    """The name of the style that numbers the parts although another one stands over it by custom.

    ``marks`` begin lines, in order: in 1、 （一） （二） 2、 the digits do. Empty where custom holds.
    """
    first = next((mark for mark in marks if mark.number), None)
    if first is None or first.number != 1:
        return ""
    inner = next((at for at, mark in enumerate(marks) if mark.style.rank < first.style.rank), None)
    if inner is None or marks[inner].number != 1:
        return ""
    before = [mark.number for mark in marks[:inner] if mark.style.name == first.style.name]
    behind = next((mark.number for mark in marks[inner:] if mark.style.name == first.style.name), 0)
    return first.style.name if before == [1] and behind == _SECOND else ""


_SECOND: Final = 2
