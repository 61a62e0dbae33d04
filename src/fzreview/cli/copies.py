"""``copies``: the near copies, and those that are reports of their own after all."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--split", nargs="+", type=words, default=[], metavar="REPORT", help=say("command.copies.split")
    )
    parser.add_argument("--reviewer", type=words, metavar="NAME", help=say("command.reviewer"))
    parser.add_argument("--json", action="store_true", help=say("command.json"))


def call(options: Namespace) -> int:
    store = store_path(options.db)
    if not options.split:
        from fzreview.cli.list import show_set_aside

        show_set_aside(store, options.json, copies=True)
        return 0
    from fzreview.cli.stated import print_stated
    from fzreview.review.statements import tell_apart
    from fzreview.work.corpus.stating import state
    from fzreview.work.judging.who import reviewer_of

    stated = state(
        store, reviewer_of(store, options.reviewer), options.split, lambda session: [tell_apart(session)]
    )
    print_stated(stated, "command.copies.done", options)
    return 0
