"""``assign``: reports shared out among reviewers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.options.quantities import days, share
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.errors import UsageError
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.work.team.assigning import Plan, Sharing


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "reports", nargs="*", type=words, metavar="REPORT", help=say("command.assign.reports")
    )
    parser.add_argument(
        "--reports", dest="filter", metavar="EXPR", type=words, help=say("command.assign.filter")
    )
    parser.add_argument("--suggested", metavar="N", type=int, help=say("command.assign.suggested"))
    parser.add_argument("--to", metavar="NAMES", type=words, help=say("command.assign.to"))
    parser.add_argument(
        "--overlap", metavar="N%", type=words, default="0%", help=say("command.assign.overlap")
    )
    parser.add_argument("--double-split", metavar="NAME", type=words, help=say("command.assign.double_split"))
    parser.add_argument("--seed", metavar="N", type=int, default=0, help=say("command.assign.seed"))
    parser.add_argument("--take-back", metavar="NAME", type=words, help=say("command.assign.take_back"))
    parser.add_argument("--idle", metavar="Nd", type=words, help=say("command.assign.idle"))
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.team.assigning import plan_of, share_out, take_back

    store = store_path(options.db)
    if options.filter is not None:
        options.reports = _fitting(store, options)
    elif options.suggested is not None:
        options.reports = _suggested(store, options)
    sharing = _sharing(options)
    if options.take_back is not None:
        plan = take_back(store, options.take_back, sharing, days("--idle", options.idle))
    elif not sharing.people:
        plan = plan_of(store)
    else:
        try:
            plan = share_out(store, sharing)
        except ValueError as error:
            raise UsageError("bad_sharing", people=options.to, overlap=options.overlap) from error
    _show(plan, as_rows=options.json)
    if not plan.changed:
        narrate(say("command.assign.unchanged"))
    for name in sharing.people:
        if name not in plan.people:
            narrate(say("command.assign.nothing_left", name=name))
    return 0


def _fitting(store: Path, options: Namespace) -> list[str]:
    """sha256 of the reports that fit. Raises UsageError where they are named or suggested too."""
    from fzreview.work.team.assigning import fitting

    if options.reports or options.suggested is not None:
        raise UsageError("bad_sharing_reports")
    return fitting(store, options.filter)


def _suggested(store: Path, options: Namespace) -> list[str]:
    """sha256 of so many reports that would teach most. Raises UsageError where reports are named too."""
    from fzreview.work.listing.suggesting import suggest

    if options.reports:
        raise UsageError("bad_sharing_reports")
    if options.suggested < 1:
        raise UsageError("bad_count", option="--suggested", value=options.suggested)
    return [one.learnable.report.sha256 for one in suggest(store, options.suggested)]


def _sharing(options: Namespace) -> Sharing:
    from fzreview.work.team.assigning import Sharing

    people = [name.strip() for name in (options.to or "").replace("，", ",").split(",")]
    if options.to is not None and not all(people):
        raise UsageError("bad_sharing", people=options.to, overlap=options.overlap)
    return Sharing(
        [name for name in people if name],
        share("--overlap", options.overlap),
        options.seed,
        options.double_split,
        options.reports,
    )


def _show(plan: Plan, *, as_rows: bool) -> None:
    from fzreview.text.displayable import one_line
    from fzreview.work.team.assignment_rows import assignment_row

    if as_rows:
        for summary in plan.reports:
            write_row(assignment_row(plan, summary))
        return
    loads = plan.assignment.loads(plan.workloads)
    for name in plan.people:
        given = [report for report, names in plan.assignment.reviewers.items() if name in names]
        print(
            say(
                "sharing.assigned",
                name=one_line(name),
                reports=len(given),
                figures=loads[name],
                begun=len(set(given) & set(plan.begun[name])),
            )
        )
    narrate(say("sharing.plan", doubled=plan.assignment.doubled, unassigned=plan.unassigned))
