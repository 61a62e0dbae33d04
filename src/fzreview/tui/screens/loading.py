"""Reports loaded from inside the desk: a path with completion, progress, and what was refused."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, ProgressBar, Static
from textual.worker import Worker

from fzreview.errors import FzError
from fzreview.review.parts import Part
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.lines import Lines

MOST_REFUSALS = 200
"""Refusals listed on screen; the command line lists them all."""


class PathSuggester(Suggester):
    """Completes the last part of a path from the folder it lies in."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        return await asyncio.to_thread(completed_path, value) if value else None


def completed_path(typed: str) -> str | None:
    """``typed`` with its last part completed to the first entry of its folder that begins with it."""
    folder, _, beginning = typed.rpartition("/")
    where = Path(folder + "/").expanduser() if folder or typed.startswith("/") else Path()
    try:
        entries = sorted(where.iterdir())
    except OSError:
        return None
    for entry in entries:
        if entry.name.startswith(beginning) and (beginning or not entry.name.startswith(".")):
            prefix = typed[: len(typed) - len(beginning)]
            return prefix + entry.name + ("/" if entry.is_dir() else "")
    return None


class LoadScreen(ModalScreen[None]):
    """Loads one path after another until it is closed."""

    PART: ClassVar[Part] = "load"
    CSS_PATH = ["dialog.tcss", "loading.tcss"]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]
    AUTO_FOCUS = "#path"

    def __init__(self, store: Path, begin_with: Path | None = None) -> None:
        super().__init__()
        self._store = store
        self._begin_with = begin_with
        self._loading: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.load.title")), classes="title", markup=False)
            yield Static(Text(say("desk.load.hint")), classes="hint", markup=False)
            yield Input(placeholder=say("desk.load.path"), suggester=PathSuggester(), id="path")
            yield Lines(id="progress")
            yield ProgressBar(id="bar", show_eta=False, show_percentage=False)
            with VerticalScroll(id="refused"):
                yield Static("", id="refusals", markup=False)

    def on_mount(self) -> None:
        self.query_one("#bar").display = False
        if self._begin_with is not None:
            self._begin(self._begin_with)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        typed = message.value.strip()
        if typed:
            self._begin(Path(typed).expanduser())

    def action_close(self) -> None:
        self.dismiss(None)

    def _begin(self, path: Path) -> None:
        if self._loading is not None and self._loading.is_running:
            return
        self._loading = self.run_worker(self._load(path), exit_on_error=False)

    async def _load(self, path: Path) -> None:
        from fzreview.work.loader_process import load_in_process

        counts = {"loaded": 0, "already_loaded": 0, "refused": 0}
        figures = 0
        refusals = Text()
        bar = self.query_one("#bar")
        bar.display = True
        self._tell("desk.load.running", counts)
        try:
            async with aclosing(load_in_process(self._store, [path])) as rows:
                async for row in rows:
                    counts[row["status"]] += 1
                    figures += row["figures"] or 0
                    if row["status"] == "refused" and counts["refused"] <= MOST_REFUSALS:
                        refusals.append(one_line(row["error"]) + "\n")
                        self.query_one("#refusals", Static).update(refusals)
                    self._tell("desk.load.running", counts)
        except FzError as error:
            self.query_one("#progress", Lines).show(one_line(str(error)))
        else:
            self._tell("desk.load.done", counts, figures)
        finally:
            bar.display = False

    def _tell(self, key: str, counts: dict[str, int], figures: int = 0) -> None:
        self.query_one("#progress", Lines).show(
            say(
                key,
                loaded=counts["loaded"],
                known=counts["already_loaded"],
                refused=counts["refused"],
                figures=figures,
            )
        )
