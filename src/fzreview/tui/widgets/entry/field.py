"""One line of a dialog: a label and what is entered beside it."""

from __future__ import annotations

from textual.containers import Horizontal


class Field(Horizontal):
    """Carries the class ``-entered`` while the focus is in it: its label stands out without colour."""

    def __init__(self) -> None:
        super().__init__(classes="field")

    def on_descendant_focus(self) -> None:
        self.add_class("-entered")

    def on_descendant_blur(self) -> None:
        self.remove_class("-entered")
