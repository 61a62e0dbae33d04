"""``sign-off``: a section was read completely."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json, add_report, add_reviewer
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    add_report(parser)
    parser.add_argument("section", type=words, metavar="SECTION", help=say("command.sign_off.section"))
    parser.add_argument("--undo", action="store_true", help=say("command.sign_off.undo"))
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.domain.reports.reading_rows import section_row
    from fzreview.text.displayable import one_line
    from fzreview.work.judging.reviewer_name import reviewer_of
    from fzreview.work.judging.signing import sign_off

    store = store_path(options.db)
    done = sign_off(
        store,
        reviewer_of(store, options.reviewer),
        options.report,
        options.section,
        options.undo,
    )
    if options.json:
        write_row(
            {
                "doc": done.report.doc,
                "report": done.report.sha256,
                "section": section_row(done.section),
                "reviewer": done.reviewer,
                "signed": done.signed,
                "changed": done.changed,
                "undecided": done.undecided,
                "unaccounted": done.unaccounted,
            }
        )
        return 0
    told = "store.signed" if done.signed else "store.reopened"
    words_of = say(told if done.changed else "store.signed_before", section=done.section.label)
    print(one_line(words_of))
    if done.signed and (done.undecided or done.unaccounted):
        narrate(say("store.section_left", undecided=done.undecided, unaccounted=done.unaccounted))
    return 0
