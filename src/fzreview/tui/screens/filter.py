"""Which figures are visited: by status, kind, section and wording."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from fzreview.domain.figure import KINDS, Kind
from fzreview.domain.verdict import STANDINGS, Standing
from fzreview.review.agenda import Agenda
from fzreview.review.parts import Part
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.choice import Choice
from fzreview.tui.widgets.field import Field

ALL = ""
"""The choice that leaves nothing out."""


class FilterScreen(ModalScreen[Agenda | None]):
    """Answers with the agenda as chosen, None when it was given up."""

    PART: ClassVar[Part] = "filter"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]
    AUTO_FOCUS = "#status-choice"

    def __init__(self, agenda: Agenda, section: tuple[int, int] | None) -> None:
        """``section`` is the source span of the section around the current figure."""
        super().__init__()
        self._agenda = agenda
        self._section = section

    def compose(self) -> ComposeResult:
        agenda = self._agenda
        every = (ALL, say("desk.filter.all"))
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.filter.title")), classes="title", markup=False)
            with Field():
                yield Label(say("desk.filter.status"), markup=False)
                statuses = [every, *((name, say(f"desk.status.{name}")) for name in STANDINGS)]
                yield Choice(statuses, agenda.status or ALL, id="status-choice")
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
            yield Static(Text(say("desk.filter.keys")), classes="hint", markup=False)

    def on_choice_submitted(self) -> None:
        self._apply()

    def on_input_submitted(self) -> None:
        self._apply()

    def action_give_up(self) -> None:
        self.dismiss(None)

    def _apply(self) -> None:
        status = self.query_one("#status-choice", Choice).value
        kind = self.query_one("#kind-choice", Choice).value
        in_section = self.query_one("#section-choice", Choice).value
        self.dismiss(
            replace(
                self._agenda,
                status=cast("Standing", status) if status else None,
                kind=cast("Kind", kind) if kind else None,
                section=self._section if in_section else None,
                text=self.query_one("#text-field", Input).value.strip(),
            )
        )
