"""``list``: the reports of the store with their progress."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.streams import write_row
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=say("command.json"))


def call(options: Namespace) -> int:
    from fzreview.work.listing.rows import contradictions, report_summary_row, reports

    store = store_path(options.db)
    found = reports(store)
    contradicted = contradictions(store)
    if options.json:
        for summary in found:
            write_row(report_summary_row(summary, contradicted.get(summary.id, 0)))
        return 0
    from fzreview.cli.tables import print_reports

    print_reports(found, contradicted)
    return 0
