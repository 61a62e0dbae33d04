"""What gold reads of a report is what the desk reads of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.figures.figure import Figure
from fzreview.store.reader import StoreReader
from support.command_line import caller
from support.gold_reports import seed_names

DOC = seed_names()[4]


def test_verdicts_as_the_desk_reads_them(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = caller(store, capsys)
    keys = [row["key"] for row in call("figures", DOC, "--json").rows]
    for key, *decision in (
        (keys[0], "verified", "--reviewer", "bob"),
        (keys[0], "wrong", "--value", "7", "--reviewer", "ann"),
        (keys[1], "wrong", "--class", "date", "--reviewer", "ann"),
        (keys[2], "unsure", "--reviewer", "ann"),
    ):
        assert call("judge", key, *decision).code == 0
    with StoreReader(store) as reader:
        summary = reader.find_report(DOC)
        decided, whole = reader.decided_report(summary), reader.report(summary)
    assert (decided.source, decided.url, decided.guide) == (whole.reading.source, whole.url, whole.guide)
    assert list(decided.spans) == [(one.figure.start, one.figure.end) for one in whole.figures]
    assert [_plain(one) for one in decided.verdicts] == [
        (stored.figure.section, stored.origin, held.reviewer, held.decided_at, held.decision.correction)
        for stored in whole.figures
        for held in sorted(stored.held, key=lambda one: one.reviewer)
    ]
    first = next(stored for stored in whole.figures if stored.held)
    assert decided.verdicts[0].figure == Figure(
        **{name: getattr(first.figure, name) for name in FigureVerdict._fields[:10]}
    )


def _plain(one: FigureVerdict) -> tuple[object, ...]:
    return one.section, one.origin, one.reviewer, one.decided_at, one.correction
