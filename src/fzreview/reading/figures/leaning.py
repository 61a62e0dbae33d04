"""Rows that say less than they count, and what they lean on."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.reading.figures.clauses import Clause
from fzreview.reading.figures.subject_text import at_level, is_level, is_predicate, joined, verb_at, verb_in
from fzreview.reading.figures.subject_words import DEPENDENT, GROWTH, NOUNISH, RATES, STANDING
from fzreview.reading.figures.surroundings import Counted, Surroundings


@dataclass(slots=True)
class Row:
    """A figure whose subject is told, as far as later rows lean on it."""

    clause: Clause
    end: int
    left: str
    """The cleaned wording before the first number of the clause."""
    subject: str
    topic: str
    """What rates and remarks lean on: the subject without its verb."""
    unit: str
    """Unit of the row that the topic came from."""
    verb: str
    base: str
    """The subject that a row of nouns takes its verb and its kind from."""
    theme: str = ""
    """What a row of changes is about: 注销业务 in 注销业务由8个环节减至3个."""
    recent: str = ""
    """The thing told last, which a bare predicate of the same unit leans on."""
    recent_unit: str = ""


def leaning(
    figure: Counted, clause: Clause, last: Row | None, left: str, around: Surroundings
) -> tuple[str, str | None]:
    """The subject of a number that ends its clause, and the topic that it leant on, None where on none."""
    if not left:
        return "", None
    rate = RATES.search(left) is not None
    if last is None:
        leans = left.startswith(DEPENDENT) or (is_predicate(left) and len(left) <= 8) or GROWTH.match(left)
        if leans or (rate and (len(left) <= 4 or _short_pair(left))):
            topic = around.context(clause)
            return joined(topic, left), topic or None
        return left, None
    if left.startswith("占"):
        return last.subject + left, last.topic
    if rate:
        return (joined(last.topic, left), last.topic) if len(left) <= 6 else (left, None)
    if GROWTH.match(left) or STANDING.match(left):
        grown = last.subject if not last.topic or RATES.search(last.subject) else last.topic
        return joined(grown, left), grown
    if left.startswith(DEPENDENT) or (left[0] == "每" and len(left) <= 4):
        return joined(last.topic, left), last.topic
    if is_level(left):
        return at_level(left, last.recent), last.topic
    same_unit = figure.unit == last.unit
    if len(left) == 1 or is_predicate(left):
        if figure.unit == last.recent_unit:
            return joined(last.recent, left), last.topic
        if same_unit or len(left) == 2:
            return joined(last.topic, left), last.topic
    if same_unit and last.verb and left[-2:] == last.base[-2:] and _is_noun(left):
        keep = max(len(last.verb), len(last.base) - len(left))
        return last.base[:keep] + left, last.topic
    return left, None


def listed(last: Row, item: str) -> str:
    """制发建议书6份、意见书38份: the item takes the verb, and what it shares, from the row before."""
    base = last.base
    if not last.verb or not item or len(item) > 12 or verb_of(item):
        return item
    if is_level(item):
        return last.verb + at_level(item, base[len(last.verb) :])
    of = base.rfind("的")
    if of > len(last.verb):
        return base[: of + 1] + item
    if item[-1] == base[-1] and len(base) - len(item) >= len(last.verb):
        return base[: len(base) - len(item)] + item
    return last.verb + item


def verb_of(left: str) -> str:
    """The verb that the wording begins with, empty where it begins with a thing."""
    return left[:2] if verb_at(left, 0) and left[:2] not in NOUNISH else ""


def _short_pair(left: str) -> bool:
    """参考率及优秀率: rates in a row that say nothing of what they are rates of."""
    parts = left.replace("、", "及").replace("和", "及").split("及")
    return len(parts) > 1 and all(len(part) <= 4 for part in parts)


def _is_noun(left: str) -> bool:
    """A thing without a verb of its own."""
    return 2 < len(left) <= 10 and not verb_in(left)
