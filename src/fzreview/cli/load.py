"""``load``: reports into the store."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.errors import UsageError
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=say("command.load.paths"))
    parser.add_argument("--jobs", type=int, metavar="N", help=say("command.load.jobs"))
    parser.add_argument("--extractor", type=words, metavar="NAME", help=say("command.reextract.extractor"))
    parser.add_argument("--json", action="store_true", help=say("command.json"))


def call(options: Namespace) -> int:
    """0, or 1 where an input was refused."""
    if options.jobs is not None and options.jobs < 1:
        raise UsageError("bad_jobs", value=options.jobs)
    from fzreview.work.loading.ingest import load

    results = load(store_path(options.db), options.paths, options.jobs, options.extractor)
    refused = False
    if options.json:
        for result in results:
            refused = refused or result.is_wrong
            write_row(result.row(), now=True)
            for sentence in result.told:
                narrate(sentence)
        return int(refused)
    from fzreview.cli.load_progress import show_load

    return int(show_load(results))
