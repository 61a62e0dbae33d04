"""``ties``: the figures of a report checked against each other."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json, add_report
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path


def arguments(parser: ArgumentParser) -> None:
    add_report(parser, "?")
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.listing.tie_checks import check_rows, checks

    found = checks(store_path(options.db), options.report)
    if options.json:
        for check in found:
            for row in check_rows(check):
                write_row(row)
        return 0
    from fzreview.cli.figures.check_tables import print_ties

    print_ties(found)
    return 0
