"""``read``: reports as JSON or as a tree, nothing stored."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.streams import narrate, write_row
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="FILE", help=say("command.read.paths"))
    parser.add_argument("--json", action="store_true", help=say("command.json"))
    parser.add_argument("--explain", action="store_true", help=say("command.read.explain"))


def call(options: Namespace) -> int:
    """0, or 1 where an input was refused."""
    from fzreview.domain.stored import NewReport
    from fzreview.work.loading.reading_files import read_files
    from fzreview.work.loading.sources import Refusal

    refused = False
    first = True
    for report in read_files(options.paths):
        if not isinstance(report, NewReport):
            refused = refused or isinstance(report, Refusal)
            narrate(str(report))
        elif options.json or options.explain:
            from fzreview.checking.ties import find_ties
            from fzreview.domain.reading_rows import report_row

            row = report_row(report, find_ties(report.reading))
            if options.explain:
                from fzreview.reading.explain import explained_row

                row = explained_row(row, report.reading.source)
            write_row(row)
        else:
            from fzreview.cli.report_tree import print_report

            print_report(report, first)
            first = False
    return int(refused)
