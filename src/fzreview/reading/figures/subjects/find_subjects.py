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
from fzreview.reading.figures.subjects.clause_final import clause_final
from fzreview.reading.figures.subjects.context import Context
from fzreview.reading.figures.subjects.coordination import coordinated
from fzreview.reading.figures.subjects.headed_lists import shared_measure, takes_measure
from fzreview.reading.figures.subjects.last_look import looked_over
from fzreview.reading.figures.subjects.old_values import old_values
from fzreview.reading.figures.subjects.prenominal import prenominal
from fzreview.reading.figures.subjects.respective import respective_subjects, respectively_at
from fzreview.reading.figures.subjects.sentence_scope import SentenceScope
from fzreview.reading.figures.subjects.shortening import LONGEST, cut_to_length
from fzreview.reading.figures.subjects.unit_scope import UnitScope
from fzreview.reading.figures.subjects.wording_behind import wording_behind
from fzreview.reading.figures.subjects.wordings import REACH, ROW, Counted
from fzreview.text.sentences.clauses import Clauses

_HAN: Final = re.compile(f"[{HAN}]")
_SMALL_CONNECTORS: Final = "﹑､"


def subjects_of(text: str, wording: str, counted: Sequence[Counted], clauses: Clauses) -> list[str]:
    """The subject of each counted figure, in order.

    ``text`` is the folded text that rules look at, ``wording`` the clean text of the same length that
    subjects are taken from.
    """
    for mark in _SMALL_CONNECTORS:
        wording = wording.replace(mark, "、")
    context = Context(text, wording, counted, clauses)
    told: list[str] = []
    last: Antecedent | None = None
    since = 0
    given: dict[int, str] = {}
    measure = ""
    aside: tuple[Antecedent, int] | None = None
    """What was told before brackets, and where they close."""
    sentence, units = SentenceScope(), UnitScope()
    for index, figure in enumerate(counted):
        clause = context.clause(index)
        anew = last is not None and last.clause.sentence != clause.sentence
        if anew and not tells_parts(text, clause):
            last = last if last is not None and leans_on(last, index, figure, clause, context) else None
            since, measure, aside = index, "", None
            sentence, units = SentenceScope(), UnitScope()
        if aside is not None and figure.start > aside[1]:
            last, aside = aside[0], None
        if aside is None and clause.opened == "(" and last is not None and last.end < clause.start:
            aside = (last, text.find(")", clause.start))
        if last is not None and last.unit != figure.unit and tells_part(context, clause):
            last = units.whole_of_part(figure, last, first=last.clause.start != clause.start)
        right = wording_behind(context, index, clause)
        if last is not None and last.clause.start == clause.start:
            raw = context.before(index, last.end)
            last = units.changed_too(figure, raw, last) or coordinated(figure, clause, last, raw, right)
        else:
            raw = context.before(index, context.item_start(index, clause))
            if not right and respectively_at(raw) is not None:
                row = context.in_a_row(index, clause)
                before = context.clause_before(clause, bare=True)
                thing = "" if last is None else last.joint or last.head
                shared = respective_subjects(raw, row, told[since:], before, thing)
                given.update(enumerate(shared or (), index))
            if last is not None and raw.endswith("的"):
                given.update(old_values(index, clause, raw, told[max(since, index - ROW) :], context))
            if right:
                last = prenominal(figure, clause, last, raw, right, context, context.spoken(index))
            else:
                last = units.changed(figure, raw, last) if last is not None else None
                last = clause_final(figure, clause, last, raw, context)
        if clause.opened == ":":
            measure = shared_measure(context.wording_before(clause))
        if measure and not right and takes_measure(last.subject):
            last.subject = last.base = last.head = last.subject + measure
        last.subject = given.pop(index, last.subject)
        sentence.complete(last, figure, raw, right)
        if not _HAN.search(last.subject):
            last.subject = told[-1] if index > since else context.any_wording(clause)
        if len(last.subject) > LONGEST:
            last.subject = cut_to_length(last.subject)
        last.head = last.head[-REACH:]
        again = index > since and last.subject == told[-1]
        units.remember(figure, last, again=again, aside=aside is not None)
        told.append(
            looked_over(last.subject, figure, right, bool(right) and context.in_a_pair(index, clause))
        )
    return told
