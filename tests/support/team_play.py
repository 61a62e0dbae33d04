"""A lead and four reviewers with known error rates at work on one project, and what its measures should say.

Where the machine is wrong, how often a reviewer sees that and how often one errs is drawn beforehand; the
lead, a second and the auditor make no mistakes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from fzreview.domain.decisions.claims import claim_of
from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.domain.team.seeding import SeededError
from fzreview.measuring.universe import Universe
from fzreview.store.reader import StoreReader
from support.command_line import Call
from support.scripted import NO_FIGURE, VERIFIED, corrected, decide, whole

MACHINE_WRONG = 0.1
SEEDED, BLIND = "4%", 0.15
KNOWN = 3
"""Of so many figures the lead and a second have agreed on one beforehand."""
SLIP = "987654"


@dataclass(frozen=True, slots=True)
class Skill:
    """How good a reviewer is."""

    sees: float
    """Chance to see an error of the machine."""
    errs: float
    """Chance to correct, or to key, what is right into something wrong."""


TEAM = {
    "ann": Skill(0.9, 0.01),
    "bob": Skill(0.75, 0.03),
    "cho": Skill(0.6, 0.02),
    "dan": Skill(0.85, 0.05),
}

Measured = tuple[str, float, tuple[float, float]]
"""Name of a measure, the truth that was put in, and the interval that was told."""


class Play:
    """One project from the first assignment to the last measure."""

    def __init__(self, store: Path, call: Call, folder: Path, seed: int) -> None:
        self._store, self._call, self._folder, self._seed = store, call, folder, seed
        dice = Random(seed)
        self._true: dict[str, Figure] = {}
        with StoreReader(store) as reader:
            for summary in reader.summaries():
                for stored in reader.figures(summary.id):
                    figure = stored.figure
                    wrong = dice.random() < MACHINE_WRONG
                    true = replace(figure, value=figure.value + "1", upper=None) if wrong else figure
                    self._true[f"{summary.sha256}:{stored.span_key}"] = true

    def measures(self) -> Iterator[Measured]:
        """Play it; each measure with its truth."""
        for name in ("lead", "second"):
            decide(self._store, name, self._knows)
        team = ",".join(TEAM)
        self._run("assign", "--to", team, "--overlap", "60%", "--seed", str(self._seed))
        for name in TEAM:
            options = ("--seed-errors", SEEDED, "--blind", f"{BLIND:.0%}")
            for path in self._packed(name, *options):
                self._review(path, name, "first")
                self._run("merge", path)
        yield from self._audit()
        for name in TEAM:
            for path in self._packed(name, "--purpose", "again"):
                self._review(path, name, "again")
                self._run("merge", path)
        yield from self._quality()
        yield from self._agreements()

    def _quality(self) -> Iterator[Measured]:
        for row in self._run("quality", "--json"):
            skill = TEAM.get(row["reviewer"])
            if skill is None:
                continue
            if "caught" in row["seeds"]:  # in a small package none may be known to be true
                yield "seeds", skill.sees, tuple(row["seeds"]["caught"]["interval"])
            yield "keying gap", MACHINE_WRONG * (1 - skill.sees), tuple(row["keying_gap"]["interval"])
            right = (1 - skill.errs) ** 2 + skill.errs**2
            shown = skill.sees**2 + (1 - skill.sees) ** 2
            wrong = (1 - BLIND) * shown + BLIND * (1 - skill.errs) * skill.sees
            same = (1 - MACHINE_WRONG) * right + MACHINE_WRONG * wrong
            yield "self-agreement", same, tuple(row["self_agreement"]["interval"])

    def _agreements(self) -> Iterator[Measured]:
        for pair in combinations(TEAM, 2):
            (told,) = self._call("agreement", *pair, "--json").rows
            if not told["verdicts"]["same"]["n"]:
                continue  # they share no report
            one, other = (TEAM[name] for name in pair)
            both = (1 - one.errs) * (1 - other.errs) + one.errs * other.errs
            see, also = ((1 - BLIND) * skill.sees + BLIND for skill in (one, other))
            same = (1 - MACHINE_WRONG) * both + MACHINE_WRONG * (see * also + (1 - see) * (1 - also))
            yield "agreement", same, tuple(told["verdicts"]["same"]["interval"])

    def _audit(self) -> Iterator[Measured]:
        universe = Universe("zoe", "verified", [])
        with StoreReader(self._store) as reader:
            for summary in list(reader.summaries()):
                universe.add(reader.report(summary))
        wrong = sum(
            item.stands is not None and claim_of(item.stands) != claim_of(self._true[item.key])
            for item in universe.items
        )
        self._run("audit", "draw", "--n", "100", "--seed", str(self._seed), "--reviewer", "zoe")
        for path in self._packed("zoe", "--purpose", "audit"):
            decide(path, "zoe", self._truly)
            self._run("merge", path)
        (row,) = self._run("audit", "report", "--json")
        assert row["complete"] and row["universe"] == len(universe.items)
        yield "audit", wrong / len(universe.items), tuple(row["wrong"]["interval"])

    def _review(self, path: Path, name: str, phase: str) -> None:
        """What the reviewer makes of a package, errors that are seeded in it included."""
        skill, dice = TEAM[name], Random(f"{self._seed} {name} {phase}")
        with StoreReader(path) as package, StoreReader(self._store) as reader:
            seeds = reader.team.seeded_errors(package.journal.heads()[0][0])
        shown = {(one.report, one.shown.span_key): one for one in seeds if one.shown is not None}

        def rule(report: StoredReport, stored: StoredFigure) -> Decision:
            sha256 = report.summary.sha256
            seed = shown.get((sha256, stored.span_key))
            if seed is not None:
                return _caught(stored, seed) if dice.random() < skill.sees else VERIFIED
            true = self._true[f"{sha256}:{stored.span_key}"]
            slips = dice.random() < skill.errs
            if stored.hidden:
                return _keyed(stored, replace(true, value=SLIP, upper=None) if slips else true)
            if true.value != stored.figure.value:
                return _keyed(stored, true) if dice.random() < skill.sees else VERIFIED
            return corrected(stored.figure, value=SLIP, upper=None) if slips else VERIFIED

        def added(report: StoredReport) -> Iterator[Figure]:
            for seed in seeds:
                left_out = seed.shown is None and seed.report == report.summary.sha256
                if left_out and seed.true is not None and dice.random() < skill.sees:
                    yield seed.true

        decide(path, name, rule, added=added, read=whole)

    def _knows(self, report: StoredReport, stored: StoredFigure) -> Decision | None:
        return self._truly(report, stored) if report.figures.index(stored) % KNOWN == 0 else None

    def _truly(self, report: StoredReport, stored: StoredFigure) -> Decision:
        true = self._true[f"{report.summary.sha256}:{stored.span_key}"]
        return VERIFIED if true.value == stored.figure.value else _keyed(stored, true)

    def _packed(self, name: str, *options: str) -> list[Path]:
        rows = self._run("pack", "--for", name, *options, "-o", self._folder, "--json")
        return [Path(row["path"]) for row in rows]

    def _run(self, *arguments: str | Path) -> list[dict[str, Any]]:
        told = self._call(*arguments)
        assert told.code == 0, told.err
        return told.rows if "--json" in arguments else []


def _keyed(stored: StoredFigure, true: Figure) -> Decision:
    """The figure as it should be, also where its value is hidden."""
    return corrected(stored.figure, value=true.value, upper=true.upper, unit=true.unit)


def _caught(stored: StoredFigure, seed: SeededError) -> Decision:
    if seed.true is None:
        return NO_FIGURE
    names = ("start", "end", "surface", "text", "value", "unit", "bound", "subject")
    return corrected(stored.figure, **{name: getattr(seed.true, name) for name in names})
