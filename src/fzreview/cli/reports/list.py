"""``list``: the reports of the store with their progress."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.cli.reports.stated import filter_argument
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--copies", action="store_true", help=say("command.list.copies"))
    which.add_argument("--excluded", action="store_true", help=say("command.list.excluded"))
    filter_argument(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.listing.rows import contradictions, report_summary_row, reports

    store = store_path(options.db)
    if options.copies or options.excluded:
        show_set_aside(store, options.json, copies=options.copies, expression=options.reports)
        return 0
    found = reports(store, options.reports)
    contradicted = contradictions(store)
    if options.json:
        for summary in found:
            write_row(report_summary_row(summary, contradicted.get(summary.id, 0)))
        return 0
    from fzreview.cli.output.tables import print_reports

    if not print_reports(found, contradicted, options.reports) and options.reports:
        from fzreview.work.listing.near_conditions import near_conditions

        if near := near_conditions(store, options.reports):
            narrate(say("command.list.near", near=" ".join(near)))
    return 0


def show_set_aside(store: Path, as_json: bool, *, copies: bool, expression: str | None = None) -> None:
    """The reports that do not count: near copies with what they repeat, or those that were excluded."""
    from fzreview.work.corpus.copies import set_aside
    from fzreview.work.listing.rows import report_summary_row

    found = set_aside(store, copies=copies, expression=expression)
    if not as_json:
        from fzreview.cli.output.tables import print_set_aside

        print_set_aside(found)
        return
    for one in found:
        row = report_summary_row(one.report, None)
        write_row(row | {"copy_of": None if one.original is None else one.original.doc})
