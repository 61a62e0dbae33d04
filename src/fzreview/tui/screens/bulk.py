"""The dialog that lists what verifying all figures of a tie would verify."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Region
from textual.widgets import Static

from fzreview.domain.figures.figure_state import state_of
from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.keys.held_keys import HeldKeys
from fzreview.review.keys.parts import Part
from fzreview.review.ties.bulk import BulkOffer
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.card.tie_lines import TIE_SIGNS
from fzreview.tui.widgets.signs import STATE_SIGNS


class BulkScreen(Dialog[BulkOffer | None]):
    """Dismissed with the tie whose figures are to be verified; None when cancelled."""

    PART: ClassVar[Part] = "bulk"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,g,plus,ｇ,fullwidth_plus_sign", "take", show=False),
        Binding("t,tab,0,ｔ,０", "turn", show=False),
        Binding("escape", "cancel", show=False),
    ]
    AUTO_FOCUS = "#bulk"

    def __init__(
        self,
        offers: Sequence[BulkOffer],
        held_keys: HeldKeys,
        keep_in_sight: Callable[[BulkOffer, Region], None],
    ) -> None:
        """``offers`` is never empty; ``keep_in_sight`` gets the shown offer and the dialog's region."""
        super().__init__()
        self._keep_in_sight = keep_in_sight
        self._offers = offers
        self._held_keys = held_keys
        self._at = 0

    @property
    def offer(self) -> BulkOffer:
        """The one that is shown."""
        return self._offers[self._at]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(id="bulk-tie", classes="title", markup=False)
            with VerticalScroll(id="bulk"):
                yield Static(id="bulk-figures", markup=False)
            yield Static(id="bulk-keys", classes="hint", markup=False)

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        from fzreview.review.ties.tie_sentences import say_chance, say_tie

        offer = self.offer
        tie = f"{TIE_SIGNS[offer.tie.holds]} {say_tie(offer.tie)}"
        title = say("desk.bulk.title", tie=tie, chance=say_chance(offer.evidence.chance))
        if len(self._offers) > 1:
            title += "   " + say("desk.bulk.number", number=self._at + 1, count=len(self._offers))
        self.query_one("#bulk-tie", Static).update(Text(title))
        self.query_one("#bulk-figures", Static).update(
            Text("\n").join(bulk_lines(offer.figures, frozenset(offer.keys)))
        )
        self.query_one("#bulk-keys", Static).update(Text(say("desk.bulk.keys", count=len(offer.keys))))
        self.call_after_refresh(lambda: self._keep_in_sight(offer, self.query_one(".dialog").region))

    def action_take(self) -> None:
        if not self._held_keys.is_repeat(monotonic()):
            self.dismiss(self.offer)

    def action_turn(self) -> None:
        self._at = (self._at + 1) % len(self._offers)
        self._show()

    def action_cancel(self) -> None:
        self.dismiss(None)


def bulk_lines(figures: Sequence[StoredFigure], verified: frozenset[str]) -> Iterator[Text]:
    """What is to be read, then a line for each figure, its heading above where it is not that of the figure
    before; ``verified`` are the span keys of those that would be verified."""
    yield Text(say("desk.bulk.read"), style="italic")
    above = None
    for stored in figures:
        section = stored.figure.section[-1] if stored.figure.section else say("desk.no_section")
        if section != above:
            yield Text(one_line(section), style="dim")
            above = section
        yield _figure_line(stored, stored.span_key in verified)


def _figure_line(stored: StoredFigure, verified: bool) -> Text:
    """``>`` before what would be verified; the words as told, value, unit, subject."""
    figure = stored.shown
    value = figure.value if figure.upper is None else f"{figure.value} – {figure.upper}"
    bound = "" if figure.bound == "=" else f" {say(f'desk.bound.{figure.bound}')}"
    sign, style = (">", "bold") if verified else (STATE_SIGNS[state_of(stored)], "dim")
    text = Text(f"{sign} ", style=style)
    text.append(f"{one_line(figure.text)} = {one_line(value)} {one_line(figure.unit)}{bound}")
    text.append(f"  {say('desk.field.subject')} ", style="not bold dim")
    text.append(one_line(figure.subject), style="not bold")
    if not verified:
        reason = "desk.bulk.not_fixed" if stored.status == "undecided" else "desk.bulk.stays"
        text.append(f"  （{say(reason)}）", style="not bold")
    return text
