"""The Textual application: themes, the default screen, clean shutdown."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.types import CSSPathType

from fzreview.config.seen_tours import SeenTours
from fzreview.config.settings import Settings
from fzreview.errors import UsageError
from fzreview.review.keys.parts import Part
from fzreview.strings import say, use_keys
from fzreview.tui.bindings import keys_in_use
from fzreview.tui.cached_bindings import CachedBindingsScreen
from fzreview.tui.screens.desk import DeskScreen
from fzreview.tui.themes import (
    BUILT_IN_THEMES,
    DARK_COLOURS,
    LIGHT_COLOURS,
    NO_COLOR_THEME,
    NO_COLOR_VARIABLES,
    THEME_VIEW_KEY,
)

if TYPE_CHECKING:
    from fzreview.work.judging.reviewing import Review

QUIT_CONFIRMATION_SECONDS: Final = 6.0
"""How long a second quit key counts as confirmation while a load is running."""


class FzReviewApp(App[None]):
    """The review desk over a store that was opened for a reviewer."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "fzreview"
    CSS_PATH: ClassVar[CSSPathType | None] = "screens/desk.tcss"
    """CSS of the default screen: Textual loads the CSS of pushed screens only."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority, because modal screens block the other bindings of the application.
        Binding("f1", "help", show=False, priority=True),
    ]

    def __init__(
        self, review: Review, settings: Settings | None = None, tours: SeenTours | None = None
    ) -> None:
        """Without settings, keys may repeat as fast as they come: for tests and scripts.

        ``tours`` has the tour shown to a reviewer who has not seen it yet.
        """
        without_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=without_colour)
        self.animation_level = "none"
        self.review = review
        self._tours = tours
        self._quit_is_confirmed = False
        self.settings = settings or Settings(repeat_ms=0)
        for theme in BUILT_IN_THEMES:
            self.register_theme(theme)
        self.theme = NO_COLOR_THEME if without_colour else self._initial_theme()
        self.set_keymap(dict(self.settings.keymap))
        use_keys(keys_in_use(self.settings.keymap))

    def _initial_theme(self) -> str:
        """The theme of the settings, else the one chosen last, else the default."""
        wanted = self.settings.theme
        if wanted is not None:
            if wanted not in self.available_themes:
                known = " ".join(sorted(self.available_themes))
                raise UsageError("theme_unknown", name=wanted, known=known)
            return wanted
        chosen = self.review.view.get(THEME_VIEW_KEY)
        return chosen if chosen in self.available_themes else BUILT_IN_THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        theme = self.current_theme
        if theme.name.startswith("ansi"):
            return dict(NO_COLOR_VARIABLES)
        return dict(DARK_COLOURS if theme.dark else LIGHT_COLOURS)

    def get_default_screen(self) -> Screen[None]:
        return DeskScreen(self.review, self.settings.repeat_ms, self.settings.excluded)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded and self.app_focus:
            screen = self.screen
            if isinstance(screen, CachedBindingsScreen) and await screen.dispatch_key(event.key):
                # Let timers and the terminal driver run between queued keys.
                await asyncio.sleep(0)
                return
        await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # At the desk help is a command of the registry, whose key can be remapped.
        return action != "help" or not isinstance(self.screen, DeskScreen)

    def action_help(self) -> None:
        """Toggle the help of the open dialog."""
        from fzreview.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
            return
        part: Part = getattr(self.screen, "PART", "text")
        self.push_screen(HelpScreen(part, self.settings.keymap))

    async def action_quit(self) -> None:
        """Quit; while a load is running only after confirmation by a second key."""
        if self.review.load.is_running and not self._quit_is_confirmed:
            self._quit_is_confirmed = True
            self.notify(say("desk.load.quit"), timeout=QUIT_CONFIRMATION_SECONDS, markup=False)
            self.set_timer(QUIT_CONFIRMATION_SECONDS, self._reset_quit_confirmation)
            return
        await self._stop_load_and_exit()

    def _schedule_exit(self) -> None:
        self.run_worker(self._stop_load_and_exit(), exit_on_error=False)

    async def _stop_load_and_exit(self) -> None:
        await self.review.load.end()
        self.exit()

    def _reset_quit_confirmation(self) -> None:
        self._quit_is_confirmed = False

    def on_ready(self) -> None:
        if self._tours is not None and isinstance(self.screen, DeskScreen):
            self.screen.controllers.help.offer_tour(self._tours)

    def on_mount(self) -> None:
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                self._exit_on_signal(getattr(signal, name))

    def _exit_on_signal(self, number: signal.Signals) -> None:
        # In tests the application may run outside the main thread, where signals cannot be caught.
        try:
            asyncio.get_running_loop().add_signal_handler(number, self._schedule_exit)
        except (NotImplementedError, RuntimeError, ValueError):
            return

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        return ()
