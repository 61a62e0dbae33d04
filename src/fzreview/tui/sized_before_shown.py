"""A screen that knows what the size of the terminal asks for before it is laid out first."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType


class SizedBeforeShown(Screen[ScreenResultType]):
    """Comes up styled, laid out and painted once.

    By itself a screen is styled and laid out without the classes of its breakpoints, and again with them when
    it is told its size; is laid out again when it is told the size that it was just laid out for, with every
    screen beneath it; is painted by each layout and once more; and is styled again with all that it holds,
    when it is shown first. A dialog names ``ModalScreen`` before this: style sheets know a class by its first
    base alone.
    """

    def on_compose(self) -> None:
        width, height = self.app.size
        breakpoints = ((width, self.HORIZONTAL_BREAKPOINTS or ()), (height, self.VERTICAL_BREAKPOINTS or ()))
        for cells, classes in breakpoints:
            reached = [name for least, name in sorted(classes) if least <= cells]
            self.update_classes({name: name in reached[-1:] for _, name in classes}, update=False)

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # Before the screen's own, which Textual calls too.
        if not self.outer_size:
            event.refresh_styles = False
            # Its sheet may have been read after it was made, though before what it holds was.
            self.app.stylesheet.apply(self)

    def _screen_resized(self, size: Size) -> None:
        if size != self.outer_size:
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        # A layout paints what it changed, although all is to be painted in the next frame: when a screen
        # comes up, twice before what it holds has been told its size.
        if self._repaint_required:
            self.check_idle()
            return
        super()._compositor_refresh()
