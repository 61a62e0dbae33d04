"""The list of figures with the same subject in other reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from fzreview.checking.ties.across import Elsewhere, jump_of
from fzreview.strings import say
from fzreview.text.cells import cells
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.card.tie_lines import ALARM_SIGNS
from fzreview.tui.widgets.lists.rows_pane import RowsPane

PLACE_CELLS: Final = 20

VALUE_CELLS: Final = 18


class AcrossList(RowsPane):
    """Alarm sign, year, place, value and unit, ratio to the figure that was asked about, subject."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._elsewhere: Sequence[Elsewhere] = ()

    def show_elsewhere(self, elsewhere: Sequence[Elsewhere]) -> None:
        """Show these figures."""
        self._elsewhere = elsewhere
        self.show_rows(len(elsewhere))

    def place(self, row: int) -> Elsewhere:
        """The figure on a row."""
        return self._elsewhere[row]

    def row_text(self, row: int, width: int) -> Text:
        one = self._elsewhere[row]
        other, jumps = one.other, jump_of(one.times) is not None
        text = Text(f"{ALARM_SIGNS['alarm'] if jumps else ' '} ", style="bold", no_wrap=True)
        text.append(f"{other.year or '    '}  ", style="not bold")
        text.append(_padded(one_line(other.place), min(PLACE_CELLS, width // 4)) + "  ", style="not bold")
        value = _padded(f"{one_line(other.value)} {one_line(other.unit)}", VALUE_CELLS, right=True)
        text.append(value, style="" if jumps else "not bold")
        text.append("  " + _padded(_ratio(one.times), 12) + "  ", style="" if jumps else "not bold")
        return text.append(one_line(other.subject), style="not bold dim")


def _ratio(times: float) -> str:
    """The other value divided by this one."""
    if not times:
        return ""
    ratio = 1 / times
    return say("desk.across.times", times=f"{ratio:.2f}" if ratio < 100 else f"{ratio:,.0f}")


def _padded(words: str, width: int, right: bool = False) -> str:
    """Cropped or padded to ``width`` cells."""
    while cells(words) > width:
        words = words[:-1]
    blanks = " " * (width - cells(words))
    return blanks + words if right else words + blanks
