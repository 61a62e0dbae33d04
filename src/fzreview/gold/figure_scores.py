"""How well figures agree with gold.

Pure functions over rows. *Strict*: span, value, upper and unit are equal; *value*: spans overlap, value
and unit are equal; *detect*: spans overlap. Kind, bound and subject are compared where spans overlap.
A gloss behind the last character of a span is forgiven.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

from fzreview.domain.figure import Figure

Aspect = Literal["missed", "spurious", "span", "value", "upper", "unit", "kind", "bound", "subject"]

_GLOSS: Final = re.compile(r"[(（][\u0000-\u0027\u002a-\u024f]+[)）]\Z")
_POOR_SUBJECT: Final = 0.8


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of one document as the gold files write it."""

    doc: str
    start: int
    end: int
    surface: str
    value: str
    upper: str | None
    unit: str
    kind: str
    bound: str
    subject: str
    subject_alt: str | None = None
    optional: bool = False
    """Counts neither way."""

    @classmethod
    def of_mapping(cls, row: Mapping[str, object]) -> FigureRow:
        """From a row of ``figures.jsonl``. Raises KeyError or ValueError where a field is missing or bad."""
        upper, alternative = row["upper"], row.get("subject_alt")
        return cls(
            doc=str(row["doc"]),
            start=int(str(row["start"])),
            end=int(str(row["end"])),
            surface=str(row["surface"]),
            value=str(row["value"]),
            upper=None if upper is None else str(upper),
            unit=str(row["unit"]),
            kind=str(row["kind"]),
            bound=str(row["bound"]),
            subject=str(row["subject"]),
            subject_alt=None if alternative is None else str(alternative),
            optional=bool(row.get("optional", False)),
        )

    @classmethod
    def of_figure(cls, doc: str, figure: Figure) -> FigureRow:
        """From an extracted figure."""
        return cls(
            doc=doc,
            start=figure.start,
            end=figure.end,
            surface=figure.surface,
            value=figure.value,
            upper=figure.upper,
            unit=figure.unit,
            kind=figure.kind,
            bound=figure.bound,
            subject=figure.subject,
        )

    @property
    def bare_end(self) -> int:
        """The end of the span without a gloss behind its last character."""
        return self.end - len(self.surface) + len(_GLOSS.sub("", self.surface))


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts of what gold and prediction share."""

    hits: int
    gold: int
    predicted: int

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
class Difference:
    """One thing in which they differ; a spurious row has no ``gold``, a miss no ``predicted``."""

    aspect: Aspect
    gold: FigureRow | None
    predicted: FigureRow | None

    @property
    def row(self) -> FigureRow:
        """The row that says where to look, gold's where there is one."""
        row = self.gold or self.predicted
        if row is None:
            raise ValueError("a difference without rows")
        return row


@dataclass(frozen=True, slots=True)
class FigureScores:
    """The scores of one comparison."""

    strict: Agreement
    value: Agreement
    detect: Agreement
    kind: float
    """Share of the matched figures with the right kind; 1 where none matched."""
    bound: float
    subject: float
    """Mean character F1 of the matched figures' subjects."""
    matched: int
    differences: tuple[Difference, ...]
    """In order of document and place."""


def score_figures(gold: Iterable[FigureRow], predicted: Iterable[FigureRow]) -> FigureScores:
    """Compare predicted figures with gold, document by document."""
    pairs, missed, spurious = _align(gold, predicted)
    differences = [Difference("missed", row, None) for row in missed]
    differences += [Difference("spurious", None, row) for row in spurious]
    strict = value = 0
    kinds = bounds = 0
    subjects = 0.0
    for truth, guess in pairs:
        aspects = _aspects(truth, guess)
        strict += not {"span", "value", "upper", "unit"} & set(aspects)
        value += not {"value", "unit"} & set(aspects)
        kinds += "kind" not in aspects
        bounds += "bound" not in aspects
        likeness = subject_f1(truth, guess.subject)
        subjects += likeness
        if likeness < _POOR_SUBJECT:
            aspects.append("subject")
        differences += [Difference(aspect, truth, guess) for aspect in aspects]
    wanted, told, matched = len(pairs) + len(missed), len(pairs) + len(spurious), len(pairs)
    differences.sort(key=lambda difference: (difference.row.doc, difference.row.start))
    return FigureScores(
        strict=Agreement(strict, wanted, told),
        value=Agreement(value, wanted, told),
        detect=Agreement(matched, wanted, told),
        kind=kinds / matched if matched else 1.0,
        bound=bounds / matched if matched else 1.0,
        subject=subjects / matched if matched else 1.0,
        matched=matched,
        differences=tuple(differences),
    )


def character_f1(one: str, other: str) -> float:
    """Harmonic mean of precision and recall over characters as multisets; 1 for two empty texts."""
    if not one and not other:
        return 1.0
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other))


def subject_f1(gold: FigureRow, subject: str) -> float:
    """The better character F1 against gold's two wordings."""
    wordings = [gold.subject] + ([gold.subject_alt] if gold.subject_alt else [])
    return max(character_f1(wording, subject) for wording in wordings)


def context_of(row: FigureRow, source: str, width: int = 24) -> str:
    """The row in its source with ``width`` characters on both sides, line breaks shown as ⏎."""
    before = source[max(0, row.start - width) : row.start]
    behind = source[row.end : row.end + width]
    return f"{before}【{source[row.start : row.end]}】{behind}".replace("\n", "⏎")


def _aspects(truth: FigureRow, guess: FigureRow) -> list[Aspect]:
    aspects: list[Aspect] = []
    if (truth.start, truth.bare_end) != (guess.start, guess.bare_end):
        aspects.append("span")
    if not _same_number(truth.value, guess.value):
        aspects.append("value")
    if not _same_number(truth.upper, guess.upper):
        aspects.append("upper")
    if truth.unit != guess.unit:
        aspects.append("unit")
    if truth.kind != guess.kind:
        aspects.append("kind")
    if truth.bound != guess.bound:
        aspects.append("bound")
    return aspects


def _same_number(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return one == other


def _align(
    gold: Iterable[FigureRow], predicted: Iterable[FigureRow]
) -> tuple[list[tuple[FigureRow, FigureRow]], list[FigureRow], list[FigureRow]]:
    """Rows whose spans overlap, each used once; gold rows without a partner, predicted rows without one."""
    truths, guesses = _by_document(gold), _by_document(predicted)
    pairs: list[tuple[FigureRow, FigureRow]] = []
    missed: list[FigureRow] = []
    spurious: list[FigureRow] = []
    for doc in sorted(truths.keys() | guesses.keys()):
        waiting = guesses.get(doc, [])
        at = 0
        for truth in truths.get(doc, []):
            while at < len(waiting) and waiting[at].end <= truth.start:
                spurious.append(waiting[at])
                at += 1
            if at < len(waiting) and waiting[at].start < truth.end:
                if not truth.optional:
                    pairs.append((truth, waiting[at]))
                at += 1
            elif not truth.optional:
                missed.append(truth)
        spurious += waiting[at:]
    return pairs, missed, spurious


def _by_document(rows: Iterable[FigureRow]) -> dict[str, Sequence[FigureRow]]:
    documents: defaultdict[str, list[FigureRow]] = defaultdict(list)
    for row in rows:
        documents[row.doc].append(row)
    return {doc: sorted(group, key=lambda row: (row.start, row.end)) for doc, group in documents.items()}
