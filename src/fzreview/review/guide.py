"""The annotation guide as a list of searchable rules, and the rule that applies to a figure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from fzreview.domain.reports.stored import StoredFigure
from fzreview.domain.team.ruling import TeamRuling, topics_of
from fzreview.text.wording import Wording

_HEADING: Final = re.compile(r"#+ (?P<words>.*)")
_RULED: Final = re.compile(r"[|\s:-]+")
_EMPHASIS: Final = re.compile(r"`|\*\*")
_LINK: Final = re.compile(r"\[(?P<words>[^\]]*)\]\([^)]*\)")

DOUBT_WORDS: Final[dict[str, str]] = {
    "no_unit": "| `unit` |",
    "bare_number": "| `unit` |",
    "rare_unit": "| `unit` |",
    "approximate_pair": "| `bound` |",
    "in_quotes": "`slogan`",
}
"""Doubt of the extractor → what its rule holds in either language."""


@dataclass(frozen=True, slots=True)
class GuideRule:
    """One rule: a bullet, a row of a table or a paragraph."""

    section: str
    """Heading that it stands under."""
    text: str
    """As it is written in the guide, with its marks."""
    ruling: TeamRuling | None = None
    """The team's own ruling that it is."""

    @property
    def plain(self) -> str:
        """The rule without the marks of Markdown, the cells of a table's row set apart by a dot."""
        text = _LINK.sub(r"\g<words>", _EMPHASIS.sub("", self.text))
        if not text.startswith("|"):
            return text
        return " · ".join(filter(None, map(str.strip, text.split("|"))))


def parse_guide(markdown: str) -> tuple[GuideRule, ...]:
    """The rules of a guide in order; lines that a bullet or a paragraph was wrapped into are one."""
    rules: list[GuideRule] = []
    section = ""
    wrapped = False
    for line in markdown.splitlines():
        heading = _HEADING.fullmatch(line)
        goes_on = wrapped and not heading and not line.startswith(("- ", "|"))
        wrapped = bool(line.strip()) and not heading and not line.startswith("|")
        if heading:
            section = heading["words"]
        elif wrapped and goes_on:
            rules[-1] = replace(rules[-1], text=_joined(rules[-1].text, line.strip()))
        elif line.strip() and not _RULED.fullmatch(line):
            rules.append(GuideRule(section, line.strip().removeprefix("- ")))
    return tuple(rules)


def _joined(above: str, below: str) -> str:
    """Two lines as one: Chinese is written without a blank between them."""
    parted = above[-1].isascii() or below[0].isascii()
    return f"{above} {below}" if parted else above + below


def matching(rules: Sequence[GuideRule], typed: str) -> tuple[int, ...]:
    """Indexes of the rules that contain every word of the query; all rules for a blank one."""
    wording = Wording.typed(typed)
    if not wording.words:
        return tuple(range(len(rules)))
    return tuple(at for at, rule in enumerate(rules) if wording.first(f"{rule.section} {rule.text}"))


def rule_for(rules: Sequence[GuideRule], stored: StoredFigure) -> int:
    """Index of the rule that matters for a figure: by its class of rejection, doubt, then kind."""
    found = (rule_of(rules, topic) for topic in topics_of(stored))
    return next((at for at in found if at is not None), 0)


def topic_for(rules: Sequence[GuideRule], stored: StoredFigure) -> str:
    """The topic of a figure whose rule the guide has; the last where it has none."""
    topics = tuple(topics_of(stored))
    return next((topic for topic in topics if rule_of(rules, topic) is not None), topics[-1])


def rule_of(rules: Sequence[GuideRule], topic: str) -> int | None:
    """Index of the rule of a topic, see ``domain.team_ruling``; None where the guide has none."""
    wanted = _wording(topic)
    return next(
        (at for at, rule in enumerate(rules) if wanted and wanted in rule.text and rule.ruling is None), None
    )


def with_rulings(rules: Sequence[GuideRule], rulings: Iterable[TeamRuling]) -> tuple[GuideRule, ...]:
    """The rules with the team's rulings inserted after the rule of their topic, or at the end."""
    beside: dict[int, list[TeamRuling]] = defaultdict(list)
    for one in rulings:
        at = rule_of(rules, one.topic)
        beside[len(rules) if at is None else at].append(one)
    told: list[GuideRule] = []
    for at, rule in enumerate(rules):
        told.append(rule)
        told += [GuideRule(rule.section, _text_of(one), one) for one in beside[at]]
    return (*told, *(GuideRule("", _text_of(one), one) for one in beside[len(rules)]))


def _text_of(ruling: TeamRuling) -> str:
    return f"{ruling.decision} {ruling.why} {ruling.sentence}"


def _wording(topic: str) -> str:
    """How the rule of a topic is known in the guide, in either language; empty where it has none."""
    sort, _, name = topic.partition(":")
    match sort:
        case "class":
            return f"`{name}`"
        case "field":
            return f"| `{name}` |"
        case "doubt":
            return DOUBT_WORDS.get(name, "")
        case _:
            return f"| {name} "
