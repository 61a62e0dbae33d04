"""The list of alike figures; a block for each: location, sentence, and the decision to record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from fzreview.review.steps.elsewhere import PlannedDecision
from fzreview.review.wording.change_words import change_description
from fzreview.strings import say
from fzreview.text.displayable import one_line

CONTEXT_CHARACTERS = 60
"""Characters of a sentence that are shown on either side of its figure."""


class AlikeBlock(Static):
    """One figure; the one at the cursor has the class ``-here``."""

    def __init__(self, alike: PlannedDecision) -> None:
        super().__init__(markup=False, classes="alike")
        self.alike = alike
        self.is_included = True
        """Whether it will be decided with the others."""
        self.was_seen = False
        """Whether the whole block has been visible."""

    def on_mount(self) -> None:
        self.show()

    def toggle(self) -> None:
        """Exclude or include the figure."""
        self.is_included = not self.is_included
        self.show()

    def show(self) -> None:
        self.update(block_text(self.alike, self.is_included))


def block_text(alike: PlannedDecision, is_included: bool) -> Text:
    """Place, year and file; the sentence with the figure marked; the decision to record."""
    figure = alike.figure
    where = "  ".join(map(one_line, filter(None, (figure.place, str(figure.year or ""), figure.doc))))
    text = Text(f"{'>' if is_included else ' '} {where}\n", style="dim")
    before, behind = figure.before, figure.behind
    if len(before) > CONTEXT_CHARACTERS:
        before = "…" + before[-CONTEXT_CHARACTERS:]
    if len(behind) > CONTEXT_CHARACTERS:
        behind = behind[:CONTEXT_CHARACTERS] + "…"
    text.append(one_line(before).lstrip(), style="not dim")
    text.append(one_line(figure.words), style="not dim bold reverse" if is_included else "not dim")
    text.append(one_line(behind).rstrip() + "\n", style="not dim")
    if not is_included:
        return text.append(say("alike.out"), style="not dim italic")
    return text.append("→ " + change_description(figure.stored.figure, alike.after), style="not dim bold")


class AlikeList(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The blocks with a cursor; tracks which of them have been visible."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("home", "move_to(0)", show=False),
        Binding("end", "move_to(-1)", show=False),
    ]

    def __init__(self, alikes: Sequence[PlannedDecision], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks = [AlikeBlock(alike) for alike in alikes]
        self._cursor = 0

    def compose(self) -> ComposeResult:
        yield from self._blocks

    def on_mount(self) -> None:
        self.go(0)

    # What the screen asks

    @property
    def current_block(self) -> AlikeBlock:
        """The block at the cursor."""
        return self._blocks[self._cursor]

    @property
    def included(self) -> tuple[PlannedDecision, ...]:
        """The decisions that are not excluded."""
        return tuple(block.alike for block in self._blocks if block.is_included)

    @property
    def unseen(self) -> list[int]:
        """Indexes of included blocks that have never been visible as a whole."""
        return [at for at, block in enumerate(self._blocks) if block.is_included and not block.was_seen]

    def go(self, at: int, top: bool = False) -> None:
        """Put the cursor on a block; with ``top`` at the top of the list."""
        self.current_block.remove_class("-here")
        self._cursor = min(max(at, 0), len(self._blocks) - 1)
        self.current_block.add_class("-here")
        self.scroll_to_widget(self.current_block, animate=False, top=top, force=True)
        self.call_after_refresh(self._note_seen)

    # Keys and what happens to the list

    def action_move(self, step: int) -> None:
        self.go(self._cursor + step)

    def action_move_to(self, at: int) -> None:
        self.go(len(self._blocks) - 1 if at < 0 else at)

    def action_page(self, step: int) -> None:
        height, at = 0, self._cursor
        while 0 <= at + step < len(self._blocks) and height < self.size.height:
            height += self._blocks[at].size.height
            at += step
        self.go(at, top=True)

    def on_resize(self) -> None:
        self.call_after_refresh(self._note_seen)

    def watch_scroll_y(self, before: float, now: float) -> None:
        super().watch_scroll_y(before, now)
        self.call_after_refresh(self._note_seen)

    def on_click(self, event: events.Click) -> None:
        for at, block in enumerate(self._blocks):
            if block is event.widget:
                self.go(at)

    def _note_seen(self) -> None:
        """Mark the blocks that are completely inside the viewport as seen."""
        top = self.scroll_offset.y
        for block in self._blocks:
            place = block.virtual_region
            if place.height and top <= place.y and place.bottom <= top + self.size.height:
                block.was_seen = True
