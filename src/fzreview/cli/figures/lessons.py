"""``lessons``: what corrections have in common."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json, add_report
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path


def arguments(parser: ArgumentParser) -> None:
    add_report(parser, "?")
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.listing.lessons import lesson_row, lessons

    found = lessons(store_path(options.db), options.report)
    if options.json:
        for lesson in found:
            write_row(lesson_row(lesson))
        return 0
    from fzreview.cli.figures.lesson_lines import print_lessons

    print_lessons(found)
    return 0
