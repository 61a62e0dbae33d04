"""``export``: gold data out of the store."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.config.paths import store_path
from fzreview.strings import say

STANDARD_OUTPUT = "-"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help=say("command.export.output"))
    parser.add_argument(
        "--format", action="append", default=[], metavar="NAME", help=say("command.export.format")
    )
    parser.add_argument("--reviewer", metavar="NAME", help=say("command.export.reviewer"))


def call(options: Namespace) -> int:
    from fzreview.work.exporting import export, native_lines

    store = store_path(options.db)
    if options.output == STANDARD_OUTPUT:
        sys.stdout.writelines(native_lines(store, options.reviewer))
        return 0
    folder = Path(options.output).expanduser()
    manifest = export(store, folder, options.format, options.reviewer)
    words = say("command.export.done", records=manifest.records, folder=folder, excluded=manifest.excluded)
    print(words, file=sys.stderr)
    return 0
