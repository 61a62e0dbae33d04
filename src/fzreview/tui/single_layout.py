"""A screen that is styled and laid out once before it is first shown."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType


class SingleLayoutScreen(Screen[ScreenResultType]):
    """Applies its breakpoint classes before the first layout, and skips redundant layouts.

    Textual styles and lays out a new screen without its breakpoint classes and repeats both when the size
    event arrives; it lays out every screen of the stack again for a size event that changes nothing; and it
    styles all widgets again on the first ScreenResume. A modal screen names ``ModalScreen`` before this class
    among its bases: type selectors of CSS follow the first base only.
    """

    def on_compose(self) -> None:
        width, height = self.app.size
        breakpoints = ((width, self.HORIZONTAL_BREAKPOINTS or ()), (height, self.VERTICAL_BREAKPOINTS or ()))
        for cells, classes in breakpoints:
            reached = [name for minimum, name in sorted(classes) if minimum <= cells]
            self.update_classes({name: name in reached[-1:] for _, name in classes}, update=False)

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # Textual calls the handler of the base class after this one.
        if not self.outer_size:
            event.refresh_styles = False
            # The screen's own CSS may be parsed after the screen was styled, but before its children are.
            self.app.stylesheet.apply(self)

    def _screen_resized(self, size: Size) -> None:
        if size != self.outer_size:
            super()._screen_resized(size)
