"""``outline``: the headings of a report, and what is wrong with them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json, add_report, add_reviewer
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path
from fzreview.errors import UsageError
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    add_report(parser)
    parser.add_argument(
        "heading", nargs="?", type=words, metavar="HEADING", help=say("command.outline.heading")
    )
    parser.add_argument("--level", type=int, metavar="N", help=say("command.outline.level"))
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--missed", action="store_true", help=say("command.outline.missed"))
    what.add_argument("--wrong", action="store_true", help=say("command.outline.wrong"))
    what.add_argument("--undo", action="store_true", help=say("command.outline.undo"))
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    store = store_path(options.db)
    if options.heading is None:
        if options.level is not None or options.missed or options.wrong or options.undo:
            raise UsageError("no_heading_named")
        _show(store, options)
        return 0
    if not (options.missed or options.wrong or options.undo) and options.level is None:
        raise UsageError("no_outline_wish")
    from fzreview.cli.reports.stated import print_stated
    from fzreview.work.corpus.outlining import HeadingCorrection, correct_outline
    from fzreview.work.judging.reviewer_name import reviewer_of

    wish = HeadingCorrection(options.heading, options.level, options.missed, options.wrong, options.undo)
    stated = correct_outline(store, reviewer_of(store, options.reviewer), options.report, wish)
    print_stated([stated], "command.outline.done", options)
    return 0


def _show(store: Path, options: Namespace) -> None:
    from fzreview.domain.reports.reading_rows import section_row
    from fzreview.text.displayable import one_line
    from fzreview.work.corpus.outlining import outline_of

    report = outline_of(store, options.report)
    for section in report.reading.outline:
        if options.json:
            write_row({"doc": report.summary.doc, "sha256": report.summary.sha256} | section_row(section))
        else:
            span = f"{section.start}-{section.end}"
            print(f"{span:>13}  {section.level}  {'  ' * section.level}{one_line(section.label)}")
