"""What a figure counts: the shortest wording of the sentence from which a reader of the row knows it.

A small grammar of clauses. The wording stands to the left of the number (受理案件195件), to the right
(3家单位获评…) or on both sides (出台18项制度); elliptical clauses take the rest from their antecedent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.clause_final import clause_final
from fzreview.reading.figures.subjects.context import REACH, ROW, Context, Counted
from fzreview.reading.figures.subjects.coordination import coordinated
from fzreview.reading.figures.subjects.elliptical import alike
from fzreview.reading.figures.subjects.headed_lists import shared_measure, takes_measure
from fzreview.reading.figures.subjects.old_values import old_values
from fzreview.reading.figures.subjects.phrases import clean_left
from fzreview.reading.figures.subjects.prenominal import prenominal
from fzreview.reading.figures.subjects.respective import respective_subjects, respectively_at
from fzreview.reading.figures.subjects.sentence_scope import SentenceScope
from fzreview.reading.figures.subjects.shortening import LONGEST, cut_to_length
from fzreview.reading.figures.subjects.verbs import ASIDE, DEEDS
from fzreview.text.sentences.clauses import Clause, Clauses

_RATE_OF_DEED: Final = re.compile(
    "(?:按[期时])?(?:办结|审结|化解|调解(?:成功)?|调处(?:成功)?|整改|结案|满意|合格|答复|回复|采纳|成功|履行|处置|办复|好评)率均?"
)
_LONGEST_PREDICATE: Final = 8
"""Characters before the number of a sentence that begins with a bare predicate or rate."""
_DEEDS_TOO: Final = ("整改", "答复", "回复", "反馈", "调解")
"""Verbs that are names as often, but not where they begin a sentence alone."""
_OF_WHICH: Final = "其中"
_SMALL_CONNECTORS: Final = frozenset("﹑､")


def _tells_parts(text: str, clause: Clause) -> bool:
    """Whether a sentence goes on with the one before: 调解纠纷186件。其中，邻里纠纷49件."""
    return text.startswith(_OF_WHICH, clause.sentence)


def _leans_on(last: Antecedent, figure: Counted, clause: Clause, context: Context, index: int) -> bool:
    """Whether a sentence begins with a bare predicate or rate: 收到申请86件。受理79件，受理率92%."""
    if clause.start != clause.sentence or figure.start - clause.start > _LONGEST_PREDICATE:
        return False
    if clause.start - last.clause.end > 1 or context.behind(index, clause):
        return False
    left = clean_left(context.before(index, clause.start))
    if figure.kind == "percent":
        return _RATE_OF_DEED.fullmatch(left) is not None
    deed = (left[-2:] in DEEDS or left in _DEEDS_TOO) and (len(left) == 2 or left[:-2] in ASIDE)
    return deed and alike(figure.unit, last.unit)


def subjects_of(text: str, wording: str, counted: Sequence[Counted], clauses: Clauses) -> list[str]:
    """The subject of each counted figure, in order.

    ``text`` is the folded text that rules look at, ``wording`` the clean text of the same length that
    subjects are taken from.
    """
    for mark in _SMALL_CONNECTORS.intersection(wording):
        wording = wording.replace(mark, "、")
    context = Context(text, wording, counted, clauses)
    told: list[str] = []
    last: Antecedent | None = None
    since = 0
    given: dict[int, str] = {}
    measure = ""
    aside: tuple[Antecedent, int] | None = None
    """What was told before brackets, and where they close."""
    sentence = SentenceScope()
    for index, figure in enumerate(counted):
        clause = context.clause(index)
        anew = last is not None and last.clause.sentence != clause.sentence
        if anew and not _tells_parts(text, clause):
            last = last if last is not None and _leans_on(last, figure, clause, context, index) else None
            since, measure, aside = index, "", None
            sentence = SentenceScope()
        if aside is not None and figure.start > aside[1]:
            last, aside = aside[0], None
        if aside is None and clause.opened == "(" and last is not None and last.end < clause.start:
            aside = (last, text.find(")", clause.start))
        right = context.behind(index, clause)
        if last is not None and last.clause.start == clause.start:
            raw = context.before(index, last.end)
            last = coordinated(figure, clause, last, raw, right)
        else:
            raw = context.before(index, clause.start)
            if not right and "分" in raw and respectively_at(raw) is not None:
                row = context.in_a_row(index, clause)
                shared = respective_subjects(raw, row, told[since:], context.clause_before(clause, bare=True))
                given.update(enumerate(shared or (), index))
            if last is not None and raw.endswith("的"):
                given.update(old_values(index, clause, raw, told[max(since, index - ROW) :], context))
            if right:
                last = prenominal(figure, clause, last, raw, right, context, context.spoken(index))
            else:
                last = clause_final(figure, clause, last, raw, context)
        if clause.opened == ":":
            measure = shared_measure(context.wording_before(clause))
        if measure and not right and takes_measure(last.subject):
            last.subject = last.base = last.head = last.subject + measure
        last.subject = given.pop(index, last.subject)
        sentence.complete(last, figure, raw, right)
        if not any("\u4e00" <= char <= "\u9fff" for char in last.subject):
            last.subject = told[-1] if index > since else context.any_wording(clause)
        if len(last.subject) > LONGEST:
            last.subject = cut_to_length(last.subject)
        last.head = last.head[-REACH:]
        told.append(last.subject)
    return told
