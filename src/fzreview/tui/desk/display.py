"""Updates the panes from the session, deferred while keys are queued."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.text import Text
from textual.screen import Screen

from fzreview.domain.figures.figure_state import state_of
from fzreview.domain.reports.original import page_of
from fzreview.review.session import Session
from fzreview.review.steps.step import Step
from fzreview.review.view_models.desk_view_state import desk_view_from, desk_view_state
from fzreview.review.view_models.outline_folds import folds_of_report
from fzreview.review.view_models.text_view import Side, TextView, text_view
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.desk.order_reasons import order_reasons
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.pending_changes import PendingChanges
from fzreview.tui.desk.repaint_hold import RepaintHold
from fzreview.tui.widgets.card.figure_card import CardNotes
from fzreview.tui.widgets.lists.outline_pane import SectionRow
from fzreview.work.judging.reviewing import Review

FOLDS_VIEW_KEY = "folds"
"""Key in the stored view state: the folded sections of each report."""

Listener = Callable[[], None]


class Display:
    """Shows the session in the panes. Other controllers register listeners before and after each update."""

    def __init__(self, screen: Screen[None], review: Review, panes: Panes) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._pending = PendingChanges()
        self._repaint_hold = RepaintHold(screen, self.flush_pending)
        self.side: Side = "clean"
        self.view = TextView("", (), (), (), (0, 0))
        """The text in the text pane, with the spans of its figures."""
        self.card_notes: Callable[[], CardNotes] = CardNotes
        """Returns what the card shows of the current figure beside its own fields."""
        self.before_session: list[Listener] = []
        self.after_session: list[Listener] = []
        self.before_text: list[Listener] = []
        self.after_text: list[Listener] = []
        self.before_place: list[Listener] = []
        self.after_place: list[Listener] = []
        self.after_flush: list[Listener] = []

    @property
    def session(self) -> Session:
        return self._review.session

    # The whole report

    def restore(self) -> None:
        """Restore the stored side, agenda and scroll position."""
        self.side, agenda = desk_view_from(self._review.view)
        self._review.set_agenda(agenda)
        self.show_session()
        top = self._review.view.get("top")
        if isinstance(top, int):
            self._panes.text.restore_top(top)

    def save_place(self) -> None:
        """Store the reviewer's place and view state, so that they survive a killed process."""
        look = desk_view_state(self.side, self.session.agenda) | {"top": self._panes.text.top_offset}
        self._review.view.update(look)
        self._review.remember_place()

    def show_session(self) -> None:
        """Rebuild all panes for the open report; shows the welcome screen of an empty store."""
        _notify(self.before_session)
        self._show_session()
        _notify(self.after_session)

    def _show_session(self) -> None:
        self._screen.set_class(not self.session.is_open, "-empty")
        if not self.session.is_open:
            self._panes.header.show("fzreview")
            return
        self._pending = PendingChanges()
        self.show_text()
        report = self.session.report
        outline = report.reading.outline
        progress = [self._section_row(section) for section in range(len(outline))]
        folded = folds_of_report(self._review.view.get(FOLDS_VIEW_KEY), report.summary.sha256)
        self._panes.outline.show_outline(outline, progress, folded)
        self.show_place()

    def _section_row(self, section: int) -> SectionRow:
        session = self.session
        return SectionRow(
            session.counts_of(section),
            session.section_steps.unaccounted(section),
            session.section_steps.is_signed_off(section),
        )

    def show_reloaded(self, changed: Iterable[int] | None) -> None:
        """Show the reloaded report without scrolling.

        ``changed`` are indexes of figures; None where figures or headings were added, removed or moved.
        """
        if changed is None:
            top = self._panes.text.top_offset
            self.show_session()
            self._panes.text.restore_top(top)
            return
        for index in changed:
            self._panes.text.show_state(index, state_of(self.session.figure(index)))
        self.show_list()
        sections = range(len(self.session.report.reading.outline))
        self._panes.outline.show_progress({section: self._section_row(section) for section in sections})
        self.show_card()
        self.show_header()

    # Its parts

    def show_text(self, keep_place: bool = False) -> None:
        """Rebuild the text pane and the list of figures; ``keep_place`` keeps the scroll position."""
        _notify(self.before_text)
        self._pending.forget_indexes()
        figures = self.session.figures
        self.view = text_view(self.session.report.reading, figures, self.side)
        states = [state_of(stored) for stored in figures]
        self._panes.text.show_view(self.view, states, self.session.current, keep_place)
        self.show_list()
        _notify(self.after_text)

    def toggle_side(self) -> None:
        """Switch between the clean text and the source text."""
        self.side = "source" if self.side == "clean" else "clean"
        self.show_text()
        self.show_header()

    def clean_offset_at(self, x: int, y: int) -> int | None:
        """Offset in the clean text of a screen cell; None outside the text."""
        shown = self._panes.text.offset_at(x, y)
        if shown is None or self.side == "clean":
            return shown
        return self.session.report.reading.clean.clean_offset(shown)

    def shown_span(self, start: int, end: int) -> tuple[int, int]:
        """Convert a source span to the shown text."""
        clean = self.session.report.reading.clean
        return clean.clean_span(start, end) if self.side == "clean" else (start, end)

    def show_list(self) -> None:
        """Update the list of figures by the agenda."""
        session = self.session
        self._panes.figures.show_figures(
            session.figures, session.visited(), session.current, order_reasons(session)
        )

    def show_place(self) -> None:
        """Update card, outline cursor and header for the current figure."""
        _notify(self.before_place)
        self.show_card()
        section = self.session.section
        if section is not None and not self._panes.outline.has_focus:
            self._panes.outline.show_section(section)
        self._panes.figures.show_current(self.session.current)
        self.show_header()
        _notify(self.after_place)

    def show_card(self) -> None:
        """Update the card of the current figure."""
        number, total = (self.session.current or 0) + 1, self.session.figure_count
        figure = self.session.current_figure
        page = None if figure is None else page_of(self.session.report.pages, figure.shown.start)
        self._panes.card.show_figure(figure, number, total, self.card_notes(), page)

    def show_header(self) -> None:
        """Update the header: progress, pace, title of the report."""
        summary = self.session.report.summary
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(
            say("desk.progress", decided=self.session.decided, figures=self.session.figure_count) + "  "
        )
        if self.session.agenda.filters:
            text.append(say("desk.filter.on", visited=len(self.session.visited())) + "  ", style="reverse")
        if self.side == "source":
            text.append(f"[{say('desk.only_source')}]  ")
        unread = self.session.section_steps.unread()
        if unread:
            text.append(say("desk.unread", count=unread) + "  ", style="not bold")
        text.append(say("desk.today", count=self.session.stats.today.count) + "  ")
        per_hour = self.session.stats.pace.summary().per_hour
        if per_hour is not None:
            text.append(say("desk.per_hour", per_hour=per_hour) + "  ", style="not bold")
        text.append(f"{one_line(summary.title or say('desk.no_title'))}  ")
        text.append(one_line(summary.doc), style="dim")
        if summary.aside is not None:
            text.append(f"  [{say(f'store.aside.{summary.aside}')}]", style="bold")
        if beside := self.session.report.beside:
            names = "、".join(map(one_line, beside))
            text.append("  " + say("desk.beside", names=names), style="not dim bold")
        self._panes.header.show(text)

    # Updates after a step

    @property
    def has_pending(self) -> bool:
        """Whether there are changes that the panes do not show yet."""
        return self._pending.is_any

    def show_step(self, step: Step, figures_changed: bool) -> None:
        """Show a recorded step, deferred while keys are queued.

        ``figures_changed``: figures were added or removed, so the text is rebuilt. Steps that are more than a
        plain verdict update the text at once.
        """
        if figures_changed:
            self.show_text(keep_place=True)
        if figures_changed or step.entry.target != "figure":
            self._pending.add_all()
        else:
            own = step.entries_in(self.session.report.sha256)
            indexes = (self.session.index_of(one.figure) for one in own)
            self._pending.add([index for index in indexes if index is not None])
        if not self._screen.app.message_queue_size:
            self.flush_pending()
            return
        self._repaint_hold.hold()
        if not step.is_mere_verdict:
            self.update_text()

    def update_text(self, ahead: bool = False) -> None:
        """Update the changed figures and the current one in the text pane.

        ``ahead``: queued keys will decide on the figures that follow.
        """
        # Scroll first: rows that are no longer visible then need no repaint.
        self._panes.text.show_current(self.session.current, ahead)
        for index in sorted(self._pending.text_figures):
            self._panes.text.show_state(index, state_of(self.session.figure(index)))
        self._pending.text_figures.clear()

    @contextmanager
    def painting_text(self) -> Iterator[None]:
        """Resume repaints for the block, although keys are queued; the other panes stay as they are."""
        self._repaint_hold.release()
        yield
        if self.has_pending:
            self._repaint_hold.hold()

    def flush_pending(self) -> None:
        """Update all panes with the pending changes and resume repaints."""
        if self.has_pending:
            self.update_text()
            pending, self._pending = self._pending, PendingChanges()
            self._panes.figures.show_changed(
                {index: self.session.figure(index) for index in sorted(pending.figures)}
            )
            self._panes.outline.show_progress(
                {section: self._section_row(section) for section in self._sections_of(pending)}
            )
            self.show_place()
            _notify(self.after_flush)
        self._repaint_hold.release()

    def _sections_of(self, pending: PendingChanges) -> Iterable[int]:
        """Indexes of the sections whose counts may have changed."""
        if pending.all_sections:
            return range(len(self.session.report.reading.outline))
        return {section for index in pending.figures for section in self.session.sections_around(index)}


def _notify(listeners: Iterable[Listener]) -> None:
    for listener in listeners:
        listener()
