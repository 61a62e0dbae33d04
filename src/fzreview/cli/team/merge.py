"""``merge``: the decisions of other stores taken into this one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("sources", metavar="FROM", type=Path, nargs="+", help=say("command.merge.from"))
    add_json(parser)


def call(options: Namespace) -> int:
    """0, or 1 where a source was not taken."""
    from fzreview.cli.team.former_lines import print_former
    from fzreview.work.merging.merge import merge

    refused = False
    for one in merge(store_path(options.db), options.sources):
        refused = refused or one.error is not None
        if options.json:
            write_row(one.row())
        if one.error is not None:
            narrate(str(one.error))
        elif not options.json:
            print(say("team.merged", **one.row()))
            if one.reports or one.readings:
                print(say("team.merged_reports", **one.row()))
            if one.rulings:
                print(say("team.merged_rulings", rulings=one.rulings))
            print_former(one.former)
        for site in one.forked:
            narrate(say("team.forked", site=site))
    return int(refused)
