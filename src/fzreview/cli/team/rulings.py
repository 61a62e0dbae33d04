"""``rulings``: what a team decided for itself where the annotation guide leaves room."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.listing.team_rulings import team_rulings

    rulings = team_rulings(store_path(options.db))
    if options.json:
        for one in rulings:
            write_row(one.row())
        return 0
    from rich.text import Text

    from fzreview.cli.output.console import output_console
    from fzreview.review.wording.ruling_words import ruling_text, topic_words

    console = output_console()
    for one in rulings:
        console.print(Text(f"{topic_words(one.topic)}  {one.at[:10]}", style="dim"), soft_wrap=True)
        console.print(Text(ruling_text(one)), soft_wrap=True)
    if not rulings:
        narrate(say("ruling.none"))
    return 0
