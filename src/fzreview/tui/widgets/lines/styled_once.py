"""A widget that works out its own style once, not for each line that it makes."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


class StyledOnce(Widget):
    """Keeps its style until the style sheet says that it has changed."""

    _base: Style | None = None

    @property
    def base_style(self) -> Style:
        """Colours and look of what has none of its own."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = None
