"""A widget that returns the strips of its last render until it is marked dirty or its style changes."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class RenderCache(Widget):
    """Caches the result of ``render_lines`` for one crop.

    Textual renders every widget inside the bounding rectangle of all dirty regions, dirty or not.
    """

    _cached_render: tuple[Region, list[Strip]] | None = None

    def _set_dirty(self, *regions: Region) -> None:
        self._cached_render = None
        super()._set_dirty(*regions)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._cached_render = None

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._cached_render is None or self._cached_render[0] != crop:
            self._cached_render = crop, super().render_lines(crop)
        return self._cached_render[1]
