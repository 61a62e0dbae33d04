"""``quality``: pace, haste and second thoughts of each reviewer, and what was handed out to measure them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.measuring.progress import Person
    from fzreview.work.measuring.returned import Returned


def arguments(parser: ArgumentParser) -> None:
    add_json(parser)


def call(options: Namespace) -> int:
    """0, or 1 where nobody decided anything."""
    from fzreview.cli.output.measure_lines import print_lines
    from fzreview.work.measuring.quality import quality_row, reviewers
    from fzreview.work.measuring.returned import Returned, returned

    store = store_path(options.db)
    people = [person for person in reviewers(store) if person.decisions]
    told = returned(store) if people else {}
    for number, person in enumerate(people):
        of_person = told.get(person.name, Returned())
        if options.json:
            write_row(quality_row(person, of_person))
        else:
            print_lines((*_lines(person), *_returned_lines(of_person)), apart=number > 0)
    if not people:
        narrate(say("store.no_entries"))
    elif not options.json and not told:
        narrate(say("measures.quality.not_asked"))
    return int(not people)


def _lines(person: Person) -> Iterator[str]:
    from fzreview.work.measuring.measure_text import say_rate
    from fzreview.work.measuring.quality import bulk, changed, hasty

    yield say("measures.quality.head", name=person.name, decisions=person.decisions)
    if person.median_ms is not None and person.per_hour is not None:
        seconds = f"{person.median_ms / 1000:.1f}"
        yield say("measures.quality.pace", seconds=seconds, per_hour=person.per_hour)
    yield say("measures.quality.hasty", rate=say_rate(hasty(person)))
    yield say("measures.quality.bulk", rate=say_rate(bulk(person)))
    yield say("measures.quality.changed", rate=say_rate(changed(person)))


def _returned_lines(told: Returned) -> Iterator[str]:
    from fzreview.work.measuring.measure_text import percent, say_rate
    from fzreview.work.measuring.quality import all_seeds, by_kind, by_tied

    if told.seeds:
        tally = all_seeds(told)
        yield say(
            "measures.quality.seeds",
            rate=say_rate(tally.rate),
            doubted=tally.doubted,
            passed=tally.passed,
            waiting=sum(answer is None for _, answer in told.seeds),
        )
        for kind, one in sorted(by_kind(told).items()):
            yield say("measures.quality.seeds_of", what=say(f"measures.seed.{kind}"), rate=say_rate(one.rate))
        for tied, one in sorted(by_tied(told).items()):
            what = say("measures.seed.tied" if tied else "measures.seed.untied")
            yield say("measures.quality.seeds_of", what=what, rate=say_rate(one.rate))
    if told.again is not None:
        yield say("measures.quality.again", rate=say_rate(told.again))
    if told.gap is not None:
        gap = told.gap
        yield say("measures.quality.keyed", keyed=say_rate(gap.keyed), shown=say_rate(gap.shown))
        if gap.gap is not None and gap.interval is not None:
            low, high = (percent(end) for end in gap.interval)
            yield say("measures.quality.gap", gap=percent(gap.gap), low=low, high=high)
