"""The line of keys: as many as there is room for, each with its whole title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from fzreview.text.cells import cells
from fzreview.tui.widgets.lines.text_lines import TextLines

KEY_STYLE: Final = "bold reverse"
"""How a key is set off from its title."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One key of the line and what it does."""

    key: str
    title: str
    """Displayable."""
    always_shown: bool = False
    """Whether it is named however little room there is: the way out, and help."""
    spaced: bool = True
    """Whether blanks part the key from its title and the entry from the next."""

    @property
    def text(self) -> Text:
        before, behind = (" ", "  ") if self.spaced else ("", " ")
        return Text.assemble((self.key, KEY_STYLE), f"{before}{self.title}{behind}")


class KeyLine(TextLines):
    """Shows entries from the first on; one that would be cut is left out, those that are kept never."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: tuple[KeyEntry, ...] = ()
        self._fitted_width: int | None = None
        """The width for which the entries that are shown were chosen."""

    def show_keys(self, entries: Iterable[KeyEntry]) -> None:
        """Show these entries, again where the width changes; none before there is one."""
        entries, width = tuple(entries), self.size.width
        if entries == self._entries and width == self._fitted_width:
            return
        self._entries, self._fitted_width = entries, width
        self.show(fit_entries(entries, width) if width else "")

    def on_resize(self) -> None:
        self.show_keys(self._entries)


def fit_entries(entries: Iterable[KeyEntry], width: int) -> Text:
    """The entries that ``width`` cells show uncut, in order, and all that are kept."""
    left = [(entry.always_shown, entry.text) for entry in entries]
    for number in reversed(range(len(left))):
        if cells("".join(text.plain for _, text in left).rstrip()) <= width:
            break
        if not left[number][0]:
            del left[number]
    line = Text().join(text for _, text in left)
    line.rstrip()
    return line
