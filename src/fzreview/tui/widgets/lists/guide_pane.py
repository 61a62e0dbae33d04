"""The rules of the annotation guide as a virtual list of wrapped rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final, NamedTuple

from rich.style import Style
from rich.text import Text

from fzreview.review.guide import GuideRule
from fzreview.review.wording.ruling_words import ruling_text
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.text.wrap import wrap_prose
from fzreview.tui.widgets.lists.rows_pane import RowsPane

INDENT: Final = 2
"""Indent of a rule in cells; rulings of the team are indented twice."""


class GuideRow(NamedTuple):
    """One row of a rule or of the heading above it."""

    words: str
    rule: int | None
    """Index of the rule; None for a heading."""
    indent: int = 0


class GuidePane(RowsPane, can_focus=False, inherit_bindings=False):
    """Shows rules under their headings, one of them highlighted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"guide-pane--here", "guide-pane--ruling"}

    def __init__(self, rules: Sequence[GuideRule], at: int, *, id: str | None = None) -> None:
        """``at``: index of the rule that is highlighted and scrolled to."""
        super().__init__(id=id)
        self._rules = rules
        self._shown: Sequence[int] = range(len(rules))
        self._at: int | None = at
        self.rows: list[GuideRow] = []
        """The wrapped rows."""

    def show_rules(self, shown: Sequence[int], at: int | None) -> None:
        """Show the rules with these indexes; ``at``: the one highlighted and scrolled to the top."""
        self._shown, self._at = shown, at
        self._lay_out()

    def scroll_rows(self, count: int) -> None:
        """Scroll down by ``count`` rows; up if negative."""
        self.scroll_to(y=self.scroll_offset.y + count, animate=False, force=True)

    @property
    def rows_in_sight(self) -> list[GuideRow]:
        top = self.scroll_offset.y
        return self.rows[top : top + self.size.height]

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        self.rows = list(self._wrapped(width))
        top = next((row for row, one in enumerate(self.rows) if one.rule == self._at), 0)
        self.show_rows(len(self.rows), top)

    def _scroll_to_cursor(self) -> None:
        # At once: a frame may be painted before the rule has come to the top.
        self.scroll_to(y=self.cursor, animate=False, force=True, immediate=True)

    def _wrapped(self, width: int) -> Iterable[GuideRow]:
        heading = None
        for number in self._shown:
            rule = self._rules[number]
            if rule.section != heading:
                heading = rule.section
                yield from _in_rows(rule.section or say("desk.guide.rulings"), None, INDENT, width)
            if rule.ruling is None:
                yield from _in_rows(rule.plain, number, INDENT, width)
            else:
                yield from _in_rows(ruling_text(rule.ruling), number, 2 * INDENT, width)

    def on_resize(self) -> None:
        self._lay_out()

    def row_text(self, row: int, width: int) -> Text:
        one = self.rows[row]
        text = Text(" " * one.indent, no_wrap=True)
        if one.rule is None:
            return text.append(one.words, "bold underline")
        text.append(one.words)
        if self._rules[one.rule].ruling is not None:
            text.stylize(self._look("ruling"))
        if one.rule == self._at:
            text.pad_right(max(width - text.cell_len, 0))
            text.stylize(self._look("here"))
        return text

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"guide-pane--{name}", partial=True)

    def cursor_style(self) -> Style:
        """No style, since rows cannot be chosen."""
        return Style()


def _in_rows(words: str, rule: int | None, indent: int, width: int) -> Iterable[GuideRow]:
    told = one_line(words)
    for start, end in wrap_prose(told, max(width - indent, 1)):
        yield GuideRow(told[start:end], rule, indent)
