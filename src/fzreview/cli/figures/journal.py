"""``journal``: who decided what and when."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("of", nargs="?", type=words, metavar="REPORT|FIGURE", help=say("command.journal.of"))
    parser.add_argument("--reviewer", type=words, metavar="NAME", help=say("command.journal.reviewer"))
    parser.add_argument("--since", type=words, metavar="DATE", help=say("command.journal.since"))
    told = parser.add_mutually_exclusive_group()
    told.add_argument("--digest", action="store_true", help=say("command.journal.digest"))
    told.add_argument("--head", action="store_true", help=say("command.journal.head"))
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.listing.history import digest, heads, journal, whole_journal_row

    store = store_path(options.db)
    if options.digest:
        told = digest(store)
        write_row({"digest": told}) if options.json else print(told)
        return 0
    if options.head:
        for head in heads(store):
            write_row(head) if options.json else print(head["site"], head["seq"], head["hash"])
        return 0
    entries = journal(store, options.of, options.reviewer, options.since)
    if options.json:
        for doc, entry in entries:
            write_row(whole_journal_row(doc, entry))
        return 0
    from fzreview.cli.output.tables import journal_line

    found = False
    for doc, entry in entries:
        found = True
        print(journal_line(doc, entry))
    if not found:
        narrate(say("store.no_entries"))
    return 0
