"""``agreement``: how far the reviewers of a store agree."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.errors import UsageError
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "reviewers", nargs="*", type=words, metavar="NAME", help=say("command.agreement.reviewers")
    )
    add_json(parser)


def call(options: Namespace) -> int:
    """0, or 1 where no two people decided in one report."""
    from fzreview.work.measuring.agreements import agreements

    names = options.reviewers
    if len(names) not in (0, 2) or len(set(names)) < len(names):
        raise UsageError("two_reviewers")
    told = agreements(store_path(options.db), (names[0], names[1]) if names else None)
    for number, one in enumerate(told):
        if options.json:
            from fzreview.work.measuring.agreement_rows import agreement_row

            write_row(agreement_row(one))
            continue
        from fzreview.cli.output.measure_lines import print_lines
        from fzreview.cli.team.agreement_lines import agreement_lines

        print_lines(agreement_lines(one), apart=number > 0)
    compared = any(one.reports for one in told)
    if not compared:
        narrate(say("measures.agreement.nobody"))
    return int(not compared)
