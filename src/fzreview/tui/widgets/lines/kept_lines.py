"""A widget that gives the lines of the last paint again as long as nothing about it has changed."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class KeptLines(Widget):
    """Every paint asks each widget in the rectangle around all changes for its lines, changed or not."""

    _painted_lines: tuple[Region, list[Strip]] | None = None

    def _set_dirty(self, *regions: Region) -> None:
        self._painted_lines = None
        super()._set_dirty(*regions)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painted_lines = None

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._painted_lines is None or self._painted_lines[0] != crop:
            self._painted_lines = crop, super().render_lines(crop)
        return self._painted_lines[1]
