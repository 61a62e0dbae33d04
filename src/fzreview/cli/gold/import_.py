"""``import``: gold back into the store, also after somebody worked on it with another tool.

``--as machine`` takes predictions instead: another extraction over the reports that they name.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.cli.reports.reextract import taking_arguments
from fzreview.config.paths import chosen_path, store_path
from fzreview.errors import UsageError
from fzreview.gold.formats import NATIVE, READERS
from fzreview.gold.packages.format_options import UNITS
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("format", nargs="?", type=words, metavar="FORMAT", help=_known())
    parser.add_argument("path", metavar="PATH", help=say("command.import.path"))
    parser.add_argument("--reviewer", type=words, metavar="NAME", help=say("command.import.reviewer"))
    parser.add_argument("--reviewers", type=words, metavar="PAIRS", help=say("command.import.reviewers"))
    parser.add_argument("--units", choices=UNITS, help=say("command.import.units"))
    parser.add_argument("--replace", action="store_true", help=say("command.import.replace"))
    parser.add_argument(
        "--as", dest="kind", choices=("gold", "machine"), default="gold", help=say("command.import.as")
    )
    parser.add_argument("--yes", action="store_true", help=say("command.reextract.yes"))
    taking_arguments(parser)
    parser.add_argument("--dry-run", action="store_true", help=say("command.import.dry_run"))
    add_json(parser)


def _known() -> str:
    return say("command.import.format", known=" ".join(READERS))


def call(options: Namespace) -> int:
    """0, or 1 where a row was refused or in conflict."""
    from fzreview.work.gold.importing import import_gold
    from fzreview.work.judging.reviewer_name import reviewer_of

    if not options.path:  # as a path it would mean the folder one stands in
        raise UsageError("wrong_arguments", message=say("cli.required") % "PATH", command="import")
    if options.kind == "machine":
        return _as_machine(options)
    if options.format is None:
        raise UsageError("wrong_arguments", message=say("cli.required") % "FORMAT", command="import")
    counts: Counter[str] = Counter()
    store = store_path(options.db)
    rows = import_gold(
        store,
        options.format,
        chosen_path(options.path),
        reviewer_of(store, options.reviewer),
        reviewers=_reviewers(options.reviewers),
        units=options.units,
        replacing=options.replace,
        dry_run=options.dry_run,
    )
    for row in rows:
        counts[row.outcome] += 1
        if options.json:
            write_row(row.row())
        if row.error is not None:
            narrate(str(row.error))
        elif row.deleted:
            told = say("command.import.deleted", name=row.name, key=row.key, reviewer=row.reviewer)
            narrate(told)
    told = "command.import.would" if options.dry_run else "command.import.done"
    refused = counts["refused"] + counts["conflict"]
    narrate(say(told, imported=counts["imported"], there=counts["already_there"], refused=refused))
    return int(refused > 0)


def _reviewers(pairs: str | None) -> dict[str, str]:
    """User of the other tool → reviewer. Raises UsageError for anything but pairs."""
    told: dict[str, str] = {}
    for pair in pairs.split(",") if pairs is not None else ():
        user, sign, name = (part.strip() for part in pair.partition("="))
        if not (user and sign and name):
            raise UsageError("bad_reviewers", value=pairs)
        told[user] = name
    return told


def _as_machine(options: Namespace) -> int:
    """The same as ``reextract --predictions PATH``, of a file of the other format's predictions too."""
    from tempfile import TemporaryDirectory

    from fzreview.work.extracting.returned_predictions import native_predictions

    path = chosen_path(options.path)
    if options.format in (None, NATIVE):
        return _reextract(options, path)
    with TemporaryDirectory() as folder:
        native, refused = native_predictions(options.format, path, Path(folder))
        for error in refused:
            narrate(str(error))
        return _reextract(options, native) or int(bool(refused))


def _reextract(options: Namespace, predictions: Path) -> int:
    from fzreview.cli.reports import reextract

    command = Namespace(
        db=options.db,
        reports=[],
        extractor=None,
        predictions=predictions,
        list=options.dry_run,
        yes=options.yes and not options.dry_run,
        reviewer=options.reviewer,
        partial=options.partial,
        allow_removals=options.allow_removals,
        json=options.json,
    )
    return reextract.call(command)
