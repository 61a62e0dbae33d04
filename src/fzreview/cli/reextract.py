"""``reextract``: another extraction over stored reports, shown first, without losing a decision."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from fzreview.cli.arguments import words
from fzreview.cli.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.work.extracting.reextracting import Plan, Reextraction

YES = ("y", "yes", "是", "ｙ")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("reports", nargs="*", type=words, metavar="REPORT", help=say("command.report"))
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--extractor", type=words, metavar="NAME", help=say("command.reextract.extractor"))
    source.add_argument("--predictions", type=Path, metavar="PATH", help=say("command.reextract.predictions"))
    parser.add_argument("--list", action="store_true", help=say("command.reextract.list"))
    parser.add_argument("--yes", action="store_true", help=say("command.reextract.yes"))
    parser.add_argument("--reviewer", type=words, metavar="NAME", help=say("command.reviewer"))
    parser.add_argument("--json", action="store_true", help=say("command.json"))


def call(options: Namespace) -> int:
    """0, or 1 where a report or a figure of the extractor was refused."""
    from fzreview.work.extracting.extractors import extractor_named
    from fzreview.work.extracting.predictions import Predictions
    from fzreview.work.extracting.reextracting import Reextraction

    store = store_path(options.db)
    with ExitStack() as stack:
        if options.predictions is None:
            extractor = extractor_named(options.extractor)
            run = stack.enter_context(Reextraction(store, extractor, options.reports))
            refused = False
        else:
            predictions = stack.enter_context(Predictions(options.predictions))
            named = predictions.reports_in(store)
            for error in predictions.refused:
                narrate(str(error))
            refused = bool(predictions.refused)
            run = stack.enter_context(Reextraction(store, predictions, options.reports or named))
            if not named:
                return int(refused)
        return _run(run, options) or int(refused)


def _run(run: Reextraction, options: Namespace) -> int:
    from fzreview.config.reviewer import reviewer_name

    plans, refused = _plans(run)
    needed = any(plan.stored for plan in plans)
    if not options.json:
        from fzreview.cli.reextraction_table import print_plans

        print_plans(plans, whole=options.list)
    done = needed and (options.yes or (not options.json and _confirmed()))
    if done:
        run.carry_out(reviewer_name(options.reviewer))
    if options.json:
        from fzreview.work.extracting.reextraction_rows import plan_row

        for plan in plans:
            write_row(plan_row(plan, done=done and plan.stored, whole=options.list))
    if done:
        narrate(say("store.taken_over", reports=sum(plan.stored for plan in plans)))
    else:
        narrate(say("store.not_taken_over" if needed else "store.nothing_new"))
    return int(refused)


def _plans(run: Reextraction) -> tuple[list[Plan], bool]:
    """Every plan, and whether anything was refused, which has been told."""
    from fzreview.cli.progress import followed

    plans: list[Plan] = []
    refused = False
    for plan in followed(run.plans(), run.count, say("store.reading")):
        if plan is not None:
            plans.append(plan)
            for error in plan.refused:
                narrate(str(error))
                refused = True
    for error in run.refused:
        narrate(str(error))
    return plans, refused or bool(run.refused)


def _confirmed() -> bool:
    """Whether the person at the terminal says yes; nobody does where there is none."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    narrate(say("store.ask"))
    return sys.stdin.readline().strip().casefold() in YES
