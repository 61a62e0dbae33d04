"""Stores of several people taken into one: in any order, any number of times, nothing lost, nothing half."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from fzreview.domain.decisions.verdict import Verdict
from fzreview.domain.decisions.wire import body_of, row_hash
from fzreview.domain.figures.figure_state import state_of
from fzreview.domain.reports.report import Reading
from fzreview.errors import StoreError
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.merging.merge import merge
from support.command_line import caller
from support.decided_store import decided_store
from support.extractions import take_over
from support.old_stores import make_old
from support.team import DOC, FIGURES, KEYS, SHA256, decided, digest, figure, handed_out, one_report, rows

SHORT = [f"{SHA256[:12]}:{one.span_key}" for one in FIGURES]
"""Keys of figures as they are printed."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return one_report(tmp_path / "project.db")


def copy(store: Path, name: str) -> Path:
    return Path(shutil.copyfile(store, store.with_name(name)))


def test_the_order_and_the_number_of_merges_say_nothing(project: Path, tmp_path: Path) -> None:
    parts = [
        decided(handed_out(project, tmp_path / "a.db"), "ann", "verified", "wrong", "unsure"),
        decided(handed_out(project, tmp_path / "b.db"), "bob", "verified", "verified", "-", "wrong"),
        decided(handed_out(project, tmp_path / "c.db"), "cyn", "wrong", "-", "-", "wrong"),
    ]
    digests = set()
    for number, order in enumerate(permutations(parts)):
        store = copy(project, f"{number}.db")
        assert all(one.error is None for one in merge(store, order))
        again = merge(store, [order[0]])[0]
        assert (again.new, again.known) == (0, len(rows(order[0], "select 1 from journal")))
        assert verify_store(store)[1] == []
        digests.add(digest(store))
    nested = copy(parts[1], "nested.db")
    merge(nested, [parts[2]])
    other = copy(project, "other.db")
    merge(other, [nested, parts[0]])
    assert digests == {digest(other)}
    assert digest(project) not in digests


def test_everything_that_people_say_comes_along(project: Path, tmp_path: Path) -> None:
    part = handed_out(project, tmp_path / "a.db")
    review = Review.opened(part, "ann", DOC)
    session = review.session
    for say in (
        lambda: session.figure_steps.decide("unsure"),
        lambda: session.figure_steps.decide("wrong"),
        lambda: session.figure_steps.comment("看原件"),
        lambda: session.section_steps.sign_off(1),
    ):
        step = say()
        assert step is not None
        review.record(step).result()
        session.accept(step)
    review.close()
    (done,) = merge(project, [part])
    assert (done.new, done.waiting, done.reports) == (4, 0, 0)
    with StoreReader(project) as reader, StoreReader(part) as told:
        summary = reader.find_report(DOC)
        ours, theirs = reader.report(summary), told.report(told.find_report(DOC))
    assert (ours.figures, ours.signed, ours.ruled) == (theirs.figures, theirs.signed, theirs.ruled)
    assert verify_store(project)[1] == []


def test_reports_that_are_not_here_come_whole(project: Path, tmp_path: Path) -> None:
    other = decided_store(tmp_path / "other.db")
    (done,) = merge(project, [other])
    assert (done.reports, done.error) == (2, None)
    with StoreReader(project) as reader, StoreReader(other) as told:
        for summary in list(told.summaries()):
            ours = reader.report(reader.find_report_by_sha256(summary.sha256))
            theirs = told.report(summary)
            assert (ours.reading, ours.figures, ours.signed) == (
                theirs.reading,
                theirs.figures,
                theirs.signed,
            )
            assert reader.split_group(ours.summary.id) == told.split_group(summary.id)
        word = "复议"
        assert {one.report.doc for one in reader.search(word).hits} >= {
            one.report.doc for one in told.search(word).hits
        }
    assert verify_store(project)[1] == []
    assert merge(project, [other])[0].new == 0


def test_an_altered_row_is_named_and_nothing_is_taken(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part = decided(handed_out(project, tmp_path / "a.db"), "ann", "verified", "verified", "verified")
    ((uuid,),) = rows(part, "select uuid from journal where id = 2")
    with closing(sqlite3.connect(part)) as connection:
        connection.execute("drop trigger journal_keeps_values")
        connection.execute("""update journal set after = '{"verdict":"unsure"}' where id = 2""")
        connection.commit()
    before = digest(project)
    done = caller(project, capsys)("merge", part)
    assert done.code == 1
    assert str(uuid) in done.err and "altered" in done.err
    assert digest(project) == before
    assert any(one.entry == uuid for one in verify_store(part)[1])


def test_a_row_that_is_known_otherwise_is_altered_too(project: Path, tmp_path: Path) -> None:
    part = decided(handed_out(project, tmp_path / "a.db"), "ann", "verified")
    merge(project, [part])
    forged = copy(part, "forged.db")
    with closing(sqlite3.connect(forged)) as connection:
        connection.execute("drop trigger journal_keeps_values")
        connection.execute("update journal set hash = iif(hash glob '0*', '1', '0') || substr(hash, 2)")
        connection.commit()
    (done,) = merge(project, [forged])
    assert done.error is not None and done.error.code == "merge_altered"


@pytest.mark.parametrize(
    ("column", "value"),
    [("action", "guessed"), ("target", "page"), ("figure", "9-1"), ("after", '{"verdict":"maybe"}')],
)
def test_a_row_that_means_nothing_is_told_though_its_chain_is_whole(
    project: Path, tmp_path: Path, column: str, value: str
) -> None:
    part = decided(handed_out(project, tmp_path / "a.db"), "ann", "verified")
    with closing(sqlite3.connect(part)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("drop trigger journal_keeps_values")
        connection.execute(f"update journal set {column} = ?", (value,))
        row = connection.execute("select * from journal").fetchone()
        connection.execute("update journal set hash = ?", (row_hash(row["prev"], body_of(row)),))
        connection.commit()
    sound = decided(handed_out(project, tmp_path / "b.db"), "bob", "wrong")
    refused, taken = merge(project, [part, sound])
    assert refused.error is not None and refused.error.code == "merge_damaged"
    assert (taken.error, taken.new) == (None, 1)
    assert rows(project, "select reviewer from journal") == [("bob",)]
    assert verify_store(project)[1] == []


def test_a_report_whose_rows_mean_nothing_is_not_copied(tmp_path: Path) -> None:
    store = decided_store(tmp_path / "empty.db")
    other = one_report(tmp_path / "other.db")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("update figures set kind = 'colour' where id = 1")
        connection.commit()
    before = digest(store)
    (done,) = merge(store, [other])
    assert done.error is not None and done.error.code == "merge_damaged"
    assert digest(store) == before


def test_a_store_copied_and_used_twice_is_told_and_both_words_stay(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part = handed_out(project, tmp_path / "a.db")
    twin = copy(part, "twin.db")
    decided(part, "ann", "verified", "verified")
    decided(twin, "ann", "wrong", "verified")
    call = caller(project, capsys)
    assert "forked" not in call("merge", part).err
    told = call("merge", twin)
    assert (told.code, "forked" in told.err) == (0, True)
    assert len(rows(project, "select 1 from journal")) == 4
    assert rows(project, "select state from settlements") == [("conflict",)], "one's own two words differ"
    assert verify_store(project)[1] == []
    other = one_report(tmp_path / "other.db")
    merge(other, [twin, part])
    assert digest(other) == digest(project)


def test_a_store_that_meets_its_own_copy_goes_on_under_another_name(project: Path, tmp_path: Path) -> None:
    twin = copy(project, "twin.db")
    decided(project, "ann", "verified")
    decided(twin, "bob", "verified")
    site = rows(project, "select site from identity")
    assert merge(project, [twin])[0].forked == site[0]
    assert rows(project, "select site from identity") != site
    decided(project, "ann", "-", "verified")
    assert verify_store(project)[1] == []


def test_decisions_wait_for_a_report_that_no_store_has(project: Path, tmp_path: Path) -> None:
    part = decided(handed_out(project, tmp_path / "a.db"), "ann", "verified")
    with closing(sqlite3.connect(part)) as connection:
        for table in ("verdicts", "settlements", "texts", "repairs", "sections", "figures", "candidates"):
            connection.execute(f"delete from {table}")
        connection.execute("delete from split_groups")
        connection.execute("delete from sketches")
        connection.execute("delete from reports")
        connection.commit()
    from fzreview.store.opening.connect import create_or_migrate

    empty = tmp_path / "empty.db"
    create_or_migrate(empty)
    (done,) = merge(empty, [part])
    assert (done.new, done.holding, done.waiting) == (1, 0, 1)
    assert verify_store(empty)[1] == []
    one_report(empty)
    assert figure(empty, 0).status == "verified", "and count once it is loaded"
    assert verify_store(empty)[1] == []


def test_differing_words_are_a_conflict_until_somebody_gives_way(project: Path, tmp_path: Path) -> None:
    ann = decided(handed_out(project, tmp_path / "a.db"), "ann", "verified")
    bob = decided(handed_out(project, tmp_path / "b.db"), "bob", "wrong")
    assert [one.opened for one in merge(project, [ann, bob])] == [0, 1]
    assert rows(project, "select state from settlements") == [("conflict",)]
    judge(bob, "bob", KEYS[0], "verified")
    (done,) = merge(project, [bob])
    assert (done.closed, rows(project, "select state from settlements")) == (1, [("agreed",)])


# What cannot be taken


def test_what_is_no_store_is_told_and_the_others_are_taken(project: Path, tmp_path: Path) -> None:
    good = decided(handed_out(project, tmp_path / "a.db"), "ann", "verified")
    cut = tmp_path / "cut.db"
    cut.write_bytes(good.read_bytes()[:20000])
    text = tmp_path / "text.db"
    text.write_text("no store", encoding="utf-8")
    newer = copy(good, "newer.db")
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("insert into _sqlite_migrations values (99, 'fzreview', 'm099_later', '')")
        connection.commit()
    done = merge(project, [cut, text, newer, tmp_path / "none.db", project, good])
    codes = [one.error.code if one.error else None for one in done]
    assert codes == [
        "merge_damaged",
        "merge_no_store",
        "store_too_new",
        "merge_missing",
        "merge_itself",
        None,
    ]
    for one in done[:3]:
        assert one.source in str(one.error)
    assert figure(project, 0).status == "verified"
    assert verify_store(project)[1] == []


def test_an_older_store_is_taken_and_stays_as_it_is(project: Path, tmp_path: Path) -> None:
    old = make_old(decided_store(tmp_path / "old.db"))
    before = old.read_bytes()
    (done,) = merge(project, [old])
    assert (done.error, done.reports) == (None, 2)
    assert old.read_bytes() == before
    assert verify_store(project)[1] == []


def test_a_package_of_another_project_or_with_a_strangers_words_is_refused(
    project: Path, tmp_path: Path
) -> None:
    package = decided(handed_out(project, tmp_path / "a.db"), "ann", "verified")
    with closing(sqlite3.connect(package)) as connection:
        connection.execute("update identity set project = 'x'")
        connection.execute("update sites set owner = 'bob' where site = (select site from identity)")
        connection.commit()
    (done,) = merge(project, [package])
    assert done.error is not None and done.error.code == "merge_foreign_reviewer"
    assert "ann" in str(done.error) and "bob" in str(done.error)
    with closing(sqlite3.connect(package)) as connection:
        connection.execute("update sites set owner = 'ann' where owner is not null")
        connection.commit()
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("update identity set project = 'y'")
        connection.commit()
    (done,) = merge(project, [package])
    assert done.error is not None and done.error.code == "merge_other_project"
    assert rows(project, "select 1 from journal") == []


def test_a_desk_that_is_open_sees_what_was_merged_and_goes_on(project: Path, tmp_path: Path) -> None:
    part = decided(handed_out(project, tmp_path / "a.db"), "bob", "wrong")
    review = Review.opened(project, "ann", DOC)
    first = review.session.figure_steps.decide("verified")
    assert first is not None
    merge(project, [part])
    with pytest.raises(StoreError) as stale:
        review.record(first).result()
    assert stale.value.code == "conflict_unseen"
    review.open(review.read(review.session.report.summary))
    step = review.session.figure_steps.decide("verified")
    assert step is not None
    review.record(step).result()
    review.close()
    assert verify_store(project)[1] == []


@pytest.mark.parametrize("verdict", ["verified", "wrong"])
def test_a_word_on_what_was_extracted_otherwise_meanwhile_is_shown_with_the_figure(
    project: Path, tmp_path: Path, verdict: Verdict
) -> None:
    part = decided(handed_out(project, tmp_path / "a.db"), "bob", verdict)
    before = figure(project, 0).figure

    def otherwise(reading: Reading) -> Reading:
        return replace(reading, figures=(replace(before, value="999"), *reading.figures[1:]))

    take_over(project, "2", {DOC: otherwise})
    (done,) = merge(project, [part])
    assert [(one.key, one.reviewer, one.said) for one in done.former] == [(SHORT[0], "bob", "verdict")]
    found = figure(project, 0)
    assert (found.status, found.held, found.figure.value) == ("undecided", (), "999")
    assert [(one.reviewer, one.decision.verdict, one.figure) for one in found.recalled] == [
        ("bob", verdict, before)
    ]
    assert state_of(found) == "changed"
    judge(project, "bob", KEYS[0], "verified")
    assert figure(project, 0).recalled == ()
    assert verify_store(project)[1] == []


def test_words_on_a_former_reading_are_counted_and_named(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def otherwise(reading: Reading) -> Reading:
        changed = [replace(one, value="999") for one in reading.figures[:3]]
        return replace(reading, figures=(*changed, *reading.figures[3:]))

    part = handed_out(project, tmp_path / "a.db")
    at = caller(part, capsys)
    at("judge", KEYS[0], "wrong", "--value", "7", "--reviewer", "ann")
    at("judge", KEYS[0], "verified", "--reviewer", "bob")
    at("settle", KEYS[0], "take", "ann", "--reviewer", "zoe")
    at("judge", KEYS[1], "wrong", "--reviewer", "ann")
    at("judge", KEYS[1], "verified", "--reviewer", "ann")
    at("judge", KEYS[2], "unsure", "--reviewer", "ann")
    at("judge", KEYS[2], "undo", "--reviewer", "ann")
    at("judge", KEYS[3], "verified", "--reviewer", "ann")
    review = Review.opened(part, "ann", DOC)
    review.session.go(2)
    step = review.session.figure_steps.comment("看原件")
    assert step is not None
    review.record(step).result()
    review.close()
    take_over(project, "2", {DOC: otherwise})
    call = caller(project, capsys)
    (row,) = call("merge", part, "--json").rows
    assert [(one["key"], one["reviewer"], one["said"]) for one in row["former"]] == [
        (SHORT[0], "ann", "correction"),
        (SHORT[0], "bob", "verdict"),
        (SHORT[0], "zoe", "ruling"),
        (SHORT[1], "ann", "verdict"),
        (SHORT[2], "ann", "comment"),
    ]
    assert row["holding"] == 2, "the word on the fourth and the comment"
    assert call("merge", part, "--json").rows[0]["former"] == [], "nothing of it is new"
    take_over(part, "2", {DOC: otherwise})
    other = one_report(tmp_path / "other.db")
    take_over(other, "2", {DOC: otherwise})
    assert caller(other, capsys)("merge", part, "--json").rows[0]["former"] == [], "they ceased there"


def test_words_on_a_former_reading_are_told_in_words(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part = decided(handed_out(project, tmp_path / "a.db"), "bob", *["verified"] * len(KEYS))

    def otherwise(reading: Reading) -> Reading:
        return replace(reading, figures=tuple(replace(one, value="999") for one in reading.figures))

    take_over(project, "2", {DOC: otherwise})
    told = caller(project, capsys)("merge", part).out
    assert f"先前读法的话 {len(KEYS)} 条" in told and f"{SHORT[0]}  bob 的判定" in told


def test_rows_about_a_report_that_only_the_target_has_count_at_once(project: Path, tmp_path: Path) -> None:
    part = decided(handed_out(project, tmp_path / "a.db"), "ann", "verified")
    with closing(sqlite3.connect(part)) as connection:
        for table in ("verdicts", "settlements", "texts", "repairs", "sections", "figures", "candidates"):
            connection.execute(f"delete from {table}")
        for table in ("split_groups", "sketches", "reports"):
            connection.execute(f"delete from {table}")
        connection.commit()
    (done,) = merge(project, [part])
    assert (done.new, done.holding, done.waiting) == (1, 1, 0)
    assert figure(project, 0).status == "verified"
    assert verify_store(project)[1] == []


def test_a_package_that_meets_its_own_copy_stays_its_owners(project: Path, tmp_path: Path) -> None:
    package = handed_out(project, tmp_path / "a.db")
    with closing(sqlite3.connect(package)) as connection:
        connection.execute("update sites set owner = 'ann' where site = (select site from identity)")
        connection.commit()
    twin = copy(package, "twin.db")
    decided(package, "ann", "verified")
    decided(twin, "ann", "wrong")
    with closing(StoreWriter(package)) as writer:  # as rows of another machine come, by way of a hub
        writer.merge([("twin", twin)], "2026-01-01T00:00:00.000Z").result()
    owner = "select s.owner from identity i join sites s on s.site = i.site"
    assert rows(package, owner) == [("ann",)]
    with pytest.raises(StoreError) as told:
        decided(package, "bob", "-", "verified")
    assert told.value.code == "package_of_another"
