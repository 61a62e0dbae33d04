"""``reextract``: another extraction over stored reports, shown first, without losing a decision."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json, add_report, add_reviewer
from fzreview.cli.output.streams import confirmed, narrate, write_row
from fzreview.config.paths import store_path
from fzreview.errors import UsageError
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.work.extracting.reextracting import Plan, Reextraction

_SHARE: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{1,6})?%?", re.ASCII)


def arguments(parser: ArgumentParser) -> None:
    add_report(parser, "*", name="reports")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--extractor", type=words, metavar="NAME", help=say("command.reextract.extractor"))
    source.add_argument("--predictions", type=Path, metavar="PATH", help=say("command.reextract.predictions"))
    parser.add_argument("--list", action="store_true", help=say("command.reextract.list"))
    parser.add_argument("--yes", action="store_true", help=say("command.reextract.yes"))
    taking_arguments(parser)
    add_reviewer(parser)
    add_json(parser)


def taking_arguments(parser: ArgumentParser) -> None:
    """What may be taken over beyond what is safe: shared with ``import --as machine``."""
    parser.add_argument("--partial", action="store_true", help=say("command.reextract.partial"))
    parser.add_argument("--allow-removals", metavar="N%", help=say("command.reextract.allow_removals"))


def call(options: Namespace) -> int:
    """0, or 1 where a report or a figure of the extractor was refused."""
    from fzreview.work.extracting.extractors import extractor_named
    from fzreview.work.extracting.predictions import Predictions
    from fzreview.work.extracting.reextracting import Reextraction

    store = store_path(options.db)
    allowed = _allowed(options.allow_removals)
    with ExitStack() as stack:
        if options.predictions is None:
            extractor = extractor_named(options.extractor)
            run = stack.enter_context(
                Reextraction(store, extractor, options.reports, partial=options.partial)
            )
            refused = False
        else:
            predictions = stack.enter_context(Predictions(options.predictions))
            named = predictions.reports_in(store)
            for error in predictions.refused:
                narrate(str(error))
            refused = bool(predictions.refused)
            if not named:
                return int(refused)
            run = stack.enter_context(
                Reextraction(store, predictions, options.reports or named, partial=options.partial)
            )
        return _run(run, options, allowed) or int(refused)


def _run(run: Reextraction, options: Namespace, allowed: Decimal) -> int:
    from fzreview.config.reviewer import reviewer_name

    plans, refused = _plans(run)
    needed = any(plan.stored for plan in plans)
    if not options.json:
        from fzreview.cli.reports.reextraction_table import print_plans

        print_plans(plans, whole=options.list)
    done = needed and (options.yes or (not options.json and confirmed(say("store.ask"))))
    left = _left_over_removals(plans, allowed) if done else frozenset()
    taken = sum(plan.stored and plan.report.sha256 not in left for plan in plans)
    if done and taken:
        run.carry_out(reviewer_name(options.reviewer), left)
    if options.json:
        from fzreview.work.extracting.reextraction_rows import plan_row

        for plan in plans:
            here = replace(plan, left="removals") if plan.report.sha256 in left else plan
            write_row(plan_row(here, done=done and here.stored and here.left is None, whole=options.list))
    if taken and done:
        narrate(say("store.taken_over", reports=taken))
    elif not done:
        narrate(say("store.not_taken_over" if needed else "store.nothing_new"))
    return int(refused or (bool(left) and options.yes))


def _left_over_removals(plans: Sequence[Plan], allowed: Decimal) -> frozenset[str]:
    """sha256 of the reports that would lose more than is allowed, where nobody at the terminal says yes."""
    much = [plan for plan in plans if plan.stored and plan.removals > allowed]
    for plan in much:
        narrate(
            say(
                "store.removes_much",
                doc=plan.report.doc,
                removed=plan.removed,
                found=plan.found,
                share=plan.removals.to_integral_value(ROUND_CEILING),
            )
        )
    if not much or confirmed(say("store.ask_removals")):
        return frozenset()
    narrate(say("store.left_over_removals", reports=len(much)))
    return frozenset(plan.report.sha256 for plan in much)


def _allowed(share: str | None) -> Decimal:
    """Percent of its figures that a report may lose. Raises UsageError for anything but 0 to 100."""
    if share is None:
        from fzreview.work.extracting.reextracting import USUAL_REMOVALS

        return USUAL_REMOVALS
    if not _SHARE.fullmatch(share) or Decimal(share.removesuffix("%")) > 100:
        raise UsageError("bad_removals", value=share)
    return Decimal(share.removesuffix("%"))


def _plans(run: Reextraction) -> tuple[list[Plan], bool]:
    """Every plan, and whether anything was refused, which has been told."""
    from fzreview.cli.output.progress import followed

    plans: list[Plan] = []
    refused = False
    for plan in followed(run.plans(), run.count, say("store.reading")):
        if plan is not None:
            plans.append(plan)
            for error in plan.refused:
                narrate(str(error))
                refused = True
            if plan.left == "refused":
                narrate(say("store.left_over_refused", doc=plan.report.doc))
                refused = True
    for error in run.refused:
        narrate(str(error))
    return plans, refused or bool(run.refused)
