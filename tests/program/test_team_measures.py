"""A team with known error rates at work on the examples: each measure holds the truth that was put in."""

from __future__ import annotations

import random
from pathlib import Path

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from support.command_line import Call
from support.gold_reports import gold_report, seed_names
from support.scripted import NO_FIGURE, VERIFIED, Rule, corrected, decide, whole

FIGURES = sum(len(gold_report(doc).reading.figures) for doc in seed_names())


class Erring:
    """A reviewer who gets so many values wrong and takes so many figures for none."""

    def __init__(self, seed: int, wrong: float, missed: float) -> None:
        self._dice = random.Random(seed)
        self._wrong, self._missed = wrong, missed
        self.wrong: set[str] = set()
        self.missed: set[str] = set()

    def __call__(self, report: StoredReport, stored: StoredFigure) -> Decision:
        key = f"{report.summary.sha256}:{stored.span_key}"
        if self._dice.random() < self._missed:
            self.missed.add(key)
            return NO_FIGURE
        if self._dice.random() < self._wrong:
            self.wrong.add(key)
            return corrected(stored.figure, value="987654")
        return VERIFIED


def drawn(keys: list[str]) -> Rule:
    """Somebody without mistakes who decides about what was drawn."""
    return lambda report, stored: (
        VERIFIED if f"{report.summary.sha256[:12]}:{stored.span_key}" in keys else None
    )


def test_audits_and_the_certificate_hold_the_truth(store: Path, call: Call) -> None:
    alice = Erring(1, 0.04, 0.03)
    decide(store, "alice", alice, read=whole)
    (audit,) = call("audit", "draw", "--n", "150", "--reviewer", "zoe", "--json").rows
    decide(store, "zoe", drawn(audit["keys"]))
    (result,) = call("audit", "report", "--json").rows
    gold = FIGURES - len(alice.missed)
    truth = len(alice.wrong) / gold
    low, high = result["wrong"]["interval"]
    assert (audit["universe"], result["complete"]) == (gold, True)
    assert low <= truth <= high
    assert len(alice.wrong) <= result["most_wrong"]

    call("audit", "draw", "--sections", "60", "--reviewer", "yan")
    decide(store, "yan", read=whole)
    missed = call("audit", "report", "--json").rows[1]["missed"]
    low, high = missed["interval"]
    assert low <= len(alice.missed) / FIGURES <= high

    (page,) = call("certify", "--json").rows
    assert page["wrong"]["at_most"] >= truth
    assert page["missed"]["at_most"] >= len(alice.missed) / FIGURES
    # What an audit or a second reading found otherwise is in dispute, and no gold until somebody settles it.
    assert page["disputed"] == len(alice.wrong) + len(alice.missed)
    assert page["gold"] == FIGURES - page["disputed"]


def test_agreement_and_disputes_are_those_that_were_put_in(store: Path, call: Call) -> None:
    alice, bob = Erring(1, 0.04, 0.03), Erring(2, 0.06, 0.02)
    decide(store, "alice", alice, read=whole)
    decide(store, "bob", bob, read=whole)
    (told,) = call("agreement", "alice", "bob", "--json").rows
    differing = (alice.wrong ^ bob.wrong) | (alice.missed ^ bob.missed)
    assert told["verdicts"]["same"]["n"] - told["verdicts"]["same"]["k"] == len(differing)
    assert told["f1"]["strict"]["hits"] == FIGURES - len(
        alice.missed | bob.missed | (alice.wrong ^ bob.wrong)
    )
    low, high = told["f1"]["strict"]["interval"]
    assert low <= told["f1"]["strict"]["f1"] <= high
    (progress,) = call("progress", "--json").rows
    assert sum(progress["cases"].values()) == len(differing)
    assert set(progress["cases"]) == {"value", "existence"}
