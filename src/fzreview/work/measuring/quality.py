"""How reviewers work, told from the journal, and what seeded errors, blind keying and second passes say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from fzreview.domain.team.seeding import SeedKind
from fzreview.measuring.keying import KeyingGap
from fzreview.measuring.progress import Person, progress_of
from fzreview.measuring.seeds import SeedTally, tallies
from fzreview.scoring.rates import Rate
from fzreview.store.reader import StoreReader
from fzreview.work.clock import latest, local_day, now
from fzreview.work.keeping.safekeeping import require_undamaged
from fzreview.work.measuring.measure_rows import Row, rate_row
from fzreview.work.measuring.returned import Returned

UNDEFINED: Final[Row] = {"value": None, "undefined": "not_asked"}
"""Of what only work handed out for it can tell, and none was."""
NO_SEEDS: Final = SeedTally(0, 0, 0)


def reviewers(store: Path) -> tuple[Person, ...]:
    """Everybody who decided anything, in order of name."""
    require_undamaged(store, rows=False)
    with StoreReader(store) as reader:
        today = date.fromisoformat(local_day(now()))
        return progress_of(reader.journal.work_log(), 0, today, latest()).people


def hasty(person: Person) -> Rate:
    """Of their decisions, how many were made faster than anybody reads."""
    return Rate(person.hasty, person.decisions)


def bulk(person: Person) -> Rate:
    """Of their decisions, how many were made with others at once."""
    return Rate(person.bulk, person.decisions)


def changed(person: Person) -> Rate:
    """Of their decisions, how many took the place of another verdict of their own."""
    return Rate(person.changed, person.decisions)


def quality_row(person: Person, told: Returned) -> Row:
    """One reviewer; what nobody was asked for has no value and says why."""
    return {
        "reviewer": person.name,
        "decisions": person.decisions,
        "hasty": rate_row(hasty(person)),
        "bulk": rate_row(bulk(person)),
        "changed": rate_row(changed(person)),
        "median_ms": person.median_ms,
        "per_hour": person.per_hour,
        "seeds": seeds_row(told) if told.seeds else UNDEFINED,
        "keying_gap": UNDEFINED if told.gap is None else _gap_row(told.gap),
        "self_agreement": UNDEFINED if told.again is None else rate_row(told.again),
    }


def seeds_row(told: Returned) -> Row:
    """What became of the errors in one's packages: all, by kind, and tied or not."""
    return {
        "seeded": len(told.seeds),
        "answered": sum(answer is not None for _, answer in told.seeds),
        **_tally_row(all_seeds(told)),
        "by_kind": {kind: _tally_row(one) for kind, one in sorted(by_kind(told).items())},
        "tied": _tally_row(by_tied(told).get(True, NO_SEEDS)),
        "untied": _tally_row(by_tied(told).get(False, NO_SEEDS)),
    }


def by_kind(told: Returned) -> dict[SeedKind, SeedTally]:
    """Kind of error → what became of it."""
    return tallies(told.seeds, lambda seed: seed.kind)


def by_tied(told: Returned) -> dict[bool, SeedTally]:
    """Whether a tie of the desk warned → what became of them."""
    return tallies(told.seeds, lambda seed: seed.tied)


def all_seeds(told: Returned) -> SeedTally:
    """What became of all of them."""
    return tallies(told.seeds, lambda seed: None).get(None, NO_SEEDS)


def _tally_row(tally: SeedTally) -> Row:
    return {"caught": rate_row(tally.rate), "doubted": tally.doubted, "passed": tally.passed}


def _gap_row(told: KeyingGap) -> Row:
    return {
        "keyed": rate_row(told.keyed),
        "shown": rate_row(told.shown),
        "gap": told.gap,
        "interval": None if told.interval is None else list(told.interval),
    }
