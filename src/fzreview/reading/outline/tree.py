"""Marks and plain headings become nodes with levels and the spans that they govern."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from fzreview.domain.report import SectionKind
from fzreview.domain.rule import Rule
from fzreview.domain.trace import fired
from fzreview.reading.body import Layout
from fzreview.reading.lines import Line
from fzreview.reading.outline.ends import glued_year, heading_end, item_end
from fzreview.reading.outline.marks import (
    BULLET,
    CN,
    CN_BRACKET,
    INNER_ITEM,
    ITEM,
    ORDINAL,
    OWN_LINE,
    PLAIN,
    Mark,
    Style,
    bullet_sign,
    inline_dashes,
    inline_marks,
    mark_at_start,
    touching_marks,
)
from fzreview.reading.outline.plain import Heading, plain_headings
from fzreview.reading.outline.rules import FOREWORD, MARKDOWN, NAMED, TASK, TITLE, YEAR, rule_of
from fzreview.text.gbk import is_han

_LONG_LINE: Final = 40
_SHORT_LINE: Final = 32
_NAMED: Final = re.compile(
    r"^[^，。；：,;:|、\d]{0,14}(?:情况|工作|问题|不足|成效|做法|措施|打算|安排|计划|思路|建议|回顾|任务|目标|经验|亮点|特色|困难|重点|结语|前言|概述|引言)$"
)
_TASK: Final = re.compile(
    "^(?:加强|强化|完善|深化|推进|推动|优化|健全|落实|提升|提高|加大|坚持|全面|深入|积极|大力|依法|严格|规范|持续|切实|着力|创新)"
)
_FRAME: Final = re.compile(r"^(?:前\s?言|引\s?言|序\s?言|导\s?言|概\s?述|摘\s?要|结\s?语|结束语)$")
"""Own-line headings that stand beside the numbered ones and never above them."""
_MARKDOWN: Final = re.compile(r"(#{1,6}) ")
_LONGEST_MARKDOWN: Final = 60
_RESTART: Final = re.compile(r"[#*\s]*一[、.．]")
_FORM_ROW: Final = re.compile(r"[|｜][ \d.,%-]*\d *(?:[|｜]|$)|(?:\s\d[\d,.]*%?){2,}\s*$")
"""A row of a form behind its number: ``一、本年新收 | 3 | 0 | 3``."""
_YEAR_HEADING: Final = re.compile(
    r"^(?:19|20)\d{2}年?度?[^，。；：,;:|]{2,24}(?:情况|工作|问题|成效|打算|安排|计划|回顾|任务|重点|总结)$"
)


@dataclass(frozen=True, slots=True)
class Node:
    """A heading with clean offsets: ``[start, end)`` is the heading, ``[start, until)`` what it governs."""

    start: int
    end: int
    until: int
    level: int
    marker: str
    title: str
    kind: SectionKind


def find_outline(layout: Layout) -> list[Node]:
    """The outline of a report in order of ``start``; the title is the first node where there is one."""
    builder = _Builder(layout)
    lines = layout.body_lines
    one_line = len(lines) > 0 and max(line.end - line.start for line in lines) > 0.6 * max(
        1, layout.body[1] - layout.body[0]
    )
    for index, line in enumerate(lines):
        builder.read(line, lines, index, crowded=one_line)
    return _with_ends(builder.nodes, layout)


class _Builder:
    """Reads lines in order and keeps the stack of numbering styles that are open."""

    def __init__(self, layout: Layout) -> None:
        self.text = layout.text
        self.nodes: list[Node] = []
        self.stack: list[tuple[Style, int]] = []
        self.cn_restarts = sum(_RESTART.match(line.text) is not None for line in layout.body_lines) > 1
        self.bullets = {
            sign
            for sign, count in Counter(bullet_sign(line.text) for line in layout.body_lines).items()
            if sign and count > 1
        }
        """Signs that begin items: those that several lines begin with."""
        self.own_holds = False
        """Whether the open own-line heading may have numbered ones below it."""
        self.own_at = -1
        """Where it ends: the next line begins right behind."""
        if layout.title is not None:
            title = layout.title
            fired(TITLE, title.start, title.end)
            self.nodes.append(Node(title.start, title.end, layout.body[1], 0, "", title.text, "title"))

    def read(self, line: Line, lines: list[Line], index: int, *, crowded: bool) -> None:
        self._close_paragraph()
        mark = mark_at_start(line.text)
        if mark is not None and (_FORM_ROW.search(line.text) or not self._is_credible(mark, line.text)):
            mark = None
        if mark is None:
            own_line = self._own_line_rule(lines, index)
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
        if mark.style.rank == BULLET.rank or _goes_on(mark, marks):
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
        row_goes_on = lead is not None and _goes_on(lead, marks)
        stops = [*(offset + mark.start for mark in marks), line.end]
        events: list[tuple[int, int, Mark | Rule]] = list(self._plain(start, stops[0], opens_line=opens_line))
        for mark, stop in zip(marks, stops[1:], strict=True):
            mark_start, text_start = offset + mark.start, offset + mark.end
            if not _heads_text(mark, crowded=crowded):
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
            inline_item = not _heads_text(event_mark, crowded=crowded)
            if event_mark.style is ITEM and lead is not None and lead.style is ITEM and not row_goes_on:
                event_mark = event_mark._replace(style=INNER_ITEM)
            kind: SectionKind = "item" if inline_item else "runin"
            self._add_marked(event_start, offset + event_mark.end, event_end, kind, event_mark)

    def _plain(self, start: int, stop: int, *, opens_line: bool) -> list[Heading]:
        while start < stop and self.text[start] in "。；;：:”！! ":
            start += 1
        return plain_headings(self.text, start, stop, opens_line=opens_line)

    def _inner_marks(self, line: Line, start: int, *, crowded: bool, lead: Mark | None) -> list[Mark]:
        """Marks inside the line that begin an item or, where everything stands on one line, a heading."""
        marks = inline_marks(line.text, start)
        if crowded:
            known = {mark.start for mark in marks}
            marks = sorted(marks + [m for m in touching_marks(line.text, start) if m.start not in known])
        kept = _credible_inline(line.text, marks, crowded=crowded, lead=lead)
        dashes = [mark for mark in inline_dashes(line.text) if mark.start >= start]
        return sorted(kept + dashes) if dashes else kept

    def _heading_end(self, start: int, stop: int, *, crowded: bool) -> tuple[int, bool]:
        if crowded:
            year = glued_year(self.text, start, stop)
            if year is not None:
                return year, True
        return heading_end(self.text, start, stop)

    # Own-line headings without a number

    def _own_line_rule(self, lines: list[Line], index: int) -> Rule | None:
        """The rule by which a line without a number is a heading; None where it is none."""
        text = lines[index].text.strip("#* ：:")
        if _MARKDOWN.match(lines[index].text) and text:
            return MARKDOWN if len(text) <= _LONGEST_MARKDOWN else None
        if _FRAME.match(text) and index + 1 < len(lines) and len(lines[index + 1].text) >= _LONG_LINE:
            return FOREWORD
        if not 3 <= len(text) <= _SHORT_LINE or index + 1 >= len(lines) or "|" in text:
            return None
        below = lines[index + 1].text
        if len(below) < _LONG_LINE and mark_at_start(below) is None:
            return None
        if (
            index
            and len(lines[index - 1].text) < _SHORT_LINE
            and mark_at_start(lines[index - 1].text) is None
            and not self.nodes
        ):
            return None
        if re.search("[。；，：！？,;:!?]", text):
            return None
        forms = ((_NAMED, NAMED), (_TASK, TASK), (_YEAR_HEADING, YEAR))
        return next((rule for form, rule in forms if form.match(text)), None)

    def _add_own_line(self, line: Line, rule: Rule) -> None:
        fired(rule, line.start, line.end)
        title = line.text.strip("#* ：")
        hashes = _MARKDOWN.match(line.text)
        style = Style(f"own_line{len(hashes[1])}", OWN_LINE.rank) if hashes else OWN_LINE
        self.own_holds = _FRAME.match(title) is None
        if not self.own_holds and hashes is None:
            self.stack.clear()
        self._add(line.start, line.end, "", title, "heading", style, 0)
        self.own_at = line.end

    def _is_held_by_own_line(self, style: Style, number: int, start: int) -> bool:
        """Whether a numbered heading that begins anew lies below the own-line heading before it.

        一、 does so where it begins anew below each of them, or right behind; the others always.
        """
        if number != 1 or not self.own_holds:
            return False
        return style.rank > CN.rank or self.cn_restarts or not self.text[self.own_at : start].strip()

    # The stack

    def _close_paragraph(self) -> None:
        while self.stack and self.stack[-1][0] in (PLAIN, INNER_ITEM):
            self.stack.pop()

    def _is_credible(self, mark: Mark, line: str) -> bool:
        """A weak mark (``3.13个市州``) counts only where its number is the next one."""
        if mark.style is ITEM and len(line) - mark.end < 2:
            return False
        if mark.style.rank == BULLET.rank:
            sign = line[mark.start : mark.end]
            return sign in self.bullets or (sign[0] in "—―" and bool(inline_dashes(line)))
        if not mark.weak:
            return True
        return mark.number == self._last_number(mark.style) + 1 and (
            mark.number > 1 or line[mark.end : mark.end + 1].isdigit() is False
        )

    def _last_number(self, style: Style) -> int:
        for open_style, number in reversed(self.stack):
            if open_style.name == style.name:
                return number
        return 0

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
        level = self._push(style, number, start)
        self.nodes.append(Node(start, end, end, level, marker, title, kind))

    def _push(self, style: Style, number: int, start: int) -> int:
        names = [open_style.name for open_style, _ in self.stack]
        if style.name in names:
            del self.stack[names.index(style.name) :]
        elif style.rank == OWN_LINE.rank:
            self._close_own_lines(style)
        elif style is not PLAIN:
            while self.stack and self.stack[-1][0].rank > style.rank:
                if self.stack[-1][0].rank == OWN_LINE.rank and self._is_held_by_own_line(
                    style, number, start
                ):
                    break
                self.stack.pop()
        self.stack.append((style, number))
        return len(self.stack)

    def _close_own_lines(self, style: Style) -> None:
        """A heading with fewer # closes those with more."""
        for index, (open_style, _) in enumerate(self.stack):
            if open_style.rank == OWN_LINE.rank and open_style.name > style.name:
                del self.stack[index:]
                return


def _heads_text(mark: Mark, *, crowded: bool) -> bool:
    """Whether an inline mark begins a heading with text of its own rather than an item of an enumeration."""
    return mark.style.rank < ORDINAL.rank and (crowded or mark.style in (CN, CN_BRACKET))


def _goes_on(mark: Mark, marks: list[Mark]) -> bool:
    """Whether the line's first mark and those inside it are one row: 一是…；二是…；三是…。"""
    return mark.style not in (CN, CN_BRACKET) and any(
        inner.style == mark.style and inner.number == mark.number + 1 for inner in marks
    )


def _credible_inline(line: str, marks: list[Mark], *, crowded: bool, lead: Mark | None) -> list[Mark]:
    """Inline marks that make a row: 一是 alone counts, the others need their place in a sequence."""
    kept: list[Mark] = []
    numbers: dict[str, set[int]] = {}
    for mark in marks:
        numbers.setdefault(mark.style.name, set()).add(mark.number)
    last: dict[str, int] = {lead.style.name: lead.number} if lead else {}
    for mark in marks:
        if mark.weak or mark.number == 0:
            continue
        name = mark.style.name
        if kept and mark.start < kept[-1].end:
            continue
        before = line[mark.start - 1 : mark.start]
        in_turn = mark.number == last.get(name, 0) + 1
        if (
            is_han(before or " ")
            and not (mark.number > 1 and in_turn)
            and not (mark.number == 1 and 2 in numbers[name])
        ):
            continue
        if mark.style is ITEM:
            if "是" not in line[mark.start : mark.end] and not {1, 2} <= numbers[name]:
                continue
        elif mark.style is ORDINAL:
            if before in "，, " or not {1, 2} <= numbers[name]:
                continue
        else:
            if before in "，,":
                continue
            if not crowded and before not in "。；;：: ":
                continue
            if not crowded and mark.style in (CN, CN_BRACKET) and not (in_turn and mark.number > 1):
                continue
            if not in_turn and mark.number != 1:
                continue
            if mark.number == 1 and 2 not in numbers[name]:
                continue
        last[name] = mark.number
        kept.append(mark)
    return kept


def _with_ends(nodes: list[Node], layout: Layout) -> list[Node]:
    """Set ``until``: the next node as high or higher; items and plain run-ins end with their line."""
    ends: list[int] = [layout.body[1]] * len(nodes)
    open_nodes: list[int] = []
    for index, node in enumerate(nodes):
        while open_nodes and nodes[open_nodes[-1]].level >= node.level:
            ends[open_nodes.pop()] = node.start
        open_nodes.append(index)
    finished = []
    for node, end in zip(nodes, ends, strict=True):
        until = end
        if node.kind == "item" or (node.kind == "runin" and not node.marker):
            newline = layout.text.find("\n", node.end)
            until = min(until, newline) if newline >= 0 else until
        finished.append(
            Node(node.start, node.end, max(until, node.end), node.level, node.marker, node.title, node.kind)
        )
    return finished
