"""``pack``: what is assigned to somebody, as files that they open and send back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.cli.arguments import words
from fzreview.cli.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.domain.packages import MOST_REPORTS
from fzreview.errors import UsageError
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    told = say("command.pack.for")
    parser.add_argument("--for", dest="owner", type=words, required=True, metavar="NAME", help=told)
    told = say("command.pack.output")
    parser.add_argument("-o", "--output", type=Path, default=Path(), metavar="DIR", help=told)
    told = say("command.pack.reports", most=MOST_REPORTS)
    parser.add_argument("--reports", type=int, default=MOST_REPORTS, metavar="N", help=told)
    parser.add_argument("--json", action="store_true", help=say("command.json"))


def call(options: Namespace) -> int:
    from fzreview.text.displayable import one_line
    from fzreview.work.team.packing import pack

    if options.reports < 1:
        raise UsageError("bad_count", option="--reports", value=options.reports)
    for one in pack(store_path(options.db), options.owner.strip(), options.output, options.reports):
        if one.gone:
            narrate(say("sharing.packed_gone", path=one_line(str(one.path)), count=one.gone))
        if options.json:
            write_row(
                {
                    "path": str(one.path),
                    "owner": one.package.owner,
                    "number": one.package.number,
                    "site": one.package.site,
                    "reports": list(one.package.reports),
                    "written": one.written,
                    "gone": one.gone,
                }
            )
            continue
        narrate(
            say(
                "sharing.packed" if one.written else "sharing.packed_before",
                path=one_line(str(one.path)),
                name=one_line(one.path.name),
                owner=one_line(one.package.owner),
                reports=len(one.package.reports),
            )
        )
    return 0
