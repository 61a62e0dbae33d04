"""``quality``: pace, haste and second thoughts of each reviewer."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fzreview.cli.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.measuring.progress import Person


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=say("command.json"))


def call(options: Namespace) -> int:
    """0, or 1 where nobody decided anything."""
    from fzreview.cli.measure_lines import print_lines
    from fzreview.work.measuring.quality import quality_row, reviewers

    people = [person for person in reviewers(store_path(options.db)) if person.decisions]
    for number, person in enumerate(people):
        if options.json:
            write_row(quality_row(person))
        else:
            print_lines(_lines(person), apart=number > 0)
    if not people:
        narrate(say("store.no_entries"))
    elif not options.json:
        narrate(say("measures.quality.not_asked"))
    return int(not people)


def _lines(person: Person) -> Iterator[str]:
    from fzreview.cli.measure_lines import say_rate
    from fzreview.work.measuring.quality import bulk, changed, hasty

    yield say("measures.quality.head", name=person.name, decisions=person.decisions)
    if person.median_ms is not None and person.per_hour is not None:
        seconds = f"{person.median_ms / 1000:.1f}"
        yield say("measures.quality.pace", seconds=seconds, per_hour=person.per_hour)
    yield say("measures.quality.hasty", rate=say_rate(hasty(person)))
    yield say("measures.quality.bulk", rate=say_rate(bulk(person)))
    yield say("measures.quality.changed", rate=say_rate(changed(person)))
