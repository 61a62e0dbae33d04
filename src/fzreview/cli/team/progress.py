"""``progress``: how far the work is, how fast it goes, what is in dispute."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path


def arguments(parser: ArgumentParser) -> None:
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.measuring.progressing import progress

    told = progress(store_path(options.db))
    if options.json:
        from fzreview.work.measuring.progress_rows import progress_row

        write_row(progress_row(told))
        return 0
    from fzreview.cli.output.measure_lines import print_lines
    from fzreview.cli.team.progress_lines import progress_lines

    print_lines(progress_lines(told))
    return 0
