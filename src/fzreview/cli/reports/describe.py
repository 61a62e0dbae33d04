"""``describe``: what a report is, where it was read wrongly: title, year, region, issuer, dates, number."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import cast

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json, add_report, add_reviewer
from fzreview.cli.reports.stated import state_of_reports
from fzreview.domain.reports.corpus import REPORT_FIELDS, ReportField
from fzreview.errors import UsageError
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    known = " ".join(REPORT_FIELDS)
    add_report(parser)
    parser.add_argument(
        "field", nargs="*", type=words, metavar="FIELD=VALUE", help=say("command.describe.field", known=known)
    )
    parser.add_argument(
        "--undo", action="append", default=[], choices=REPORT_FIELDS, help=say("command.describe.undo")
    )
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.review.steps.statements import checked, describe

    said: dict[ReportField, str | None] = dict.fromkeys(options.undo)
    for given in options.field:
        name, sign, value = given.partition("=")
        if not sign or name not in REPORT_FIELDS:
            raise UsageError("bad_report_field", given=given, known=" ".join(REPORT_FIELDS))
        field = cast(ReportField, name)
        said[field] = checked(field, value)
    if not said:
        raise UsageError("no_report_field")
    return state_of_reports(
        options,
        [options.report],
        lambda session: [describe(session, field, value) for field, value in said.items()],
        "command.describe.done",
    )
