"""The agreement of two reviewers as one JSON object; docs/measures.md tells every field."""

from __future__ import annotations

from dataclasses import asdict

from fzreview.measuring.agreement import PairAgreement
from fzreview.work.measuring.measure_rows import Row, coefficient_row, concord_row, rate_row


def agreement_row(told: PairAgreement) -> Row:
    """Everything that the command prints; lists of two are in the order of ``reviewers``."""
    return {
        "reviewers": list(told.reviewers),
        "reports": told.reports,
        "f1": {
            name: {
                "hits": score.hits,
                "figures": [score.gold, score.predicted],
                "f1": score.f1 if told.scores.judged else None,
                "interval": None if (ends := told.f1_interval(name)) is None else list(ends),
            }
            for name, score in told.scores.agreements.items()
        },
        "drawn": None
        if told.intervals is None
        else {"unit": told.intervals.unit, "units": told.intervals.units},
        "only": list(told.only),
        "not_compared": list(told.unseen),
        "verdicts": concord_row(told.judged)
        | {"table": [{"words": list(words), "count": count} for words, count in told.sayings.items()]},
        "fields": {
            name: rate_row(field.same)
            | ({} if field.alpha is None else {"alpha": coefficient_row(field.alpha)})
            for name, field in told.fields.items()
        },
        "conduct": [asdict(conduct) for conduct in told.conduct],
        "machine_shown": told.shown,
        "added": {
            "figures": [told.added.first, told.added.second],
            "both": told.added.both,
            "at_least": told.added.at_least,
        },
    }
