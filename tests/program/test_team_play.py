"""The play of a whole team: each measure's interval holds the truth that was put in as often as it says.

``TEAM_PLAYS`` is the number of plays, ``TEAM_REPORTS`` that of generated reports beside the examples; the
suite plays once over few, ``make team-play`` often.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from math import sqrt
from pathlib import Path

import pytest
from benchmarks.corpus import Corpus

from fzreview.store.writer import StoreWriter
from support.command_line import caller
from support.copied_stores import new_store
from support.gold_reports import SEEDS, gold_report, seed_names
from support.team_play import Play
from support.written_reports import read_as_loading_does

PLAYS = int(os.environ.get("TEAM_PLAYS", "1"))
REPORTS = int(os.environ.get("TEAM_REPORTS", "0"))
EXAMPLES = 5 if "TEAM_PLAYS" in os.environ else 3
CHARS = 1_000
"""Of a generated report: some ten figures."""
LEAST = 0.93
"""Of intervals of 95 %; over so few as the suite has, chance may take something off."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The examples and generated reports, undecided."""
    path = tmp_path / "project.db"
    new_store(path)
    writer = StoreWriter(path)
    reports = [gold_report(doc) for doc in seed_names()[:EXAMPLES]]
    corpus = Corpus(SEEDS)
    reports += [
        read_as_loading_does(corpus.report(number, CHARS), f"{number}.txt") for number in range(REPORTS)
    ]
    for report in reports:
        writer.insert(report, "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


@pytest.mark.heavy
def test_each_interval_holds_what_was_put_in(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for seed in range(PLAYS):
        folder = tmp_path / str(seed)
        folder.mkdir()
        store = Path(shutil.copyfile(project, folder / "project.db"))
        for name, truth, (low, high) in Play(store, caller(store, capsys), folder, seed).measures():
            told[name] += 1
            held[name] += low <= truth <= high
        shutil.rmtree(folder)
        if "TEAM_PLAYS" in os.environ:  # a line a play: many take long
            with capsys.disabled():
                words = [f"{name} {held[name] / count:.1%} of {count}" for name, count in told.items()]
                print(f"\n{seed + 1} plays, {REPORTS} reports and the examples: {', '.join(words)}", end="")
    assert set(told) == {"seeds", "keying gap", "self-agreement", "agreement", "audit"}
    shares = {name: held[name] / count for name, count in told.items()}
    assert not {
        name: share
        for name, share in shares.items()
        if share < LEAST - 2 * sqrt(LEAST * (1 - LEAST) / told[name])
    }
