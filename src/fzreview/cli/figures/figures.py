"""``figures``: figures with their verdicts."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json, add_report
from fzreview.cli.output.streams import write_row
from fzreview.cli.reports.stated import filter_argument
from fzreview.config.paths import store_path
from fzreview.domain.decisions.verdict import STATUSES
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    add_report(parser, "?")
    filter_argument(parser)
    parser.add_argument("--status", choices=STATUSES, help=say("command.figures.status"))
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.listing.rows import figures, stored_figure_row

    found = figures(store_path(options.db), options.report, options.status, options.reports)
    if options.json:
        for summary, stored in found:
            write_row(stored_figure_row(summary, stored))
        return 0
    from fzreview.cli.output.tables import print_figures

    print_figures(found)
    return 0
