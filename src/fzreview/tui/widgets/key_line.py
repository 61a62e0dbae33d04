"""The line of keys: as many as there is room for, each with its whole title."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from rich.text import Text

from fzreview.strings import say
from fzreview.text.cells import cells
from fzreview.tui.widgets.lines import Lines

KEY_STYLE: Final = "bold reverse"
"""How a key is set off from its title; each such span begins an entry."""


class KeyLine(Lines):
    """Shows entries from the first on; one that would be cut is left out, that of help never."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = Text()
        self._fitted_to: int | None = None
        """The width for which the entries that are shown were chosen."""

    def show_keys(self, keys: Text) -> None:
        """Show these entries, again where the width changes."""
        width = self.size.width
        if keys == self._keys and width == self._fitted_to:
            return
        self._keys, self._fitted_to = keys, width
        self.show(fitted(keys, width) if width else keys)

    def on_resize(self) -> None:
        self.show_keys(self._keys)


def fitted(keys: Text, width: int) -> Text:
    """The entries that ``width`` cells show uncut, in order."""
    starts = [span.start for span in keys.spans if span.style == KEY_STYLE]
    entries = [keys[start:end] for start, end in pairwise([*starts, len(keys)])]
    helps = f" {say('help.do.help')}"
    for number in reversed(range(len(entries))):
        if cells("".join(entry.plain for entry in entries).rstrip()) <= width:
            break
        if not entries[number].plain.rstrip().endswith(helps):
            del entries[number]
    line = Text().join(entries)
    line.rstrip()
    return line
