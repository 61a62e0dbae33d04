"""Which decisions become gold, and what a gold record says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fzreview.domain.clean_text import CleanText
from fzreview.domain.figure import Figure
from fzreview.domain.gold import Exclusion, GoldRecord, gold_row
from fzreview.domain.report import Metadata, Reading, Section
from fzreview.domain.stored import HeldDecision, ReportSummary, StoredFigure, StoredReport
from fzreview.domain.verdict import Decision, Origin
from fzreview.gold.records import gold_records
from fzreview.gold.splits import split_of

SOURCE = "报告\n一、办案\n办理案件48件。培训3场。\n二、问题\n仍有2项不足。\n"
SHA = "ab" * 32
OUTLINE = (
    Section(0, 2, 35, 0, "", "报告", "title"),
    Section(3, 7, 22, 1, "一、", "办案", "heading"),
    Section(22, 26, 35, 1, "二、", "问题", "heading"),
)


def figure(surface: str, subject: str, value: str, unit: str, section: tuple[str, ...] = ()) -> Figure:
    start = SOURCE.index(surface)
    return Figure(
        start, start + len(surface), surface, surface, value, None, unit, "count", "=", subject, section
    )


CASES = figure("48件", "办理案件", "48", "件", ("一、办案",))
TRAININGS = figure("3场", "培训", "3", "场", ("一、办案",))
GAPS = figure("2项", "不足", "2", "项")


def held(decision: Decision, reviewer: str = "李") -> HeldDecision:
    return HeldDecision(reviewer, "2026-01-02T03:04:05.000Z", decision)


def report(*figures: tuple[Figure, Origin, tuple[HeldDecision, ...]]) -> StoredReport:
    summary = ReportSummary(1, SHA, "a.txt", "报告", 2021, None, None, len(figures), 0, 0, 0)
    reading = Reading(SOURCE, CleanText.identity(SOURCE), Metadata("报告"), (3, len(SOURCE)), outline=OUTLINE)
    stored = tuple(StoredFigure(one, origin, "1.0.0", decisions) for one, origin, decisions in figures)
    return StoredReport(summary, "utf-8", None, "1.0.0", "1.3", reading, stored)


def only(*figures: tuple[Figure, Origin, tuple[HeldDecision, ...]]) -> GoldRecord:
    (record,) = gold_records(report(*figures))
    assert isinstance(record, GoldRecord)
    return record


def test_a_verified_figure() -> None:
    record = only((CASES, "machine", (held(Decision("verified")),)))
    assert gold_row(record) == {
        "doc": "a.txt",
        "sha256": SHA,
        "start": 12,
        "end": 15,
        "surface": "48件",
        "text": "48件",
        "value": "48",
        "upper": None,
        "unit": "件",
        "kind": "count",
        "bound": "=",
        "subject": "办理案件",
        "decision": "verified",
        "machine": {
            "start": 12,
            "end": 15,
            "surface": "48件",
            "text": "48件",
            "value": "48",
            "upper": None,
            "unit": "件",
            "kind": "count",
            "bound": "=",
            "subject": "办理案件",
        },
        "reason": None,
        "reason_class": None,
        "reviewer": "李",
        "decided_at": "2026-01-02T03:04:05.000Z",
        "section": ["一、办案"],
        "sentence": "办理案件48件。",
        "sentence_start": 8,
        "context_complete": False,
        "split": split_of(SHA),
        "guide": "1.3",
        "extractor": "1.0.0",
    }


def test_a_corrected_figure_keeps_what_the_machine_said() -> None:
    fixed = replace(CASES, value="49", section=())
    record = only((CASES, "machine", (held(Decision("wrong", "value", correction=fixed)),)))
    assert (record.decision, record.reason) == ("corrected", "value")
    assert record.figure.value == "49"
    assert record.machine is not None
    assert record.machine.value == "48"
    assert record.section == ("一、办案",)


def test_a_rejected_figure() -> None:
    record = only((CASES, "machine", (held(Decision("wrong", "not_a_figure", "slogan")),)))
    assert (record.decision, record.reason, record.reason_class) == ("rejected", "not_a_figure", "slogan")
    assert record.figure.start == CASES.start


@pytest.mark.parametrize("reviewer", ["李", "王"])
def test_an_added_figure_has_no_machine_and_finds_its_section(reviewer: str) -> None:
    decision = Decision("verified", correction=GAPS if reviewer == "李" else None)
    record = only((GAPS, "reviewer", (held(decision, reviewer),)))
    assert (record.decision, record.machine) == ("added", None)
    assert record.section == ("二、问题",)
    assert record.sentence == "仍有2项不足。"


@pytest.mark.parametrize(
    ("origin", "decision", "reason"),
    [
        ("machine", None, "undecided"),
        ("machine", Decision(None, comment="?"), "undecided"),
        ("machine", Decision("unsure"), "unsure"),
        ("machine", Decision("wrong"), "unfixed"),
        ("machine", Decision("wrong", "unit"), "unfixed"),
        ("reviewer", Decision("wrong", correction=CASES), "unfixed"),
    ],
)
def test_what_is_no_gold_is_counted(origin: Origin, decision: Decision | None, reason: str) -> None:
    decisions = () if decision is None else (held(decision),)
    (exclusion,) = gold_records(report((CASES, origin, decisions)))
    assert isinstance(exclusion, Exclusion)
    assert exclusion.reason == reason


def test_each_reviewer_is_kept_and_one_can_be_chosen() -> None:
    stored = report(
        (
            CASES,
            "machine",
            (held(Decision("wrong", "not_a_figure"), "王"), held(Decision("verified"), "李")),
        ),
        (TRAININGS, "machine", (held(Decision("verified"), "王"),)),
    )
    everybody = [item for item in gold_records(stored) if isinstance(item, GoldRecord)]
    assert [(one.figure.value, one.reviewer, one.decision) for one in everybody] == [
        ("48", "李", "verified"),
        ("48", "王", "rejected"),
        ("3", "王", "verified"),
    ]
    chosen = list(gold_records(stored, "李"))
    assert isinstance(chosen[0], GoldRecord)
    assert chosen[1] == Exclusion(SHA, None, "undecided")


def test_context_is_complete_where_the_section_was_read_to_its_end() -> None:
    stored = report(
        (CASES, "machine", (held(Decision("verified")),)), (GAPS, "machine", (held(Decision("verified")),))
    )
    records = gold_records(stored, read={"李": [(3, 22)], "王": [(0, 35)]})
    assert [one.context_complete for one in records if isinstance(one, GoldRecord)] == [True, False]


def test_splits_are_about_eight_one_one() -> None:
    from hashlib import sha256

    splits = [split_of(sha256(bytes([n % 256, n // 256])).hexdigest()) for n in range(5_000)]
    assert 0.77 < splits.count("train") / 5_000 < 0.83
    assert 0.08 < splits.count("dev") / 5_000 < 0.12
    assert 0.08 < splits.count("test") / 5_000 < 0.12
