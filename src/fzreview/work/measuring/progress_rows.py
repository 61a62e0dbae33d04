"""Progress as one JSON object; docs/measures.md tells every field."""

from __future__ import annotations

from datetime import date

from fzreview.measuring.progress import Person, Progress
from fzreview.work.measuring.measure_rows import Row
from fzreview.work.measuring.progressing import Standing


def progress_row(told: Standing) -> Row:
    """Everything that the command prints."""
    one: Progress = told.progress
    return {
        "figures": one.figures,
        "decided": one.decided,
        "undecided": one.undecided,
        "doubled": one.doubled,
        "cases": dict(sorted(told.cases.items())),
        "people": [_person(person, told.today) for person in one.people],
        "weeks": [{"monday": week.monday.isoformat(), "undecided": week.undecided} for week in one.weeks],
        "per_week": one.per_week,
        "weeks_left": one.weeks_left,
        "hours_left": one.hours_left,
        "audits": {"drawn": told.audits, "complete": told.audits_complete},
    }


def idle_days(person: Person, today: date) -> int | None:
    """Days since a reviewer's last entry; None where no time of theirs is possible."""
    return (today - date.fromisoformat(person.last[:10])).days if person.last else None


def _person(person: Person, today: date) -> Row:
    return {
        "name": person.name,
        "decided": len(person.held),
        "reports": len(person.reports),
        "sections": len(person.sections),
        "active_hours": person.active_hours,
        "per_hour": person.per_hour,
        "last": person.last or None,
        "idle_days": idle_days(person, today),
    }
