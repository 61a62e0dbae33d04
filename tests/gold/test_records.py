"""Which decisions become gold, and what a gold record says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.decisions.verdict import Decision, Origin
from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.entries import gold_row, read_section_row
from fzreview.domain.gold.records import Exclusion, GoldRecord, PendingFigure, ReadSection, Refusal
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.stored import HeldDecision, ReportSummary
from fzreview.gold.making.records import gold_document
from fzreview.gold.making.sentence_owners import SentenceOwners
from fzreview.gold.making.sentence_units import sentence_units
from fzreview.gold.making.terms import Terms

SOURCE = "报告\n一、办案\n办理案件48件。培训3场。\n二、问题\n仍有2项不足。\n"
SHA = "ab" * 32
DECIDED_AT = "2026-01-02T03:04:05.000Z"
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
    return HeldDecision(reviewer, DECIDED_AT, decision)


def report(*figures: tuple[Figure, Origin, tuple[HeldDecision, ...]]) -> DecidedReport:
    summary = ReportSummary(1, SHA, "a.txt", "报告", 2021, None, None, len(figures), 0, 0, 0)
    verdicts = tuple(
        FigureVerdict(
            **figure_fields(one),
            section=one.section,
            origin=origin,
            extractor="1.0.0",
            reviewer=who.reviewer,
            decided_at=who.decided_at,
            verdict=who.decision.verdict,
            reason=who.decision.reason,
            reason_class=who.decision.reason_class,
            comment=who.decision.comment,
            correction=who.decision.correction,
        )
        for one, origin, decisions in figures
        for who in sorted(decisions, key=lambda held: held.reviewer)
        if who.decision.verdict is not None
    )
    spans = tuple((one.start, one.end) for one, _, _ in figures)
    return DecidedReport(summary, None, "1.0.0", "1.3", SOURCE, spans, verdicts)


def only(*figures: tuple[Figure, Origin, tuple[HeldDecision, ...]]) -> GoldRecord:
    (record,) = gold_document(report(*figures)).records
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
        "source": None,
        "reviewers": ["李"],
        "votes": [],
        "adjudicator": None,
        "decided_at": "2026-01-02T03:04:05.000Z",
        "hasty": False,
        "bulk": None,
        "proposed_by": None,
        "elapsed_ms": None,
        "keyed_blind": False,
        "comment": None,
        "section": ["一、办案"],
        "page": None,
        "sentence": "办理案件48件。",
        "sentence_start": 8,
        "context_complete": False,
        "split": None,
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
def test_an_added_figure_has_no_machine(reviewer: str) -> None:
    decision = Decision("verified", correction=GAPS if reviewer == "李" else None)
    record = only((GAPS, "reviewer", (held(decision, reviewer),)))
    assert (record.decision, record.machine) == ("added", None)
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
    document = gold_document(report((CASES, origin, decisions)))
    assert document.records == ()
    (exclusion,) = document.excluded
    assert (exclusion.reason, exclusion.count) == (reason, 1)


def test_each_reviewer_is_kept_and_one_can_be_chosen() -> None:
    stored = report(
        (
            CASES,
            "machine",
            (held(Decision("wrong", "not_a_figure"), "王"), held(Decision("verified"), "李")),
        ),
        (TRAININGS, "machine", (held(Decision("verified"), "王"),)),
    )
    everybody = gold_document(stored).records
    assert [(one.figure.value, one.reviewer, one.decision) for one in everybody] == [
        ("48", "李", "verified"),
        ("48", "王", "rejected"),
        ("3", "王", "verified"),
    ]
    chosen = gold_document(stored, Terms("李"))
    assert [one.reviewer for one in chosen.records] == ["李"]
    assert chosen.excluded == (Exclusion(None, "undecided"),)
    machine = replace(TRAININGS, section=())
    assert chosen.pending == (PendingFigure(TRAININGS.start, TRAININGS.end, "李", machine),)


def signed(stored: DecidedReport, **sections: str) -> DecidedReport:
    """Sections signed off, heading → reviewer."""
    read = tuple(
        ReadSection(
            one.start,
            one.end,
            one.until,
            one.level,
            one.label,
            sections[one.title],
            "2026-01-02T03:04:05.000Z",
        )
        for one in OUTLINE
        if one.title in sections
    )
    return replace(stored, read=read)


def test_context_is_complete_where_the_section_was_read_to_its_end() -> None:
    stored = report(
        (CASES, "machine", (held(Decision("verified")),)), (GAPS, "machine", (held(Decision("verified")),))
    )
    document = gold_document(signed(stored, 办案="李", 报告="王"))
    assert [one.context_complete for one in document.records] == [True, False]
    assert [(one.label, one.reviewer) for one in document.read] == [("报告", "王"), ("一、办案", "李")]
    assert document.reviewers == ["李", "王"]
    assert gold_document(signed(stored, 办案="李", 报告="王"), Terms("李")).reviewers == ["李"]


def test_sentences_without_figures_are_told_where_the_section_was_read() -> None:
    stored = report((CASES, "machine", (held(Decision("verified")),)), (TRAININGS, "machine", ()))
    document = gold_document(signed(stored, 办案="李", 问题="王"))
    assert [(SOURCE[one.start : one.end], one.reviewer) for one in document.empty] == [
        ("一、办案", "李"),
        ("二、问题", "王"),
        ("仍有2项不足。", "王"),
    ]


def test_units_are_sentences_that_somebody_can_learn_from() -> None:
    stored = report(
        (CASES, "machine", (held(Decision("verified")),)),
        (TRAININGS, "machine", (held(Decision("unsure")),)),
        (GAPS, "machine", (held(Decision("wrong", "not_a_figure")),)),
    )
    units = list(sentence_units(gold_document(signed(stored, 办案="李"))))
    assert [(SOURCE[one.start : one.end], len(one.records), one.complete) for one in units] == [
        ("一、办案", 0, True),
        ("办理案件48件。", 1, True),
        ("仍有2项不足。", 1, False),
    ]


def test_a_unit_with_an_open_figure_is_not_complete() -> None:
    source = SOURCE.replace("。培训", "，培训")
    stored = report((CASES, "machine", (held(Decision("verified")),)), (TRAININGS, "machine", ()))
    stored = replace(stored, source=source)
    (heading, unit) = sentence_units(gold_document(signed(stored, 办案="李")))
    assert (heading.complete, unit.complete) == (True, False)
    (record,) = unit.records
    assert record.context_complete, "the section was signed off, but a figure beside it is open"


def test_a_section_that_was_read_tells_its_open_figures() -> None:
    stored = report(
        (CASES, "machine", (held(Decision("verified")),)),
        (TRAININGS, "machine", (held(Decision("unsure")),)),
        (GAPS, "machine", ()),
    )
    document = gold_document(signed(stored, 办案="李"))
    (section,) = (read_section_row(document, one) for one in document.read)
    assert (section["figures"], section["open"]) == (1, [[TRAININGS.start, TRAININGS.end]])


def test_a_source_that_no_longer_says_it_is_refused() -> None:
    stored = report((CASES, "machine", (held(Decision("verified")),)))
    changed = replace(stored, source=SOURCE.replace("48", "49"))
    document = gold_document(changed)
    assert document.records == ()
    assert document.refused == (Refusal(f"{SHA[:12]}:12-15", "李", "48件", "49件"),)


def test_a_sentence_belongs_to_the_split_that_had_it_first() -> None:
    long = SOURCE.replace("办理案件", "全年共办理各类行政复议案件")
    shift = len(long) - len(SOURCE)
    cases = replace(CASES, start=CASES.start + shift, end=CASES.end + shift)
    stored = report((cases, "machine", (held(Decision("verified")),)))
    stored = replace(stored, source=long)
    owners = SentenceOwners()
    assert len(gold_document(stored, split="train", owners=owners).records) == 1
    assert len(gold_document(stored, split="train", owners=owners).records) == 1
    other = gold_document(stored, split="test", owners=owners)
    assert (other.records, other.excluded) == ((), (Exclusion("李", "leak"),))
