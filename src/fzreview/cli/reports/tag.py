"""``tag``: words on reports, by which they are found and chosen."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json, add_reviewer
from fzreview.cli.reports.stated import print_stated, report_arguments
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("do", choices=("add", "remove"), help=say("command.tag.do"))
    parser.add_argument("tag", type=words, metavar="TAG", help=say("command.tag.tag"))
    report_arguments(parser)
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.review.steps.statements import tag
    from fzreview.work.corpus.stating import state
    from fzreview.work.judging.reviewer_name import reviewer_of

    adds = options.do == "add"
    changed = [options.tag]
    stated = state(
        store_path(options.db),
        reviewer_of(store_path(options.db), options.reviewer),
        options.report,
        lambda session: [tag(session, add=changed) if adds else tag(session, remove=changed)],
        expression=options.reports,
    )
    print_stated(stated, "command.tag.added" if adds else "command.tag.removed", options)
    return 0
