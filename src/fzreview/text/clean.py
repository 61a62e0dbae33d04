"""The one door to repair: a source text becomes a clean text that knows its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import ne
from typing import Final

from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Repair
from fzreview.text.blanks import BLANKS, find_blanks
from fzreview.text.edits import Draft, Edit
from fzreview.text.glosses import find_glosses
from fzreview.text.invisible import carriage_edits, entity_edits, invisible_edits, unify_breaks
from fzreview.text.markup import markup_edits
from fzreview.text.mojibake import find_mojibake
from fzreview.text.print_breaks import line_edits, page_edits
from fzreview.text.repair_rules import tell
from fzreview.text.set_names import find_set_names
from fzreview.text.simplify import fold_forms, is_traditional, simplify, word_rule_spans

_EDGE: Final = re.compile(f"[{BLANKS}\n]*")


def clean_text(source: str) -> tuple[CleanText, tuple[Repair, ...]]:
    """Repair a decoded report.

    Returns the clean text with its offset map, and what was repaired or flagged, in order of ``start``,
    as code points of ``source``. Full-width digits and punctuation stay as they are; paragraphs stay
    apart; nothing is guessed. Runs in linear time.
    """
    rows: list[Repair] = []
    draft = _without_invisible(Draft(CleanText.identity(source)), rows)
    draft = draft.with_text(fold_forms(unify_breaks(draft.text)))
    draft = _removed(draft, ((markup_edits, "markup"), (page_edits, "page_number")), rows)
    draft = _without_torn_bytes(draft, rows)
    draft = _without_glosses(draft, rows)
    draft = _simplified(draft, rows)
    draft = _with_set_names(draft, rows)
    draft = _removed(draft, ((line_edits, "line_break"),), rows)
    blanks = find_blanks(draft.text)
    rows += _in_source(draft, blanks.rows)
    draft = draft.apply(blanks.edits)
    rows = [row if row.raw is None else replace(row, raw=source[row.start : row.end]) for row in rows]
    rows.sort(key=lambda row: (row.start, row.end, row.kind))
    tell(rows)
    return draft.clean, tuple(rows)


def _without_invisible(draft: Draft, rows: list[Repair]) -> Draft:
    edits = sorted(carriage_edits(draft.text))
    draft = draft.apply(edits)
    return _removed(draft, ((invisible_edits, "invisible"), (entity_edits, "entity")), rows)


def _removed(
    draft: Draft, stages: Sequence[tuple[Callable[[str], list[Edit]], str]], rows: list[Repair]
) -> Draft:
    """Stages whose edits one row each sums up."""
    for find, kind in stages:
        edits = find(draft.text)
        if edits:
            rows.append(_summary(draft, edits, kind))
            draft = draft.apply(edits)
    return draft


def _without_torn_bytes(draft: Draft, rows: list[Repair]) -> Draft:
    found = find_mojibake(draft.text)
    for row in _in_source(draft, found.rows):
        repaired = simplify(row.repaired) if row.repaired else row.repaired
        rows.append(replace(row, repaired=repaired))
    return draft.apply(found.edits)


def _without_glosses(draft: Draft, rows: list[Repair]) -> Draft:
    edits, torn = find_glosses(draft.text)
    rows += _in_source(draft, torn)
    if edits:
        rows.append(_summary(draft, edits, "gloss"))
    return draft.apply(edits)


def _simplified(draft: Draft, rows: list[Repair]) -> Draft:
    before = draft.text
    after = simplify(before)
    if after is before or after == before:
        return draft
    count = sum(map(ne, before, after))
    for start, end in word_rule_spans(before, after) if "著" in before else ():
        raw_start, raw_end = draft.source_span(start, min(end, len(before)))
        row = Repair(raw_start, raw_end, before[start:end], after[start:end], "traditional", "fix")
        rows.append(row)
        count -= 1
    if count and not is_traditional(before):
        rows += _in_source(draft, _single_rows(before, after))
    elif count:
        rows.append(_whole_text(draft, count))
    return draft.with_text(after)


def _single_rows(before: str, after: str) -> list[Repair]:
    """A row for each traditional character that stands alone in a simplified text."""
    places = [
        at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new and old != "著"
    ]
    return [Repair(at, at + 1, before[at], after[at], "traditional", "fix") for at in places]


def _with_set_names(draft: Draft, rows: list[Repair]) -> Draft:
    edits, named = find_set_names(draft.text)
    rows += _in_source(draft, named)
    return draft.apply(edits)


def _whole_text(draft: Draft, count: int) -> Repair:
    """One row for all traditional characters, over the text without the blanks at its ends."""
    text = draft.text
    lead = _EDGE.match(text)
    start = lead.end() if lead else 0
    source_start, source_end = draft.source_span(start, len(text.rstrip()))
    return Repair(source_start, source_end, None, None, "traditional", "fix", count)


def _summary(draft: Draft, edits: Sequence[Edit], kind: str) -> Repair:
    start, end = draft.source_span(edits[0].start, edits[-1].end)
    return Repair(start, end, None, "", kind, "fix", len(edits))


def _in_source(draft: Draft, rows: Sequence[Repair]) -> list[Repair]:
    placed = []
    for row in rows:
        start, end = draft.source_span(row.start, row.end)
        placed.append(replace(row, start=start, end=end))
    return placed
