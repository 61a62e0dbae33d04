"""Key line, help, guide, command palette, themes and tour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic
from typing import Final

from textual.geometry import Region
from textual.screen import Screen

from fzreview.config.seen_tours import SeenTours
from fzreview.domain.reports.stored import ReportSummary
from fzreview.review.keys.commands import Command
from fzreview.review.keys.parts import PANES, Part
from fzreview.strings import language, say
from fzreview.text.displayable import one_line
from fzreview.tui.bindings import (
    empty_store_key_line,
    gated_action,
    key_line,
    keymap_of,
    rejection_class_key_line,
)
from fzreview.tui.desk.navigator import Navigator
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.themes import BUILT_IN_THEMES, THEME_VIEW_KEY
from fzreview.work.judging.reviewing import Review

PANE_PARTS: Final[Mapping[str | None, Part]] = {"outline": "outline", "figures": "list"}
"""Widget id → its part; other widgets belong to the text."""

TOUR_ENTER_SECONDS = 0.7
"""After the tour, Enter is ignored this long: it is often pressed once too often."""


class HelpController:
    """Shows keys and help for the part that has the focus."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        navigator: Navigator,
    ) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._navigator = navigator
        self._tour_ended: float | None = None
        self._tours = SeenTours(None)
        """Stores which reviewers have seen the tour."""
        self._classes = False
        """Whether the key line shows the keys of rejection classes."""
        self.after_tour: list[Callable[[], None]] = []

    @property
    def part(self) -> Part:
        """The part of the open dialog, else of the focused pane."""
        on_top: Part | None = getattr(self._screen.app.screen, "PART", None)
        if on_top is not None:
            return on_top
        focused = self._screen.focused
        return PANE_PARTS.get(focused.id if focused else None, "text")

    def show_keys(self) -> None:
        """Update the key line; it also shows the keys of an open dialog, behind which it stays visible."""
        keymap, part = keymap_of(self._screen.app), self.part
        if part in PANES and not self._review.session.is_open:
            line = empty_store_key_line(keymap)
        elif part in PANES and self._classes:
            line = rejection_class_key_line(keymap)
        else:
            line = key_line(keymap, part)
        self._panes.keys.show_keys(line)

    def set_class_keys(self, asked: bool) -> None:
        """Show the keys of rejection classes on the key line, or the usual ones."""
        if asked != self._classes:
            self._classes = asked
            self.show_keys()

    def help(self) -> None:
        """Open the help at the current part."""
        from fzreview.tui.screens.help import HelpScreen

        self._screen.app.push_screen(HelpScreen(self.part, keymap_of(self._screen.app)))

    def guide(self) -> None:
        """Open the annotation guide at the rule for the current figure."""
        from fzreview.review.guide import rule_for, with_rulings
        from fzreview.tui.screens.guide import GuideScreen
        from fzreview.work.listing.guide import guide_rules

        rules = guide_rules(language())
        with self._status_line.reporting_store_errors():
            rules = with_rulings(rules, self._review.rulings())
        stored = self._review.session.current_figure
        self._screen.app.push_screen(GuideScreen(rules, rule_for(rules, stored) if stored else 0))

    # The palette and themes

    def palette(self) -> None:
        """Open the command palette: commands, themes, reports."""
        from fzreview.tui.screens.palette import PaletteScreen

        app = self._screen.app
        own = [theme.name for theme in BUILT_IN_THEMES]
        # With NO_COLOR there is only one theme.
        themes = [] if app.ansi_color else list(dict.fromkeys([*own, *app.available_themes]))
        app.push_screen(PaletteScreen(self._review.path, keymap_of(app), themes), self._found)

    async def _found(self, choice: object) -> None:
        from fzreview.tui.screens.palette import Theme, Tour

        match choice:
            case Command():
                await self._screen.app.run_action(gated_action(choice), self._screen)
            case Theme():
                self._choose_theme(choice.name)
            case Tour():
                self.show_tour()
            case ReportSummary():
                await self._navigator.change_to(choice)

    def cycle_theme(self) -> None:
        """Switch to the next built-in theme."""
        app = self._screen.app
        if app.ansi_color:
            self._status_line.show(say("help.palette.no_themes"))
            return
        own = [theme.name for theme in BUILT_IN_THEMES]
        here = own.index(app.theme) if app.theme in own else -1
        self._choose_theme(own[(here + 1) % len(own)])

    def _choose_theme(self, name: str) -> None:
        self._screen.app.theme = name
        self._review.view[THEME_VIEW_KEY] = name
        self._review.remember_place()
        self._status_line.show(say("help.palette.themed", name=name))

    # The tour

    def offer_tour(self, tours: SeenTours) -> None:
        """Show the tour unless the reviewer has seen it."""
        if not tours.has(self._review.session.reviewer):
            self._tours = tours
            self.show_tour()

    def show_tour(self) -> None:
        """Show the tour, if a report is open."""
        if self._review.session.is_open:
            from fzreview.tui.screens.tour import TourScreen

            screen = TourScreen(keymap_of(self._screen.app), self.tour_places)
            self._screen.app.push_screen(screen, self._toured)

    @property
    def tour_has_just_ended(self) -> bool:
        """Whether an Enter may still have been meant for the tour."""
        return self._tour_ended is not None and monotonic() - self._tour_ended < TOUR_ENTER_SECONDS

    def _toured(self, _answer: None) -> None:
        self._tour_ended = monotonic()
        try:
            self._tours.add(self._review.session.reviewer)
        except OSError as error:
            self._status_line.show(say("help.tour.not_kept", reason=one_line(str(error))))
        for listener in self.after_tour:
            listener()

    def tour_places(self) -> tuple[Region, Region | None]:
        """Regions of the text pane and of the current figure, which the tour must not cover completely."""
        return self._panes.text.region, self._panes.text.current_region
