"""Audits as JSON; docs/measures.md tells every field."""

from __future__ import annotations

from fzreview.domain.figures.keys import figure_key
from fzreview.domain.team.audit import Audit
from fzreview.measuring.audits import FigureAudit, SectionAudit
from fzreview.work.measuring.measure_rows import Row, rate_row


def audit_row(audit: Audit) -> Row:
    """What is on record of a draw, with its keys in order."""
    return _head(audit) | {"keys": [figure_key(item.report, item.span) for item in audit.items]}


def result_row(told: FigureAudit | SectionAudit) -> Row:
    """What came of an audit so far; the interval is exact only where it is complete."""
    row = _head(told.audit) | {
        "complete": told.complete,
        "decided": told.decided if isinstance(told, FigureAudit) else told.read,
    }
    if isinstance(told, SectionAudit):
        return row | {
            "missed": _rate(told.missed.hits, told.missed.of, told),
            "at_most": told.at_most,
        }
    return row | {
        "wrong": _rate(told.wrong.hits, told.wrong.of, told),
        "at_most": told.at_most,
        "most_wrong": told.most_wrong,
        "by": {aspect: rate_row(rate) for aspect, rate in told.by_aspect.items()} if told.complete else None,
        "strata": [
            {
                "name": one.name,
                "size": one.size,
                "drawn": one.drawn,
                "wrong": rate_row(one.rate),
                "most_wrong": one.most if told.complete else None,
            }
            for one in told.strata
        ],
    }


def _rate(hits: int, of: int, told: FigureAudit | SectionAudit) -> Row:
    by_strata = isinstance(told, FigureAudit) and told.audit.by is not None
    exact = "conservative" if by_strata else "exact"
    return {
        "k": hits,
        "n": of,
        "share": told.share if isinstance(told, FigureAudit) else hits / of if of else None,
        "interval": list(told.interval),
        "interval_is": exact if told.complete else "anytime",
    }


def _head(audit: Audit) -> Row:
    return {
        "audit": audit.uuid,
        "at": audit.at,
        "auditor": audit.auditor,
        "of": audit.of,
        "seed": audit.seed,
        "wanted": audit.wanted,
        "drawn": len(audit.items),
        "universe": audit.universe,
        "left_out": audit.left_out,
        "digest": audit.digest,
        "strata_by": audit.by,
    }
