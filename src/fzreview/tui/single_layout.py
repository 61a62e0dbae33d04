"""A screen that is styled, laid out and painted once when it is first shown."""

from __future__ import annotations

from textual import events
from textual.await_remove import AwaitRemove
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType


class SingleLayoutScreen(Screen[ScreenResultType]):
    """Applies its breakpoint classes before the first layout, and skips redundant layouts and paints.

    Textual styles and lays out a new screen without its breakpoint classes and repeats both when the size
    event arrives; it lays out every screen of the stack again for a size event that changes nothing; it
    paints after each layout although a repaint of the whole screen is pending; it styles all widgets again
    on the first ScreenResume; and when a screen is removed it lays out and repaints the one beneath it
    twice. A modal screen names ``ModalScreen`` before this class among its bases: type selectors of CSS
    follow the first base only.
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
        # The paint that is pending includes what a layout has changed. On the first ScreenResume it would be
        # the third, and the widgets have received their Resize events only before it.
        if self._repaint_required:
            self.check_idle()
            return
        super()._compositor_refresh()

    def remove(self) -> AwaitRemove:
        # Named as the parent, the application would refresh the screen beneath with a layout, twice.
        return self.app._prune(self)
