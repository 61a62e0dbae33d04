"""``export``: gold data out of the store."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from fzreview.cli.arguments import words
from fzreview.cli.output.streams import narrate, write_bytes
from fzreview.cli.reports.stated import filter_argument
from fzreview.config.paths import chosen_path, store_path
from fzreview.domain.gold.records import GOLD_STATUSES
from fzreview.errors import UsageError
from fzreview.gold.formats import FORMATS
from fzreview.gold.packages.format_options import UNITS, FormatOptions
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.gold.packages.manifest import Manifest

STANDARD_OUTPUT = "-"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help=say("command.export.output"))
    parser.add_argument(
        "--format",
        type=words,
        action="append",
        default=[],
        metavar="NAME",
        help=say("command.export.format", known=" ".join(FORMATS)),
    )
    parser.add_argument("--reviewer", type=words, metavar="NAME", help=say("command.export.reviewer"))
    rows = parser.add_mutually_exclusive_group()
    rows.add_argument("--settled", action="store_true", help=say("command.export.settled"))
    rows.add_argument("--each-reviewer", action="store_true", help=say("command.export.each_reviewer"))
    parser.add_argument("--names", action="store_true", help=say("command.export.names"))
    parser.add_argument("--single-in-test", action="store_true", help=say("command.export.single_in_test"))
    parser.add_argument("--no-hasty", action="store_true", help=say("command.export.no_hasty"))
    filter_argument(parser)
    parser.add_argument("--status", choices=GOLD_STATUSES, help=say("command.export.status"))
    parser.add_argument("--units", choices=UNITS, default=UNITS[0], help=say("command.export.units"))
    parser.add_argument("--no-texts", action="store_true", help=say("command.export.no_texts"))
    parser.add_argument("--incomplete", action="store_true", help=say("command.export.incomplete"))
    splits = parser.add_mutually_exclusive_group()
    splits.add_argument("--splits", type=words, metavar="SHARES", help=say("command.export.splits"))
    splits.add_argument("--no-splits", action="store_true", help=say("command.export.no_splits"))


def call(options: Namespace) -> int:
    from fzreview.domain.reports.report_filter import ReportFilter
    from fzreview.gold.making.splits import DEFAULT_SHARES, parse_shares
    from fzreview.gold.packages.manifest import Manifest
    from fzreview.work.gold.exporting import ExportRequest, export, native_lines

    if not options.output:  # as a path it would mean the folder one stands in
        raise UsageError("option_needs_value", option="-o")
    shares = DEFAULT_SHARES if options.splits is None else parse_shares(options.splits)
    wanted = ExportRequest(
        options.reviewer,
        None if options.no_splits else shares,
        not options.no_hasty,
        options.each_reviewer,
        ReportFilter.parsed(options.reports or ""),
        options.names,
        options.single_in_test,
        options.status,
    )
    store = store_path(options.db)
    if options.output == STANDARD_OUTPUT:
        counts = Manifest(wanted.shares, wanted.reviewer)
        write_bytes(native_lines(store, options.format, wanted, counts))
        return _told(counts)
    folder = chosen_path(options.output)
    choices = FormatOptions(options.units, not options.no_texts, options.incomplete)
    manifest = export(store, folder, options.format, wanted, choices)
    narrate(say("command.export.done", records=manifest.records, folder=folder, excluded=manifest.excluded))
    for name, counts_of in manifest.not_held.items():
        for reason, count in sorted(counts_of.items()):
            told = say(f"gold.not_held.{reason}")
            narrate(say("command.export.not_held", format=name, told=told, count=count))
    for error in manifest.missing.values():
        narrate(str(error))
    return _told(manifest)


def _told(manifest: Manifest) -> int:
    """Tell what a user of the gold has to know, and each row that was refused; 1 where anything was."""
    if manifest.hasty:
        narrate(say("command.export.hasty", hasty=manifest.hasty, records=manifest.records))
    if conflicts := manifest.exclusions()["conflict"]:
        narrate(say("command.export.conflicts", count=conflicts))
    if disputed := manifest.exclusions()["disputed"]:
        narrate(say("command.export.disputed", count=disputed))
    if single := manifest.exclusions()["single"]:
        narrate(say("command.export.single", count=single))
    if manifest.contradictions:
        narrate(say("command.export.contradictions", count=manifest.contradictions))
    for one in manifest.refused:
        narrate(
            say(
                "command.export.refused",
                key=one.key,
                reviewer=one.reviewer,
                surface=one.surface,
                found=one.found,
            )
        )
    return int(bool(manifest.refused or manifest.missing))
