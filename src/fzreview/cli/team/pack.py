"""``pack``: somebody's work, as files that they open and send back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.options.quantities import days, share
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.domain.team.packages import MOST_REPORTS, PURPOSES
from fzreview.errors import UsageError
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.work.team.packages.handing_out import PackageOrder
    from fzreview.work.team.packages.packing import Packed


def arguments(parser: ArgumentParser) -> None:
    told = say("command.pack.for")
    parser.add_argument("--for", dest="owner", type=words, required=True, metavar="NAME", help=told)
    told = say("command.pack.output")
    parser.add_argument("-o", "--output", type=Path, default=Path(), metavar="DIR", help=told)
    parser.add_argument("--purpose", choices=PURPOSES, default="review", help=say("command.pack.purpose"))
    told = say("command.pack.reports", most=MOST_REPORTS)
    parser.add_argument("--reports", type=words, action="append", default=[], metavar="N|EXPR", help=told)
    told = say("command.pack.seed_errors")
    parser.add_argument("--seed-errors", metavar="N%", type=words, default="0%", help=told)
    parser.add_argument("--blind", metavar="N%", type=words, default="0%", help=say("command.pack.blind"))
    told = say("command.pack.older_than")
    parser.add_argument("--older-than", metavar="Nd", type=words, default="14d", help=told)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.team.packages.packing import pack

    order = _order(options)
    for one in pack(store_path(options.db), order, options.output):
        _tell(one, as_row=options.json)
        asked, made = (order.seed_errors, order.blind), one.package.rules
        if any(asked) and asked != (made.seed_errors, made.blind):
            narrate(say("sharing.packed_by_other_rules", name=one.path.name))
        elif any(asked):
            narrate(say("sharing.packed_with", name=one.path.name, seeded=one.seeded, hidden=one.hidden))
    return 0


def _order(options: Namespace) -> PackageOrder:
    """Raises UsageError for options that cannot be, or not for this purpose."""
    from fzreview.domain.reports.report_filter import ReportFilter
    from fzreview.work.team.packages.handing_out import SEASONED, PackageOrder

    counts = [one for one in options.reports if one.strip().isdecimal()]
    if len(counts) > 1 or any(int(one) < 1 for one in counts):
        raise UsageError("bad_count", option="--reports", value=" ".join(counts))
    expression = " ".join(one for one in options.reports if one not in counts)
    if expression and options.purpose == "audit":
        raise UsageError("pack_audit_whole")
    seed_errors = share("--seed-errors", options.seed_errors)
    blind = share("--blind", options.blind)
    if options.purpose != "review" and (seed_errors or blind):
        raise UsageError("pack_review_only", purpose=options.purpose)
    older_than = days("--older-than", options.older_than)
    return PackageOrder(
        options.owner.strip(),
        options.purpose,
        int(counts[0]) if counts else MOST_REPORTS,
        seed_errors,
        blind,
        SEASONED if older_than is None else older_than,
        ReportFilter.parsed(expression),
    )


def _tell(one: Packed, *, as_row: bool) -> None:
    from fzreview.text.displayable import one_line

    package = one.package
    if one.gone:
        narrate(say("sharing.packed_gone", path=one_line(str(one.path)), count=one.gone))
    if as_row:
        write_row(
            {
                "path": str(one.path),
                "owner": package.owner,
                "purpose": package.purpose,
                "number": package.number,
                "site": package.site,
                "reports": list(package.reports),
                "written": one.written,
                "gone": one.gone,
                "seeded": one.seeded,
                "hidden": one.hidden,
            }
        )
        return
    narrate(
        say(
            "sharing.packed" if one.written else "sharing.packed_before",
            path=one_line(str(one.path)),
            name=one_line(one.path.name),
            owner=one_line(package.owner),
            reports=len(package.reports),
        )
    )
