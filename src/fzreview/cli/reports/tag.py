"""``tag``: words on reports, by which they are found and chosen."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json, add_reviewer
from fzreview.cli.reports.stated import report_arguments, state_of_reports
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("do", choices=("add", "remove"), help=say("command.tag.do"))
    parser.add_argument("tag", type=words, metavar="TAG", help=say("command.tag.tag"))
    report_arguments(parser)
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.review.steps.statements import tag

    adds = options.do == "add"
    changed = [options.tag]
    return state_of_reports(
        options,
        options.report,
        lambda session: [tag(session, add=changed) if adds else tag(session, remove=changed)],
        "command.tag.added" if adds else "command.tag.removed",
        expression=options.reports,
    )
