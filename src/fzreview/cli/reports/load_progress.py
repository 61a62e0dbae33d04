"""The load as a person follows it: a moving line on a terminal, a table at the end, refusals by name."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from typing import Final

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from fzreview.cli.output.console import narration_console, output_console
from fzreview.cli.output.streams import narrate
from fzreview.strings import say
from fzreview.work.loading.reasons import kind_words, reason_words
from fzreview.work.loading.results import LoadResult, LoadStatus

_ALWAYS: Final[tuple[LoadStatus, ...]] = ("loaded", "already_loaded", "refused")


def show_load(results: Iterable[LoadResult], is_dry: bool = False) -> bool:
    """Follow a load to its end and print its summary on standard output; whether anything was refused."""
    counts: Counter[LoadStatus] = Counter()
    reasons: Counter[tuple[LoadStatus, str]] = Counter()
    kinds: Counter[str] = Counter()
    copies = bare = figures = chars = 0
    wrong = False
    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        console=narration_console(),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with progress:
        task = progress.add_task(_told(counts))
        for result in results:
            counts[result.status] += 1
            if result.code is not None:
                reasons[result.status, result.code] += 1
            if result.status == "loaded" and result.converted is not None:
                kinds[result.converted] += 1
            copies += result.copy_of is not None
            bare += result.is_bare
            if result.status == "loaded":
                figures += result.figures or 0
                chars += result.chars or 0
            wrong = wrong or result.is_wrong
            for sentence in result.told:
                narrate(sentence)
            progress.update(task, description=_told(counts))
    output_console().print(_table(counts, reasons, kinds, copies, bare, figures, chars))
    if copies and not is_dry:
        narrate(say("load.see_copies"))
    if bare:
        narrate(say("load.see_bare"))
    if is_dry:
        narrate(say("load.dry"))
    return wrong


def _table(
    counts: Counter[LoadStatus],
    reasons: Counter[tuple[LoadStatus, str]],
    kinds: Counter[str],
    copies: int,
    bare: int,
    figures: int,
    chars: int,
) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    for status in (*_ALWAYS, "skipped"):
        if counts[status] or status in _ALWAYS:
            table.add_row(say(f"load.{status}"), str(counts[status]))
        for kind, count in kinds.most_common() if status == "loaded" else ():
            table.add_row("  " + say("load.converted", kind=kind_words(kind)), str(count))
        if status == "loaded" and copies:
            table.add_row("  " + say("load.copies"), str(copies))
        if status == "loaded" and bare:
            table.add_row("  " + say("load.bare"), str(bare))
        for (of, code), count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
            if of == status:
                table.add_row("  " + reason_words(code), str(count))
    table.add_row(say("load.figures"), str(figures))
    table.add_row(say("load.chars"), str(chars))
    return table


def _told(counts: Counter[LoadStatus]) -> str:
    return say(
        "load.running",
        loaded=counts["loaded"],
        known=counts["already_loaded"],
        refused=counts["refused"],
    )
