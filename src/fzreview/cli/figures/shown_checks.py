"""What commands share that check reports against themselves: of which, as rows or as lines."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from fzreview.cli.options.common import add_json, add_report
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path

if TYPE_CHECKING:
    from fzreview.domain.reports.reading_rows import Row
    from fzreview.work.listing.tie_checks import Check


def check_arguments(parser: ArgumentParser) -> None:
    """One report, or all of them."""
    add_report(parser, "?")
    add_json(parser)


def show_checks(
    options: Namespace,
    rows: Callable[[Check], Iterable[Row]],
    print_lines: Callable[[Iterable[Check]], None],
) -> int:
    """Show what is found, the reports in the order of loading."""
    from fzreview.work.listing.tie_checks import checks

    found = checks(store_path(options.db), options.report)
    if options.json:
        for check in found:
            for row in rows(check):
                write_row(row)
    else:
        print_lines(found)
    return 0
