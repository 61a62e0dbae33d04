"""What a figure counts: the shortest wording of the sentence from which a reader of the row knows it.

A small grammar of clauses. The wording stands to the left of the number (受理案件195件), to the right
(3家单位获评…) or on both sides (出台18项制度); elliptical clauses take the rest from their antecedent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fzreview.language.alphabet import HAN
from fzreview.reading.figures.subjects.across_sentences import leans_on, tells_part, tells_parts
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.clause_final import clause_final
from fzreview.reading.figures.subjects.context import Context
from fzreview.reading.figures.subjects.coordination import coordinated
from fzreview.reading.figures.subjects.headed_lists import shared_measure, takes_measure
from fzreview.reading.figures.subjects.last_look import looked_over
from fzreview.reading.figures.subjects.members import REST
from fzreview.reading.figures.subjects.objects import object_of
from fzreview.reading.figures.subjects.old_values import old_values
from fzreview.reading.figures.subjects.prenominal import prenominal
from fzreview.reading.figures.subjects.respective import respective_subjects, respectively_at
from fzreview.reading.figures.subjects.sentence_scope import SentenceScope, is_total
from fzreview.reading.figures.subjects.shortening import LONGEST, cut_to_length
from fzreview.reading.figures.subjects.unit_scope import UnitScope
from fzreview.reading.figures.subjects.wording_behind import wording_behind
from fzreview.reading.figures.subjects.wordings import REACH, ROW, Counted
from fzreview.text.sentences.clauses import Clause, Clauses

_HAN: Final = re.compile(f"[{HAN}]")
_SMALL_CONNECTORS: Final = "﹑､"


def subjects_of(text: str, wording: str, counted: Sequence[Counted], clauses: Clauses) -> list[str]:
    """The subject of each counted figure, in order.

    ``text`` is the folded text that rules look at, ``wording`` the clean text of the same length that
    subjects are taken from.
    """
    for mark in _SMALL_CONNECTORS:
        wording = wording.replace(mark, "、")
    return _Passage(Context(text, wording, counted, clauses)).subjects()


class _Passage:
    """Figures read one after the other: what is remembered of those before."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._told: list[str] = []
        """The subjects so far."""
        self._last: Antecedent | None = None
        self._since = 0
        """Index of the first figure of the sentence."""
        self._sentence, self._units = SentenceScope(), UnitScope()
        self._given: dict[int, str] = {}
        """Subjects that a figure before told already, by index."""
        self._measure = ""
        """What the head of a list, before its colon, counts of each item."""
        self._aside: tuple[Antecedent, int] | None = None
        """What was told before brackets, and where they close."""

    def subjects(self) -> list[str]:
        """The subject of each figure."""
        context = self._context
        for index, figure in enumerate(context.counted):
            clause = context.clause(index)
            self._enter(index, figure, clause)
            right = wording_behind(context, index, clause)
            first = self._last is None or self._last.clause.start != clause.start
            raw = context.before(index, context.item_start(index, clause) if first else self._last_end)
            row = self._worded(index, figure, clause, raw, right)
            self._last = row
            self._complete(row, index, raw, right)
            self._remember(row, index)
            paired = bool(right) and context.in_a_pair(index, clause)
            self._told.append(looked_over(row.subject, figure, right, paired))
        return self._told

    @property
    def _last_end(self) -> int:
        return self._last.end if self._last is not None else 0

    def _enter(self, index: int, figure: Counted, clause: Clause) -> None:
        """Forget what a new sentence is not told of, and find the antecedent behind brackets and of parts."""
        context, last = self._context, self._last
        anew = last is not None and last.clause.sentence != clause.sentence
        if anew and not tells_parts(context.text, clause):
            last = last if last is not None and leans_on(last, index, figure, clause, context) else None
            self._since, self._measure, self._aside = index, "", None
            self._sentence, self._units = SentenceScope(), UnitScope()
        if self._aside is not None and figure.start > self._aside[1]:
            last, self._aside = self._aside[0], None
        if self._aside is None and clause.opened == "(" and last is not None and last.end < clause.start:
            self._aside = (last, context.text.find(")", clause.start))
            if last.unit == figure.unit and last.head not in last.subject:
                last = last.but(head=object_of(unchanged(last)))
        beside = last is not None and last.end == figure.start
        if last is not None and last.unit != figure.unit and not beside and tells_part(context, clause):
            last = self._units.whole_of_part(figure, last, first=last.clause.start != clause.start)
        self._last = last

    def _worded(self, index: int, figure: Counted, clause: Clause, raw: str, right: str) -> Antecedent:
        """The figure by the table of its place; ``raw`` stands before the number, ``right`` behind it."""
        context, last = self._context, self._last
        taken = None if right else self._units.measure_taken(figure, raw, clause, last)
        if taken is not None:
            return taken
        if last is not None and last.clause.start == clause.start:
            changed = self._units.changed_too(figure, raw, last)
            return changed or coordinated(figure, clause, last, raw, right)
        self._give_ahead(index, clause, raw, right)
        if right:
            return prenominal(figure, clause, last, raw, right, context, context.spoken(index))
        if last is not None:
            last = self._units.changed(figure, raw, last)
        return clause_final(figure, clause, last, raw, context)

    def _give_ahead(self, index: int, clause: Clause, raw: str, right: str) -> None:
        """Share out a row behind 分别, and name the value of another time before its change."""
        context, last = self._context, self._last
        if not right and respectively_at(raw) is not None:
            row = context.in_a_row(index, clause)
            before = context.clause_before(clause, bare=True)
            thing = "" if last is None else last.joint or last.head
            shared = respective_subjects(raw, row, self._told[self._since :], before, thing)
            self._given.update(enumerate(shared or (), index))
        if last is not None and raw.endswith("的"):
            told = self._told[max(self._since, index - ROW) :]
            self._given.update(old_values(index, clause, raw, told, context))

    def _complete(self, row: Antecedent, index: int, raw: str, right: str) -> None:
        """What the head of a list, a figure before or the whole sentence tells of the subject."""
        context, figure = self._context, self._context.counted[index]
        clause = context.clause(index)
        if clause.opened == ":":
            self._measure = shared_measure(context.wording_before(clause))
        if self._measure and not right and takes_measure(row.subject):
            row.subject = row.base = row.head = row.subject + self._measure
        row.subject = self._given.pop(index, row.subject)
        total = not right and is_total(raw) and REST.fullmatch(context.wording_before(clause)) is None
        self._sentence.complete(row, figure, total=total)
        if not _HAN.search(row.subject):
            row.subject = self._told[-1] if index > self._since else context.any_wording(clause)
        if len(row.subject) > LONGEST:
            row.subject = cut_to_length(row.subject)

    def _remember(self, row: Antecedent, index: int) -> None:
        """Keep the figure for parts and changes in its unit."""
        row.head = row.head[-REACH:]
        again = index > self._since and row.subject == self._told[-1]
        self._units.remember(self._context.counted[index], row, again=again, aside=self._aside is not None)
