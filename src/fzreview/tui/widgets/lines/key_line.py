"""The key line: as many keys as fit, each with its full title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from fzreview.text.cells import cells
from fzreview.tui.widgets.lines.text_lines import TextLines

KEY_STYLE: Final = "bold reverse"
"""The style of a key."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A key and its title."""

    key: str
    title: str
    """Displayable."""
    always_shown: bool = False
    """Whether it is shown at every width: exit keys and help."""
    spaced: bool = True
    """Whether there are spaces between key and title and two before the next entry."""

    @property
    def text(self) -> Text:
        before, behind = (" ", "  ") if self.spaced else ("", " ")
        return Text.assemble((self.key, KEY_STYLE), f"{before}{self.title}{behind}")


class KeyLine(TextLines):
    """Shows entries in order of importance; those that do not fit are left out, unless always shown."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: tuple[KeyEntry, ...] = ()
        self._fitted_width: int | None = None
        """The width for which the entries were fitted."""

    def show_keys(self, entries: Iterable[KeyEntry]) -> None:
        """Show these entries; they are fitted again on resize."""
        entries, width = tuple(entries), self.size.width
        if entries == self._entries and width == self._fitted_width:
            return
        self._entries, self._fitted_width = entries, width
        self.show(fit_entries(entries, width) if width else "")

    def on_resize(self) -> None:
        self.show_keys(self._entries)


def fit_entries(entries: Iterable[KeyEntry], width: int) -> Text:
    """The entries that fit ``width`` cells uncut, in order, with all that are always shown."""
    left = [(entry.always_shown, entry.text) for entry in entries]
    for number in reversed(range(len(left))):
        if cells("".join(text.plain for _, text in left).rstrip()) <= width:
            break
        if not left[number][0]:
            del left[number]
    line = Text().join(text for _, text in left)
    line.rstrip()
    return line
