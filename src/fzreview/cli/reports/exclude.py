"""``exclude``: reports that stay in the store, out of queues, statistics and gold."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json, add_reviewer
from fzreview.cli.reports.stated import report_arguments, state_of_reports
from fzreview.domain.reports.corpus import EXCLUSIONS_OF_REPORTS
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    report_arguments(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--reason", choices=EXCLUSIONS_OF_REPORTS, help=say("command.exclude.reason"))
    what.add_argument("--undo", action="store_true", help=say("command.exclude.undo"))
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.review.steps.statements import exclude, include

    reason = options.reason
    return state_of_reports(
        options,
        options.report,
        lambda session: [include(session) if reason is None else exclude(session, reason)],
        "command.exclude.taken_back" if options.undo else "command.exclude.done",
        expression=options.reports,
        aside=bool(options.undo),
    )
