"""``load``: reports into the store."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.errors import UsageError
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.work.loading.ingest import LoadOptions
    from fzreview.work.loading.load_report import LoadReport
    from fzreview.work.loading.results import LoadResult


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help=say("command.load.paths"))
    parser.add_argument("--jobs", type=int, metavar="N", help=say("command.load.jobs"))
    parser.add_argument("--readings", metavar="DIR", help=say("command.load.readings"))
    parser.add_argument("--columns", type=words, metavar="FIELD=NAME,…", help=say("command.load.columns"))
    parser.add_argument("--report", metavar="FILE", help=say("command.load.report"))
    parser.add_argument("--dry-run", action="store_true", help=say("command.load.dry_run"))
    parser.add_argument("--extractor", type=words, metavar="NAME", help=say("command.reextract.extractor"))
    add_json(parser)


def call(options: Namespace) -> int:
    """0, or 1 where an input was refused."""
    if options.jobs is not None and options.jobs < 1:
        raise UsageError("bad_jobs", value=options.jobs)
    from fzreview.work.loading.ingest import LoadOptions
    from fzreview.work.loading.load_report import load_report

    alone = not (options.paths or options.columns or options.extractor)
    if options.readings is not None and not alone:
        raise UsageError("readings_and_paths")
    if options.readings is None and not options.paths:
        raise UsageError("nothing_to_load")

    how = LoadOptions(options.jobs, options.extractor, options.columns, options.dry_run)
    with load_report(Path(options.report) if options.report else None) as report:
        results = _noted(_results(options, how), report)
        if options.json:
            return int(_write(results))
        from fzreview.cli.reports.load_progress import show_load

        return int(show_load(results, options.dry_run))


def _results(options: Namespace, how: LoadOptions) -> Iterator[LoadResult]:
    from fzreview.work.loading.ingest import load, load_readings

    if options.readings is None:
        return load(store_path(options.db), options.paths, how)
    return load_readings(store_path(options.db), Path(options.readings), how)


def _noted(results: Iterator[LoadResult], report: LoadReport) -> Iterator[LoadResult]:
    """Results, each noted in the loading report as it comes."""
    for result in results:
        report.add(result)
        yield result


def _write(results: Iterable[LoadResult]) -> bool:
    """A row for each result; whether anything was refused."""
    refused = False
    for result in results:
        refused = refused or result.is_wrong
        write_row(result.row(), now=True)
        for sentence in result.told:
            narrate(sentence)
    return refused
