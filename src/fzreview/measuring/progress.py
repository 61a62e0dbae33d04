"""How far the work is, how fast it goes, and when it will be done: all of it from the journal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median
from typing import Final

from fzreview.domain.decisions.decision_events import DECIDING
from fzreview.domain.decisions.times import is_possible
from fzreview.domain.decisions.verdict import Verdict
from fzreview.domain.decisions.work_log import WorkEntry
from fzreview.review.session_stats.pace import Pace

RECENT_WEEKS: Final = 4
"""Weeks whose pace a forecast takes for that of the weeks to come."""


@dataclass
class Person:
    """What one reviewer did."""

    name: str
    held: dict[tuple[str, str], Verdict] = field(default_factory=dict)
    """Report and span of a figure → the verdict that the reviewer holds of it now."""
    reports: set[str] = field(default_factory=set)
    sections: set[tuple[str, str]] = field(default_factory=set)
    """Read completely."""
    pace: Pace = field(default_factory=Pace)
    elapsed: list[int] = field(default_factory=list)
    """Milliseconds before each decision by itself that was made here."""
    decisions: int = 0
    """Entries that decided on a figure, imported ones too."""
    hasty: int = 0
    bulk: int = 0
    changed: int = 0
    """How often another verdict took the place of one's own, undo apart."""
    last: str = ""
    """When the last entry was made, ISO 8601 in UTC; empty where no time is possible."""

    @property
    def per_hour(self) -> int | None:
        """Figures an active hour; None before the first minute is over."""
        return self.pace.summary().per_hour

    @property
    def active_hours(self) -> float:
        return self.pace.summary().active_ms / 3_600_000

    @property
    def median_ms(self) -> float | None:
        """Time that half of the decisions took at the most."""
        return median(self.elapsed) if self.elapsed else None

    def note(self, entry: WorkEntry, latest: str) -> None:
        """Take one entry in, in the journal's order."""
        if is_possible(entry.at, latest):
            self.last = max(self.last, entry.at)
        place = (entry.report, entry.figure)
        if entry.target == "section":
            (self.sections.add if entry.verdict else self.sections.discard)(place)
        if entry.target != "figure":
            return
        before = self.held.pop(place, None)
        if entry.verdict is not None:
            self.held[place] = entry.verdict
            self.reports.add(entry.report)
        if entry.action not in DECIDING:
            return
        self.changed += before is not None and before != entry.verdict
        told = entry.circumstances
        self.decisions += 1
        self.hasty += told.hasty
        self.bulk += told.bulk is not None
        if not told.imported:
            self.pace.note(place, entry.elapsed_ms)
            if told.bulk is None:
                self.elapsed.append(entry.elapsed_ms)


@dataclass(frozen=True, slots=True)
class Share:
    """What a reviewer was given, and how much of it is left."""

    reports: int
    figures: int
    left: int
    """Figures of those reports that the reviewer has not decided about."""

    @classmethod
    def of(cls, person: Person, given: Mapping[str, int]) -> Share:
        """``given`` is the reports' sha256 → their figures."""
        decided = Counter(report for report, _ in person.held)
        left = sum(max(0, figures - decided[report]) for report, figures in given.items())
        return cls(len(given), sum(given.values()), left)


@dataclass(frozen=True, slots=True)
class Week:
    """A week of work."""

    monday: date
    undecided: int
    """Figures, of those that there are today, that were not decided for good at its end."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a store is."""

    figures: int
    decided: int
    """By anybody."""
    doubled: int
    """By two or more."""
    people: tuple[Person, ...]
    """In order of name."""
    weeks: tuple[Week, ...]
    """From the first in which anybody decided to that of today."""

    @property
    def undecided(self) -> int:
        return self.figures - self.decided

    @property
    def per_week(self) -> float | None:
        """Figures decided in a week of the last ones; None where nobody decided any."""
        recent = self.weeks[-RECENT_WEEKS:]
        if not recent:
            return None
        earlier = self.weeks[: -len(recent)]
        before = earlier[-1].undecided if earlier else self.figures
        done = before - recent[-1].undecided
        return done / len(recent) if done > 0 else None

    @property
    def weeks_left(self) -> float | None:
        """Weeks until everything is decided, should it go on like this."""
        return None if self.per_week is None else self.undecided / self.per_week

    @property
    def hours_left(self) -> float | None:
        """Active hours of work that are left, at everybody's mean pace."""
        figures = sum(person.pace.summary().figures for person in self.people)
        hours = sum(person.active_hours for person in self.people)
        return self.undecided * hours / figures if figures and hours else None


def progress_of(entries: Iterable[WorkEntry], figures: int, today: date, latest: str) -> Progress:
    """Put the journal together; ``latest`` is as late as an entry can be by now, in UTC."""
    people: dict[str, Person] = {}
    holders: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    since: dict[tuple[str, str], str] = {}
    for entry in entries:
        person = people.setdefault(entry.reviewer, Person(entry.reviewer))
        person.note(entry, latest)
        if entry.target != "figure":
            continue
        place = (entry.report, entry.figure)
        if entry.verdict is None:
            holders[place].discard(entry.reviewer)
            continue
        if not holders[place]:
            since[place] = entry.at
        holders[place].add(entry.reviewer)
    held = {place: names for place, names in holders.items() if names}
    done = Counter(_week_of(since[place], latest) for place in held)
    return Progress(
        figures,
        len(held),
        sum(len(names) > 1 for names in held.values()),
        tuple(people[name] for name in sorted(people)),
        tuple(_weeks(done, figures, _monday(today))),
    )


def _week_of(at: str, latest: str) -> date | None:
    """The Monday of its week; None for a time that cannot be."""
    return _monday(date.fromisoformat(at[:10])) if is_possible(at, latest) else None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weeks(done: Counter[date | None], figures: int, until: date) -> Iterator[Week]:
    """Every week from the first on. What was decided nobody knows when counts as done before."""
    known = [week for week in done if week is not None]
    if not known:
        return
    undecided = figures - done[None]
    monday = min(known)
    while monday <= max(until, *known):
        undecided -= done[monday]
        yield Week(monday, undecided)
        monday += timedelta(weeks=1)
