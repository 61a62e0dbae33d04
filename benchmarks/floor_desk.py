"""The least that a review desk in Textual could be: outline, text, status line, footer, durable verdicts.

    floor_desk STORE REPORT

Over a store that ``floor_load`` made; ``v`` verdict and on to the next figure, ``n`` next report.
"""

from __future__ import annotations

import sqlite3
import sys
from bisect import bisect_right
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer, Static, Tree

from benchmarks.floor_load import mended

PLAIN, OPEN, DONE = Style(), Style(color="yellow"), Style(color="green")
CURRENT = Style(color="black", bgcolor="yellow")


class TextLines(ScrollView):
    """The text by Textual's line API: only rows that changed are made."""

    def open(self, text: str, figures: list[tuple[int, int]], done: set[int]) -> None:
        self.text, self.figures, self.done, self.current = text, figures, done, 0
        self.starts = [start for start, _ in figures]
        self.rows: list[tuple[int, int]] = []
        width, at = self.size.width - 2, 0
        for line in text.split("\n"):
            start, column = at, 0
            for place, char in enumerate(line, at):
                cells = 2 if ord(char) > 0x2E7F else 1
                if column + cells > width:
                    self.rows.append((start, place))
                    start, column = place, 0
                column += cells
            self.rows.append((start, at + len(line)))
            at += len(line) + 1
        self.row_starts = [start for start, _ in self.rows]
        self.virtual_size = Size(width, len(self.rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        if not hasattr(self, "rows") or row >= len(self.rows):
            return Strip.blank(self.size.width)
        at, end = self.rows[row]
        segments = []
        for number in range(max(bisect_right(self.starts, at) - 1, 0), len(self.figures)):
            first, last = self.figures[number]
            if first >= end:
                break
            if last <= at:
                continue
            segments.append(Segment(self.text[at : max(first, at)], PLAIN))
            style = CURRENT if number == self.current else DONE if number in self.done else OPEN
            segments.append(Segment(self.text[max(first, at) : min(last, end)], style))
            at = min(last, end)
        segments.append(Segment(self.text[at:end], PLAIN))
        return Strip(segments).adjust_cell_length(self.size.width)

    def go(self, number: int) -> None:
        before, self.current = self.current, number
        for changed in (before, number):
            row = bisect_right(self.row_starts, self.starts[changed]) - 1
            self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 2))
        if not self.scroll_offset.y <= row < self.scroll_offset.y + self.size.height - 1:
            self.scroll_to(y=max(0, row - self.size.height // 3), animate=False, immediate=True)


class FloorDesk(App[None]):
    CSS = "Tree { width: 48; } #status { height: 1; } #right { width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("v", "verdict", "verified"),
        ("n", "report", "next report"),
        ("q", "quit", "quit"),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, store: str, report: str) -> None:
        super().__init__()
        self.animation_level = "none"
        self.db = sqlite3.connect(store, isolation_level=None)
        self.db.execute("pragma journal_mode = wal")
        self.db.execute("pragma synchronous = full")
        self.report = self.db.execute("select id from reports where name = ?", (report,)).fetchone()[0]

    def compose(self) -> ComposeResult:
        with Horizontal():
            self.outline: Tree[None] = Tree("outline")
            yield self.outline
            with Vertical(id="right"):
                yield TextLines()
                self.status = Static("", id="status", markup=False)
                yield self.status
        yield Footer()

    def on_mount(self) -> None:
        self.pane = self.query_one(TextLines)
        self.call_after_refresh(self.show_report)

    def show_report(self) -> None:
        """Outline and text of the report, at its first figure."""
        source = self.db.execute("select text from reports where id = ?", (self.report,)).fetchone()[0]
        rows = self.db.execute(
            'select id, start, "end", verdict from figures where report = ? order by start', (self.report,)
        ).fetchall()
        self.ids = [row[0] for row in rows]
        decided = {number for number, row in enumerate(rows) if row[3]}
        self.pane.open(mended(source), [row[1:3] for row in rows], decided)
        self.pane.scroll_to(y=0, animate=False, immediate=True)
        self.outline.clear()
        for (title,) in self.db.execute(
            "select title from sections where report = ? order by start", (self.report,)
        ):
            self.outline.root.add_leaf(Text(title.strip().split("\n")[0]))
        self.outline.root.expand()
        self.go(0)

    def go(self, number: int) -> None:
        self.pane.go(number)
        words = f"report {self.report} figure {number + 1}/{len(self.ids)} decided {len(self.pane.done)}"
        self.status.update(words, layout=False)

    def action_verdict(self) -> None:
        number = self.pane.current
        self.db.execute("update figures set verdict = 'verified' where id = ?", (self.ids[number],))
        self.pane.done.add(number)
        self.go(min(number + 1, len(self.ids) - 1))

    def action_report(self) -> None:
        self.report += 1
        self.show_report()


def main() -> None:
    FloorDesk(sys.argv[1], sys.argv[2]).run()
