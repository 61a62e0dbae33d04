"""Lessons as a person reads them on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from fzreview.cli.output.console import output_console
from fzreview.cli.output.streams import narrate
from fzreview.review.lookalikes.lessons import Lesson
from fzreview.review.lookalikes.slips import Slip
from fzreview.strings import say
from fzreview.text.displayable import one_line

MOST_RULES = 4


def print_lessons(lessons: Sequence[Lesson]) -> None:
    """Each lesson: how often, what was wrong, by which rules, and examples with their sentences."""
    console = output_console()
    for lesson in lessons:
        head = Text(f"{lesson.count:>5}  ", style="bold")
        head.append(one_line(slip_words(lesson.slip)), style="not bold")
        rules = "  ".join(f"{rule} {count}" for rule, count in lesson.rules[:MOST_RULES])
        head.append(f"  {rules}", style="not bold dim")
        console.print(head, soft_wrap=True)
        for example in lesson.examples:
            line = Text(f"       {one_line(example.key)}  ", style="dim")
            console.print(line.append(one_line(example.sentence), style="not dim"), soft_wrap=True)
    if not lessons:
        narrate(say("command.lessons.none"))


def slip_words(slip: Slip) -> str:
    """What was wrong, in the language in use."""
    after = slip.after
    if slip.kind == "rejected" and after:
        after = say(f"guide.{after}")
    elif slip.kind in ("kind", "bound"):
        before = say(f"desk.{slip.kind}.{slip.before}")
        return say(f"command.lessons.{slip.kind}", before=before, after=say(f"desk.{slip.kind}.{after}"))
    nothing = say("command.lessons.nothing")
    return say(f"command.lessons.{slip.kind}", before=slip.before or nothing, after=after or nothing)
