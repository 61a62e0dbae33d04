"""The dialog of the filter: by state, kind, section, remark, reviewer and wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Final, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from fzreview.domain.figures.figure import KINDS, Kind
from fzreview.domain.figures.figure_state import FIGURE_STATES, FigureState
from fzreview.review.keys.parts import Part
from fzreview.review.open_report.agenda import Agenda
from fzreview.review.open_report.figure_remarks import REMARKS, Remark
from fzreview.review.open_report.sections import SectionCounts
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.entry.choice import Choice
from fzreview.tui.widgets.entry.field import Field

ALL = ""
"""The choice that leaves nothing out."""

MAX_REVIEWERS: Final = 8
"""A digit each, behind that of all."""


class FilterScreen(Dialog[Agenda | None]):
    """Dismissed with the agenda as chosen; None when cancelled."""

    PART: ClassVar[Part] = "filter"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - declared so by Textual
    AUTO_FOCUS = "#state-choice"

    def __init__(
        self,
        agenda: Agenda,
        section: tuple[int, int] | None,
        counts: SectionCounts,
        reviewers: Sequence[str],
    ) -> None:
        """``section`` is the source span of the section around the current figure.

        ``counts`` are those of the whole report, ``reviewers`` who decided anything in it.
        """
        super().__init__()
        self._counts = counts
        self._reviewers = reviewers[:MAX_REVIEWERS]
        self._agenda = agenda
        self._section = section

    def compose(self) -> ComposeResult:
        agenda = self._agenda
        every = (ALL, say("desk.filter.all"))
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.filter.title")), classes="title", markup=False)
            with Field():
                yield Label(say("desk.filter.state"), markup=False)
                yield Choice(
                    [every, *map(self._state, FIGURE_STATES)], agenda.state or ALL, id="state-choice"
                )
            with Field():
                yield Label(say("desk.field.kind"), markup=False)
                kinds = [every, *((name, say(f"desk.kind.{name}")) for name in KINDS)]
                yield Choice(kinds, agenda.kind or ALL, id="kind-choice")
            with Field():
                yield Label(say("desk.field.section"), markup=False)
                here = [("here", say("desk.filter.this_section"))] if self._section else []
                chosen = "here" if agenda.section is not None and here else ALL
                yield Choice([every, *here], chosen, id="section-choice")
            with Field():
                yield Label(say("desk.filter.text"), markup=False)
                yield Input(one_line(agenda.text), id="text-field")
            with Field():
                yield Label(say("desk.filter.remark"), markup=False)
                remarks = [every, *((name, say(f"desk.remark.{name}")) for name in REMARKS)]
                yield Choice(remarks, agenda.remark or ALL, id="remark-choice")
            with Field():
                yield Label(say("desk.filter.reviewer"), markup=False)
                reviewers = [every, *((name, one_line(name)) for name in self._reviewers)]
                held = agenda.reviewer if agenda.reviewer in self._reviewers else None
                yield Choice(reviewers, held or ALL, id="reviewer-choice")
            yield Static(Text(say("desk.filter.keys")), classes="hint", markup=False)

    def _state(self, state: FigureState) -> tuple[str, str]:
        name = say(f"desk.state.{state}")
        count = self._counts.of(state)
        return state, f"{name}({count})" if count else name

    def on_choice_submitted(self) -> None:
        self._apply()

    def on_input_submitted(self) -> None:
        self._apply()

    def action_cancel(self) -> None:
        self.dismiss(None)

    def _apply(self) -> None:
        state, kind, in_section, remark, reviewer = (
            self.query_one(f"#{name}-choice", Choice).value
            for name in ("state", "kind", "section", "remark", "reviewer")
        )
        self.dismiss(
            replace(
                self._agenda,
                state=cast("FigureState", state) if state else None,
                kind=cast("Kind", kind) if kind else None,
                section=self._section if in_section else None,
                remark=cast("Remark", remark) if remark else None,
                reviewer=reviewer or None,
                text=self.query_one("#text-field", Input).value.strip(),
            )
        )
