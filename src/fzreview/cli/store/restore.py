"""``restore``: a backup in the place of the store; what stood there is set aside by name."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.cli.output.streams import narrate
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=say("command.restore.file"))


def call(options: Namespace) -> int:
    from fzreview.work.keeping.restoring import restore

    store = store_path(options.db)
    aside = restore(store, options.file)
    for path in aside:
        narrate(say("command.restore.aside", path=path))
    same = store.exists() and options.file.exists() and store.samefile(options.file)
    if not same:
        narrate(say("command.restore.done", path=store))
    elif not aside:
        narrate(say("command.restore.nothing", path=store))
    return 0
