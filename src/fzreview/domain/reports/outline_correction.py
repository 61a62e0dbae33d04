"""An outline as people corrected it: headings missed, headings that are none, headings at another level."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fzreview.domain.reports.report import Section

Span = tuple[int, int]

NO_HEADING = ""
"""What is said of a heading of the extraction that is none."""


@dataclass(frozen=True, slots=True)
class StatedHeading:
    """How a heading should be."""

    level: int
    marker: str
    title: str

    @property
    def packed(self) -> str:
        """As a decision holds it."""
        return json.dumps([self.level, self.marker, self.title], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def unpacked(cls, said: str) -> StatedHeading:
        """What :attr:`packed` says. Raises ValueError where it is none."""
        level, marker, title = json.loads(said)
        if type(level) is not int or not 0 <= level <= DEEPEST or not isinstance(marker + title, str):
            raise ValueError(said)
        return cls(level, marker, title)


DEEPEST = 9
"""The lowest level that a heading can be given."""


def corrected_outline(
    outline: Sequence[Section], said: Mapping[Span, str], source: str, end: int
) -> tuple[Section, ...]:
    """The outline with what people say of headings by their spans; ``end`` is that of the report's body.

    ``until`` follows from the levels anew where another heading than before ends a section; an item or a
    run-in heading without a marker governs no more than its line, as in the extraction.
    """
    if not said:
        return tuple(outline)
    kept = {(one.start, one.end): one for one in outline}
    for span, words in said.items():
        if words == NO_HEADING:
            kept.pop(span, None)
            continue
        stated = StatedHeading.unpacked(words)
        known = kept.get(span)
        if known is None:
            kept[span] = Section(*span, end, stated.level, stated.marker, stated.title, "heading")
        else:
            kept[span] = replace(known, level=stated.level, marker=stated.marker, title=stated.title)
    ordered = sorted(kept.values(), key=lambda one: (one.start, one.level))
    before = {(one.start, one.end): (one.until, _bound(one, outline)) for one in outline}
    corrected = []
    for one in ordered:
        until, bound = before.get((one.start, one.end), (None, None))
        now = _bound(one, ordered)
        if until is None or bound != now:
            until = _until(one, end if now is None else now, source)
        corrected.append(replace(one, until=max(one.end, until)))
    return tuple(corrected)


def _bound(section: Section, outline: Sequence[Section]) -> int | None:
    """Where the next heading of the same or a higher level begins."""
    following = (one for one in outline if (one.start, one.level) > (section.start, section.level))
    return next((one.start for one in following if one.level <= section.level), None)


def _until(section: Section, bound: int, source: str) -> int:
    if section.kind == "item" or (section.kind == "runin" and not section.marker):
        newline = source.find("\n", section.end)
        return min(bound, newline) if newline >= 0 else bound
    return bound
