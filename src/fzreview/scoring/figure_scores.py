"""How well figures agree with gold.

Pure functions over rows. *Strict*: span, value, upper and unit are equal; *value*: spans overlap, value
and unit are equal; *detect*: spans overlap. All fields are compared where spans overlap; which row answers
which is the business of ``matching``. A gloss behind the last character of a span is forgiven.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

from fzreview.domain.figures.figure_rows import FIELDS, FigureRow
from fzreview.domain.figures.matching import match
from fzreview.domain.figures.pair_differences import EXACT, differences_of

Aspect = Literal["missed", "spurious", "span", "value", "upper", "unit", "kind", "bound", "subject"]
ASPECTS: Final[tuple[Aspect, ...]] = get_args(Aspect)

_STRICT: Final = frozenset({"missed", "spurious", "span", "value", "upper", "unit"})
_VALUE: Final = frozenset({"missed", "spurious", "value", "unit"})


class Shares(NamedTuple):
    """Shares of an agreement; None where there is nothing of which it would be one."""

    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts of what gold and prediction share."""

    hits: int
    gold: int
    predicted: int

    @property
    def told(self) -> Shares:
        """Precision, recall and F1 as people are told them: none of what was not asked."""
        return Shares(
            self.precision if self.predicted else None,
            self.recall if self.gold else None,
            self.f1 if self.gold or self.predicted else None,
        )

    @property
    def precision(self) -> float:
        """Share of the predicted rows that hit; 1 where there are none."""
        return self.hits / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold rows that were hit; 1 where there are none."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where both sides are empty."""
        total = self.gold + self.predicted
        return 2 * self.hits / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold figure with what was predicted of it, or a prediction that no gold figure asked for."""

    gold: FigureRow | None
    predicted: FigureRow | None
    wrong: tuple[Aspect, ...]
    """In the order of ``ASPECTS``."""
    likeness: float = 0.0
    """Character F1 of the two subjects; 0 where there are not two."""

    @property
    def row(self) -> FigureRow:
        """The row that says where to look, gold's where there is one."""
        row = self.gold or self.predicted
        if row is None:
            raise ValueError("nothing was judged")
        return row

    @property
    def matched(self) -> bool:
        return self.gold is not None and self.predicted is not None

    @property
    def strict(self) -> bool:
        return _STRICT.isdisjoint(self.wrong)

    @property
    def value(self) -> bool:
        return _VALUE.isdisjoint(self.wrong)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which they differ; a spurious row has no ``gold``, a miss no ``predicted``."""

    aspect: Aspect
    gold: FigureRow | None
    predicted: FigureRow | None

    @property
    def row(self) -> FigureRow:
        """The row that says where to look, gold's where there is one."""
        return Judged(self.gold, self.predicted, (self.aspect,)).row


@dataclass(frozen=True, slots=True)
class FigureScores:
    """The scores of one comparison."""

    judged: tuple[Judged, ...]
    """In order of document and place."""
    fields: frozenset[str]
    """What both sides tell of a figure; nothing else is scored."""
    strict: Agreement
    value: Agreement
    detect: Agreement
    right: Mapping[str, int]
    """Aspect of ``EXACT`` → how many matched figures have it right; only those that are scored."""
    subject: float
    """Mean character F1 of the matched figures' subjects; 1 where none matched."""
    not_counted: tuple[FigureRow, ...] = ()
    """Predictions beside gold where nobody looked for figures."""

    @property
    def matched(self) -> int:
        return self.detect.hits

    @property
    def agreements(self) -> dict[str, Agreement]:
        """``strict``, ``value``, ``detect``, the strictest first; only the last where no value is scored."""
        scored = {"strict": self.strict, "value": self.value, "detect": self.detect}
        return scored if "value" in self.fields else {"detect": self.detect}

    @property
    def strictest(self) -> Agreement:
        """The first of ``agreements``."""
        return next(iter(self.agreements.values()))

    def share(self, aspect: str) -> float | None:
        """Share of the matched figures with this aspect right, 1 where none matched; None if not scored.

        Of the subject it is the mean likeness.
        """
        if aspect == "subject":
            return self.subject if aspect in self.fields else None
        if aspect not in self.right:
            return None
        return self.right[aspect] / self.matched if self.matched else 1.0

    def told_share(self, aspect: str) -> float | None:
        """The share as people are told it: none of what was not matched."""
        return self.share(aspect) if self.matched else None

    @property
    def kind(self) -> float:
        """Share of the matched figures with the right kind; 1 where there is nothing to compare."""
        return _or_one(self.share("kind"))

    @property
    def bound(self) -> float:
        """The same of the bound."""
        return _or_one(self.share("bound"))

    @property
    def differences(self) -> tuple[Difference, ...]:
        """In order of document and place."""
        return tuple(
            Difference(aspect, one.gold, one.predicted) for one in self.judged for aspect in one.wrong
        )


def score_figures(
    gold: Iterable[FigureRow],
    predicted: Iterable[FigureRow],
    fields: Iterable[str] = FIELDS,
    counts: Callable[[FigureRow], bool] = lambda row: True,
) -> FigureScores:
    """Compare predicted figures with gold, document by document, in their spans and ``fields``.

    Optional gold rows take part in the matching and count neither way. ``counts`` says of a prediction that
    answers no gold row whether it is wrong; others are ``not_counted``.
    """
    scored = frozenset(fields)
    matching = match(gold, predicted, scored)
    judged = [_pair(truth, guess, scored) for truth, guess in matching.pairs if not truth.optional]
    judged += [Judged(row, None, ("missed",)) for row in matching.missed if not row.optional]
    not_counted = []
    for row in matching.spurious:
        if counts(row):
            judged.append(Judged(None, row, ("spurious",)))
        else:
            not_counted.append(row)
    judged.sort(key=_place)
    return scores_of(judged, scored, not_counted)


def scores_of(
    judged: Iterable[Judged], fields: frozenset[str], not_counted: Iterable[FigureRow] = ()
) -> FigureScores:
    """The scores over figures that were judged before."""
    judged = tuple(judged)
    strict = value = matched = gold = predicted = 0
    wrong: Counter[Aspect] = Counter()
    likeness = 0.0
    for one in judged:
        if one.gold is None:
            predicted += 1
        elif one.predicted is None:
            gold += 1
        else:
            matched += 1
            likeness += one.likeness
            if one.wrong:
                strict += one.strict
                value += one.value
                wrong.update(one.wrong)
            else:
                strict += 1
                value += 1
    gold, predicted = gold + matched, predicted + matched
    return FigureScores(
        judged=judged,
        fields=fields,
        strict=Agreement(strict, gold, predicted),
        value=Agreement(value, gold, predicted),
        detect=Agreement(matched, gold, predicted),
        right={aspect: matched - wrong[aspect] for aspect in EXACT if aspect == "span" or aspect in fields},
        subject=likeness / matched if matched and "subject" in fields else 1.0,
        not_counted=tuple(not_counted),
    )


def context_of(row: FigureRow, source: str, width: int = 24, offset: int = 0) -> str:
    """The row in its source with ``width`` characters on both sides, line breaks shown as ⏎.

    ``source`` may be a part of it that begins at ``offset``.
    """
    start, end = max(0, row.start - offset), max(0, row.end - offset)
    before, behind = source[max(0, start - width) : start], source[end : end + width]
    return f"{before}【{source[start:end]}】{behind}".replace("\n", "⏎")


def _pair(truth: FigureRow, guess: FigureRow, fields: Container[str]) -> Judged:
    return Judged(truth, guess, *differences_of(truth, guess, fields))


def _or_one(share: float | None) -> float:
    return 1.0 if share is None else share


def _place(judged: Judged) -> tuple[str, int, int]:
    row = judged.row
    return row.doc, row.start, row.end
