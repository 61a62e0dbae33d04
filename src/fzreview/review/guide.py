"""The annotation guide as rules that can be searched, and which of them matters for a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from fzreview.domain.stored import StoredFigure
from fzreview.domain.verdict import RejectionClass
from fzreview.text.wording import Wording

_HEADING: Final = re.compile(r"#+ (?P<words>.*)")
_RULED: Final = re.compile(r"[|\s:-]+")
_EMPHASIS: Final = re.compile(r"`|\*\*")
_LINK: Final = re.compile(r"\[(?P<words>[^\]]*)\]\([^)]*\)")
_HAN: Final = re.compile("[一-鿿]")

CLASS_WORDS: Final[dict[RejectionClass, tuple[str, str]]] = {
    "date": ("`date`", "Dates, years"),
    "ordinal": ("`ordinal`", "Ordinals"),
    "naming": ("`naming`", "Numbers that name"),
    "outline": ("`outline`", "Outline marks"),
    "slogan": ("`slogan`", "Fixed names and slogans"),
    "vague": ("`vague`", "Vague amounts"),
    "article": ("`article`", "一 as an article"),
    "threshold": ("`threshold`", "Thresholds and specifications"),
    "window": ("`window`", "Windows over which"),
}
"""How the rule of a class is known in the Chinese guide and in the English one."""

DOUBT_WORDS: Final[dict[str, str]] = {
    "no_unit": "| `unit` |",
    "bare_number": "| `unit` |",
    "rare_unit": "| `unit` |",
    "approximate_pair": "| `bound` |",
    "in_quotes": "`slogan`|Fixed names and slogans",
}
"""Doubt of the extractor → what its rule holds, either wording after ``|`` where the guides differ."""


@dataclass(frozen=True, slots=True)
class GuideRule:
    """One rule: a bullet, a row of a table or a paragraph."""

    section: str
    """Heading that it stands under."""
    text: str
    """As it is written in the guide, with its marks."""

    @property
    def plain(self) -> str:
        """The rule without the marks of Markdown, the cells of a table's row set apart by a dot."""
        text = _LINK.sub(r"\g<words>", _EMPHASIS.sub("", self.text))
        if not text.startswith("|"):
            return text
        return " · ".join(filter(None, map(str.strip, text.split("|"))))


def parse_guide(markdown: str) -> tuple[GuideRule, ...]:
    """The rules of a guide in order."""
    rules: list[GuideRule] = []
    section = ""
    for line in markdown.splitlines():
        heading = _HEADING.fullmatch(line)
        if heading:
            section = heading["words"]
        elif line.strip() and not _RULED.fullmatch(line):
            rules.append(GuideRule(section, line.strip().removeprefix("- ")))
    return tuple(rules)


def in_language(rules: Sequence[GuideRule], language: str) -> tuple[GuideRule, ...]:
    """The rules whose headings are in a language; the English guide holds some sections in Chinese."""
    wants_chinese = language == "zh"
    return tuple(rule for rule in rules if bool(_HAN.search(rule.section)) == wants_chinese)


def matching(rules: Sequence[GuideRule], typed: str) -> tuple[int, ...]:
    """Indexes of the rules that hold every typed word; all of them for a blank line."""
    wording = Wording.typed(typed)
    if not wording.words:
        return tuple(range(len(rules)))
    return tuple(at for at, rule in enumerate(rules) if wording.first(f"{rule.section} {rule.text}"))


def rule_for(rules: Sequence[GuideRule], stored: StoredFigure) -> int:
    """Index of the rule that matters for a figure: by its class of rejection, doubt, then kind."""
    for wanted in _wanted(stored):
        for at, rule in enumerate(rules):
            if wanted in rule.text:
                return at
    return 0


def _wanted(stored: StoredFigure) -> Iterator[str]:
    decision = stored.latest.decision if stored.latest else None
    if decision is not None and decision.reason_class is not None:
        yield from CLASS_WORDS[decision.reason_class]
    if decision is not None and decision.reason not in (None, "not_a_figure"):
        yield f"| `{decision.reason}` |"
    for doubt in stored.figure.doubts:
        if doubt in DOUBT_WORDS:
            yield from _either(DOUBT_WORDS[doubt])
    yield f"| {stored.shown.kind} "


def _either(wordings: str) -> tuple[str, ...]:
    return (wordings,) if wordings.startswith("|") else tuple(wordings.split("|"))
