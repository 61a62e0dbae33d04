"""A screen that knows what the size of the terminal asks for before it is laid out first."""

from __future__ import annotations

from textual.screen import Screen, ScreenResultType


class SizedBeforeShown(Screen[ScreenResultType]):
    """Has the classes of its breakpoints from the beginning.

    By itself a screen is styled, laid out and painted without them, and again with them when it is told its
    size. A dialog names ``ModalScreen`` before this: style sheets know a class by its first base alone.
    """

    def on_compose(self) -> None:
        width, height = self.app.size
        breakpoints = ((width, self.HORIZONTAL_BREAKPOINTS or ()), (height, self.VERTICAL_BREAKPOINTS or ()))
        for cells, classes in breakpoints:
            reached = [name for least, name in sorted(classes) if least <= cells]
            self.update_classes({name: name in reached[-1:] for _, name in classes}, update=False)
