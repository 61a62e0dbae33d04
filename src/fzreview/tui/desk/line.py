"""The status line: what was done last, and which moves it names for undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final, Literal

from fzreview.errors import FzError
from fzreview.strings import say
from fzreview.text.cells import cells, offset_at_cell
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.lines.changing import Lines

Direction = Literal["undo", "redo"]

LEAST_END: Final = 24
"""Cells of a wording that are left at least."""


class StatusLine:
    """One line of words. What was done stays to be read; everything else goes with its cause."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._is_new = False
        """Whether the words were told since the last key began to act."""
        self._lasts = True
        """Whether they stay when the next key acts."""
        self._is_by_the_way = False
        """Whether they came from outside and asked for nothing."""
        self._told: tuple[Callable[[str], str], str] | None = None
        """What is said of a wording that gives way to what is said behind it, and that wording."""
        self._behind: list[str] = []
        """What was said behind it."""
        self.named: Mapping[Direction, str] = {}
        """The moves that the line names as the next to be undone and redone."""

    def tell(
        self,
        words: str,
        loud: bool = False,
        named: Mapping[Direction, str] = MappingProxyType({}),
        lasts: bool = False,
    ) -> None:
        """Show words; ``named`` are the moves that they name.

        ``lasts``: they stay true when the reviewer goes on, until others are told.
        """
        self.named = dict(named)
        self._is_new, self._lasts = True, lasts
        self._is_by_the_way = False
        self._told = None
        self._lines.set_class(loud, "-loud")
        self._lines.show(words)

    def tell_of(
        self,
        told: Callable[[str], str],
        wording: str,
        named: Mapping[Direction, str] = MappingProxyType({}),
        lasts: bool = False,
    ) -> None:
        """Show what ``told`` says of a wording, which is shortened where the line would be cut."""
        self.tell(self.fitted(told, wording), named=named, lasts=lasts)
        self._told, self._behind = (told, wording), []

    @property
    def words(self) -> str:
        """What is shown."""
        return self._lines.content

    def add(self, words: str) -> None:
        """Show more behind them; a wording makes room for it."""
        if self._told is None:
            self._lines.add(words)
            return
        told, wording = self._told
        self._behind.append(words)
        behind = "".join(self._behind)
        self._lines.show(self.fitted(lambda one: told(one) + behind, wording).removesuffix(behind))
        for one in self._behind:
            self._lines.add(one)

    def offer(self, words: str) -> None:
        """Show words that must be seen: behind what is shown, before it where they would be cut off."""
        shown = self.words
        if not shown:
            self.tell(words)
        elif self.has_room_for(f"{shown}   {words}"):
            self.add(f"   {words}")
        else:
            self._lines.show(f"{words}   {shown}")

    def tell_by_the_way(self, words: str) -> None:
        """Show words that came from outside, where nothing stands that is to be read."""
        if not self.words or self._is_by_the_way:
            self.tell(words)
            self._is_by_the_way = True

    def fitted(self, told: Callable[[str], str], wording: str) -> str:
        """What ``told`` says of a wording, of which only the end is left where all of it would be cut.

        The end of a figure's wording is its number; of a subject of some thousand characters nothing else
        of the line would be seen.
        """
        over = cells(told(wording)) - self._lines.content_size.width
        if over <= 0:
            return told(wording)
        # One cell more, for the ellipsis.
        begin = offset_at_cell(wording, min(over, max(cells(wording) - LEAST_END, 0))) + 1
        return told(f"…{wording[begin:]}") if begin > 1 else told(wording)

    @contextmanager
    def one_cause(self) -> Iterator[None]:
        """A key acts meanwhile: what was said before is gone behind it, where it does not last."""
        self._is_new = False
        yield
        if not self._is_new and not self._lasts:
            self.tell("")

    def has_room_for(self, words: str) -> bool:
        """Whether the line shows these words uncut."""
        return cells(words) <= self._lines.content_size.width

    @contextmanager
    def asking_the_store(self) -> Iterator[None]:
        """What the store cannot answer is told; the report that is open stays."""
        try:
            yield
        except FzError as error:
            self.tell(say("desk.not_read", reason=one_line(str(error))), loud=True)
