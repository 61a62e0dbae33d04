"""``doubts``: figures in the order of doubt."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("report", nargs="?", type=words, metavar="REPORT", help=say("command.report"))
    parser.add_argument("--json", action="store_true", help=say("command.json"))


def call(options: Namespace) -> int:
    from fzreview.work.listing.tie_checks import checks, doubt_rows

    found = checks(store_path(options.db), options.report)
    if options.json:
        for check in found:
            for row in doubt_rows(check):
                write_row(row)
        return 0
    from fzreview.cli.figures.check_tables import print_doubts

    print_doubts(found)
    return 0
