"""The load as a person follows it: a moving line on a terminal, a table at the end, refusals by name."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from fzreview.cli.console import narration_console, output_console
from fzreview.cli.streams import narrate
from fzreview.strings import say
from fzreview.work.loading.ingest import LoadResult


def show_load(results: Iterable[LoadResult]) -> bool:
    """Follow a load to its end and print its summary on standard output; whether anything was refused."""
    narration = narration_console()
    counts = {"loaded": 0, "already_loaded": 0, "refused": 0}
    figures = chars = 0
    left_out = False
    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        console=narration,
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with progress:
        task = progress.add_task(_told(counts))
        for result in results:
            counts[result.status] += 1
            if result.status == "loaded":
                figures += result.figures or 0
                chars += result.chars or 0
            left_out = left_out or bool(result.left_out)
            for sentence in result.told:
                narrate(sentence)
            progress.update(task, description=_told(counts))
    table = Table(box=None, show_header=False, pad_edge=False)
    for name in ("loaded", "already_loaded", "refused"):
        table.add_row(say(f"load.{name}"), str(counts[name]))
    table.add_row(say("load.figures"), str(figures))
    table.add_row(say("load.chars"), str(chars))
    output_console().print(table)
    return left_out or counts["refused"] > 0


def _told(counts: dict[str, int]) -> str:
    return say(
        "load.running",
        loaded=counts["loaded"],
        known=counts["already_loaded"],
        refused=counts["refused"],
    )
