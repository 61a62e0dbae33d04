"""What commands about whole reports share: which reports are meant, what is told of each."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_report
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path
from fzreview.strings import say
from fzreview.text.displayable import one_line

if TYPE_CHECKING:
    from fzreview.work.corpus.stating import Saying, Stated


def report_arguments(parser: ArgumentParser) -> None:
    """Reports by name, or by an expression."""
    add_report(parser, "*")
    filter_argument(parser)


def filter_argument(parser: ArgumentParser) -> None:
    """Reports by an expression."""
    parser.add_argument("--reports", type=words, metavar="EXPR", help=say("command.reports"))


def state_of_reports(
    options: Namespace,
    names: Sequence[str],
    saying: Saying,
    told: str,
    *,
    expression: str | None = None,
    aside: bool | None = None,
) -> int:
    """Have the reviewer say something of each report, and print what came of it.

    ``told`` is as for :func:`print_stated`, the rest as for ``work/corpus/stating``.
    """
    from fzreview.work.corpus.stating import state
    from fzreview.work.judging.reviewer_name import reviewer_of

    store = store_path(options.db)
    reviewer = reviewer_of(store, options.reviewer)
    print_stated(state(store, reviewer, names, saying, expression=expression, aside=aside), told, options)
    return 0


def print_stated(stated: Iterable[Stated], told: str, options: Namespace) -> None:
    """A row or a line for each report; ``told`` is the key of the sentence where something changed."""
    for one in stated:
        if options.json:
            from fzreview.work.listing.rows import report_summary_row

            write_row(report_summary_row(one.report, None) | {"changed": one.changed})
        else:
            print(one_line(say(told if one.changed else "command.stated_before", doc=one.report.doc)))
