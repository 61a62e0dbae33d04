"""The agreement of two reviewers as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator

from fzreview.cli.output.measure_lines import say_beyond, say_coefficient
from fzreview.measuring.agreement import PairAgreement
from fzreview.scoring.bootstrap import RESAMPLES
from fzreview.strings import say
from fzreview.work.measuring.measure_text import say_rate


def agreement_lines(told: PairAgreement) -> Iterator[str]:
    """F1 first, then zeal, verdicts, fields, how the words came about, and what all that is not."""
    one, other = told.reviewers
    yield say("measures.agreement.head", one=one, other=other, reports=told.reports)
    yield from _f1(told)
    for key, (first, second) in (("only", told.only), ("unseen", told.unseen)):
        if first or second:
            yield say(f"measures.agreement.{key}", one=one, other=other, first=first, second=second)
    yield say("measures.agreement.verdicts", rate=say_rate(told.judged.same))
    yield say_beyond(told.judged)
    for (said, answer), count in told.sayings.items():
        if said != answer:
            yield say(
                "measures.agreement.table",
                one=one,
                said=say(f"measures.saying.{said}"),
                other=other,
                answer=say(f"measures.saying.{answer}"),
                count=count,
            )
    if told.scores.matched:
        yield from _fields(told)
    if told.added.seen:
        yield say(
            "measures.agreement.added",
            one=one,
            first=told.added.first,
            other=other,
            second=told.added.second,
            both=told.added.both,
            least=told.added.at_least,
        )
    for name, conduct in zip(told.reviewers, told.conduct, strict=True):
        yield say(
            "measures.agreement.conduct",
            name=name,
            decided=conduct.decided,
            hasty=conduct.hasty,
            bulk=conduct.bulk,
            imported=conduct.imported,
        )
    if told.shown:
        yield say("measures.agreement.shown", count=told.shown)


def _f1(told: PairAgreement) -> Iterator[str]:
    if told.intervals is None:
        yield say("measures.agreement.f1_of_none")
        return
    for name, score in told.scores.agreements.items():
        low, high = told.f1_interval(name) or (0.0, 1.0)
        yield say(
            "measures.agreement.f1",
            score=say(f"evaluate.{name}"),
            f1=f"{score.f1:.4f}",
            hits=score.hits,
            one=score.gold,
            other=score.predicted,
            interval=say("measures.interval", low=f"{low:.4f}", high=f"{high:.4f}"),
        )
    yield say(f"evaluate.drawn.{told.intervals.unit}", count=told.intervals.units, times=RESAMPLES)


def _fields(told: PairAgreement) -> Iterator[str]:
    for name, field in told.fields.items():
        words, rate = say(f"evaluate.aspect.{name}"), say_rate(field.same)
        if field.alpha is None:
            yield say("measures.agreement.field", field=words, rate=rate)
        else:
            alpha = say_coefficient(field.alpha)
            yield say("measures.agreement.field_alpha", field=words, rate=rate, alpha=alpha)
