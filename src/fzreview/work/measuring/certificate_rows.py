"""The certificate as one JSON object; docs/measures.md tells every field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict

from fzreview.measuring.certificate import QUANTITIES, Bound, Certificate, Requirement
from fzreview.work.measuring.measure_rows import Row, rate_row


def certificate_row(
    told: Certificate, requirements: Iterable[Requirement] = (), shown: Callable[[str], str] = str
) -> Row:
    """Everything that the command prints; ``shown`` gives a person's name."""
    survey = told.survey
    return {
        "reports": len(survey.reports),
        "gold": len(survey.gold),
        "doubled": rate_row(told.doubled),
        "agreed": rate_row(told.agreed),
        "wrong": _bound(told.bounds.get("wrong"), shown),
        "missed": _bound(told.bounds.get("missed"), shown),
        "beyond": [audit.uuid for audit in told.beyond],
        "more": {
            name: {f"{bound:g}": count for bound, count in told.more(name).items()} for name in QUANTITIES
        },
        "caught": rate_row(told.caught),
        "not_looked_at": {
            "undecided": survey.undecided,
            "open": survey.open,
            "single": len(survey.gold) - survey.doubled,
            "characters_unread": survey.text - survey.read,
            "characters_read_once": survey.read - survey.read_twice,
            "characters": survey.text,
        },
        "rejected": survey.rejected,
        "disputed": survey.disputed,
        "adjudicated": survey.adjudicated,
        "digests": dict(told.digests),
        "required": [asdict(one) | {"met": one.met} for one in requirements],
    }


def _bound(bound: Bound | None, shown: Callable[[str], str]) -> Row | None:
    if bound is None:
        return None
    return {
        "k": bound.rate.hits,
        "n": bound.rate.of,
        "at_most": bound.at_most,
        "confidence": 0.95,
        "is": "exact" if bound.complete else "anytime",
        "audit": bound.audit.uuid,
        "auditor": shown(bound.audit.auditor),
        "universe": bound.audit.universe,
        "left_out": bound.audit.left_out,
    }
