"""Planted errors that a reviewer would verify unseen with a tie: those inside a bulk offer."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.stored import ReportSummary, StoredFigure, StoredReport
from fzreview.domain.ties.tie import Span
from fzreview.reading.read import read_report
from fzreview.review.session import Session
from fzreview.review.ties.bulk import bulk_offers
from fzreview.review.ties.tie_index import check_ties
from support.gold_reports import SEEDS, seed_names
from support.held_reports import held_names, held_report
from support.planted_errors import KINDS, SEED, altered_surface
from support.sessions import new_session


class BulkError(NamedTuple):
    """One error in one figure."""

    kind: str
    was_offered: bool
    """Whether an offer held the figure before: only there an error can be verified in bulk."""
    is_offered: bool
    """Whether an offer still holds it."""


def opened(reading: Reading) -> Session:
    """A session with a report of which nothing is decided and whose ties are known."""
    figures = tuple(StoredFigure(figure, "machine", "test") for figure in reading.figures)
    summary = ReportSummary(1, "f" * 64, "a.txt", None, 2023, "某县", None, len(figures), 0, 0, 0)
    session = new_session()
    session.open(StoredReport(summary, "utf-8", None, "test", "1.4", reading, figures))
    session.set_ties(check_ties(reading, figures))
    return session


def offered_spans(reading: Reading) -> frozenset[Span]:
    """The figures that some bulk offer of the report would verify."""
    session = opened(reading)
    offers = bulk_offers(session, session.tie_index, session.tie_index.ties)
    return frozenset(
        (stored.figure.start, stored.figure.end) for offer in offers for stored in offer.undecided
    )


def bulk_errors(count: int, seed: int = SEED) -> Iterator[BulkError]:
    """So many errors, spread evenly over the figures of the seeds and the held reports."""
    draw = random.Random(seed)
    sources = [(SEEDS / doc).read_bytes().decode("utf-8") for doc in seed_names()]
    sources += [held_report(name).source for name in held_names()]
    readings = [read_report(source) for source in sources]
    offered = [offered_spans(reading) for reading in readings]
    places = [(number, figure) for number, reading in enumerate(readings) for figure in reading.figures]
    while count:
        number, figure = draw.choice(places)
        kind = draw.choice(KINDS)
        row = {"surface": figure.surface, "unit": figure.unit, "kind": figure.kind}
        altered = altered_surface(draw, row, kind)
        if altered is None:
            continue
        count -= 1
        source = sources[number][: figure.start] + altered + sources[number][figure.end :]
        end = figure.start + len(altered)
        still = any(
            start < end and figure.start < its_end for start, its_end in offered_spans(read_report(source))
        )
        yield BulkError(kind, (figure.start, figure.end) in offered[number], still)
