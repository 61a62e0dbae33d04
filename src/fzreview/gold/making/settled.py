"""What reviewers said of one report → one word a figure: agreed, adjudicated, audited or single."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from fzreview.domain.decisions.circumstances import Circumstances
from fzreview.domain.decisions.claims import NO_FIGURE, UNFIXED, FigureClaim
from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.dissent.contradictions import Span, claim_of_verdict
from fzreview.domain.dissent.provenance import SETTLED, Provenance, Source
from fzreview.domain.figures.fields import STATED
from fzreview.domain.gold.records import ReadSection

Words = list[FigureVerdict]


@dataclass(frozen=True, slots=True)
class People:
    """Whom the rows of a store name, and how."""

    names: Sequence[str]
    """Everybody who wrote in the journal, in an order that stays."""
    named: bool = False
    """Whether rows name them as they are; else r1, r2 …, always the same for one store."""
    audited: Mapping[str, Collection[str]] = field(default_factory=dict)
    """``REPORT:SPAN`` of what was drawn for audits → the auditors."""

    def shown(self, name: str) -> str:
        """A person's name in rows; r0 is anybody who never said a word about a figure."""
        if self.named:
            return name
        return f"r{self.names.index(name) + 1}" if name in self.names else "r0"

    @property
    def voice(self) -> str:
        """Whose settled rows are."""
        return self.shown(self.names[0]) if len(self.names) == 1 else SETTLED


@dataclass(frozen=True, slots=True)
class SettledReport:
    """One report with one word a figure, all of them by ``People.voice``."""

    report: DecidedReport
    provenance: Mapping[Span, Provenance]
    """Span of a figure as extracted or added → where its word comes from."""


def settled(report: DecidedReport, people: People) -> SettledReport:
    """Put the words of all reviewers together; of what is disputed or open, one word each.

    Figures answer each other by the place that they have finally, so that a correction and an addition of one
    figure are one row; of an agreed figure the longest wording of the subject is kept.
    """
    chosen: Words = []
    provenance: dict[Span, Provenance] = {}
    kept: dict[Span, Words] = {}
    rejected: dict[Span, Words] = {}
    opened: Words = []
    for span, group in groupby(report.verdicts, itemgetter(0, 1)):
        words = list(group)
        if span in report.disputed:
            opened.append(words[0])
        elif (ruling := report.rulings.get(span)) is not None:
            chosen.append(ruling)
            provenance[span] = _provenance(words, people, "adjudicated", people.shown(ruling.reviewer))
        else:
            _part(words, kept, rejected, opened)
    speaking = [word for words in kept.values() for word in words]
    taken = {word[:2] for word in speaking} | {_final_span(word) for word in speaking}
    taken |= {_final_span(word) for word in chosen if claim_of_verdict(word) != NO_FIGURE}
    for words in [*kept.values(), *(words for span, words in rejected.items() if span not in taken)]:
        word = _one(words)
        chosen.append(word)
        provenance[word[:2]] = _provenance(words, people, _source(report, words, people))
    chosen += (
        word for span, word in {word[:2]: word for word in reversed(opened)}.items() if span not in taken
    )
    described = report.described
    if described is not None:
        told = tuple(one._replace(reviewer=people.shown(one.reviewer)) for one in described.statements)
        described = replace(described, statements=told)
    return SettledReport(
        replace(
            report,
            verdicts=tuple(
                word._replace(reviewer=people.voice) for word in sorted(chosen, key=itemgetter(0, 1))
            ),
            read=tuple(_read_once(report.read, people.voice)),
            unsettled=tuple(replace(one, reviewer=people.shown(one.reviewer)) for one in report.unsettled),
            described=described,
            rulings={},
        ),
        provenance,
    )


def _part(words: Words, kept: dict[Span, Words], rejected: dict[Span, Words], opened: Words) -> None:
    """Sort the words on one figure by what they say."""
    for word in words:
        claim = claim_of_verdict(word)
        if isinstance(claim, FigureClaim):
            kept.setdefault(claim.place, []).append(word)
        elif claim == NO_FIGURE:
            rejected.setdefault(word[:2], []).append(word)
        else:
            opened.append(word)


def _final_span(word: FigureVerdict) -> Span:
    final = word.correction or word
    return final.start, final.end


def _one(words: Words) -> FigureVerdict:
    """The word that stands for all: of what was extracted rather than added, the longest subject."""
    if len(words) == 1:
        return words[0]

    def subject(word: FigureVerdict) -> str:
        return (word.correction or word).subject

    best = max(words, key=lambda word: (word.origin == "machine", len(subject(word)), word.decided_at))
    longest = max(map(subject, words), key=len)
    if len(subject(best)) < len(longest):
        best = best._replace(correction=replace(best.correction or best.figure, subject=longest))
    circumstances = [word.circumstances for word in words]
    # A figure that anybody decided with care was decided with care.
    hasty = all(one.hasty for one in circumstances)
    bulk = best.circumstances.bulk if all(one.bulk is not None for one in circumstances) else None
    comment = best.comment or next((word.comment for word in words if word.comment), None)
    return best._replace(
        note=Circumstances(hasty, bulk, proposed_by=best.circumstances.proposed_by).note, comment=comment
    )


def _source(report: DecidedReport, words: Words, people: People) -> Source:
    for word in words:
        key = f"{report.summary.sha256}:{word.start}-{word.end}"
        if word.reviewer in people.audited.get(key, ()):
            return "audited"
    return "agreed" if len({word.reviewer for word in words}) > 1 else "single"


def _provenance(words: Words, people: People, source: Source, adjudicator: str | None = None) -> Provenance:
    ordered = sorted({word.reviewer: word for word in words}.values(), key=lambda word: word.reviewer)
    return Provenance(
        source,
        tuple(people.shown(word.reviewer) for word in ordered),
        tuple(f"{people.shown(word.reviewer)} {_vote(word)}" for word in ordered),
        adjudicator,
        any(word.keyed_blind for word in words),
    )


def _vote(word: FigureVerdict) -> str:
    """A word in short: ``verified``, ``corrected value=12 unit=件``, ``rejected``, ``unsure`` …"""
    if word.verdict == "verified" and word.origin == "machine" and word.note is None and not word.keyed_blind:
        return "verified"  # nearly always
    claim = claim_of_verdict(word)
    told: list[str] = []
    if claim is None:
        says = "unsure"
    elif claim == UNFIXED:
        says = "unfixed"
    elif claim == NO_FIGURE:
        says = "rejected"
    elif word.origin == "reviewer":
        says, told = "added", [f"{name}={_field(word, name)}" for name in ("span", *STATED)]
    else:
        says = "verified" if word.verdict == "verified" else "corrected"
        told = [
            f"{name}={_field(word, name)}"
            for name in ("span", *STATED)
            if _field(word, name) != _field(word._replace(correction=None), name)
        ]
    circumstances = word.circumstances
    how = (
        ("hasty", circumstances.hasty),
        ("bulk", circumstances.bulk is not None),
        ("blind", word.keyed_blind),
    )
    return " ".join([says, *told, *(name for name, so in how if so)])


def _field(word: FigureVerdict, name: str) -> str:
    final = word.correction or word
    if name == "span":
        return f"{final.start}-{final.end}"
    value = getattr(final, name)
    return "" if value is None else str(value)


def _read_once(read: Iterable[ReadSection], voice: str) -> Iterable[ReadSection]:
    """Each section that anybody read completely, once, as of the first time."""
    first: dict[tuple[int, int, int], ReadSection] = {}
    for one in read:
        place = one.start, one.end, one.until
        if place not in first or one.signed_at < first[place].signed_at:
            first[place] = replace(one, reviewer=voice)
    return first.values()
