"""Where the final words of two reviewers on a report differ: the cases that somebody has to settle.

Figures answer each other as in an evaluation (``matching``), so that two overlapping additions, or a
corrected span and an addition, are one case. Silence is a word only about figures that were added, and only
in a section that was read completely.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.final_verdicts import (
    FinalVerdicts,
    final_figure_row,
    final_span,
    verdict_category,
)
from fzreview.domain.dissent.contradictions import Span
from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.domain.figures.matching import match
from fzreview.domain.figures.pair_differences import FieldAspect, differences_of

CaseKind = Literal["existence", "open", "span", "value", "unit", "kind", "bound", "subject", "own"]
CASE_KINDS: Final[tuple[CaseKind, ...]] = get_args(CaseKind)
"""The gravest first; a case is of the gravest kind in which its sides differ."""

_KIND_OF: Final[dict[FieldAspect, CaseKind]] = {
    "span": "span",
    "value": "value",
    "upper": "value",
    "unit": "unit",
    "kind": "kind",
    "bound": "bound",
    "subject": "subject",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One thing on which two reviewers differ; a side without a word about it is None."""

    start: int
    end: int
    """The text that both sides speak of."""
    kind: CaseKind
    one: FigureVerdict | None
    other: FigureVerdict | None
    fields: tuple[CaseKind, ...] = ()
    """Every kind in which they differ, the gravest first."""


@dataclass(frozen=True, slots=True)
class Dissent:
    """What comes of holding the words of two reviewers against each other."""

    cases: tuple[Case, ...] = ()
    """In order of place."""
    agreed: int = 0
    """Figures on which they are at one, rejected ones too."""
    single: int = 0
    """Figures on which only one of them has a word that settles anything."""
    wordings: int = 0
    """Agreed figures whose subjects are worded differently, though alike enough: the longer one is kept."""
    comments: int = 0
    """Agreed figures with differing comments."""
    classes: int = 0
    """Rejected by both, but as different things."""


def dissent_of(one: FinalVerdicts, other: FinalVerdicts) -> Dissent:
    """Compare two reviewers, or one reviewer on two machines: then every difference is their ``own``."""
    return _Comparison(one, other).dissent()


@dataclass(frozen=True, slots=True)
class _Side:
    """A reviewer's words, parted by what they say."""

    words: FinalVerdicts
    kept: dict[Span, FigureVerdict]
    """Final span → the verdict; final figures of one reviewer never share a span."""
    none: list[FigureVerdict]
    open: list[FigureVerdict]

    @classmethod
    def of_words(cls, words: FinalVerdicts) -> _Side:
        side = cls(words, {}, [], [])
        for one in words.verdicts:
            saying = verdict_category(one)
            if saying in ("unsure", "unfixed"):
                side.open.append(one)
            elif saying == "rejected":
                side.none.append(one)
            else:
                side.kept[final_span(one)] = one
        return side

    def rows(self) -> list[FigureRow]:
        return [final_figure_row("", one) for one in self.kept.values()]


class _Comparison:
    """Takes the words of two sides off one after the other: doubts first, then figures, then rejections."""

    def __init__(self, one: FinalVerdicts, other: FinalVerdicts) -> None:
        self._sides = (_Side.of_words(one), _Side.of_words(other))
        self._own = one.reviewer == other.reviewer
        self._cases: list[Case] = []
        self._agreed = self._single = self._wordings = self._comments = self._classes = 0

    def dissent(self) -> Dissent:
        self._take_open()
        self._take_kept()
        self._take_rejected()
        self._cases.sort(key=lambda case: (case.start, case.end))
        return Dissent(
            tuple(self._cases), self._agreed, self._single, self._wordings, self._comments, self._classes
        )

    def _take_open(self) -> None:
        for number, side in enumerate(self._sides):
            opposite = self._sides[1 - number]
            for word in side.open:
                answer = _about(word, (*opposite.open, *opposite.kept.values(), *opposite.none))
                self._drop(opposite, answer)
                self._add(number, word, answer, ("open",))
            side.open.clear()

    def _take_same(self) -> None:
        """Figures that both leave as they stand: nearly all, and nothing else answers them."""
        one, other = self._sides
        for span, first in list(one.kept.items()):
            second = other.kept.get(span)
            if second is not None and first.correction is None and second.correction is None:
                del one.kept[span], other.kept[span]
                self._agreed += 1
                self._comments += first.comment != second.comment

    def _take_kept(self) -> None:
        self._take_same()
        one, other = self._sides
        for pair in match(one.rows(), other.rows()).pairs:
            self._take_pair(*pair)
        for number, side in enumerate(self._sides):
            opposite = self._sides[1 - number]
            for word in list(side.kept.values()):
                answer = _same(word, [*opposite.none, *opposite.kept.values()])
                if answer is None and not _about(word, side.none):
                    answer = _about(word, opposite.none)
                self._drop(side, word)
                if answer is not None:
                    # Of one figure, moved to places apart, both are kept.
                    moved = final_span(answer) in opposite.kept
                    self._drop(opposite, answer)
                    self._add(number, word, answer, ("span",) if moved else ("existence",))
                elif word.origin == "reviewer" and opposite.words.has_read(final_span(word)):
                    self._add(number, word, None, ("existence",))
                else:
                    self._single += 1

    def _take_pair(self, one: FigureRow, other: FigureRow) -> None:
        first = self._sides[0].kept.pop((one.start, one.end))
        second = self._sides[1].kept.pop((other.start, other.end))
        for side, word in zip(self._sides, (second, first), strict=True):
            # Who rejects a figure and adds another in its place has said one thing.
            side.none[:] = [rejection for rejection in side.none if rejection[:2] != word[:2]]
        kinds = dict.fromkeys(_KIND_OF[aspect] for aspect in differences_of(one, other)[0])
        if kinds:
            self._add(0, first, second, tuple(kinds))
            return
        self._agreed += 1
        self._wordings += one.subject != other.subject
        self._comments += first.comment != second.comment

    def _take_rejected(self) -> None:
        one, other = self._sides
        spans = {word[:2]: word for word in other.none}
        for word in one.none:
            same = spans.pop(word[:2], None)
            if same is None:
                self._single += 1
                continue
            self._agreed += 1
            self._classes += word.reason_class != same.reason_class
            self._comments += word.comment != same.comment
        self._single += len(spans)

    def _add(
        self, number: int, word: FigureVerdict, answer: FigureVerdict | None, kinds: tuple[CaseKind, ...]
    ) -> None:
        """``number`` is the side that ``word`` is of."""
        spans = [final_span(said) for said in (word, answer) if said is not None]
        kinds = tuple(sorted(kinds, key=CASE_KINDS.index))
        one, other = (word, answer) if number == 0 else (answer, word)
        self._cases.append(
            Case(
                min(start for start, _ in spans),
                max(end for _, end in spans),
                "own" if self._own else kinds[0],
                one,
                other,
                kinds,
            )
        )

    @staticmethod
    def _drop(side: _Side, word: FigureVerdict | None) -> None:
        if word is None:
            return
        if word in side.open:
            side.open.remove(word)
        elif word in side.none:
            side.none.remove(word)
        else:
            side.kept.pop(final_span(word), None)


def _about(word: FigureVerdict, others: Iterable[FigureVerdict]) -> FigureVerdict | None:
    """The verdict on the very same figure, else the first whose figure overlaps that of ``word``."""
    others = list(others)
    if (same := _same(word, others)) is not None:
        return same
    start, end = final_span(word)
    ordered = sorted(others, key=lambda one: one[:2])
    return next((one for one in ordered if one.start < end and start < one.end), None)


def _same(word: FigureVerdict, others: Iterable[FigureVerdict]) -> FigureVerdict | None:
    """The verdict on the very same figure."""
    return next((one for one in others if one[:2] == word[:2]), None)
