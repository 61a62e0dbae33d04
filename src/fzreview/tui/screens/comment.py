"""The dialog of the comment on a figure."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from fzreview.review.keys.parts import Part
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog


class CommentScreen(Dialog[str | None]):
    """Dismissed with the comment (empty takes it away); None when cancelled."""

    PART: ClassVar[Part] = "comment"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, comment: str, notice: str = "") -> None:
        """``notice`` says why the dialog is opened again."""
        super().__init__()
        self._comment = comment
        self._notice = notice

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.comment.title")), classes="title", markup=False)
            yield Input(one_line(self._comment), id="comment", select_on_focus=False)
            if self._notice:
                yield Static(Text(self._notice), id="problem", classes="problem", markup=False)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        self.dismiss(message.value)

    def action_cancel(self) -> None:
        self.dismiss(None)
