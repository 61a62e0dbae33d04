"""A description of what journal entries are about, in the words of their report."""

from __future__ import annotations

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.reports.corpus import WHOLE
from fzreview.review.session import Session
from fzreview.strings import say
from fzreview.text.displayable import one_line


def describe_entries(session: Session, *entries: JournalEntry) -> str:
    """What the entries of one move are about, displayable; told by its words alone where all of it is in the
    open report."""
    reports = {entry.report for entry in entries}
    if reports != {session.report.sha256 if session.is_open else None}:
        one = len(entries) == 1
        return say("alike.one") if one else say("alike.many", count=len(entries), reports=len(reports))
    first = _describe_entry(session, entries[0])
    if len(entries) == 1:
        return first
    several = "desk.and_sections" if entries[0].target == "section" else "desk.and_others"
    return say(several, first=first, count=len(entries))


def _describe_entry(session: Session, entry: JournalEntry) -> str:
    if entry.target == "section":
        return one_line(session.section_steps.label_of(entry.figure))
    if entry.figure == WHOLE:
        return say(f"desk.about.{entry.target}")
    index = session.index_of(entry.figure) if entry.target == "figure" else None
    if index is not None:
        shown = session.figure(index).shown
        return f"{one_line(shown.subject)} {one_line(shown.text)}"
    start, end = (int(part) for part in entry.figure.split("-"))
    clean = session.report.reading.clean
    begin, finish = clean.clean_span(start, end)
    return one_line(clean.text[begin:finish])
