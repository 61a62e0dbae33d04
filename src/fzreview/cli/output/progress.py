"""Long work as a moving line on a terminal; nothing where standard error is none."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def followed(items: Iterable[Item], total: int, told: str) -> Iterator[Item]:
    """The items, counted against ``total`` on a line that goes away at the end."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from fzreview.cli.output.console import narration_console

    columns = (TextColumn(told, markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=narration_console(), transient=True) as progress:
        yield from progress.track(items, total=total)
