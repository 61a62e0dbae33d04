"""What gold says by having no record: sentences without a figure, figures that nobody has decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.gold.entries import GoldEntry
from fzreview.domain.gold.records import EmptySentence, PendingFigure, ReadSection
from fzreview.text.sentences.around import Sentences


def empty_sentences(
    report: DecidedReport,
    verdicts: Sequence[FigureVerdict],
    read: Sequence[ReadSection],
    sentences: Sentences,
) -> Iterator[EmptySentence]:
    """Sentences of sections read completely in which no figure stands, each once for each reviewer.

    A figure stands where it was extracted or added by anybody, and where this reviewer corrected it to.
    """
    for reviewer in sorted({section.reviewer for section in read}):
        corrected = [
            (correction.start, correction.end)
            for one in verdicts
            if one.reviewer == reviewer and (correction := one.correction) is not None
        ]
        taken = sorted({*report.spans, *corrected})
        at = seen = 0
        for section in (one for one in read if one.reviewer == reviewer):
            for start, end in sentences.between(max(seen, section.start), section.until):
                while at < len(taken) and taken[at][1] <= start:
                    at += 1
                if at == len(taken) or end <= taken[at][0]:
                    yield EmptySentence(start, end, reviewer)
            seen = max(seen, section.until)


def pending_figures(
    report: DecidedReport, entries: Sequence[GoldEntry], reviewers: Sequence[str]
) -> Iterator[PendingFigure]:
    """Figures of which each of these reviewers has no record, in order of reviewer and place."""
    machine = {(one.start, one.end): one for one in report.undecided}
    machine |= {one[:2]: one.figure for one in report.verdicts if one.origin == "machine"}
    for reviewer in reviewers:
        own = [entry for entry in entries if entry.verdict.reviewer == reviewer]
        settled = {entry.verdict[:2] for entry in own}
        settled.update((fixed.start, fixed.end) for entry in own if (fixed := entry.correction) is not None)
        for span in report.spans:
            if span not in settled:
                yield PendingFigure(*span, reviewer, machine.get(span))
