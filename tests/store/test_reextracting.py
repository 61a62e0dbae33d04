"""Another extraction: what stays, what is asked anew, and that nothing of people's work is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.errors import Conflict, StoreError, UsageError
from fzreview.review.steps.step import Step
from fzreview.store.reader import StoreReader
from fzreview.work.gold.exporting import native_lines
from fzreview.work.judging.adding import add
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.listing.finding import FuzzyQuery, reports_titled
from support.extractions import Change, take_over
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected
from support.store_content import content_lines

DOC = seed_names()[0]
FIGURES = gold_report(DOC).reading.figures
SHA256 = gold_report(DOC).sha256


def key(figure: Figure) -> str:
    return f"{SHA256}:{figure.span_key}"


def stored(store: Path) -> StoredReport:
    with StoreReader(store) as reader:
        return reader.report(reader.find_report(DOC))


def figures(store: Path) -> dict[str, StoredFigure]:
    return {one.span_key: one for one in stored(store).figures}


def without(*gone: Figure) -> Change:
    return lambda reading: replace(reading, figures=tuple(one for one in reading.figures if one not in gone))


def other(figure: Figure, **fields: str) -> Change:
    return lambda reading: replace(
        reading, figures=tuple(replace(one, **fields) if one == figure else one for one in reading.figures)
    )


def more(*new: Figure) -> Change:
    return lambda reading: replace(
        reading, figures=tuple(sorted((*reading.figures, *new), key=lambda one: one.start))
    )


def sound(store: Path) -> None:
    """The journal still makes the tables, and the counters count what there is."""
    assert verify_store(store)[1] == []
    report = stored(store)
    statuses = [one.status for one in report.figures]
    summary = report.summary
    assert (summary.figures, summary.verified, summary.wrong, summary.unsure) == (
        len(statuses),
        statuses.count("verified"),
        statuses.count("wrong"),
        statuses.count("unsure"),
    )


@pytest.fixture
def review(store: Path) -> Iterator[Review]:
    review = Review.opened(store, "ann", DOC)
    yield review
    review.close()


def kept(review: Review, step: Step | None) -> None:
    assert step is not None
    review.record(step).result()
    review.session.accept(step)


def test_a_verdict_stays_where_span_and_fields_are_equal(store: Path) -> None:
    judge(store, "ann", key(FIGURES[0]), "verified")
    judge(store, "bob", key(FIGURES[1]), "wrong", fields={"value": "3"})
    before = figures(store)
    take_over(store, "2", {DOC: lambda reading: reading})
    for span, figure in figures(store).items():
        assert (figure.held, figure.figure) == (before[span].held, before[span].figure)
        assert (figure.extractor, figure.vanished, figure.former) == ("2", None, ())
    sound(store)


def test_a_changed_figure_is_undecided_again_and_shows_the_old_verdict(store: Path) -> None:
    judge(store, "ann", key(FIGURES[0]), "verified")
    judge(store, "bob", key(FIGURES[0]), "wrong", fields={"unit": "回"})
    take_over(store, "2", {DOC: other(FIGURES[0], value="999")})
    figure = figures(store)[FIGURES[0].span_key]
    assert (figure.status, figure.held, figure.figure.value) == ("undecided", (), "999")
    assert [(one.reviewer, one.decision.verdict, one.figure.value) for one in figure.recalled] == [
        ("ann", "verified", FIGURES[0].value),
        ("bob", "wrong", FIGURES[0].value),
    ]
    correction = figure.recalled[1].decision.correction
    assert correction is not None and correction.unit == "回"
    sound(store)
    judge(store, "ann", key(FIGURES[0]), "unsure")
    figure = figures(store)[FIGURES[0].span_key]
    assert [one.reviewer for one in figure.recalled] == ["bob"], "who decided anew needs no reminder"
    judge(store, "ann", key(FIGURES[0]), "undo")
    assert len(figures(store)[FIGURES[0].span_key].recalled) == 2
    with pytest.raises(UsageError):
        judge(store, "ann", key(FIGURES[0]), "undo")
    sound(store)


def test_a_comment_stays_on_a_changed_figure(store: Path, review: Review) -> None:
    review.session.go(0)
    kept(review, review.session.figure_steps.comment("看原件"))
    kept(review, review.session.figure_steps.decide("verified"))
    take_over(store, "2", {DOC: other(FIGURES[0], unit="人")})
    figure = figures(store)[FIGURES[0].span_key]
    assert (figure.status, figure.of("ann")) == ("undecided", Decision(None, comment="看原件"))
    assert figure.recalled[0].decision == Decision("verified", comment="看原件")
    sound(store)


def test_what_is_gone_goes_only_where_nobody_holds_anything(store: Path) -> None:
    judge(store, "ann", key(FIGURES[0]), "wrong", "not_a_figure")
    judge(store, "ann", key(FIGURES[1]), "verified")
    judge(store, "ann", key(FIGURES[1]), "undo")
    take_over(store, "2", {DOC: without(*FIGURES[:3])})
    left = figures(store)
    assert list(left) == [FIGURES[0].span_key, FIGURES[3].span_key]
    vanished = left[FIGURES[0].span_key]
    assert (vanished.vanished, vanished.status, vanished.extractor) == ("2", "wrong", "gold")
    assert FIGURES[0] not in stored(store).reading.figures
    sound(store)
    lines = list(native_lines(store))
    assert len(lines) == 1 and b'"rejected"' in lines[0], "it is gold as before"
    judge(store, "ann", key(FIGURES[0]), "undo")
    assert figures(store)[FIGURES[0].span_key].vanished == "2", "undone it waits for the next extraction"
    sound(store)
    take_over(store, "3", {DOC: without(*FIGURES[:3])})
    assert list(figures(store)) == [FIGURES[3].span_key]
    sound(store)


def test_a_vanished_figure_that_is_found_again_is_as_before(store: Path) -> None:
    judge(store, "ann", key(FIGURES[0]), "verified")
    take_over(store, "2", {DOC: without(FIGURES[0])})
    take_over(store, "3", {})
    figure = figures(store)[FIGURES[0].span_key]
    assert (figure.vanished, figure.status) == (None, "verified")
    sound(store)


def test_a_new_figure_is_undecided(store: Path) -> None:
    new = replace(FIGURES[0], start=10, end=12, surface="x", text="门户", value="1")
    take_over(store, "2", {DOC: more(new)})
    assert figures(store)["10-12"].status == "undecided"
    assert stored(store).summary.undecided == 5
    sound(store)


def test_an_added_figure_that_is_found_too_stays_the_reviewers(store: Path) -> None:
    add(store, "ann", DOC, 41, 45, {"value": "4", "unit": "个"})
    before = figures(store)["41-45"]
    new = replace(FIGURES[0], start=41, end=45, value="9")
    take_over(store, "2", {DOC: more(new)})
    met = figures(store)["41-45"]
    assert (met.figure, met.origin, met.held) == (before.figure, "reviewer", before.held)
    assert met.beneath is not None and met.beneath.figure.value == "9"
    assert stored(store).summary.figures == 5
    sound(store)
    judge(store, "ann", f"{SHA256}:41-45", "undo")
    shown = figures(store)["41-45"]
    assert (shown.origin, shown.figure.value, shown.status) == ("machine", "9", "undecided")
    sound(store)
    review = Review.opened(store, "ann", DOC)
    kept(review, review.session.undo_steps.redo(*review.entries_to_redo()))
    index = review.session.index_of("41-45")
    assert index is not None
    assert review.session.figure(index) == figures(store)["41-45"]
    kept(review, review.session.undo_steps.undo(*review.entries_to_undo()))
    assert review.session.figure(index).origin == "machine"
    review.close()
    take_over(store, "3", {})
    assert "41-45" not in figures(store)
    sound(store)


def test_a_figure_added_where_one_is_gone_is_the_reviewers(store: Path) -> None:
    judge(store, "ann", key(FIGURES[0]), "unsure")
    judge(store, "ann", key(FIGURES[0]), "undo")
    take_over(store, "2", {DOC: without(FIGURES[0])})
    add(store, "ann", DOC, FIGURES[0].start, FIGURES[0].end, {"value": "4"})
    figure = figures(store)[FIGURES[0].span_key]
    assert (figure.origin, figure.beneath, figure.shown.value) == ("reviewer", None, "4")
    sound(store)


def test_a_signed_section_that_is_cut_otherwise_is_to_be_read_again(store: Path, review: Review) -> None:
    outline = gold_report(DOC).reading.outline
    for index in (1, 2):
        kept(review, review.session.section_steps.sign_off(index))

    def recut(reading: Reading) -> Reading:
        changed = replace(outline[1], until=outline[1].until - 1)
        return replace(reading, outline=(outline[0], changed, *outline[2:]))

    take_over(store, "2", {DOC: recut})
    signed = {span for span, held in stored(store).signed.items() if held}
    assert signed == {f"{outline[2].start}-{outline[2].end}"}
    sound(store)
    again = Review.opened(store, "ann", DOC)
    (entry,) = again.entries_to_undo()
    assert entry.figure == f"{outline[2].start}-{outline[2].end}", "the other cannot be undone any more"
    again.close()
    take_over(store, "3", {DOC: lambda reading: replace(reading, outline=outline[:1])})
    assert not any(stored(store).signed.values())
    sound(store)


def test_rulings_on_candidates_outlive_the_candidates(store: Path) -> None:
    spans = ((10, 12), (41, 45))
    take_over(store, "2", {DOC: lambda reading: replace(reading, candidates=spans)})
    review = Review.opened(store, "ann", DOC)
    kept(review, review.session.section_steps.rule_out((41, 45), "date"))
    review.close()
    take_over(store, "3", {})
    assert stored(store).reading.candidates == ((41, 45),)
    assert list(stored(store).ruled) == ["41-45"]
    sound(store)
    again = Review.opened(store, "ann", DOC)
    kept(again, again.session.undo_steps.undo(*again.entries_to_undo()))
    again.close()
    sound(store)


def test_the_whole_reading_is_taken_over(store: Path) -> None:
    def renamed(reading: Reading) -> Reading:
        metadata = replace(reading.metadata, title="改过的标题", year=1999)
        return replace(reading, metadata=metadata, body=(5, 50), repairs=reading.repairs[:1])

    take_over(store, "2", {DOC: renamed})
    report = stored(store)
    assert report.reading == renamed(gold_report(DOC).reading)
    assert report.extractor == "2"
    assert [one.doc for one in reports_titled(store, FuzzyQuery.typed("改过的标题"), 5)] == [DOC]
    with StoreReader(store) as reader:
        assert [hit.report.doc for hit in reader.search("湖滨新区").hits] == [DOC]


def test_a_desk_that_is_open_meanwhile_overwrites_nothing(store: Path, review: Review) -> None:
    kept(review, review.session.figure_steps.decide("verified"))
    review.session.go(1)
    stale = review.session.figure_steps.decide("wrong")
    assert stale is not None
    take_over(store, "2", {DOC: other(FIGURES[1], value="999")})
    with pytest.raises(Conflict):
        review.record(stale).result()
    review.session.open(review.read(review.session.report.summary), FIGURES[1].span_key)
    review.session.undo_history = review.undo_history()
    kept(review, review.session.figure_steps.decide("wrong"))
    kept(review, review.session.undo_steps.undo(*review.entries_to_undo()))
    kept(review, review.session.undo_steps.undo(*review.entries_to_undo()))
    assert review.entries_to_undo() == ()
    sound(store)


def test_a_batch_is_undone_without_what_changed_since(store: Path, review: Review) -> None:
    kept(review, review.session.figure_steps.verify_all(one.span_key for one in FIGURES))
    take_over(store, "2", {DOC: other(FIGURES[1], value="999")})
    again = Review.opened(store, "ann", DOC)
    assert len(again.entries_to_undo()) == 3
    kept(again, again.session.undo_steps.undo(*again.entries_to_undo()))
    assert again.session.decided == 0
    kept(again, again.session.undo_steps.redo(*again.entries_to_redo()))
    assert again.session.decided == 3
    again.close()
    judge(store, "ann", key(FIGURES[0]), "undo")
    assert stored(store).summary.decided == 0
    sound(store)


def test_it_is_one_commit_or_none(store: Path) -> None:
    bad = replace(FIGURES[0], start=10, end=12, kind=None)  # type: ignore[arg-type]  # is to fail
    judge(store, "ann", key(FIGURES[0]), "verified")
    with connected(store) as connection:
        before = content_lines(connection)
    with pytest.raises(StoreError):
        take_over(store, "2", {DOC: other(FIGURES[0], value="7"), seed_names()[3]: more(bad)})
    with connected(store) as connection:
        assert content_lines(connection) == before


def test_the_same_extraction_again_changes_nothing(store: Path) -> None:
    judge(store, "ann", key(FIGURES[0]), "verified")
    with connected(store) as connection:
        before = content_lines(connection)
    take_over(store, "gold", {})
    with connected(store) as connection:
        assert content_lines(connection) == before
