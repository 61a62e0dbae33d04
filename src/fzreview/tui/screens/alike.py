"""The dialog that lists the alike figures before they are decided together."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from fzreview.review.keys.held_keys import HeldKeys
from fzreview.review.keys.parts import Part
from fzreview.review.lookalikes.alike_figures import AlikeOffer
from fzreview.review.steps.elsewhere import PlannedDecision
from fzreview.review.wording.change_words import change_description
from fzreview.strings import say
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.lists.alike_list import AlikeList


class AlikeScreen(Dialog[tuple[PlannedDecision, ...] | None]):
    """Dismissed with the decisions to record, all of which were seen; None when cancelled."""

    PART: ClassVar[Part] = "alike"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", show=False),
        Binding("x,3,ｘ,３,delete", "toggle_block", show=False),
        Binding("escape", "cancel", show=False),
    ]
    AUTO_FOCUS = "#alikes"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, offer: AlikeOffer, held_keys: HeldKeys) -> None:
        super().__init__()
        self._offer = offer
        self._held_keys = held_keys

    def compose(self) -> ComposeResult:
        first = self._offer.alikes[0]
        what = change_description(first.figure.stored.figure, first.after)
        if first.after.correction is not None:
            what = say("desk.done.corrected")
        title = say("alike.title", count=len(self._offer.alikes), what=what)
        with Vertical(classes="dialog"):
            yield Static(Text(title), classes="title", markup=False)
            yield AlikeList(self._offer.alikes, id="alikes")
            yield Static("", id="alike-problem", classes="problem", markup=False)
            yield Static("", id="alike-keys", classes="hint", markup=False)

    def on_mount(self) -> None:
        self._show_keys()

    def _show_keys(self) -> None:
        count = len(self.query_one(AlikeList).included)
        self.query_one("#alike-keys", Static).update(Text(say("alike.keys", count=count)))

    def action_take(self) -> None:
        if self._held_keys.is_repeat(monotonic()):
            return
        alikes = self.query_one(AlikeList)
        if unseen := alikes.unseen:
            alikes.go(unseen[0], top=True)
            told = say("alike.unseen", count=len(unseen))
            self.query_one("#alike-problem", Static).update(Text(told))
        else:
            self.dismiss(alikes.included or None)

    def action_toggle_block(self) -> None:
        self.query_one(AlikeList).current_block.toggle()
        self.query_one(AlikeList).action_move(1)
        self._show_keys()

    def action_cancel(self) -> None:
        self.dismiss(None)
