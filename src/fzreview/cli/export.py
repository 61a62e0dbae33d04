"""``export``: gold data out of the store."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.streams import narrate, write_utf8
from fzreview.config.paths import chosen_path, store_path
from fzreview.errors import UsageError
from fzreview.strings import say

STANDARD_OUTPUT = "-"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help=say("command.export.output"))
    parser.add_argument(
        "--format",
        type=words,
        action="append",
        default=[],
        metavar="NAME",
        help=say("command.export.format"),
    )
    parser.add_argument("--reviewer", type=words, metavar="NAME", help=say("command.export.reviewer"))


def call(options: Namespace) -> int:
    from fzreview.work.exporting import export, native_lines

    if not options.output:  # as a path it would mean the folder one stands in
        raise UsageError("option_needs_value", option="-o")
    store = store_path(options.db)
    if options.output == STANDARD_OUTPUT:
        write_utf8(native_lines(store, options.format, options.reviewer))
        return 0
    folder = chosen_path(options.output)
    manifest = export(store, folder, options.format, options.reviewer)
    narrate(say("command.export.done", records=manifest.records, folder=folder, excluded=manifest.excluded))
    return 0
