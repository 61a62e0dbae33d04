"""``adjudicate``: disputes settled one after the other, at a desk of their own."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.desks.opening import check_terminal
from fzreview.cli.options.common import add_reviewer
from fzreview.cli.output.streams import narrate
from fzreview.config.paths import store_path
from fzreview.config.settings import read_settings
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "reports", nargs="*", type=words, metavar="REPORT", help=say("command.adjudicate.reports")
    )
    add_reviewer(parser)


def call(options: Namespace) -> int:
    from fzreview.review.adjudicating import Adjudicating
    from fzreview.work.judging.reviewer_name import reviewer_of
    from fzreview.work.judging.reviewing import Review
    from fzreview.work.team.dissent.adjudicating import Adjudicator, waiting

    store = store_path(options.db)
    name = reviewer_of(store, options.reviewer)
    refs = waiting(store, name, options.reports)
    if not refs:
        narrate(say("sharing.none"))
        return 0
    check_terminal()
    settings = read_settings()
    from fzreview.tui.adjudication_app import AdjudicationApp

    session = Adjudicating(refs)
    review = Review(store, name)
    try:
        AdjudicationApp(review, Adjudicator(store, name, review.writer), session, settings).run(
            mouse=settings.mouse
        )
    finally:
        review.close()
    narrate(say("sharing.sitting", done=session.done, gaps=session.gaps, left=session.left))
    return 0
