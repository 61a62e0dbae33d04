"""``show``: one figure with its history."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("figure", type=words, metavar="FIGURE", help=say("command.figure"))
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.listing.rows import find_figure, former_rows, journal_row, stored_figure_row

    store = store_path(options.db)
    summary, stored, history = find_figure(store, options.figure)
    if options.json:
        from fzreview.domain.ties.tie_rows import tie_row
        from fzreview.work.listing.tie_checks import ties_of

        row = stored_figure_row(summary, stored)
        row["former"] = former_rows(stored)
        row["history"] = [journal_row(entry) for entry in history]
        ties = ties_of(store, summary, (stored.shown.start, stored.shown.end))
        write_row(row | {"ties": [tie_row(tie) for tie in ties]})
        return 0
    from fzreview.cli.output.tables import print_figure

    print_figure(summary, stored, history)
    return 0
