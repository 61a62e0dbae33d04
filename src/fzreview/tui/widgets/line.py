"""One line of text that changes without a new layout."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static


class Line(Static):
    """A single row; what does not fit is cut."""

    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self._shown = Text()

    def show(self, text: str | Text) -> None:
        """Show this text; a ``str`` must be displayable."""
        self._shown = Text(text) if isinstance(text, str) else text
        self.update(self._shown, layout=False)

    def add(self, text: str) -> None:
        """Show this behind what is shown."""
        self.show(Text.assemble(self._shown, (text, "dim")))
