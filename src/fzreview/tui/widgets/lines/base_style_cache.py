"""A widget that caches its own Rich style instead of computing it for each line."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


class BaseStyleCache(Widget):
    """Invalidated by ``notify_style_update``."""

    _base: Style | None = None

    @property
    def base_style(self) -> Style:
        """The widget's own style, under the styles of its text."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = None
