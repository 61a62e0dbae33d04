"""``judge``: a verdict without a screen."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json, add_reviewer
from fzreview.cli.options.fields import field_arguments, given_fields
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path
from fzreview.domain.decisions.verdict import REASONS, REJECTION_CLASSES, VERDICTS
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("figure", type=words, metavar="FIGURE", help=say("command.figure"))
    parser.add_argument("verdict", choices=(*VERDICTS, "undo"), help=say("command.judge.verdict"))
    parser.add_argument("--reason", choices=REASONS, help=say("command.judge.reason"))
    parser.add_argument(
        "--class", dest="reason_class", choices=REJECTION_CLASSES, help=say("command.judge.class")
    )
    field_arguments(parser)
    for side in ("start", "end"):
        parser.add_argument(f"--{side}", type=int, metavar="N", help=say(f"command.judge.{side}"))
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.judging.judge import judge
    from fzreview.work.judging.reviewer_name import reviewer_of
    from fzreview.work.listing.rows import stored_figure_row

    store = store_path(options.db)
    judged = judge(
        store,
        reviewer_of(store, options.reviewer),
        options.figure,
        options.verdict,
        options.reason,
        options.reason_class,
        given_fields(options),
        options.start,
        options.end,
    )
    if options.json:
        write_row(stored_figure_row(judged.report, judged.figure))
    else:
        from fzreview.cli.output.tables import print_judged

        print_judged(judged)
    return 0
