"""Help, command palette and tour at the desk, and the line of the keys in force."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from time import monotonic
from typing import Final

from textual.geometry import Region

from fzreview.domain.stored import ReportSummary
from fzreview.review.commands import Command
from fzreview.review.parts import Part
from fzreview.review.tour import SEEN
from fzreview.strings import say
from fzreview.tui.bindings import key_line, keymap_of
from fzreview.tui.screens.desk_view import DeskView
from fzreview.tui.themes import CHOSEN_THEME, OWN_THEMES
from fzreview.tui.widgets.lines import Lines

PANE_PARTS: Final[Mapping[str | None, Part]] = {"outline": "outline", "figures": "list"}
"""Id of a widget → the part it is; everything else is the text."""


ENTER_SECONDS = 0.7
"""Who steps through the tour by Enter often presses it once too many."""


class DeskHelping(DeskView):
    """What tells a reviewer which keys there are."""

    _tour_ended: float | None = None

    @property
    def part(self) -> Part:
        """The part that has the focus."""
        return PANE_PARTS.get(self.focused.id if self.focused else None, "text")

    # The line of keys

    def on_mount(self) -> None:
        self._show_keys(self.part)

    def on_descendant_focus(self) -> None:
        self._show_keys(self.part)

    def on_screen_suspend(self) -> None:
        # A dialog leaves the desk in sight, so its own keys stand on the desk's line.
        part: Part | None = getattr(self.app.screen, "PART", None)
        if part is not None:
            self._show_keys(part)

    def on_screen_resume(self) -> None:
        self._show_keys(self.part)

    def _show_keys(self, part: Part) -> None:
        self.query_one("#keys", Lines).show(key_line(keymap_of(self.app), part))

    # Help and palette

    def action_help(self) -> None:
        from fzreview.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.part, keymap_of(self.app)))

    def action_palette(self) -> None:
        from fzreview.tui.screens.palette import PaletteScreen

        own = [theme.name for theme in OWN_THEMES]
        # Without colours there is one theme that keeps to it.
        themes = [] if self.app.ansi_color else list(dict.fromkeys([*own, *self.app.available_themes]))
        self.app.push_screen(PaletteScreen(self._review.path, keymap_of(self.app), themes), self._found)

    async def _found(self, choice: object) -> None:
        from fzreview.tui.screens.palette import Theme, Tour

        match choice:
            case Command():
                await self.app.run_action(f"do('{choice.id}')", self)
            case Theme():
                self._choose_theme(choice.name)
            case Tour():
                self.show_tour()
            case ReportSummary():
                with self._asking_the_store():
                    self._change_report(await asyncio.to_thread(self._review.read, choice))

    # Themes

    def action_turn_theme(self) -> None:
        if self.app.ansi_color:
            self._tell(say("help.palette.no_themes"))
            return
        own = [theme.name for theme in OWN_THEMES]
        here = own.index(self.app.theme) if self.app.theme in own else -1
        self._choose_theme(own[(here + 1) % len(own)])

    def _choose_theme(self, name: str) -> None:
        self.app.theme = name
        self._review.view[CHOSEN_THEME] = name
        self._review.remember_place()
        self._tell(say("help.palette.themed", name=name))

    # Tour

    def offer_tour(self) -> None:
        """Show the tour to a reviewer who has not seen it in this store."""
        if self.is_current and self.session.is_open and not self._review.view.get(SEEN):
            self.show_tour()

    def show_tour(self) -> None:
        """Show the tour over the open report."""
        if self.session.is_open:
            from fzreview.tui.screens.tour import TourScreen

            self.app.push_screen(TourScreen(keymap_of(self.app), self._tour_places), self._toured)

    @property
    def tour_has_just_ended(self) -> bool:
        """Whether an Enter may still be meant for the tour."""
        return self._tour_ended is not None and monotonic() - self._tour_ended < ENTER_SECONDS

    def _toured(self, _answer: None) -> None:
        self._tour_ended = monotonic()
        self._review.view[SEEN] = True
        self._review.remember_place()

    def _tour_places(self) -> tuple[Region, Region | None]:
        return self._text.region, self._text.current_region
