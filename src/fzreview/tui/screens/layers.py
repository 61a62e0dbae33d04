"""Which of several layers to take, chosen by a digit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from fzreview.domain.figures.figure import Figure
from fzreview.review.keys.parts import Part
from fzreview.review.open_report.layered import Dissent
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.text.wording import half_width
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.card.layer_lines import dissent_words, layer_words

MOST = 9
"""Offers that have a digit."""


class LayerScreen(Dialog[Dissent | None]):
    """Dismissed with the dissent to adopt; None when cancelled."""

    PART: ClassVar[Part] = "layers"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, figure: Figure, offers: Sequence[Dissent]) -> None:
        """``figure``: the current figure; ``offers``: the differing readings of layers."""
        super().__init__()
        self._figure = figure
        self._offers = offers[:MOST]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            title = f"{say('desk.layers.title')}  {one_line(self._figure.text)}"
            yield Static(Text(title), classes="title", markup=False)
            yield Static(Text("\n".join(self._lines())), markup=False)

    def _lines(self) -> list[str]:
        lines = []
        for number, one in enumerate(self._offers, 1):
            confidence = None if one.found is None else one.found.confidence
            lines.append(f"{number}  {layer_words(one.label, confidence)}  {dissent_words(one)}")
        return lines

    def on_key(self, event: events.Key) -> None:
        typed = half_width(event.character or "")
        for number, one in enumerate(self._offers, 1):
            if typed == str(number):
                event.stop()
                self.dismiss(one)

    def action_cancel(self) -> None:
        self.dismiss(None)
