"""How reviewers work, told from the journal, and what seeded errors, blind keying and second passes say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from fzreview.measuring.progress import Person, progress_of
from fzreview.measuring.rates import Rate
from fzreview.store.reader import StoreReader
from fzreview.work.clock import latest, local_day, now
from fzreview.work.keeping.safekeeping import sound
from fzreview.work.measuring.measure_rows import Row, rate_row

NOT_MEASURED: Final = ("seeds", "keying_gap", "self_agreement")
"""What only work handed out for it can tell; a store without any says so."""


def reviewers(store: Path) -> tuple[Person, ...]:
    """Everybody who decided anything, in order of name."""
    sound(store, rows=False)
    with StoreReader(store) as reader:
        today = date.fromisoformat(local_day(now()))
        return progress_of(reader.work_log(), 0, today, latest()).people


def hasty(person: Person) -> Rate:
    """Of their decisions, how many were made faster than anybody reads."""
    return Rate(person.hasty, person.decisions)


def bulk(person: Person) -> Rate:
    """Of their decisions, how many were made with others at once."""
    return Rate(person.bulk, person.decisions)


def changed(person: Person) -> Rate:
    """Of their decisions, how many took the place of another verdict of their own."""
    return Rate(person.changed, person.decisions)


def quality_row(person: Person) -> Row:
    """One reviewer; what nobody was asked for has no value and says why."""
    return {
        "reviewer": person.name,
        "decisions": person.decisions,
        "hasty": rate_row(hasty(person)),
        "bulk": rate_row(bulk(person)),
        "changed": rate_row(changed(person)),
        "median_ms": person.median_ms,
        "per_hour": person.per_hour,
        **{name: {"value": None, "undefined": "not_asked"} for name in NOT_MEASURED},
    }
