"""The example of docs/team.md, played: what each command of it prints.

    python scripts/play_team.py [zh|en]

A lead, four annotators who make a few known mistakes, an auditor who makes none, the five example reports.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import replace
from io import StringIO
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

from fzreview.cli import run
from fzreview.domain.decisions.verdict import Action, Decision, JournalEntry, reason_of_correction
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.strings import say
from fzreview.work.loading.examples import example_reports

TEAM = ("ann", "bob", "cho", "dan")
REJECTS, MISREADS, MISNAMES = 5, 11, 17
"""Of each so many figures a reviewer takes one for none, or its value or its unit for another."""
EVERY = 60


def main(language: str) -> None:
    """Play in a folder of its own and print what a terminal would show."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        os.environ["FZREVIEW_LANG"] = language
        _quiet("load", example_reports())
        _shown("assign", "--to", ",".join(TEAM), "--overlap", "100%", "--seed", "7")
        for name in TEAM:
            _shown("pack", "--for", name, "-o", "out/")
        packages = sorted(Path("out").glob("*.fz.db"))
        for name, package in zip(TEAM, packages, strict=True):
            _decide(package, name, errs=True)
        _shown("merge", *packages)
        _shown("conflicts")
        with StoreReader(Path("fzreview.db")) as reader:
            keys = [
                f"{summary.sha256}:{figure.span_key}"
                for summary in list(reader.summaries())
                for figure in reader.figures(summary.id)
            ]
        print("$ fzreview adjudicate")
        done = sum(_settles(key) for key in keys)
        print(say("sharing.sitting", done=done, gaps=0, left=0))
        _shown("audit", "draw", "--n", "60", "--seed", "7", "--reviewer", "eva")
        _quiet("pack", "--for", "eva", "--purpose", "audit", "-o", "out/")
        _decide(Path("out/eva-audit-001.fz.db"), "eva", errs=False)
        _quiet("merge", "out/eva-audit-001.fz.db")
        _shown("export", "-o", "gold")
        print("$ cat gold/certificate.txt")
        print(Path("gold/certificate.txt").read_text(encoding="utf-8"))


def _settles(key: str) -> bool:
    """Rule for the machine, which is right, where the figure is in dispute."""
    return _told("settle", key, "verified", "--reviewer", "lead")[0] == 0


def _shown(*arguments: str | Path) -> None:
    print("$ fzreview", *arguments)
    print(_told(*arguments)[1], end="")


def _quiet(*arguments: str | Path) -> None:
    code, told = _told(*arguments)
    if code:
        sys.exit(told)


def _told(*arguments: str | Path) -> tuple[int, str]:
    told = StringIO()
    with patch("sys.stdout", told), patch("sys.stderr", told):
        code = run(["--db", "fzreview.db", *map(str, arguments)])
    return code, told.getvalue()


def _decide(package: Path, name: str, *, errs: bool) -> None:
    """All that a package holds, decided by one person."""
    writer = StoreWriter(package)
    with StoreReader(package) as reader:
        reports = [reader.report(summary) for summary in reader.summaries()]
    for report in reports:
        writer.record_all(list(_entries(report, name, errs))).result()
    writer.close()


def _entries(report: StoredReport, name: str, errs: bool) -> Iterator[JournalEntry]:
    for number, stored in enumerate(report.figures):
        action, after = _word(stored, (number + 2 * TEAM.index(name)) % EVERY if errs else -1)
        yield JournalEntry(
            uuid=uuid4().hex,
            at="2026-03-02T09:00:00.000Z",
            reviewer=name,
            session="played",
            action=action,
            report=report.summary.sha256,
            figure=stored.span_key,
            before=None,
            after=after,
            elapsed_ms=4_000,
            extractor=report.extractor,
            guide=report.guide,
        )


def _word(stored: StoredFigure, number: int) -> tuple[Action, Decision]:
    figure = stored.figure
    if number == REJECTS:
        return "not_a_figure", Decision("wrong", "not_a_figure")
    if number not in (MISREADS, MISNAMES):
        return "verified", Decision("verified")
    if number == MISREADS:
        fixed = replace(figure, value=f"{figure.value}0", upper=None)
    else:
        fixed = replace(figure, unit="宗")
    return "corrected", Decision("wrong", reason_of_correction(figure, fixed), correction=fixed)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "zh")
