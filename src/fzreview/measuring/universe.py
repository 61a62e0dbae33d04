"""What may be drawn for an audit: figures as they stand, and the texts of sections that somebody read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.domain.team.audit import AuditItem, AuditOf


def standing(stored: StoredFigure, of: AuditOf) -> Figure | None:
    """The figure as it stands, None where it is not among what ``of`` names; what is disputed is no gold."""
    latest = stored.latest
    if latest is None or latest.decision.verdict is None:
        return stored.shown if of == "all" and stored.vanished is None else None
    decision = latest.decision
    if of == "all":
        rejected = decision.verdict == "wrong" and decision.reason == "not_a_figure"
        return None if rejected and not stored.disputed else stored.shown
    if stored.disputed or (of == "settled" and not is_settled(stored)):
        return None
    return final_of(stored, decision)


def is_settled(stored: StoredFigure) -> bool:
    """Whether somebody has settled it, or two or more are at one about it, given that it is not disputed."""
    words = sum(one.decision.verdict is not None for one in stored.held)
    return stored.ruling is not None or words > 1


def final_of(stored: StoredFigure, decision: Decision) -> Figure | None:
    """The figure that a decision speaks for; None where it speaks for none, or not yet."""
    if decision.verdict in (None, "unsure") or decision.waits_for_fix(stored.origin):
        return None
    if decision.verdict == "wrong" and decision.reason == "not_a_figure":
        return None
    return decision.correction or stored.figure


@dataclass
class Universe:
    """What an auditor may draw from, as it is put together report by report."""

    auditor: str
    of: AuditOf
    items: list[AuditItem]
    left_out: int = 0

    def add(self, report: StoredReport) -> None:
        """Everything of the report that is meant and about which the auditor has decided nothing."""
        sections = self.of == "sections"
        for item, known in self._sections(report) if sections else self._figures(report):
            if known:
                self.left_out += 1
            else:
                self.items.append(item)

    def _figures(self, report: StoredReport) -> Iterator[tuple[AuditItem, bool]]:
        for stored in report.figures:
            figure = standing(stored, self.of)
            if figure is not None:
                item = AuditItem(report.summary.sha256, stored.span_key, figure)
                yield item, _has_verdict(stored, self.auditor)

    def _sections(self, report: StoredReport) -> Iterator[tuple[AuditItem, bool]]:
        for section, end in own_texts(report.reading.outline):
            readers = readers_of(report, section.start, end)
            if readers:
                inside = [one for one in report.figures if section.start <= one.figure.start < end]
                known = self.auditor in readers or any(_has_verdict(one, self.auditor) for one in inside)
                span = f"{section.start}-{section.end}"
                yield AuditItem(report.summary.sha256, span, None), known


def own_texts(outline: Sequence[Section]) -> Iterator[tuple[Section, int]]:
    """Each heading with the end of the text that is its own: where the next one begins, or its section ends.

    So every part of a report belongs to one heading.
    """
    for place, section in enumerate(outline):
        following = outline[place + 1].start if place + 1 < len(outline) else section.until
        yield section, min(following, section.until)


def readers_of(report: StoredReport, start: int, end: int) -> set[str]:
    """Who read a text completely, by itself or with a section around it."""
    return {
        held.reviewer
        for section in report.reading.outline
        if section.start <= start and end <= section.until
        for held in report.signed.get(f"{section.start}-{section.end}", ())
    }


def _has_verdict(stored: StoredFigure, reviewer: str) -> bool:
    decision = stored.of(reviewer)
    return decision is not None and decision.verdict is not None
