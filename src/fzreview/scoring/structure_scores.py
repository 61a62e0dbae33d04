"""Scores of the structure that was read against gold rows: outline, metadata, repairs.

Rows are mappings with the keys of the gold files (``outline.jsonl``, ``meta.jsonl``, ``repairs.jsonl``); what
was read comes as domain values. All offsets are code points of the source. Nothing is read or written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from fzreview.domain.reports.corpus import REPORT_FIELDS
from fzreview.domain.reports.report import Metadata, Repair, Section
from fzreview.scoring.figure_scores import Agreement, Shares

Row = Mapping[str, Any]

START_TOLERANCE: Final = 2
"""Characters by which the start of a heading may differ."""

META_FIELDS: Final = (
    "title",
    "year",
    "issuer",
    "publish_date",
    "sign_date",
    "doc_number",
    "index_number",
)

_KINDS: Final = {
    "pinyin_gloss": "gloss",
    "gbk_false_gloss": "mojibake",
    "gbk_shift": "mojibake",
    "t2s_ambiguous": "traditional",
    "nbsp": "blank",
    "nbsp_line": "blank",
    "odd_blank": "blank",
    "spaced_label": "blank",
    "blank_lines": "blank",
    "indent": "blank",
    "spam_name": "spam",
}
"""Kinds of the gold rows that the program files under one word."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Found, missed and spurious rows; the lists hold what a person needs to look at."""

    found: int = 0
    missed: tuple[str, ...] = ()
    spurious: tuple[str, ...] = ()

    @property
    def told(self) -> Shares:
        """As of an ``Agreement``."""
        given, asked = self.found + len(self.spurious), self.found + len(self.missed)
        return Agreement(self.found, asked, given).told

    @property
    def precision(self) -> float:
        given = self.found + len(self.spurious)
        return self.found / given if given else 1.0

    @property
    def recall(self) -> float:
        wanted = self.found + len(self.missed)
        return self.found / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        both = 2 * self.found + len(self.missed) + len(self.spurious)
        return 2 * self.found / both if both else 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.found + other.found,
            self.missed + other.missed,
            self.spurious + other.spurious,
        )


@dataclass(frozen=True, slots=True)
class OutlineScore:
    """Headings (title, own line, run-in) and items apart."""

    headings: Tally = field(default_factory=Tally)
    items: Tally = field(default_factory=Tally)

    def __add__(self, other: OutlineScore) -> OutlineScore:
        return OutlineScore(self.headings + other.headings, self.items + other.items)


def score_outline(gold: Iterable[Row], outline: Sequence[Section]) -> OutlineScore:
    """Match gold rows with sections of one document.

    A section matches where its start lies within two characters, its end (with or without a gloss) or its
    title is the gold one, and its level is. Optional gold rows and what they match count neither way.
    """
    gold_rows = [row for row in gold if not is_rejected(row)]
    free = list(range(len(outline)))
    found = {"heading": 0, "item": 0}
    missed: dict[str, list[str]] = {"heading": [], "item": []}
    for row in sorted(gold_rows, key=lambda row: bool(row.get("optional"))):
        optional = bool(row.get("optional"))
        index = next((i for i in free if _is_section(row, outline[i], strict=not optional)), None)
        if index is not None:
            free.remove(index)
        if optional:
            continue
        group = _group(row["kind"])
        if index is None:
            missed[group].append(f"{row['start']} {row['level']} {row['marker']}{row['title']}")
        else:
            found[group] += 1
    spurious: dict[str, list[str]] = {"heading": [], "item": []}
    for i in free:
        section = outline[i]
        spurious[_group(section.kind)].append(f"{section.start} {section.level} {section.label}")
    return OutlineScore(*(Tally(found[g], tuple(missed[g]), tuple(spurious[g])) for g in ("heading", "item")))


def is_rejected(row: Row) -> bool:
    """Whether the row tells that there is no such heading."""
    return row.get("decision") == "rejected"


def _group(kind: str) -> str:
    return "item" if kind == "item" else "heading"


def _is_section(row: Row, section: Section, *, strict: bool) -> bool:
    if abs(section.start - row["start"]) > START_TOLERANCE:
        return False
    if not strict:
        return True
    ends = {row["end"], row.get("end_with_gloss", row["end"])}
    same_end = section.end in ends or section.title in (row["title"], row.get("title_repaired"))
    return same_end and section.level == row["level"]


def score_metadata(gold: Row, metadata: Metadata, body: tuple[int, int]) -> dict[str, bool]:
    """Right or wrong for each field of `META_FIELDS` and ``body_start``, ``body_end``.

    A field is right where it is the gold value or one of its ``…_accept`` list; an issuer that spam hides is
    also right where it is flagged.
    """
    right = {
        name: getattr(metadata, name) in (gold.get(f"{name}_accept") or [gold.get(name)])
        for name in META_FIELDS
    }
    right["issuer"] = right["issuer"] or "issuer_spammed" in metadata.flags
    right["body_start"] = body[0] == gold["body_start"]
    right["body_end"] = body[1] == gold["body_end"]
    return right


def score_stated(gold: Row, metadata: Metadata) -> dict[str, bool]:
    """Right or wrong for each field that a reviewer confirmed or corrected; the others are nobody's word."""
    return {
        name: getattr(metadata, name) == gold[name]
        for name in REPORT_FIELDS
        if name in gold["stated"] and name in gold
    }


@dataclass(frozen=True, slots=True)
class RepairScore:
    """Fixes made exactly, doubts flagged; spurious rows are those that no gold row touches."""

    fixes: Tally = field(default_factory=Tally)
    flags: Tally = field(default_factory=Tally)

    def __add__(self, other: RepairScore) -> RepairScore:
        return RepairScore(self.fixes + other.fixes, self.flags + other.flags)


def score_repairs(gold: Iterable[Row], repairs: Sequence[Repair]) -> RepairScore:
    """Match gold repair rows of one document with repair rows.

    A fix is found where a row of its kind with the same span holds the repaired text; a row that sums up many
    places is found by its kind and count. A flag is found where a flag row of its kind touches its span.
    Rows that gold keeps or parses are not scored.
    """
    rows = list(gold)
    tallies = {}
    for auto in ("fix", "flag"):
        ours = [repair for repair in repairs if repair.auto == auto]
        wanted = [row for row in rows if row["auto"] == auto]
        matches = _is_fixed if auto == "fix" else _is_flagged
        missed = tuple(
            f"{row['start']}-{row['end']} {row['kind']} {row['raw']!r}"
            for row in wanted
            if not any(matches(row, repair) for repair in ours)
        )
        spurious = tuple(
            f"{repair.start}-{repair.end} {repair.kind} {repair.raw!r}"
            for repair in ours
            if not any(_touches(row, repair) for row in rows)
        )
        tallies[auto] = Tally(len(wanted) - len(missed), missed, spurious)
    return RepairScore(tallies["fix"], tallies["flag"])


def program_kind(gold_kind: str) -> str:
    """The word under which the program files a kind of the gold rows."""
    return _KINDS.get(gold_kind, gold_kind)


def _is_fixed(row: Row, repair: Repair) -> bool:
    if repair.kind != program_kind(row["kind"]):
        return False
    if row["raw"] is None:
        return repair.count > 1
    repaired = (row["repaired"], row.get("repaired_simplified"))
    return (repair.start, repair.end) == (row["start"], row["end"]) and repair.repaired in repaired


def _is_flagged(row: Row, repair: Repair) -> bool:
    return repair.kind == program_kind(row["kind"]) and _touches(row, repair)


def _touches(row: Row, repair: Repair) -> bool:
    if program_kind(row["kind"]) != repair.kind:
        return False
    return bool(repair.start <= row["end"] and row["start"] <= repair.end)
