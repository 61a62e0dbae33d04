"""``read``: reports as JSON or as a tree, nothing stored."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.errors import UsageError
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="FILE", help=say("command.read.paths"))
    add_json(parser)
    parser.add_argument("-o", "--output", metavar="DIR", help=say("command.read.output"))
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help=say("command.read.jobs"))
    parser.add_argument("--format", choices=("jsonl", "parquet"), help=say("command.read.format"))
    parser.add_argument("--explain", action="store_true", help=say("command.read.explain"))


def call(options: Namespace) -> int:
    """0, or 1 where an input was refused."""
    if options.output is not None:
        return _read_in_bulk(options)
    if options.jobs != 1 or options.format is not None:
        raise UsageError("bulk_needs_output")
    from fzreview.domain.reports.stored import NewReport
    from fzreview.work.loading.reading_files import read_files
    from fzreview.work.loading.sources import Refusal

    refused = False
    first = True
    for report in read_files(options.paths):
        if not isinstance(report, NewReport):
            refused = refused or isinstance(report, Refusal)
            narrate(str(report))
        elif options.json or options.explain:
            from fzreview.checking.ties import find_ties
            from fzreview.domain.reports.reading_rows import report_row

            row = report_row(report, find_ties(report.reading))
            if options.explain:
                from fzreview.reading.explain import explained_row

                row = explained_row(row, report.reading.source)
            write_row(row)
        else:
            from fzreview.cli.reports.report_tree import print_report

            print_report(report, first)
            first = False
    return int(refused)


def _read_in_bulk(options: Namespace) -> int:
    """Shards to files, each told as soon as it is done."""
    if options.jobs < 1:
        raise UsageError("bad_jobs", value=options.jobs)
    from pathlib import Path

    from fzreview.work.bulk.reading_shards import read_shards

    refused = False
    folder = Path(options.output)
    for result in read_shards(options.paths, folder, options.jobs, options.format or "jsonl"):
        refused = refused or bool(result.refused)
        for error in result.refused:
            narrate(str(error))
        if options.json:
            write_row(result.row(), now=True)
        else:
            told = result.row()
            narrate(say(f"command.read.shard.{result.status}", **{key: told[key] for key in _TOLD}))
    return int(refused)


_TOLD = ("shard", "output", "reports", "figures")
