"""Plants 500 errors into the seeds, and as many into the held reports, and prints which the check finds
and how many of 500 in both lie inside an offer to verify a whole tie at once.

python scripts/plant_errors.py [COUNT [SEED]]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.bulk_errors import bulk_errors  # noqa: E402 - the path is set above
from support.gold_reports import SEEDS, seed_names  # noqa: E402 - the path is set above
from support.held_reports import held_names, held_report  # noqa: E402 - the path is set above
from support.held_ties import tied_names  # noqa: E402 - the path is set above
from support.planted_errors import KINDS, SEED, Checked, checked, planted_errors  # noqa: E402 - the path is set above
from support.planted_in_held import held_errors  # noqa: E402 - the path is set above

COUNT = 500
MOST_INSIDE = 0.01
"""The share of errors that may lie inside an offer to verify a whole tie; more makes the exit code 1."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=COUNT, help="errors to plant")
    parser.add_argument("seed", type=int, nargs="?", default=SEED, help="what they are drawn from")
    asked = parser.parse_args()
    count, seed = asked.count, asked.seed
    rows = [checked(planted) for planted in planted_errors(count, seed)]
    groups: list[tuple[str, Callable[[Checked], bool]]] = [
        ("all errors", lambda row: True),
        ("in tied figures", lambda row: row.tied),
        ("that a tie shows", lambda row: row.shows),
        ("that break a tie", lambda row: row.breaks),
        ("that contradict", lambda row: row.contradicts),
    ]
    for name, belongs in groups:
        print(f"{name:<18} {_told([row for row in rows if belongs(row)])}")
        for kind in KINDS:
            own = [row for row in rows if belongs(row) and row.planted.kind == kind]
            if own:
                print(f"  {kind:<16} {_told(own)}")
    held = list(held_errors(count, seed))
    for name, own in (("all held", held), ("tied held", [error for error in held if error.tied])):
        found = sum(error.found for error in own)
        print(f"{name:<18} {found:>4} of {len(own):<4} {_share(error.found for error in own):.3f}")
    bulk = list(bulk_errors(count, seed))
    inside, could = sum(error.is_offered for error in bulk), [error for error in bulk if error.was_offered]
    print(f"inside a bulk offer {inside:>3} of {len(bulk):<4} {inside / len(bulk):.3f}", end="; ")
    print(
        f"{sum(error.is_offered for error in could)} of the {len(could)} in figures that were offered before"
    )
    print(f"first fifth of the order of doubt: {_share(row.rank < 0.2 for row in rows):.3f} of the errors")
    print(f"alarms and failed ties in a clean report: {_false_alarms():.2f}")
    return int(inside > MOST_INSIDE * len(bulk))


def _told(rows: Sequence[Checked]) -> str:
    return f"{sum(row.found for row in rows):>4} of {len(rows):<4} {_share(row.found for row in rows):.3f}"


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 0.0


def _false_alarms() -> float:
    """Alarms and failed ties a report over seeds and held reports, those that the seeds' gold lists included.

    Reports with marked ties hold contradictions on purpose; tests/reading/test_held_ties.py looks at them.
    """
    from fzreview.checking.ties import find_alarms, find_ties
    from fzreview.reading.read import read_report

    sources = [(SEEDS / doc).read_bytes().decode("utf-8") for doc in seed_names()]
    sources += [held_report(name).source for name in held_names() if name not in tied_names()]
    raised = 0
    for source in sources:
        reading = read_report(source)
        raised += sum(alarm.level == "alarm" for alarm in find_alarms(reading))
        raised += sum(tie.failed for tie in find_ties(reading))
    return raised / len(sources)


if __name__ == "__main__":
    sys.exit(main())
