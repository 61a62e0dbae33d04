"""What came back of work that was handed out to measure its reviewer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fzreview.domain.decisions.claims import Claim, claim_of_decision
from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.final_verdicts import FinalVerdicts, verdict_category
from fzreview.domain.decisions.wire import figure_digest, still_seen
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.stored import StoredReport
from fzreview.domain.team.packages import Package
from fzreview.domain.team.seeding import SeededError
from fzreview.measuring.again import self_agreement
from fzreview.measuring.keying import Keyed, KeyingGap, keying_gap
from fzreview.measuring.seeds import Answer, Seed, answer_to
from fzreview.scoring.rates import Rate
from fzreview.store.reader import StoreReader
from fzreview.store.team.site_decisions import SiteDecision


@dataclass
class Returned:
    """One reviewer's answers; None where nothing was handed out for it."""

    seeds: list[tuple[Seed, Answer | None]] = field(default_factory=list)
    again: Rate | None = None
    gap: KeyingGap | None = None


def returned(store: Path) -> dict[str, Returned]:
    """Reviewer → what came back, of everybody for whom anything was packed."""
    found: defaultdict[str, Returned] = defaultdict(Returned)
    with StoreReader(store) as reader:
        packages = {one.site: one for one in reader.team.packages()}
        seeded_errors: defaultdict[str, list[SeededError]] = defaultdict(list)
        for seed in reader.team.seeded_errors():
            seeded_errors[seed.site].append(seed)
        for site, seeds in seeded_errors.items():
            if site in packages:
                owner = packages[site].owner
                found[owner].seeds += _answers(reader, owner, seeds, reader.team.decisions_of_site(site))
        again: defaultdict[str, list[tuple[Claim, Claim]]] = defaultdict(list)
        for package in packages.values():
            if package.purpose == "again":
                again[package.owner] += _pairs(reader, package)
        for owner, pairs in again.items():
            found[owner].again = self_agreement(pairs)
        hidden = {one.site for one in reader.team.withheld()}
        keying: defaultdict[str, set[str]] = defaultdict(set)
        for package in packages.values():
            if package.site in hidden:
                keying[package.owner].update(package.reports)
        for owner, reports in keying.items():
            found[owner].gap = keying_gap(_keyed(reader, owner, reports))
    return dict(found)


def passed_by(reader: StoreReader, reviewer: str) -> list[SeededError]:
    """The seeded errors that a reviewer let pass, in order of place."""
    found = []
    for package in reader.team.packages():
        seeds = reader.team.seeded_errors(package.site) if package.owner == reviewer else []
        answers = _answers(
            reader, reviewer, seeds, reader.team.decisions_of_site(package.site) if seeds else []
        )
        found += [seed for seed, (_, answer) in zip(seeds, answers, strict=True) if answer == "passed"]
    return found


def _answers(
    reader: StoreReader, owner: str, seeds: Iterable[SeededError], said: Iterable[SiteDecision]
) -> Iterator[tuple[Seed, Answer | None]]:
    words: defaultdict[str, list[SiteDecision]] = defaultdict(list)
    for word in said:
        words[word.report].append(word)
    reports = {}
    for one in seeds:
        if one.report not in reports:
            summary = reader.summary(one.report)
            outline = () if summary is None else reader.report(summary).reading.outline
            reports[one.report] = {(heading.start, heading.end): heading.until for heading in outline}
        until = reports[one.report]
        seed = Seed(owner, one.kind, one.tied, one.shown, one.true)
        yield seed, answer_to(seed, _words(owner, words[one.report], one, until))


def _words(
    owner: str, said: Iterable[SiteDecision], seed: SeededError, until: Mapping[tuple[int, int], int]
) -> FinalVerdicts:
    """What was said in the package of the report of a seeded error."""
    verdicts = []
    read = []
    for word in said:
        span = (word.start, word.end)
        if word.target == "section" and span in until:
            read.append((word.start, until[span]))
        if word.target == "figure" and word.decision.verdict is not None:
            shown = seed.shown if seed.shown and (seed.shown.start, seed.shown.end) == span else None
            verdicts.append(_verdict(owner, word, shown))
    return FinalVerdicts(owner, tuple(verdicts), tuple(read))


def _verdict(owner: str, word: SiteDecision, shown: Figure | None) -> FigureVerdict:
    decision = word.decision
    added = shown is None and word.seen is None
    # Of other figures only the place matters here.
    figure = (
        shown or decision.correction or Figure(word.start, word.end, "", "", "", None, "", "count", "=", "")
    )
    return FigureVerdict(
        **figure_fields(figure),
        section=(),
        origin="reviewer" if added else "machine",
        extractor="",
        reviewer=owner,
        decided_at="",
        verdict=decision.verdict or "unsure",
        reason=decision.reason,
        reason_class=decision.reason_class,
        comment=decision.comment,
        correction=None if added else decision.correction,
    )


def _pairs(reader: StoreReader, package: Package) -> Iterator[tuple[Claim, Claim]]:
    """What the owner holds of each figure that a second pass decided, and what that says."""
    reports: dict[str, StoredReport | None] = {}
    for word in reader.team.decisions_of_site(package.site):
        if word.target != "figure" or word.decision.verdict is None or word.seen is None:
            continue
        if word.report not in reports:
            summary = reader.summary(word.report)
            reports[word.report] = None if summary is None else reader.report(summary)
        report = reports[word.report]
        span = f"{word.start}-{word.end}"
        stored = next((one for one in report.figures if one.span_key == span), None) if report else None
        held = stored.of(package.owner) if stored else None
        if stored is None or held is None or held.verdict is None:
            continue
        if still_seen(word.seen, figure_digest(figure_fields(stored.figure))):
            yield (
                claim_of_decision(held, stored.figure, stored.origin),
                claim_of_decision(word.decision, stored.figure, stored.origin),
            )


def _keyed(reader: StoreReader, owner: str, reports: Iterable[str]) -> Iterator[Keyed]:
    """What the owner decided of machine figures in the reports of which some were keyed."""
    for sha256 in sorted(reports):
        summary = reader.summary(sha256)
        if summary is None:
            continue
        for word in reader.decided_report(summary).verdicts:
            if word.reviewer == owner and word.origin == "machine":
                saying = verdict_category(word)
                if saying in ("verified", "corrected", "rejected"):
                    yield Keyed(sha256, word.circumstances.keyed, saying != "verified")
