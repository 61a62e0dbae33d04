"""The open cases of one report put together: what somebody has to settle at once, each side only once.

Cases are between two reviewers and may share figures; of those that do, one ruling would change the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from fzreview.domain.decisions.claims import NO_FIGURE, UNSURE, Claim, same_claim
from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.decisions.final_verdicts import verdict_category
from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.dissent.cases import CASE_KINDS, Case
from fzreview.domain.dissent.contradictions import Span, claim_of_verdict
from fzreview.domain.dissent.dispute import Dispute, DisputeRef, Side, Stance, shuffled
from fzreview.domain.dissent.open_cases import Names, open_cases, spans_of
from fzreview.domain.figures.keys import span_of

_NO_FIGURE = Decision("wrong", "not_a_figure")


def disputes_of(
    report: DecidedReport, adjudicator: str, handed: Sequence[tuple[Names, Case]] = ()
) -> list[Dispute]:
    """In order of place; the sides shuffled for the adjudicator.

    ``handed`` are cases of the report that came in a package, without the words of others that they are of.
    """
    cases = [*handed, *open_cases(report)]
    found = [_dispute(report, members, adjudicator) for members in linked(cases)]
    return sorted(found, key=lambda one: span_of(one.ref.spans[0]))


def linked(cases: Iterable[tuple[Names, Case]]) -> Iterator[list[tuple[Names, Case]]]:
    """Cases of one report that share a figure, directly or by way of others: one ruling settles them."""
    groups: list[tuple[set[Span], list[tuple[Names, Case]]]] = []
    for names, case in cases:
        spans, members = set(spans_of(case)), [(names, case)]
        apart = []
        for other_spans, others in groups:
            if other_spans & spans:
                spans |= other_spans
                members = others + members
            else:
                apart.append((other_spans, others))
        groups = [*apart, (spans, members)]
    return (members for _, members in groups)


def _dispute(report: DecidedReport, cases: list[tuple[Names, Case]], adjudicator: str) -> Dispute:
    spans = sorted({span for _, case in cases for span in spans_of(case)})
    ref = DisputeRef(report.summary.sha256, tuple(f"{start}-{end}" for start, end in spans))
    words = [one for one in report.verdicts if one[:2] in spans]
    held = {(one.reviewer, one[:2]) for one in words}
    for pair, case in map(_apart, cases):
        for name, word in zip(pair, (case.one, case.other), strict=True):
            if word is not None and (name, word[:2]) not in held:
                words.append(word._replace(reviewer=name))
    names = {one.reviewer for one in words} | {name for name in map(_passed_by, cases) if name is not None}
    voices = [
        _Voice(side.stance, _claims(spans, own), side)
        for name in sorted(names)
        for own in [{one[:2]: one for one in words if one.reviewer == name}]
        for side in [_side(spans, own)]
    ]
    kinds = {kind for _, case in cases for kind in case.fields}
    machine = [one[:2] for one in words if one.origin == "machine"]
    main = machine[0] if machine else spans[0]
    return Dispute(
        ref,
        f"{main[0]}-{main[1]}",
        tuple(sorted(kinds, key=CASE_KINDS.index)),
        shuffled(list(_sides(voices)), ref.name, adjudicator),
    )


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one reviewer says of a dispute."""

    stance: Stance
    claims: tuple[Claim, ...]
    """Of each figure in turn."""
    side: Side

    def agrees(self, other: _Voice) -> bool:
        return self.stance == other.stance and all(map(same_claim, self.claims, other.claims))


def _sides(voices: Iterable[_Voice]) -> Iterator[Side]:
    """Who says the same is one side, in the words of whoever words the subject at the greatest length."""
    groups: list[list[_Voice]] = []
    for voice in voices:
        # With each of them: that one is like two others does not make those alike.
        group = next((one for one in groups if all(map(voice.agrees, one))), None)
        if group is None:
            groups.append([voice])
        else:
            group.append(voice)
    for group in groups:
        sides = [voice.side for voice in group]
        said = max(sides, key=lambda side: len(side.figure.subject) if side.figure else 0)
        yield replace(said, hasty=any(one.hasty for one in sides), bulk=any(one.bulk for one in sides))


def _claims(spans: Iterable[Span], own: Mapping[Span, FigureVerdict]) -> tuple[Claim, ...]:
    """Of a figure without a word: that it is none; that one is unsure is a word of its own."""
    return tuple(claim_of_verdict(own[span]) or UNSURE if span in own else NO_FIGURE for span in spans)


def _apart(found: tuple[Names, Case]) -> tuple[Names, Case]:
    """What somebody says on another machine has a voice of its own."""
    (one, other), case = found
    return (one, f"{other}\0" if one == other else other), case


def _passed_by(found: tuple[Names, Case]) -> str | None:
    """Who read a section and passed by what another added there: silence that says something."""
    (one, other), case = found
    if "existence" not in case.fields:
        return None
    return one if case.one is None else other if case.other is None else None


def _side(spans: list[Span], own: dict[Span, FigureVerdict]) -> Side:
    """What one reviewer says: a figure of the dispute without a word of theirs is none to them."""
    says = {span: verdict_category(one) for span, one in own.items()}
    kept = next((own[span] for span in spans if says.get(span) in ("verified", "corrected", "added")), None)
    stance: Stance = "none" if kept is None else "keeps"
    for one in ("unfixed", "unsure"):
        if one in says.values():
            stance = one
    figure = None if kept is None or stance != "keeps" else kept.correction or kept.figure
    circumstances = [one.circumstances for one in own.values()]
    return Side(
        stance,
        figure,
        {f"{span[0]}-{span[1]}": _decision(own.get(span)) for span in spans},
        any(map(attrgetter("hasty"), circumstances)),
        any(one.bulk is not None for one in circumstances),
    )


def _decision(word: FigureVerdict | None) -> Decision:
    if word is None:
        return _NO_FIGURE
    return Decision(word.verdict, word.reason, word.reason_class, word.correction)
