"""``reveal``: what packages held back, and whether that is what they were sealed with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.errors import InputRefused
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "packages", nargs="+", type=Path, metavar="PACKAGE", help=say("command.reveal.packages")
    )
    parser.add_argument("--told", type=Path, metavar="FILE", help=say("command.reveal.told"))
    add_json(parser)


def call(options: Namespace) -> int:
    """0; 1 where a package was sealed with something else."""
    from fzreview.text.displayable import one_line
    from fzreview.work.team.packages.sealing import reveal, told

    text = None if options.told is None else _read(options.told)
    held = True
    for path in options.packages:
        found = reveal(store_path(options.db), path) if text is None else told(path, text)
        held = held and found.holds
        if options.json:
            write_row(found.row())
        sort = "sharing.seal_holds" if found.holds else "sharing.seal_broken"
        count = sum("seeded" in row for row in found.rows)
        keyed = len(found.rows) - count
        narrate(say(sort, path=one_line(str(path)), seeded=count, keyed=keyed, digest=found.went_out[:16]))
    return int(not held)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefused("import_unreadable", path=path, reason=str(error)) from error
