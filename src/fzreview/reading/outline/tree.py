"""Marks and plain headings become nodes with levels and the spans that they govern."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.extracting.trace import fired
from fzreview.domain.reports.report import SectionKind
from fzreview.reading.body import Layout
from fzreview.reading.contents import contents_end, names_contents
from fzreview.reading.lines import Line
from fzreview.reading.outline.ends import glued_year, heading_end, item_end
from fzreview.reading.outline.inline import credible_inline, goes_on, heads_text
from fzreview.reading.outline.levels import Levels, outermost_style
from fzreview.reading.outline.marks import (
    BULLET,
    INNER_ITEM,
    ITEM,
    ORDINAL,
    PLAIN,
    Mark,
    Style,
    bullet_sign,
    inline_dashes,
    inline_marks,
    mark_at_start,
    touching_marks,
)
from fzreview.reading.outline.nodes import Node, with_ends
from fzreview.reading.outline.own_line import (
    is_frame,
    label_of,
    own_line_rule,
    own_line_style,
    stands_over_task,
)
from fzreview.reading.outline.plain import Heading, opens_with_label, plain_headings
from fzreview.reading.outline.rules import TITLE, rule_of

_ONE_LINE_SHARE: Final = 0.6
_RESTART: Final = re.compile(r"[#*\s]*一[、.．]")
_FORM_ROW: Final = re.compile(r"[|｜][ \d.,%-]*\d *(?:[|｜]|$)|(?:\s\d[\d,.]*%?){2,}\s*$")
"""A row of a form behind its number: ``一、本年新收 | 3 | 0 | 3``."""


def find_outline(layout: Layout) -> list[Node]:
    """The outline of a report in order of ``start``; the title is the first node where there is one."""
    builder = _Builder(layout)
    lines = layout.body_lines
    one_line = _stands_on_one_line(layout)
    skipped = 0
    for index, line in enumerate(lines):
        if index >= skipped and names_contents(line.text):
            skipped = contents_end(lines, index)
        if index < skipped:
            continue
        builder.read(line, lines, index, crowded=one_line)
    return with_ends(builder.nodes, layout)


def _stands_on_one_line(layout: Layout) -> bool:
    """Whether one line of the page holds most of the body; blanks may part it into several `Line`."""
    body = layout.text[slice(*layout.body)]
    return max(map(len, body.split("\n"))) > _ONE_LINE_SHARE * max(1, len(body))


class _Builder:
    """Reads lines in order and keeps the stack of numbering styles that are open."""

    def __init__(self, layout: Layout) -> None:
        self.text = layout.text
        self.nodes: list[Node] = []
        self.marks = [mark_at_start(line.text) for line in layout.body_lines]
        """What each line of the body begins with."""
        self.levels = Levels(
            layout.text,
            outermost=outermost_style([mark for mark in self.marks if mark is not None and not mark.weak]),
            cn_restarts=sum(_RESTART.match(line.text) is not None for line in layout.body_lines) > 1,
        )
        self.bullets = {
            sign
            for sign, count in Counter(bullet_sign(line.text) for line in layout.body_lines).items()
            if sign and count > 1
        }
        """Signs that begin items: those that several lines begin with."""
        self.tasks_below = any(
            stands_over_task(layout.body_lines, index) for index in range(len(layout.body_lines))
        )
        self.labelled = sum(opens_with_label(line.text) for line in layout.body_lines) > 1
        if layout.title is not None:
            title = layout.title
            fired(TITLE, title.start, title.end)
            self.nodes.append(Node(title.start, title.end, layout.body[1], 0, "", title.text, "title"))

    def read(self, line: Line, lines: list[Line], index: int, *, crowded: bool) -> None:
        self.levels.close_paragraph()
        mark = self.marks[index]
        if mark is not None and (_is_form_row(line.text) or not self._is_credible(mark, line.text)):
            mark = None
        if mark is None:
            own_line = own_line_rule(lines, index, first=not self.nodes)
            if own_line is not None:
                self._add_own_line(line, own_line)
                return
            marks = self._inner_marks(line, 0, crowded=crowded, lead=None)
            self._read_paragraph(line, line.start, marks, opens_line=True, crowded=crowded, lead=None)
            return
        marks = self._inner_marks(line, mark.end, crowded=crowded, lead=mark)
        start, text_start = line.start + mark.start, line.start + mark.end
        stop = line.start + marks[0].start if marks else line.end
        end, follows = self._heading_end(text_start, stop, crowded=crowded)
        kind: SectionKind = (
            "runin" if follows or (marks and marks[0].style.rank >= ORDINAL.rank) else "heading"
        )
        if mark.style.rank == BULLET.rank or goes_on(mark, marks):
            kind = "item"
        self._add_marked(start, text_start, end, kind, mark)
        self._read_paragraph(line, end, marks, opens_line=False, crowded=crowded, lead=mark)

    # Reading a paragraph

    def _read_paragraph(
        self,
        line: Line,
        start: int,
        marks: list[Mark],
        *,
        opens_line: bool,
        crowded: bool,
        lead: Mark | None,
    ) -> None:
        """Plain headings of the line from ``start`` on, and its inline marks, none before ``start``."""
        offset = line.start
        row_goes_on = lead is not None and goes_on(lead, marks)
        stops = [*(offset + mark.start for mark in marks), line.end]
        events: list[tuple[int, int, Mark | Rule]] = list(self._plain(start, stops[0], opens_line=opens_line))
        for mark, stop in zip(marks, stops[1:], strict=True):
            mark_start, text_start = offset + mark.start, offset + mark.end
            if not heads_text(mark, crowded=crowded):
                end = item_end(self.text, text_start, stop)
            else:
                end, _ = self._heading_end(text_start, stop, crowded=True)
                events += self._plain(end, stop, opens_line=False)
            events.append((mark_start, end, mark))
        events.sort(key=lambda event: event[0])
        for event_start, event_end, event_mark in events:
            if isinstance(event_mark, Rule):
                fired(event_mark, event_start, event_end)
                self._add(event_start, event_end, "", self.text[event_start:event_end], "runin", PLAIN, 0)
                continue
            inline_item = not heads_text(event_mark, crowded=crowded)
            if event_mark.style is ITEM and lead is not None and lead.style is ITEM and not row_goes_on:
                event_mark = event_mark._replace(style=INNER_ITEM)
            kind: SectionKind = "item" if inline_item else "runin"
            self._add_marked(event_start, offset + event_mark.end, event_end, kind, event_mark)

    def _plain(self, start: int, stop: int, *, opens_line: bool) -> list[Heading]:
        while start < stop and self.text[start] in "。；;：:”！! ":
            start += 1
        return plain_headings(self.text, start, stop, opens_line=opens_line, labelled=self.labelled)

    def _inner_marks(self, line: Line, start: int, *, crowded: bool, lead: Mark | None) -> list[Mark]:
        """Marks inside the line that begin an item or, where everything stands on one line, a heading."""
        marks = inline_marks(line.text, start)
        if crowded:
            known = {mark.start for mark in marks}
            marks = sorted(marks + [m for m in touching_marks(line.text, start) if m.start not in known])
        opened = self.levels.numbers() if crowded else {}
        kept = credible_inline(line.text, marks, crowded=crowded, lead=lead, opened=opened)
        dashes = [mark for mark in inline_dashes(line.text) if mark.start >= start]
        return sorted(kept + dashes) if dashes else kept

    def _heading_end(self, start: int, stop: int, *, crowded: bool) -> tuple[int, bool]:
        if crowded:
            year = glued_year(self.text, start, stop)
            if year is not None:
                return year, True
        return heading_end(self.text, start, stop)

    # Own-line headings without a number

    def _add_own_line(self, line: Line, rule: Rule) -> None:
        fired(rule, line.start, line.end)
        style = own_line_style(line.text, tasks_below=self.tasks_below)
        self.levels.own_line(style, line.end, holds=not is_frame(line.text))
        self._add(line.start, line.end, "", label_of(line.text), "heading", style, 0)

    def _is_credible(self, mark: Mark, line: str) -> bool:
        """A weak mark (``3.13个市州``) counts only where its number is the next one."""
        if mark.style is ITEM and len(line) - mark.end < 2:
            return False
        if mark.style.rank == BULLET.rank:
            sign = line[mark.start : mark.end]
            return sign in self.bullets or (sign[0] in "—―" and bool(inline_dashes(line)))
        if not mark.weak:
            return True
        return mark.number == self.levels.last_number(mark.style) + 1 and (
            mark.number > 1 or line[mark.end : mark.end + 1].isdigit() is False
        )

    def _add_marked(self, start: int, text_start: int, end: int, kind: SectionKind, mark: Mark) -> None:
        while text_start < end and self.text[text_start] in " *#":
            text_start += 1
        marker = self.text[start:text_start].strip(" *#")
        fired(rule_of(mark.style.name), start, end)
        self._add(
            start,
            max(end, start + len(marker)),
            marker,
            self.text[text_start:end].strip("* "),
            kind,
            mark.style,
            mark.number,
        )

    def _add(
        self, start: int, end: int, marker: str, title: str, kind: SectionKind, style: Style, number: int
    ) -> None:
        level = self.levels.push(style, number, start)
        self.nodes.append(Node(start, end, end, level, marker, title, kind))


def _is_form_row(text: str) -> bool:
    # The last character and a bar are quickly looked for, the pattern tries every blank of a line.
    may_be = text[-1] in ",.%" or text[-1].isdecimal() or "|" in text or "｜" in text
    return may_be and _FORM_ROW.search(text) is not None
