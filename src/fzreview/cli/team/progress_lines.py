"""How far the work is, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fzreview.cli.output.plot import plot
from fzreview.strings import say
from fzreview.work.measuring.progress_rows import idle_days, people_of

if TYPE_CHECKING:
    from fzreview.measuring.progress import Person, Progress
    from fzreview.work.measuring.progressing import StoreProgress


def progress_lines(told: StoreProgress) -> Iterator[str]:
    """All of it, the burn-down, a forecast, each person, what is in dispute, audits."""
    one: Progress = told.progress
    yield say("measures.progress.head", decided=one.decided, figures=one.figures, doubled=one.doubled)
    if one.weeks:
        yield say(
            "measures.progress.weeks",
            monday=one.weeks[0].monday.isoformat(),
            plot=plot([one.figures, *(week.undecided for week in one.weeks)]),
            undecided=one.undecided,
        )
    if one.weeks_left is not None and one.undecided:
        yield say(
            "measures.progress.forecast", per_week=round(one.per_week or 0), weeks=f"{one.weeks_left:.1f}"
        )
    if one.hours_left:
        yield say("measures.progress.hours", hours=f"{one.hours_left:.1f}")
    for person in people_of(told):
        yield _person(person, told)
        if (share := told.shares.get(person.name)) is not None:
            yield say(
                "measures.progress.share",
                name=person.name,
                reports=share.reports,
                figures=share.figures,
                left=share.left,
            )
    if told.adjudicated or told.fallen:
        yield say("measures.progress.adjudicated", adjudicated=told.adjudicated, fallen=told.fallen)
    for kind, count in sorted(told.cases.items()):
        yield say("measures.progress.cases", kind=say(f"sharing.kind.{kind}"), count=count)
    if told.audits:
        yield say("measures.progress.audits", complete=told.audits_complete, drawn=told.audits)


def _person(person: Person, told: StoreProgress) -> str:
    idle = idle_days(person, told.today)
    return say(
        "measures.progress.person",
        name=person.name,
        decided=len(person.held),
        reports=len(person.reports),
        sections=len(person.sections),
        per_hour="–" if person.per_hour is None else person.per_hour,
        idle="–" if idle is None else idle,
    )
