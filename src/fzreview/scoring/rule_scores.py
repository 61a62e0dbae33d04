"""How often each rule of reading decided rightly, against gold."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from fzreview.domain.extracting.trace import Fired
from fzreview.scoring.figure_scores import Aspect, Judged

_ANSWERS_FOR: Final[Mapping[str, frozenset[Aspect]]] = {
    "bound": frozenset(("bound",)),
    "subject": frozenset(("subject",)),
}
"""What the rules of an area decide; all others decide whether and where a figure stands and its value."""
_FIGURE: Final[frozenset[Aspect]] = frozenset(("missed", "spurious", "span", "value", "upper", "unit"))
_NOT_OF_A_FIGURE: Final[frozenset[Aspect]] = frozenset(("missed", "spurious"))


@dataclass(frozen=True, slots=True)
class RuleScore:
    """Places at which a rule decided, by what gold says of them."""

    rule: str
    right: int
    wrong: int

    @property
    def fired(self) -> int:
        return self.right + self.wrong


def rule_scores(judged: Iterable[Judged], fired: Mapping[str, Iterable[Fired]]) -> tuple[RuleScore, ...]:
    """The score of each rule, those with the most mistakes first; ``fired`` is told by document.

    A rule is right where nothing that it decides differs from gold: one that excludes a numeral is wrong
    where gold has a figure there.
    """
    places = _by_document(judged)
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for doc, told in fired.items():
        rows, starts = places.get(doc, ([], []))
        for one in told:
            (wrong if _is_wrong(one, rows, starts) else right)[one.rule] += 1
    scores = [RuleScore(rule, right[rule], wrong[rule]) for rule in right.keys() | wrong.keys()]
    return tuple(sorted(scores, key=lambda score: (-score.wrong, -score.right, score.rule)))


def _by_document(judged: Iterable[Judged]) -> dict[str, tuple[list[Judged], list[int]]]:
    rows: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        rows[one.row.doc].append(one)
    for told in rows.values():
        told.sort(key=lambda one: one.row.start)
    return {doc: (told, [one.row.start for one in told]) for doc, told in rows.items()}


def _is_wrong(one: Fired, rows: list[Judged], starts: list[int]) -> bool:
    """Whether a row that overlaps the place differs from gold in what the rule decides."""
    aspects = _ANSWERS_FOR.get(one.rule.partition(".")[0], _FIGURE)
    index = bisect_left(starts, max(one.end, one.start + 1))
    for row in reversed(rows[max(0, index - 2) : index]):
        if row.row.end > one.start:
            told = frozenset(row.wrong)
            return bool(told & aspects or (aspects is not _FIGURE and told & _NOT_OF_A_FIGURE))
    return False
