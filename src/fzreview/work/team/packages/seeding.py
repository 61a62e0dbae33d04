"""Errors put into a new package, where the truth is known: agreed, settled, or proven by a tie that holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import Final

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.domain.team.packages import Package
from fzreview.domain.team.seeding import SEED_KINDS, SeededError, SeedKind
from fzreview.measuring.error_seeding import Surroundings, dates_in, phantom, with_error
from fzreview.review.steps.proposing import proposed
from fzreview.review.ties.tie_index import check_ties
from fzreview.store.reader import StoreReader

FIRST: Final = 5
"""So many figures at the beginning of a package are as they are."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Somewhere an error can be put."""

    report: str
    true: Figure | None
    span: tuple[int, int]
    section: tuple[str, ...]
    tied: bool
    around: Surroundings


def seed_errors(reader: StoreReader, package: Package) -> list[SeededError]:
    """The errors of a new package, in order of place: the same for the same store and package.

    At most one in a section, none among the first figures, of each kind as many as can be. Fewer than asked
    for where fewer figures are known to be true.
    """
    share = package.rules.seed_errors
    if not share:
        return []
    places: list[_Place] = []
    figures = 0
    for name in package.reports:
        summary = reader.summary(name)
        if summary is None:
            continue
        report = reader.report(summary)
        first = max(0, FIRST - figures)
        figures += len(report.figures)
        places += _places(report, package.owner, first)
    places.sort(key=lambda one: _draw(package.site, one))
    seeded_errors: list[SeededError] = []
    used: set[tuple[str, tuple[str, ...]]] = set()
    idle = 0
    for number in count():
        if len(seeded_errors) >= round(share * figures) or idle >= len(SEED_KINDS):
            break
        kind = SEED_KINDS[number % len(SEED_KINDS)]
        seed = next(_tried(package.site, kind, places, used), None)
        idle = idle + 1 if seed is None else 0
        if seed is not None:
            seeded_errors.append(seed[0])
            used.add((seed[1].report, seed[1].section))
    return sorted(seeded_errors, key=lambda one: (one.report, one.start))


def _tried(
    site: str, kind: SeedKind, places: list[_Place], used: set[tuple[str, tuple[str, ...]]]
) -> Iterator[tuple[SeededError, _Place]]:
    for place in places:
        if (place.report, place.section) in used or (place.true is None) != (kind == "phantom"):
            continue
        true = place.true
        if true is None:
            shown = phantom(place.span, proposed(place.around.reading, place.span), place.around)
        else:
            shown = None if kind == "omitted" else with_error(true, kind, place.around)
        if shown is not None or kind == "omitted":
            yield SeededError(site, place.report, kind, place.tied, shown, true), place


def _places(report: StoredReport, owner: str, first: int) -> Iterator[_Place]:
    """Figures known to be true that the owner has not decided on, and dates, which are none."""
    sha = report.summary.sha256
    around = Surroundings(report.reading, [one.figure for one in report.figures])
    tying = check_ties(report.reading, report.figures)
    begin = report.figures[first - 1].figure.end if 0 < first <= len(report.figures) else 0
    read = _read_by(report, owner)
    for stored in report.figures[first:]:
        figure = stored.figure
        corroboration = tying.corroboration(stored.span_key)
        tied = corroboration is not None and corroboration.value == "proven"
        if _is_open(stored, owner) and (tied or _is_settled(stored)) and not _within(figure.start, read):
            yield _Place(sha, figure, (figure.start, figure.end), figure.section, tied, around)
    if first > len(report.figures):
        return
    for span in dates_in(report.reading):
        if span[0] >= begin and not _within(span[0], read):
            section = _section_at(report, span[0])
            yield _Place(sha, None, span, section, False, around)


def _is_open(stored: StoredFigure, owner: str) -> bool:
    """Whether an extractor found it, the owner has not seen it, and nobody says that it is otherwise."""
    verdicts = [one.decision.verdict for one in stored.held if one.decision.verdict is not None]
    return (
        (stored.origin, stored.vanished, stored.of(owner)) == ("machine", None, None)
        and not stored.disputed
        and all(verdict == "verified" for verdict in verdicts)
    )


def _is_settled(stored: StoredFigure) -> bool:
    """Whether two have verified it, or an adjudicator has."""
    if stored.ruling is not None:
        return stored.ruling.decision.verdict == "verified"
    return sum(one.decision.verdict is not None for one in stored.held) > 1


def _read_by(report: StoredReport, owner: str) -> list[tuple[int, int]]:
    """Stretches that the owner has read completely."""
    return [
        (one.start, one.until)
        for one in report.reading.outline
        if any(held.reviewer == owner for held in report.signed.get(f"{one.start}-{one.end}", ()))
    ]


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _section_at(report: StoredReport, place: int) -> tuple[str, ...]:
    return SectionPaths(report.reading.outline).labels(place)


def _draw(site: str, place: _Place) -> bytes:
    """A place in an order that hangs on nothing but the package and the place."""
    return sha256(f"{site}:{place.report}:{place.span}".encode()).digest()
