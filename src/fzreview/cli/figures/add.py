"""``add``: a missed figure."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json, add_report, add_reviewer
from fzreview.cli.options.fields import field_arguments, given_fields
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    add_report(parser)
    parser.add_argument("start", type=int, metavar="START", help=say("command.add.start"))
    parser.add_argument("end", type=int, metavar="END", help=say("command.add.end"))
    field_arguments(parser)
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.judging.adding import add
    from fzreview.work.judging.reviewer_name import reviewer_of
    from fzreview.work.listing.rows import stored_figure_row

    store = store_path(options.db)
    added = add(
        store,
        reviewer_of(store, options.reviewer),
        options.report,
        options.start,
        options.end,
        given_fields(options),
    )
    if options.json:
        write_row(stored_figure_row(added.report, added.figure))
    else:
        from fzreview.cli.output.tables import print_judged

        print_judged(added)
    return 0
