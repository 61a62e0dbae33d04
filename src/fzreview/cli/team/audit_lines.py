"""What came of an audit as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator

from fzreview.measuring.audits import ASPECTS, FigureAudit, SectionAudit
from fzreview.strings import say
from fzreview.work.measuring.measure_text import percent


def audit_lines(told: FigureAudit | SectionAudit) -> Iterator[str]:
    """What was drawn, how far it is, and what that says of all that it was drawn from."""
    audit = told.audit
    yield say(
        "measures.audit.head",
        of=say(f"measures.audit.of.{audit.of}"),
        auditor=audit.auditor,
        at=audit.at,
        drawn=len(audit.items),
        universe=audit.universe,
        seed=audit.seed,
        digest=audit.digest[:12],
    )
    if isinstance(told, SectionAudit):
        yield from _sections(told)
    else:
        yield from _figures(told)


def _figures(told: FigureAudit) -> Iterator[str]:
    rate = told.wrong
    yield from _strata(told)
    if not told.complete:
        yield say("measures.audit.open", decided=told.decided, drawn=len(told.outcomes), counted=rate.of)
        if rate.of:
            yield say("measures.audit.anytime", k=rate.hits, n=rate.of, most=percent(told.at_most))
        return
    yield say(
        "measures.audit.wrong",
        k=rate.hits,
        n=rate.of,
        most=percent(told.interval[1]),
        one_sided=percent(told.at_most),
        least=percent(told.interval[0]),
        number=told.most_wrong,
        universe=told.audit.universe,
    )
    for aspect in ASPECTS:
        wrong = told.by_aspect[aspect]
        if wrong.hits:
            words = say("measures.audit.existence" if aspect == ASPECTS[0] else f"evaluate.aspect.{aspect}")
            yield say("measures.audit.by", aspect=words, k=wrong.hits, most=percent(told.most(aspect)))


def _strata(told: FigureAudit) -> Iterator[str]:
    """What was found in each stratum, and the estimate that weighs them by their sizes."""
    for one in told.strata:
        rate = one.rate
        words = say(f"desk.{told.audit.by}.{one.name}")
        yield say(
            "measures.audit.stratum",
            name=words,
            size=one.size,
            drawn=one.drawn,
            k=rate.hits,
            n=rate.of,
            most=one.most,
        )
    if told.strata and told.share is not None:
        yield say("measures.audit.weighted", share=percent(told.share))


def _sections(told: SectionAudit) -> Iterator[str]:
    if not told.complete:
        yield say("measures.audit.unread", read=told.read, drawn=len(told.audit.items))
    missed = told.missed
    if missed.share is None:
        yield say("measures.audit.nothing_there")
        return
    yield say(
        "measures.audit.missed",
        k=missed.hits,
        n=missed.of,
        recall=percent(1 - missed.share),
        most=percent(told.at_most),
    )
