"""A sample of the planted errors; ``make planted`` measures all of them."""

from __future__ import annotations

from support.planted_errors import checked, planted_errors

SAMPLE = 150


def share(rows: list[bool]) -> float:
    return sum(rows) / len(rows)


def test_errors_are_found_and_stand_in_front() -> None:
    """One test, because the reports are read with each error once."""
    rows = [checked(planted) for planted in planted_errors(SAMPLE)]
    found = {
        "breaks a tie": (share([row.found for row in rows if row.breaks]), 0.8),
        "contradicts what is told": (share([row.found for row in rows if row.contradicts]), 0.88),
        "could be shown by a tie": (share([row.found for row in rows if row.shows]), 0.88),
        "in a tied figure": (share([row.found for row in rows if row.tied]), 0.66),
        "wrong magnitude of a tied figure": (
            share([row.found for row in rows if row.tied and row.planted.kind == "magnitude"]),
            0.93,
        ),
        "in the first fifth of the order": (share([row.rank < 0.2 for row in rows]), 0.63),
    }
    assert {name: told for name, told in found.items() if told[0] < told[1]} == {}
