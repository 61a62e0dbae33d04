"""``settle``: which word holds of a figure that reviewers differ about."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json, add_reviewer
from fzreview.cli.options.fields import field_arguments, given_fields
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.domain.decisions.verdict import REJECTION_CLASSES
from fzreview.errors import UsageError
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("figure", metavar="FIGURE", type=words, help=say("command.figure"))
    parser.add_argument(
        "ruling", choices=("take", "verified", "wrong", "undo"), help=say("command.settle.ruling")
    )
    parser.add_argument("taken", nargs="?", type=words, metavar="NAME", help=say("command.settle.taken"))
    parser.add_argument(
        "--class", dest="reason_class", choices=REJECTION_CLASSES, help=say("command.judge.class")
    )
    field_arguments(parser)
    parser.add_argument("--gap", action="store_true", help=say("command.settle.gap"))
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.domain.decisions.decision_rows import decision_row
    from fzreview.work.judging.reviewer_name import reviewer_of
    from fzreview.work.team.dissent.settling import RulingRequest, settle

    fields = given_fields(options)
    if (options.ruling == "take") != (options.taken is not None):
        raise UsageError("settle_whom")
    if options.ruling != "wrong" and (fields or options.reason_class):
        raise UsageError("fields_need_wrong")
    if fields and options.reason_class:
        raise UsageError("rejection_has_no_fields")
    store = store_path(options.db)
    adjudicator = reviewer_of(store, options.reviewer)
    wanted = RulingRequest(options.ruling, options.taken, options.reason_class, fields, options.gap)
    settled = settle(store, adjudicator, options.figure, wanted)
    if options.json:
        write_row(
            {
                "figure": options.figure,
                "adjudicator": adjudicator,
                "decision": decision_row(settled.decision),
                "changed": settled.changed,
            }
        )
        return 0
    told = "sharing.settled" if settled.decision is not None else "sharing.reopened"
    narrate(say(told if settled.changed else "sharing.settled_before", figure=options.figure))
    return 0
