"""``feedback``: what was decided against one, in the package that tells it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.work.team.dissent.feedback import FeedbackItem


def arguments(parser: ArgumentParser) -> None:
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.cli.output.measure_lines import print_lines
    from fzreview.work.team.dissent.feedback import feedback

    told = feedback(store_path(options.db))
    for number, one in enumerate(told):
        if options.json:
            write_row(one.row())
        else:
            print_lines(_lines(one), apart=number > 0)
    narrate(say("sharing.feedback", count=len(told)) if told else say("sharing.no_feedback"))
    return 0


def _lines(told: FeedbackItem) -> Iterator[str]:
    from fzreview.cli.team.decision_words import decision_words, figure_words

    yield f"{told.doc}：{told.text}  {told.key}"
    said = told.said
    if said["why"] == "seeded":
        yield say("sharing.seeded", kind=say(f"measures.seed.{said['kind']}"))
        yield say("sharing.was_shown", what=figure_words(said["shown"]))
        yield say("sharing.is_true", what=figure_words(said["true"]))
        return
    yield say("sharing.you_said", what=decision_words(said["held"]))
    yield say("sharing.was_ruled", what=decision_words(said["ruled"]))
    if said["ruled"].get("comment"):
        yield say("sharing.comment", comment=said["ruled"]["comment"])
    if told.contested is not None:
        yield say("sharing.contested_for", because=told.contested)
