"""``copies``: the near copies, those that are reports of their own after all, and those nobody noted yet."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json, add_reviewer
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say
from fzreview.text.displayable import one_line


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--split", nargs="+", type=words, default=[], metavar="REPORT", help=say("command.copies.split")
    )
    parser.add_argument(
        "--undo", nargs="+", type=words, default=[], metavar="REPORT", help=say("command.copies.undo")
    )
    parser.add_argument("--find", action="store_true", help=say("command.copies.find"))
    parser.add_argument("--with-decisions", action="store_true", help=say("command.copies.with_decisions"))
    parser.add_argument("--dry-run", action="store_true", help=say("command.copies.dry_run"))
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    """0, or 1 where copies were found that wait for somebody's word."""
    store = store_path(options.db)
    if options.find:
        return _find(store, options)
    if not options.split and not options.undo:
        from fzreview.cli.reports.list import show_set_aside

        show_set_aside(store, options.json, copies=True)
        return 0
    from fzreview.cli.reports.stated import state_of_reports
    from fzreview.review.steps.statements import forget_copy, tell_apart

    if options.split:
        state_of_reports(options, options.split, lambda one: [tell_apart(one)], "command.copies.done")
    if options.undo:
        state_of_reports(options, options.undo, lambda one: [forget_copy(one)], "command.copies.taken_back")
    return 0


def _find(store: Path, options: Namespace) -> int:
    from fzreview.work.corpus.finding_copies import copies_to_find, find_copies
    from fzreview.work.judging.reviewer_name import reviewer_of

    if options.dry_run:
        copies = copies_to_find(store, with_decisions=options.with_decisions)
    else:
        who = reviewer_of(store, options.reviewer)
        copies = find_copies(store, who, with_decisions=options.with_decisions)
    noted = waiting = 0
    for found in copies:
        noted += found.is_told
        waiting += not found.is_told
        if options.json:
            write_row(
                {
                    "doc": found.copy.doc,
                    "sha256": found.copy.sha256,
                    "copy_of": found.original.doc,
                    "noted": found.is_told,
                }
            )
        else:
            told = "command.copies.found" if found.is_told else "command.copies.decided"
            print(one_line(say(told, doc=found.copy.doc, original=found.original.doc)))
    narrate(say("command.copies.would" if options.dry_run else "command.copies.sum", noted=noted))
    if waiting:
        narrate(say("command.copies.waiting", waiting=waiting))
    return int(waiting > 0)
