"""The certificate as a person reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from fzreview.measuring.certificate import QUANTITIES, Bound, Certificate, Requirement
from fzreview.strings import say
from fzreview.work.measuring.measure_text import percent, say_rate


def certificate_lines(
    told: Certificate, required: Iterable[Requirement] = (), shown: Callable[[str], str] = str
) -> Iterator[str]:
    """What there is, how much was looked at twice, what is bounded, what was not looked at, digests.

    ``shown`` gives a person's name.
    """
    survey = told.survey
    yield say("measures.certificate.head", reports=len(survey.reports), gold=len(survey.gold))
    yield say("measures.certificate.doubled", rate=say_rate(told.doubled))
    yield say("measures.certificate.agreed", rate=say_rate(told.agreed))
    yield say("measures.certificate.disputed", disputed=survey.disputed, adjudicated=survey.adjudicated)
    for name in QUANTITIES:
        yield from _bound(name, told.bounds.get(name), shown)
    yield from _beyond(told, shown)
    yield from _work_for_more(told)
    if told.caught.of:
        yield say("measures.certificate.caught", rate=say_rate(told.caught))
    else:
        yield say("measures.certificate.no_seeds")
    yield say(
        "measures.certificate.not_looked_at",
        undecided=survey.undecided,
        open=survey.open,
        single=len(survey.gold) - survey.doubled,
        unread=percent(1 - survey.read / survey.text) if survey.text else "–",
    )
    for one in required:
        yield _required(one)
    for of, digest in told.digests.items():
        yield say("measures.certificate.digest", name=of, digest=digest)


def _bound(name: str, bound: Bound | None, shown: Callable[[str], str]) -> Iterator[str]:
    """What an audit bounds of one quantity, or that none does."""
    if bound is None:
        yield say(f"measures.certificate.no_{name}")
        return
    yield say(
        f"measures.certificate.{name}",
        most=percent(bound.at_most),
        k=bound.rate.hits,
        n=bound.rate.of,
        auditor=shown(bound.audit.auditor),
        universe=bound.audit.universe,
    )
    if not bound.complete:
        yield say("measures.certificate.incomplete")


def _beyond(told: Certificate, shown: Callable[[str], str]) -> Iterator[str]:
    """Audits whose draw reaches beyond what is certified."""
    for audit in told.beyond:
        yield say(
            "measures.certificate.beyond",
            auditor=shown(audit.auditor),
            n=len(audit.items),
            inside=sum(item.report in told.survey.reports for item in audit.items),
        )


def _work_for_more(told: Certificate) -> Iterator[str]:
    """How many more would have to be looked at without an error for each tighter bound."""
    for name in QUANTITIES:
        more = {bound: count for bound, count in told.more(name).items() if count}
        if more:
            yield say(
                "measures.certificate.more",
                quantity=say(f"measures.certificate.quantity.{name}"),
                more=" · ".join(f"≤ {percent(bound)} {count}" for bound, count in more.items()),
            )


def _required(one: Requirement) -> str:
    quantity = say(f"measures.certificate.quantity.{one.quantity}")
    if one.met:
        return say("measures.certificate.met", quantity=quantity, wanted=percent(one.wanted))
    return say("measures.certificate.not_met", quantity=quantity, wanted=percent(one.wanted), more=one.more)
