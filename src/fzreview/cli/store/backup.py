"""``backup``: a consistent copy of the store, also while a desk is open."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=say("command.backup.file"))


def call(options: Namespace) -> int:
    from fzreview.work.keeping.safekeeping import back_up

    back_up(store_path(options.db), options.file)
    print(say("command.backup.done", path=options.file), file=sys.stderr)
    return 0
