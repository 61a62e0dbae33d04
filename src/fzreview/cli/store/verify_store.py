"""``verify-store``: is the file sound, and do the verdict tables agree with the journal?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.errors import UsageError
from fzreview.strings import say
from fzreview.text.displayable import one_line

if TYPE_CHECKING:
    from fzreview.work.keeping.rebuilding import Rebuilt


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--rebuild", metavar="FILE", type=Path, help=say("command.verify_store.rebuild"))
    parser.add_argument(
        "--sources",
        metavar="PATH",
        type=Path,
        nargs="+",
        default=[],
        help=say("command.verify_store.sources"),
    )
    add_json(parser)


def call(options: Namespace) -> int:
    """0, or 1 where something does not agree or could not be saved."""
    store = store_path(options.db)
    if options.rebuild is not None:
        return _rebuild(store, options)
    if options.sources:
        raise UsageError("option_goes_with", option="--sources", other="--rebuild")
    from fzreview.work.keeping.safekeeping import FILE, count_oddities, verify_store

    entries, differences = verify_store(store)
    damaged = any(one.where == FILE for one in differences)
    impossible, waiting = (0, 0) if damaged else count_oddities(store)
    if options.json:
        told = [{"where": one.where, "told": one.told} for one in differences]
        write_row(
            {"entries": entries, "waiting": waiting, "impossible_times": impossible, "differences": told}
        )
    elif not differences:
        print(say("command.verify_store.right", entries=entries))
    else:
        print(say("command.verify_store.wrong", entries=entries, differences=len(differences)))
        for one in differences:
            print(f"  {one.where}  {one_line(one.told)}")
    if impossible:
        narrate(say("store.impossible_times", entries=impossible))
    if waiting:
        narrate(say("store.waiting", entries=waiting))
    return int(bool(differences))


def _rebuild(store: Path, options: Namespace) -> int:
    from fzreview.work.keeping.rebuilding import rebuild

    rebuilt = rebuild(store, options.rebuild, options.sources)
    if options.json:
        write_row(
            {
                "entries": rebuilt.entries,
                "differences": [{"where": one.where, "told": one.told} for one in rebuilt.differences],
                "damaged": rebuilt.damaged,
                "lost": rebuilt.lost,
                "read_again": rebuilt.read_again,
                "missing": rebuilt.missing,
            }
        )
    else:
        _tell(rebuilt)
    narrate(say("store.rebuilt", path=options.rebuild))
    return int(bool(rebuilt.differences or rebuilt.lost or rebuilt.missing))


def _tell(rebuilt: Rebuilt) -> None:
    print(say("store.saved", entries=rebuilt.entries, waiting=len(rebuilt.differences)))
    for one in rebuilt.differences:
        print(f"  {one.where}  {one_line(one.told)}")
    for table, rows in sorted(rebuilt.lost.items()):
        print(say("store.rows_lost", table=table, rows=rows))
    for doc in rebuilt.read_again:
        print(one_line(say("store.read_again", doc=doc)))
    for doc in rebuilt.missing:
        print(one_line(say("store.report_lost", doc=doc)))
