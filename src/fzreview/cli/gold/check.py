"""``check``: is a gold package what its manifest says, and does no sentence stand in two splits?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import chosen_path
from fzreview.errors import UsageError
from fzreview.strings import say
from fzreview.text.displayable import one_line


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help=say("command.check.folder"))
    add_json(parser)


def call(options: Namespace) -> int:
    """0, or 1 where something was found."""
    from fzreview.work.gold.checking import check_package

    if not options.folder:  # as a path it would mean the folder one stands in
        raise UsageError("wrong_arguments", message=say("cli.required") % "FOLDER", command="check")
    found = 0
    for finding in check_package(chosen_path(options.folder)):
        found += 1
        if options.json:
            write_row(finding.row())
        else:
            print(one_line(finding.told))
    if not options.json:
        print(say("command.check.wrong", found=found) if found else say("command.check.right"))
    return int(found > 0)
