"""The same subject in other reports of a store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.checking.ties.across import SubjectIndex, told_elsewhere
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.other_figure import OtherFigure
from fzreview.domain.reports.stored import ReportSummary
from fzreview.reading.read import read_report
from fzreview.store.across.subject_key import FILLERS, subject_key, subject_key_sql
from fzreview.store.opening.connect import open_reader
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.judging.judge import judge
from fzreview.work.listing.across import Across, jumps, tell_across
from support.copied_stores import new_store
from support.written_reports import read_as_loading_does


def line(count: str, subject: str = "办理行政复议案件") -> str:
    return f"{subject}{count}件。"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Three years of one district and two other places."""
    path = tmp_path / "across.db"
    writer = StoreWriter(new_store(path))
    told = [
        ("甲区", 2020, line("120")),
        ("甲区", 2021, line("132")),
        ("甲区", 2022, line("1450", "全区共办理行政复议案件")),
        ("乙县", 2021, line("90")),
        ("乙县", 2020, line("1200000", "调解民间纠纷") + line("95", "全年办理行政复议案件")),
    ]
    for place, year, body in told:
        text = f"{place}人民政府{year}年法治政府建设报告\n一、情况\n{body}\n"
        writer.insert(read_as_loading_does(text, f"{place}{year}.txt"), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


def asked(path: Path, doc: str) -> tuple[ReportSummary, Figure]:
    with StoreReader(path) as reader:
        summary = reader.find_report(doc)
        (stored,) = (stored for stored in reader.figures(summary.id) if "复议" in stored.figure.subject)
    return summary, stored.figure


def told(across: Across) -> list[tuple[str, int | None, str]]:
    return [(one.other.place, one.other.year, one.other.value) for one in across.elsewhere]


def test_the_same_place_comes_first_then_other_places_of_the_nearest_years(path: Path) -> None:
    across = tell_across(path, *asked(path, "甲区2021.txt"))
    places, years, values = zip(*told(across), strict=True)
    assert places[0] == places[1] != places[2] == places[3]
    assert set(years[:2]) == {2020, 2022}
    assert values[2:] == ("90", "95")


def test_a_jump_is_an_alarm(path: Path) -> None:
    across = tell_across(path, *asked(path, "甲区2022.txt"))
    assert [round(one.times) for one in across.elsewhere[:2]] == [11, 12]
    assert across.alarm is not None and across.alarm.kind == "jump_across"
    assert tell_across(path, *asked(path, "乙县2021.txt")).alarm is None


def jumps_of(path: Path, doc: str) -> list[tuple[str, str]]:
    with StoreReader(path) as reader:
        summary = reader.find_report(doc)
        figures = [stored.figure for stored in reader.figures(summary.id)]
        return [(alarm.span_key, alarm.level) for alarm in jumps(reader, summary, figures)]


@pytest.mark.parametrize(
    "doc", ["甲区2020.txt", "甲区2021.txt", "甲区2022.txt", "乙县2021.txt", "乙县2020.txt"]
)
def test_all_figures_at_once_get_the_alarms_that_each_gets_alone(path: Path, doc: str) -> None:
    with StoreReader(path) as reader:
        summary = reader.find_report(doc)
        figures = [stored.figure for stored in reader.figures(summary.id)]
    alone = [tell_across(path, summary, figure).alarm for figure in figures]
    assert jumps_of(path, doc) == [(alarm.span_key, alarm.level) for alarm in alone if alarm is not None]


def test_all_figures_at_once_are_asked_about_as_they_stand_elsewhere(path: Path) -> None:
    _, figure = asked(path, "甲区2022.txt")
    assert jumps_of(path, "甲区2022.txt") == [(figure.span_key, "alarm")]
    for doc in ("甲区2020.txt", "甲区2021.txt"):
        other, stood = asked(path, doc)
        judge(path, "ann", f"{other.sha256}:{stood.span_key}", "wrong", fields={"value": "1320"})
    assert jumps_of(path, "甲区2022.txt") == []


@given(
    st.lists(st.text("办理行政复议案件全年", max_size=8), max_size=12),
    st.text("办理行政复议案件", max_size=8),
)
def test_the_index_leaves_out_no_subject_that_is_alike(subjects: list[str], asked_for: str) -> None:
    figure = Figure(10, 13, "12件", "12件", "12", None, "件", "count", "=", asked_for)
    others = [
        OtherFigure("ab" * 32, place, place + 2, 2020, "某区", subject, "件", "count", "12")
        for place, subject in enumerate(subjects)
    ]
    near = SubjectIndex(others).near(asked_for)
    assert told_elsewhere(figure, "某区", 2021, near) == told_elsewhere(figure, "某区", 2021, others)


def test_corrected_figures_count_as_corrected_and_rejected_ones_not_at_all(path: Path) -> None:
    summary, figure = asked(path, "甲区2022.txt")
    judge(path, "ann", f"{summary.sha256}:{figure.span_key}", "wrong", fields={"value": "145"})
    across = tell_across(path, *asked(path, "甲区2021.txt"))
    assert ("145" in {value for _, _, value in told(across)}) and "1450" not in {
        value for _, _, value in told(across)
    }
    judge(path, "bea", f"{summary.sha256}:{figure.span_key}", "wrong", reason="not_a_figure")
    assert 2022 not in {year for _, year, _ in told(tell_across(path, *asked(path, "甲区2021.txt")))}


def test_a_figure_without_a_subject_is_compared_with_nothing(path: Path) -> None:
    summary, figure = asked(path, "甲区2021.txt")
    assert tell_across(path, summary, replace(figure, subject="")).elsewhere == ()


def test_other_places_are_found_through_the_index(path: Path) -> None:
    with closing(open_reader(path)) as connection:
        rows = connection.execute(
            "explain query plan select id from figures indexed by figures_subject"
            " where subject_key = ? and unit = ? and kind = ?",
            ("", "", ""),
        ).fetchall()
    plan = " ".join(row[3] for row in rows)
    assert "figures_subject" in plan and "SCAN" not in plan


@given(st.lists(st.sampled_from([*FILLERS, "办理", "案件", "公", "a"]), max_size=8).map("".join))
def test_the_store_and_the_program_make_the_same_key(subject: str) -> None:
    query = f"select {subject_key_sql(':subject')}"
    with closing(sqlite3.connect(":memory:")) as connection:
        (key,) = connection.execute(query, {"subject": subject}).fetchone()
    assert key == subject_key(subject)


def test_the_reading_gives_what_the_test_is_about() -> None:
    (figure,) = read_report("甲区人民政府2021年法治政府建设报告\n一、情况\n办理行政复议案件132件。\n").figures
    assert (figure.subject, figure.unit) == ("办理行政复议案件", "件")
