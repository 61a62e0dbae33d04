"""Each interval holds the truth that was put in as often as it says.

``COVERAGE_RUNS`` is the number of drawn teams; the suite draws few, ``make coverage-of-intervals`` many.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from math import sqrt

import pytest

from fzreview.domain.decisions.final_verdicts import FinalVerdicts, SharedReport
from fzreview.domain.reports.stored import HeldDecision, StoredFigure
from fzreview.domain.team.audit import Audit, AuditItem, drawn
from fzreview.measuring.agreement import agreement_of
from fzreview.measuring.audits import FigureAudit, SectionAudit, figure_audit
from fzreview.scoring.bootstrap import draws, interval_of
from fzreview.scoring.figure_scores import score_figures
from fzreview.scoring.intervals import intervals
from fzreview.scoring.rates import anytime, clopper_pearson
from support.figure_rows import row_at
from support.scripted import VERIFIED, corrected
from support.words import AT, figure, word
from support.words import corrected as corrected_word

RUNS = int(os.environ.get("COVERAGE_RUNS", "25"))
LEAST = 0.93
"""Of runs, for intervals of 95 %; over so few runs as the suite makes, chance may take something off."""

UNIVERSE = [AuditItem(f"{number:064x}", "0-5", figure(0, 5)) for number in range(1000)]
FIXED = corrected(figure(0, 5), value="7")


def bar(runs: int) -> float:
    """What coverage must reach, two standard deviations of chance below."""
    return LEAST - 2 * sqrt(LEAST * (1 - LEAST) / runs)


def audited(wrong: set[str], count: int, seed: int, until: int | None = None) -> FigureAudit:
    """An audit of so many, in which an auditor who makes no mistakes has looked at the first ``until``."""
    items = drawn(UNIVERSE, count, seed)
    audit = Audit("u", AT, "zoe", "verified", seed, count, len(UNIVERSE), 0, "", items)
    said = {
        item.key: StoredFigure(
            figure(0, 5),
            "machine",
            "test",
            (HeldDecision("zoe", AT, FIXED if item.key in wrong else VERIFIED),),
        )
        for item in items[:until]
    }
    return figure_audit(audit, said)


@pytest.mark.parametrize("rate", [0.003, 0.01, 0.03, 0.1])
def test_audits(rate: float, capsys: pytest.CaptureFixture[str]) -> None:
    held: Counter[str] = Counter()
    for seed in range(RUNS):
        dice = random.Random(seed)
        wrong = {item.key for item in UNIVERSE if dice.random() < rate}
        truth = len(wrong) / len(UNIVERSE)
        told = audited(wrong, 300, seed)
        held["exact"] += told.interval[0] <= truth <= told.interval[1]
        held["one-sided"] += truth <= told.at_most
        assert told.most_wrong is not None
        held["number"] += len(wrong) <= told.most_wrong
        half = audited(wrong, 300, seed, until=150)
        held["anytime"] += half.interval[0] <= truth <= half.interval[1]
    _tell(capsys, f"audits, {rate:.1%} wrong", held)


@pytest.mark.parametrize("rate", [0.01, 0.05])
def test_looking_after_every_ten(rate: float, capsys: pytest.CaptureFixture[str]) -> None:
    held: Counter[str] = Counter()
    exact, mixture = cache(clopper_pearson), cache(anytime)
    for seed in range(RUNS):
        dice = random.Random(seed)
        answers = [dice.random() < rate for _ in range(300)]
        looks = [(sum(answers[:size]), size) for size in range(10, 301, 10)]
        held["anytime, at every look"] += all(
            low <= rate <= high for low, high in (mixture(*look) for look in looks)
        )
        low, high = exact(*looks[-1])
        held["exact, at the end"] += low <= rate <= high
    _tell(capsys, f"looking after every ten, {rate:.0%} wrong", held)


@pytest.mark.heavy
def test_missed_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """Of 80 reports of ten sections, some hide far more than others; forty sections are read anew."""
    held: Counter[str] = Counter()
    runs = RUNS
    for seed in range(runs):
        dice = random.Random(seed)
        sections: dict[str, list[bool]] = {}
        for number in range(80):
            rate = dice.choice((0.0, 0.02, 0.16))
            for place in range(10):
                sections[f"{number:064x}:{place}-{place + 1}"] = [dice.random() < rate for _ in range(5)]
        missed = [one for figures in sections.values() for one in figures]
        universe = [AuditItem(*key.split(":"), None) for key in sections]
        items = drawn(universe, 40, seed)
        found = [
            row_at(1000 * number + 10 * place, 1000 * number + 10 * place + 5, doc=item.report)
            for number, item in enumerate(items)
            for place in range(5)
        ]
        kept = [
            row
            for row, gone in zip(found, (gone for item in items for gone in sections[item.key]), strict=True)
            if not gone
        ]
        audit = Audit("u", AT, "zoe", "sections", seed, 40, len(universe), 0, "", items)
        low, high = SectionAudit(audit, 40, score_figures(found, kept)).interval
        held["missed"] += low <= sum(missed) / len(missed) <= high
    _tell(capsys, "sections read anew", held, runs)


@pytest.mark.heavy
def test_agreement_of_reviewers_who_err(capsys: pytest.CaptureFixture[str]) -> None:
    """A reviewer errs more often in one report than in another."""
    held: Counter[str] = Counter()
    runs = RUNS
    for seed in range(runs):
        dice = random.Random(seed)
        told = agreement_of(("a", "b"), _pair_of_reviewers(dice))
        truth = 1 - _MEAN_ERROR
        low, high = told.f1_interval("strict") or (1, 0)
        held["strict F1"] += low <= truth <= high
        low, high = told.fields["kind"].same.interval
        held["kind"] += low <= 1 - 0.02 <= high
    _tell(capsys, "agreement", held, runs)


@pytest.mark.heavy
@pytest.mark.parametrize("errors", [(0.0, 0.0), (0.002, 0.01), (0.0, 0.05)])
def test_f1_of_reviewers_who_hardly_differ(
    errors: tuple[float, float], capsys: pytest.CaptureFixture[str]
) -> None:
    """Over ten reports one figure differs, or none: the draws alone would be sure of it."""
    held: Counter[str] = Counter()
    for seed in range(RUNS):
        reports = _pair_of_reviewers(random.Random(seed), 10, errors, kinds=0.0)
        low, high = agreement_of(("a", "b"), reports).f1_interval("strict") or (1, 0)
        held["strict F1"] += low <= 1 - sum(errors) / 2 <= high
    _tell(capsys, f"agreement with few differences, {errors}", held)


@pytest.mark.heavy
@pytest.mark.parametrize("errors", [(0.0, 0.02), (0.02, 0.10)])
def test_scores_of_predictions(errors: tuple[float, float], capsys: pytest.CaptureFixture[str]) -> None:
    """What ``evaluate`` tells over ten reports: figures are missed more often in one than in another."""
    held: Counter[str] = Counter()
    for seed in range(RUNS):
        dice = random.Random(seed)
        gold, predicted = [], []
        for report in range(10):
            missed = dice.choice(errors)
            for place in range(_FIGURES):
                row = row_at(10 * place, 10 * place + 5, doc=str(report))
                gold.append(row)
                if dice.random() >= missed:
                    predicted.append(replace(row, kind="money") if dice.random() < 0.01 else row)
        told = intervals(score_figures(gold, predicted))
        assert told is not None
        for name, truth in (("detect.recall", 1 - sum(errors) / 2), ("kind", 0.99)):
            low, high = told.sides[0][name]
            held[name] += low <= truth <= high
    _tell(capsys, f"predictions, {errors} missed", held)


@pytest.mark.parametrize("reports", [10, 20, 60])
def test_f1_over_many_more_teams(reports: int, capsys: pytest.CaptureFixture[str]) -> None:
    """The same interval by itself, so that there can be many teams: of 200, chance alone takes three percent.

    Both sides hold a figure at each place, so that F1 is the share of equal ones.
    """
    runs = RUNS * 4 if "COVERAGE_RUNS" in os.environ else RUNS
    drawn = list(draws(reports))
    truth, figures = 1 - _MEAN_ERROR, _FIGURES * reports
    held: Counter[str] = Counter()
    for seed in range(runs):
        dice = random.Random(seed)
        equal = []
        for _ in range(reports):
            error = dice.choice(_ERRORS)
            equal.append(sum(dice.random() >= error for _ in range(_FIGURES)))
        scores = (sum(map(equal.__getitem__, places)) / figures for places in drawn)
        low, high = interval_of(scores, sum(equal) / figures, reports)
        held["F1"] += low <= truth <= high
    _tell(capsys, f"F1 over {reports} reports", held, runs)


_ERRORS = (0.02, 0.10)
_MEAN_ERROR = sum(_ERRORS) / 2
_FIGURES = 25


def _pair_of_reviewers(
    dice: random.Random, reports: int = 60, errors: tuple[float, float] = _ERRORS, kinds: float = 0.02
) -> Iterator[SharedReport]:
    for number in range(reports):
        error = dice.choice(errors)
        ones = [word(10 * place, 10 * place + 5) for place in range(_FIGURES)]
        others = []
        for place, one in enumerate(ones):
            fields = {}
            if dice.random() < error:
                fields["value"] = "7"
            if dice.random() < kinds:
                fields["kind"] = "money"
            others.append(corrected_word(10 * place, 10 * place + 5, **fields) if fields else one)
        yield SharedReport(str(number), FinalVerdicts("a", tuple(ones)), FinalVerdicts("b", tuple(others)))


def _tell(capsys: pytest.CaptureFixture[str], what: str, held: Counter[str], runs: int = RUNS) -> None:
    with capsys.disabled():
        if "COVERAGE_RUNS" in os.environ:
            shares = ", ".join(f"{name} {count / runs:.1%}" for name, count in held.items())
            print(f"\n{what} ({runs} runs): {shares}")
    low = {name: count / runs for name, count in held.items() if count / runs < bar(runs)}
    assert not low
