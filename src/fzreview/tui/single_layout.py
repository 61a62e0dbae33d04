"""A screen that is styled, laid out and painted once when it opens."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType


class SingleLayoutScreen(Screen[ScreenResultType]):
    """Applies its breakpoint classes before the first layout, and skips redundant layouts and paints.

    Textual styles and lays out a new screen without its breakpoint classes, and repeats both when the size
    event arrives; it lays out every screen of the stack again for a size event that changes nothing; it
    paints in each layout and once more after them; and it styles all widgets again on the first ScreenResume.
    A modal screen names ``ModalScreen`` before this class among its bases: type selectors of CSS follow the
    first base only.
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

    def _compositor_refresh(self) -> None:
        # A layout paints what it has changed even if the next frame repaints everything anyway: twice, when a
        # screen opens, before its widgets have received their sizes.
        if self._repaint_required:
            self.check_idle()
            return
        super()._compositor_refresh()
