"""Progress as one JSON object; docs/measures.md tells every field."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from fzreview.measuring.progress import Person, Progress
from fzreview.work.measuring.measure_rows import Row
from fzreview.work.measuring.progressing import StoreProgress


def progress_row(told: StoreProgress) -> Row:
    """Everything that the command prints."""
    one: Progress = told.progress
    return {
        "figures": one.figures,
        "decided": one.decided,
        "undecided": one.undecided,
        "doubled": one.doubled,
        "cases": dict(sorted(told.cases.items())),
        "adjudicated": told.adjudicated,
        "fallen_back": told.fallen,
        "people": [_person(person, told) for person in people_of(told)],
        "weeks": [{"monday": week.monday.isoformat(), "undecided": week.undecided} for week in one.weeks],
        "per_week": one.per_week,
        "weeks_left": one.weeks_left,
        "hours_left": one.hours_left,
        "audits": {"drawn": told.audits, "complete": told.audits_complete},
    }


def people_of(told: StoreProgress) -> list[Person]:
    """Everybody who did or was given anything, in order of name."""
    begun = {person.name: person for person in told.progress.people}
    return [begun.get(name, Person(name)) for name in sorted(begun.keys() | told.shares.keys())]


def idle_days(person: Person, today: date) -> int | None:
    """Days since a reviewer's last entry; None where no time of theirs is possible."""
    return (today - date.fromisoformat(person.last[:10])).days if person.last else None


def _person(person: Person, told: StoreProgress) -> Row:
    share = told.shares.get(person.name)
    return {
        "name": person.name,
        "decided": len(person.held),
        "reports": len(person.reports),
        "sections": len(person.sections),
        "active_hours": person.active_hours,
        "per_hour": person.per_hour,
        "last": person.last or None,
        "idle_days": idle_days(person, told.today),
        "assigned": None if share is None else asdict(share),
    }
