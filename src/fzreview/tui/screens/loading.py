"""The dialog that loads reports: a path with completion, progress, refused files."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.suggester import Suggester
from textual.widgets import Input, ProgressBar, Static

from fzreview.review.keys.parts import Part
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.work.loading.background_load import BackgroundLoad
from fzreview.work.loading.completing import completions, next_completion
from fzreview.work.loading.reasons import kind_words, reason_words

UPDATE_SECONDS = 0.1
MAX_OFFERED = 30
"""How many completions are listed."""


class PathSuggester(Suggester):
    """Completes the last part of a path from the folder it lies in."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        found = await asyncio.to_thread(completions, value) if value else []
        return found[0] if found else None


class LoadScreen(Dialog[None]):
    """Starts a load and shows its progress; the load continues when the dialog is closed."""

    PART: ClassVar[Part] = "load"
    CSS_PATH = ["dialog.tcss", "loading.tcss"]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+x", "stop", show=False, priority=True),
        Binding("tab", "complete", show=False, priority=True),
    ]
    AUTO_FOCUS = "#path"

    def __init__(self, load: BackgroundLoad, begin_with: Path | None = None) -> None:
        super().__init__()
        self._load = load
        self._begin_with = begin_with
        self._told = 0
        """Inputs of which something is shown besides their number."""
        self._offered: list[str] = []
        """The paths that were named last, where there was more than one."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.load.title")), classes="title", markup=False)
            yield Static(Text(say("desk.load.hint")), classes="hint", markup=False)
            yield Input(placeholder=say("desk.load.path"), suggester=PathSuggester(), id="path")
            yield TextLines(id="progress")
            yield ProgressBar(id="bar", show_eta=False, show_percentage=False)
            with VerticalScroll(id="refused"):
                yield Static("", id="refusals", markup=False)

    def on_mount(self) -> None:
        if self._begin_with is not None:
            self._begin(self._begin_with)
        self._show()
        self.set_interval(UPDATE_SECONDS, self._show)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        typed = message.value.strip()
        if typed:
            self._begin(Path(typed).expanduser())

    async def action_complete(self) -> None:
        """The path completed as far as it is certain; again takes one of those that it may be, in turn."""
        field = self.query_one("#path", Input)
        typed = field.value
        if typed in self._offered:
            completed = self._offered[(self._offered.index(typed) + 1) % len(self._offered)]
        else:
            found = await asyncio.to_thread(completions, typed) if typed else []
            if field.value != typed:
                return
            self._offered = found if len(found) > 1 else []
            completed = next_completion(typed, found) if found else typed
            self._tell_offered("" if found or not typed else say("desk.load.no_path"))
        field.value = completed
        field.cursor_position = len(completed)

    def _tell_offered(self, otherwise: str) -> None:
        """List the possible completions, unless the progress of a load is shown."""
        if self._load.path is None:
            names = [one_line(one.rstrip("/").rpartition("/")[2]) for one in self._offered[:MAX_OFFERED]]
            more = ["…"] if len(self._offered) > MAX_OFFERED else []
            self.query_one("#refusals", Static).update(Text("  ".join([*names, *more]) or otherwise))

    def action_close(self) -> None:
        self.dismiss(None)

    def action_stop(self) -> None:
        self._load.stop()

    def _begin(self, path: Path) -> None:
        if not self._load.is_running:
            self._told = 0
            # The application's, because a worker of this screen would end with it.
            self.app.run_worker(self._load.run(path), group="load", exit_on_error=False)

    def _show(self) -> None:
        load = self._load
        self.query_one("#bar").display = load.is_running
        if load.path is None:
            return
        self.query_one("#progress", TextLines).show(load_words(load))
        count = load.refused + load.skipped + load.copies + load.bare + load.converted.total()
        count += len(load.unread)
        if count != self._told:
            self._told = count
            told = "\n".join([*reasons(load), *changed(load), *map(one_line, [*load.unread, *load.refusals])])
            self.query_one("#refusals", Static).update(Text(told))


def reasons(load: BackgroundLoad) -> list[str]:
    """One line with the refused files by reason, one with the skipped ones; without empty lines."""
    lines = []
    for status in ("refused", "skipped"):
        counted = [(code, count) for (of, code), count in load.reasons.most_common() if of == status]
        if counted:
            words = " · ".join(f"{reason_words(code)} {count}" for code, count in counted)
            lines.append(say(f"desk.load.{status}", reasons=words))
    return lines


def changed(load: BackgroundLoad) -> list[str]:
    """One line with the numbers of converted files, near copies and reports without figures, if any."""
    words = [
        f"{say('load.converted', kind=kind_words(kind))} {count}"
        for kind, count in load.converted.most_common()
    ]
    if load.copies:
        words.append(f"{say('load.copies')} {load.copies}")
    if load.bare:
        words.append(f"{say('load.bare')} {load.bare}")
    return [" · ".join(words)] if words else []


def load_words(load: BackgroundLoad) -> str:
    """How far a load is or how it ended, displayable."""
    if load.error is not None:
        return one_line(load.error)
    key = "running" if load.is_running else "stopped" if load.stopped else "done"
    return say(
        f"desk.load.{key}",
        loaded=load.loaded,
        known=load.known,
        refused=load.refused,
        figures=load.figures,
        skipped=load.skipped,
    )
