"""``contest``: a ruling against one's word put in question."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_reviewer
from fzreview.cli.output.streams import narrate
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("figure", metavar="FIGURE", type=words, help=say("command.figure"))
    told = say("command.contest.because")
    parser.add_argument("--because", metavar="TEXT", type=words, required=True, help=told)
    add_reviewer(parser)


def call(options: Namespace) -> int:
    from fzreview.work.judging.reviewer_name import reviewer_of
    from fzreview.work.team.dissent.feedback import contest

    store = store_path(options.db)
    changed = contest(store, reviewer_of(store, options.reviewer), options.figure, options.because)
    narrate(say("sharing.contested" if changed else "sharing.contested_before", figure=options.figure))
    return 0
