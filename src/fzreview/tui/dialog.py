"""A dialog: a screen over others, which show through a veil."""

from __future__ import annotations

from functools import lru_cache

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.css.styles import RulesMap
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, ScreenResultType
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from fzreview.tui.single_layout import SingleLayoutScreen


class Dialog(ModalScreen[ScreenResultType], SingleLayoutScreen[ScreenResultType]):
    """Takes all keys until it is dismissed."""

    def render(self) -> RenderableType:
        shown = super().render()
        return Veiled(shown.screen, shown.color) if isinstance(shown, BackgroundScreen) else shown


class Veiled(BackgroundScreen, Visual):
    """What Textual's background screen shows, line by line and each style tinted once.

    Through a console, which that one is made for, it takes a third of the time in which a dialog comes up.
    """

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        base = style.rich_style
        lines = self.screen._compositor.render_strips()[:height]
        return [
            Strip(
                [Segment(text, base + tinted(look, self.color)) for text, look, _ in line], line.cell_length
            ).crop(0, width)
            for line in lines
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self.screen.size.height


@lru_cache(4096)
def tinted(look: RichStyle | None, veil: Color) -> RichStyle:
    """A style beneath a veil, without links."""
    ((_, style, _),) = BackgroundScreen.process_segments([Segment("", look)], veil)
    assert style is not None
    return style
