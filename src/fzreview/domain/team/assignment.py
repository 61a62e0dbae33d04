"""Who reviews which report: a plan that hangs on nothing but the reports, the people and a seed.

What was assigned stays: a plan is extended by new reports and people and never shuffled, because planning
anew would take most of what people have begun from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

Reviewers = tuple[str, ...]
"""The one or two who review a report, in order of name."""


@dataclass(frozen=True, slots=True)
class Workload:
    """A report as far as a plan is concerned."""

    sha256: str
    figures: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """sha256 of a report → its reviewers."""

    reviewers: Mapping[str, Reviewers]

    @property
    def doubled(self) -> int:
        """How many reports two people review."""
        return sum(len(names) > 1 for names in self.reviewers.values())

    def loads(self, reports: Iterable[Workload]) -> Counter[str]:
        """Reviewer → figures."""
        loads: Counter[str] = Counter()
        for report in reports:
            for name in self.reviewers.get(report.sha256, ()):
                loads[name] += report.figures
        return loads

    @property
    def pairs(self) -> Counter[Reviewers]:
        """Two reviewers, in order of name → reports that both review."""
        return Counter(names for names in self.reviewers.values() if len(names) > 1)


@dataclass(frozen=True, slots=True)
class Team:
    """Who shares the work, and how."""

    people: Sequence[str]
    overlap: float = 0.0
    """Share of all reports, 0 to 1, that two people review."""
    seed: int = 0
    doubled: Collection[str] = ()
    """sha256 of reports that two people review in any case: those of a test split."""

    def __post_init__(self) -> None:
        if not self.people or len(set(self.people)) < len(self.people):
            raise ValueError("nobody, or somebody twice")
        if not 0 <= self.overlap <= 1:
            raise ValueError(f"an overlap of {self.overlap}")
        if len(self.people) < 2 and (self.overlap or self.doubled):
            raise ValueError("one person cannot overlap")


def extended(recorded: Assignment, reports: Collection[Workload], team: Team) -> Assignment:
    """The recorded plan with everything in ``reports`` that it does not hold yet.

    Of all reports a share of ``overlap`` is doubled, exactly, as far as new ones allow. Doubled ones go to
    the pair that shares the fewest, all others to whoever has the fewest figures, the largest first: so
    loads end within one report of each other wherever enough reports are single.
    """
    loads = recorded.loads(reports)
    plan = _Plan(team, loads, recorded.pairs)
    new = sorted((one for one in reports if one.sha256 not in recorded.reviewers), key=plan.order)
    missing = round(team.overlap * len(reports)) - sum(
        len(recorded.reviewers.get(one.sha256, ())) > 1 for one in reports
    )
    wanted = [one for one in new if one.sha256 in team.doubled]
    others = [one for one in new if one.sha256 not in team.doubled]
    others.sort(key=lambda one: plan.draw("double", one.sha256))
    more = max(0, missing - len(wanted))
    assigned = dict(recorded.reviewers)
    for report in sorted((*wanted, *others[:more]), key=plan.order):
        assigned[report.sha256] = plan.pair(report)
    for report in sorted(others[more:], key=lambda one: (-one.figures, plan.order(one))):
        assigned[report.sha256] = (plan.single(report, team.people),)
    return Assignment(dict(sorted(assigned.items())))


def handed_on(
    recorded: Assignment, reports: Collection[Workload], name: str, begun: Collection[str], team: Team
) -> Assignment:
    """The plan after ``name`` has left: what they have not ``begun`` (sha256) goes to the ``team``.

    Raises ValueError where a report has no one else to go to.
    """
    others = [person for person in team.people if person != name]
    left = [
        one for one in reports if name in recorded.reviewers.get(one.sha256, ()) and one.sha256 not in begun
    ]
    loads = recorded.loads(reports)
    plan = _Plan(team, loads, recorded.pairs)
    assigned = dict(recorded.reviewers)
    for report in sorted(left, key=lambda one: (-one.figures, plan.order(one))):
        staying = [person for person in assigned[report.sha256] if person != name]
        free = [person for person in others if person not in staying]
        if not free:
            raise ValueError(f"nobody else for {report.sha256}")
        loads[name] -= report.figures
        assigned[report.sha256] = tuple(sorted((*staying, plan.single(report, free))))
    return Assignment(assigned)


class _Plan:
    """What everybody has so far, and whose turn it is."""

    def __init__(self, team: Team, loads: Counter[str], pairs: Counter[Reviewers]) -> None:
        self._seed = team.seed
        self._loads, self._pairs = loads, pairs
        self._couples = [tuple(sorted(couple)) for couple in combinations(team.people, 2)]

    def draw(self, *words: str) -> int:
        """A number that hangs on nothing but the seed and the words."""
        return int.from_bytes(sha256(repr((self._seed, *words)).encode()).digest()[:8])

    def order(self, report: Workload) -> int:
        return self.draw(report.sha256)

    def pair(self, report: Workload) -> Reviewers:
        """The pair that shares the fewest reports takes it, among those the one with the fewest figures."""
        couple = min(
            self._couples,
            key=lambda names: (
                self._pairs[names],
                self._loads[names[0]] + self._loads[names[1]],
                self.draw(report.sha256, *names),
            ),
        )
        self._pairs[couple] += 1
        for name in couple:
            self._loads[name] += report.figures
        return couple

    def single(self, report: Workload, people: Iterable[str]) -> str:
        """Whoever of the people has the fewest figures takes it."""
        name = min(people, key=lambda person: (self._loads[person], self.draw(report.sha256, person)))
        self._loads[name] += report.figures
        return name
