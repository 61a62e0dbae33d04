"""``verify-store``: do the verdict tables agree with the journal?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.cli.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say
from fzreview.text.displayable import one_line


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--rebuild", metavar="FILE", type=Path, help=say("command.verify_store.rebuild"))
    parser.add_argument("--json", action="store_true", help=say("command.json"))


def call(options: Namespace) -> int:
    """0, or 1 where something does not agree."""
    from fzreview.work.keeping.safekeeping import rebuild, verify_store

    store = store_path(options.db)
    entries, differences = verify_store(store)
    if options.json:
        told = [{"where": one.where, "told": one.told} for one in differences]
        write_row({"entries": entries, "differences": told})
    elif not differences:
        print(say("command.verify_store.right", entries=entries))
    else:
        print(say("command.verify_store.wrong", entries=entries, differences=len(differences)))
        for one in differences:
            print(f"  {one.where}  {one_line(one.told)}")
    if options.rebuild is not None:
        rebuild(store, options.rebuild)
        narrate(say("store.rebuilt", path=options.rebuild))
    return int(bool(differences))
