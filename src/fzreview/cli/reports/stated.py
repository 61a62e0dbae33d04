"""What commands about whole reports share: which reports are meant, what is told of each."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_report
from fzreview.cli.output.streams import write_row
from fzreview.strings import say
from fzreview.text.displayable import one_line

if TYPE_CHECKING:
    from fzreview.work.corpus.stating import Stated


def report_arguments(parser: ArgumentParser) -> None:
    """Reports by name, or by an expression."""
    add_report(parser, "*")
    filter_argument(parser)


def filter_argument(parser: ArgumentParser) -> None:
    """Reports by an expression."""
    parser.add_argument("--reports", type=words, metavar="EXPR", help=say("command.reports"))


def print_stated(stated: Iterable[Stated], told: str, options: Namespace) -> None:
    """A row or a line for each report; ``told`` is the key of the sentence where something changed."""
    for one in stated:
        if options.json:
            from fzreview.work.listing.rows import report_summary_row

            write_row(report_summary_row(one.report, None) | {"changed": one.changed})
        else:
            print(one_line(say(told if one.changed else "command.stated_before", doc=one.report.doc)))
