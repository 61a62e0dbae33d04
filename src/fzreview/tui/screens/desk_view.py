"""How the desk looks: its panes, and what they show of the session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from fzreview.domain.stored import StoredReport
from fzreview.errors import FzError
from fzreview.review.commands import BY_ID, COMMANDS
from fzreview.review.folds import folds_from
from fzreview.review.held_keys import HeldKeys
from fzreview.review.look import look_from, look_of
from fzreview.review.session import Session
from fzreview.review.text_view import Side, text_view
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.bindings import bindings_of, keymap_of, shown_keys
from fzreview.tui.widgets.figure_card import FigureCard, Remarks
from fzreview.tui.widgets.figures_pane import FiguresPane
from fzreview.tui.widgets.lines import Lines
from fzreview.tui.widgets.outline_pane import OutlinePane, SectionRow
from fzreview.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from fzreview.work.judging.reviewing import Review


REMEMBER_SECONDS = 0.5
"""How often the place is kept while nothing is decided."""

Direction = Literal["undo", "redo"]

FOLDS = "folds"
"""Key of a place's view: which sections of which reports are folded."""


class DeskView(Screen[None]):
    """Owns the session; widgets get plain values and speak through messages."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(COMMANDS))
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (130, "-roomy")]  # noqa: RUF012 - declared so by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high"), (40, "-tall")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, review: Review, repeat_ms: int = 0) -> None:
        """``repeat_ms``: a verdict key that comes back faster is held down and ignored."""
        super().__init__()
        self._review = review
        self._held_keys = HeldKeys(repeat_ms)
        self._side: Side = "clean"
        self._behind: set[int] | None = None
        """Sections whose counts have changed since they were shown; None where all is shown as it is."""
        self._rejected: str | None = None
        """Span key of the figure that was rejected a moment ago; its class may still be told."""
        self._named: Mapping[Direction, str] = {}
        """The moves that the status line names as the next to be undone and redone."""

    @property
    def session(self) -> Session:
        return self._review.session

    def compose(self) -> ComposeResult:
        yield Lines(id="header")
        yield Static(Text(say("desk.welcome", path=one_line(str(self._review.path)))), id="welcome")
        with Horizontal(id="panes"):
            yield OutlinePane(id="outline")
            yield FiguresPane(id="figures")
            with Vertical(id="reading"):
                yield TextPane(id="text")
                yield FigureCard(id="card")
        with Horizontal(id="foot"):
            yield Lines(id="status")
            yield Lines(id="loading")
        yield Lines(id="keys")

    def on_mount(self) -> None:
        self._side, agenda = look_from(self._review.view)
        self.session.set_agenda(agenda)
        self._header, self._status = self.query_one("#header", Lines), self.query_one("#status", Lines)
        self._outline, self._text = self.query_one(OutlinePane), self.query_one(TextPane)
        self._figures, self._card = self.query_one(FiguresPane), self.query_one(FigureCard)
        self.show_session()
        top = self._review.view.get("top")
        if isinstance(top, int):
            self._text.scroll_to_offset(top)
        self.set_interval(REMEMBER_SECONDS, self._remember)

    def _remember(self) -> None:
        """Have the place kept, so that even a killed program comes back to it."""
        look = look_of(self._side, self.session.agenda) | {"top": self._text.top_offset}
        self._review.view.update(look)
        self._review.remember_place()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Keys typed ahead of a dialog that is just opening must not decide anything here.
        return self.is_current

    @contextmanager
    def _asking_the_store(self) -> Iterator[None]:
        """What the store cannot answer is told; the report that is open stays."""
        try:
            yield
        except FzError as error:
            self._tell(say("desk.not_read", reason=one_line(str(error))), loud=True)

    # Showing

    def show_session(self) -> None:
        """Show the open report from scratch; the greeting where the store is empty."""
        self.set_class(not self.session.is_open, "-empty")
        if not self.session.is_open:
            self._header.show("fzreview")
            return
        self._behind = None
        self._show_text()
        report = self.session.report
        outline = report.reading.outline
        progress = [self._section_row(section) for section in range(len(outline))]
        folded = folds_from(self._review.view.get(FOLDS), report.summary.sha256)
        self._outline.show_outline(outline, progress, folded)
        self._show_place()

    def _show_progress(self, sections: Iterable[int]) -> None:
        """Show how far the review of these sections is now."""
        self._outline.show_progress({section: self._section_row(section) for section in sections})

    def _section_row(self, section: int) -> SectionRow:
        session = self.session
        return SectionRow(
            session.counts_of(section), session.unaccounted(section), session.is_signed_off(section)
        )

    def _show_text(self, keep_place: bool = False) -> None:
        figures = self.session.figures
        self._view = text_view(self.session.report.reading, figures, self._side)
        statuses = [stored.status for stored in figures]
        self._text.show_view(self._view, statuses, self.session.current, keep_place)
        self._show_list()

    def _show_list(self) -> None:
        session = self.session
        reasons = session.doubts if session.agenda.order == "doubt" else None
        self._figures.show_figures(session.figures, session.visited(), session.current, reasons)

    def _show_place(self) -> None:
        """The current figure's card, the outline's cursor, the header."""
        self._show_card()
        section = self.session.section
        if section is not None and not self._outline.has_focus:
            self._outline.show_section(section)
        self._figures.show_current(self.session.current)
        self._show_header()

    def _show_card(self) -> None:
        number, total = (self.session.current or 0) + 1, self.session.figure_count
        self._card.show_figure(self.session.current_figure, number, total, self._remarks())

    def _remarks(self) -> Remarks:
        """What the card says beside the figure's own fields."""
        return Remarks()

    def _show_header(self) -> None:
        summary = self.session.report.summary
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(
            say("desk.progress", decided=self.session.decided, figures=self.session.figure_count) + "  "
        )
        text.append(say("desk.today", count=self.session.today.count) + "  ")
        per_hour = self.session.pace.summary().per_hour
        if per_hour is not None:
            text.append(say("desk.per_hour", per_hour=per_hour) + "  ", style="not bold")
        text.append(f"{one_line(summary.title or say('desk.no_title'))}  ")
        text.append(one_line(summary.doc), style="dim")
        if self.session.agenda.filters:
            text.append("  " + say("desk.filter.on", visited=len(self.session.visited())))
        if self._side == "source":
            text.append(f"  [{say('desk.only_source')}]")
        self._header.show(text)

    def _tell(
        self, words: str, loud: bool = False, named: Mapping[Direction, str] = MappingProxyType({})
    ) -> None:
        """Show words on the status line; ``named`` are the moves that they name."""
        self._named = dict(named)
        self._status.set_class(loud, "-loud")
        self._status.show(words)

    def _open(self, report: StoredReport, figure: str | None = None, sought: bool = False) -> None:
        """Show a report; ``sought``: the reviewer wanted to go to this figure."""
        self._rejected = None
        self._review.open(report, figure)
        if sought and self.session.current is not None:
            self.session.go(self.session.current)
        self.show_session()

    def _key(self, command: str) -> str:
        """The first key of a command, as it is in force."""
        return shown_keys(BY_ID[command], keymap_of(self.app)).partition(" ")[0]

    def _change_report(self, report: StoredReport) -> None:
        self._open(report)
        self._review.remember_place()
        self._tell("")

    def _go(self, index: int | None) -> None:
        if index is None:
            return
        self.session.go(index)
        self._text.show_current(self.session.current)
        self._show_place()
