"""The widgets of the desk, created once and passed to the controllers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from fzreview.tui.widgets.card.figure_card import FigureCard
from fzreview.tui.widgets.lines.key_line import KeyLine
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.figures_pane import FiguresPane
from fzreview.tui.widgets.lists.outline_pane import OutlinePane
from fzreview.tui.widgets.text.pane import TextPane


@dataclass(frozen=True, slots=True)
class Panes:
    """The widgets of the desk; attribute names are widget ids."""

    header: TextLines = field(default_factory=lambda: TextLines(id="header"))
    outline: OutlinePane = field(default_factory=lambda: OutlinePane(id="outline"))
    figures: FiguresPane = field(default_factory=lambda: FiguresPane(id="figures"))
    text: TextPane = field(default_factory=lambda: TextPane(id="text"))
    card: FigureCard = field(default_factory=lambda: FigureCard(id="card"))
    status: TextLines = field(default_factory=lambda: TextLines(id="status"))
    loading: TextLines = field(default_factory=lambda: TextLines(id="loading"))
    hub: TextLines = field(default_factory=lambda: TextLines(id="hub"))
    keys: KeyLine = field(default_factory=lambda: KeyLine(id="keys"))

    def compose(self, welcome: Widget) -> Iterator[Widget]:
        """Compose the layout; ``welcome`` replaces the panes while the store is empty."""
        yield self.header
        yield welcome
        yield Horizontal(self.outline, self.figures, Vertical(self.text, self.card, id="reading"), id="panes")
        yield Horizontal(self.status, self.hub, self.loading, id="foot")
        yield self.keys
