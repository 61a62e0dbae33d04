"""``panel``: one indicator over years and places."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.output.streams import write_bytes, write_row
from fzreview.config.paths import store_path
from fzreview.errors import UsageError
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", type=words, metavar="WORDS", help=say("command.panel.words"))
    parser.add_argument("--region", metavar="R", type=words, help=say("command.panel.region"))
    parser.add_argument("--years", metavar="Y-Y", type=words, help=say("command.panel.years"))
    parser.add_argument("--all", action="store_true", help=say("command.panel.all"))
    parser.add_argument(
        "--format",
        choices=("table", "csv", "parquet", "json"),
        default="table",
        help=say("command.panel.format"),
    )


def call(options: Namespace) -> int:
    from fzreview.work.listing.panel import panel_of, panel_rows

    series = panel_of(
        store_path(options.db), " ".join(options.words), options.region, _years(options.years), options.all
    )
    match options.format:
        case "json":
            for row in panel_rows(series):
                write_row(row)
        case "csv":
            from fzreview.cli.figures.panel_files import csv_lines

            write_bytes(csv_lines(panel_rows(series)))
        case "parquet":
            from fzreview.cli.figures.panel_files import parquet_bytes

            write_bytes([parquet_bytes(panel_rows(series))])
        case _:
            from fzreview.cli.figures.panel_lines import print_panel

            print_panel(series)
    return 0


def _years(typed: str | None) -> tuple[int, int] | None:
    """``2019-2023`` or one year. Raises UsageError for what is neither."""
    if typed is None:
        return None
    match = re.fullmatch(r"([0-9]{4})(?:[-–—~]([0-9]{4}))?", typed.strip())
    if match is None:
        raise UsageError("bad_years", value=typed)
    first, last = int(match[1]), int(match[2] or match[1])
    return min(first, last), max(first, last)
