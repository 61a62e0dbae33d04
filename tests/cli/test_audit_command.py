"""``audit``: drawn on record, then told."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from support.command_line import Call, caller
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected
from support.scripted import NO_FIGURE, VERIFIED, corrected, decide, whole


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("FZREVIEW_REVIEWER", "zoe")
    return caller(store, capsys)


def key(report: StoredReport, stored: StoredFigure) -> str:
    return f"{report.summary.sha256[:12]}:{stored.span_key}"


def only(keys: list[str], answer: Decision = VERIFIED) -> Any:
    """A rule that decides about these figures alone."""
    return lambda report, stored: answer if key(report, stored) in keys else None


def test_the_same_draw_is_made_once(store: Path, call: Call) -> None:
    decide(store, "alice")
    first = call("audit", "draw", "--n", "50", "--json")
    (row,) = first.rows
    figures = sum(len(gold_report(doc).reading.figures) for doc in seed_names())
    assert (row["auditor"], row["drawn"], row["universe"], row["left_out"]) == ("zoe", 50, figures, 0)
    assert len(set(row["keys"])) == 50
    again = call("audit", "draw", "--n", "50", "--json")
    assert again.rows == first.rows
    assert "已抽过" in again.err
    (other,) = call("audit", "draw", "--n", "50", "--seed", "8", "--json").rows
    assert (other["universe"], other["digest"]) == (figures, row["digest"])
    assert other["keys"] != row["keys"]
    assert call("audit", "draw", "--n", "50").out.split() == row["keys"]


def test_an_audit_without_a_mistake(store: Path, call: Call) -> None:
    decide(store, "alice")
    (drawn,) = call("audit", "draw", "--n", "100", "--json").rows
    decide(store, "zoe", only(drawn["keys"]))
    done = call("audit", "report", "--json")
    (told,) = done.rows
    assert (done.code, told["complete"], told["decided"]) == (0, True, 100)
    assert told["wrong"]["interval"] == pytest.approx([0, 0.0362], abs=5e-5)
    assert told["wrong"]["interval_is"] == "exact"
    assert told["at_most"] == pytest.approx(0.0295, abs=5e-5)
    assert told["most_wrong"] < 0.0295 * told["universe"]
    shown = call("audit", "report").out
    assert "100 条中错 0 条：错误率 0.0 %–3.62 %（95%），单侧 ≤ 2.95 %" in shown


def test_half_done_there_is_only_the_interval_for_any_time(store: Path, call: Call) -> None:
    decide(store, "alice")
    (drawn,) = call("audit", "draw", "--n", "100", "--json").rows
    decide(store, "zoe", only(drawn["keys"][:40] + drawn["keys"][60:]))
    done = call("audit", "report", "--json")
    (told,) = done.rows
    assert (done.code, told["complete"], told["decided"]) == (1, False, 80)
    assert (told["wrong"]["n"], told["wrong"]["interval_is"], told["most_wrong"]) == (40, "anytime", None)
    shown = call("audit", "report").out
    assert "未完成" in shown
    assert "随时可看的区间" in shown


def test_mistakes_are_told_by_field(store: Path, call: Call) -> None:
    decide(store, "alice")
    (drawn,) = call("audit", "draw", "--n", "60", "--json").rows
    keys = drawn["keys"]

    def audited(report: StoredReport, stored: StoredFigure) -> Decision | None:
        name = key(report, stored)
        if name not in keys:
            return None
        if name == keys[0]:
            return corrected(stored.figure, value="1")
        return NO_FIGURE if name == keys[1] else VERIFIED

    decide(store, "zoe", audited)
    (told,) = call("audit", "report", "--json").rows
    assert (told["wrong"]["k"], told["by"]["value"]["k"], told["by"]["existence"]["k"]) == (2, 1, 1)
    shown = call("audit", "report").out
    assert "数值：错 1 条" in shown
    assert "不是数据：错 1 条" in shown


def test_what_the_auditor_decided_is_not_drawn(store: Path, call: Call) -> None:
    decide(store, "alice")
    decide(store, "zoe", lambda report, stored: VERIFIED if report.summary.id == 1 else None)
    own = len(gold_report(seed_names()[0]).reading.figures)
    (row,) = call("audit", "draw", "--n", "1000", "--json").rows
    assert row["left_out"] == own
    assert row["drawn"] == row["universe"]
    assert not any(name.startswith(gold_report(seed_names()[0]).sha256[:12]) for name in row["keys"])


def test_figures_that_two_agree_on_and_all_figures(store: Path, call: Call) -> None:
    decide(store, "alice", lambda report, stored: VERIFIED if report.summary.id < 3 else None)
    decide(store, "bob", lambda report, stored: VERIFIED if report.summary.id == 2 else None)
    counts = [len(gold_report(doc).reading.figures) for doc in seed_names()]
    for of, universe in (("settled", counts[1]), ("all", sum(counts))):
        (row,) = call("audit", "draw", "--of", of, "--json").rows
        assert row["universe"] == universe


def test_sections_tell_what_was_missed(store: Path, call: Call) -> None:
    """Alice keeps all but three figures that are there; zoe, who reads again, adds them."""
    left_out: list[Figure] = []

    def careless(report: StoredReport, stored: StoredFigure) -> Decision:
        place = report.figures.index(stored)
        if report.summary.id < 4 and place == 1:
            left_out.append(stored.figure)
            return NO_FIGURE
        return VERIFIED

    decide(store, "alice", careless, read=whole)
    (drawn,) = call("audit", "draw", "--sections", "1000", "--json").rows
    assert drawn["of"] == "sections"
    assert call("audit", "report", "--json").rows[0]["missed"]["share"] is None
    decide(store, "zoe", read=whole)
    done = call("audit", "report", "--json")
    (told,) = done.rows
    assert (done.code, told["complete"], told["decided"]) == (0, True, drawn["drawn"])
    missed = told["missed"]
    assert missed["k"] == len(left_out) == 3
    low, high = missed["interval"]
    assert low <= missed["k"] / missed["n"] <= high <= told["at_most"] < 0.1
    assert "漏 3 条" in call("audit", "report").out


def test_nothing_to_draw_is_told(store: Path, call: Call) -> None:
    done = call("audit", "draw")
    assert (done.code, done.out) == (1, "")
    assert "zoe" in done.err
    assert call("audit", "report").code == 1
    for wrong in (["--n", "0"], ["--sections", "-3"], ["--of", "some"]):
        assert call("audit", "draw", *wrong).code == 2


def test_a_record_is_not_changed(store: Path, call: Call) -> None:
    decide(store, "alice")
    call("audit", "draw", "--n", "5")
    with connected(store) as connection:
        for change in ("delete from audits", "update audits set seed = 1"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(change)
    assert call("verify-store").code == 0


def test_strata_are_drawn_apart_and_weighted_together(store: Path, call: Call) -> None:
    decide(store, "alice")
    (drawn,) = call("audit", "draw", "--n", "60", "--by", "kind", "--json").rows
    assert (drawn["strata_by"], drawn["drawn"]) == ("kind", 60)
    assert call("audit", "draw", "--n", "60", "--strata", "kind", "--json").rows == [drawn], "on record"
    (simple,) = call("audit", "draw", "--n", "60", "--json").rows
    assert simple["keys"] != drawn["keys"]
    half = drawn["keys"][:30]
    decide(store, "zoe", only(half))
    told = call("audit", "report", "--json").rows[0]
    assert (told["complete"], told["wrong"]["interval_is"]) == (False, "anytime")
    wrong = drawn["keys"][45]
    decide(store, "zoe", lambda report, stored: _one_wrong(report, stored, drawn["keys"], wrong))
    told = call("audit", "report", "--json").rows[0]
    assert (told["complete"], told["wrong"]["interval_is"]) == (True, "conservative")
    assert (told["wrong"]["k"], told["wrong"]["n"]) == (1, 60)
    assert sum(one["size"] for one in told["strata"]) == told["universe"]
    assert sum(one["wrong"]["n"] for one in told["strata"]) == 60
    assert all(one["drawn"] >= min(one["size"], 5) for one in told["strata"])
    (hit,) = [one for one in told["strata"] if one["wrong"]["k"]]
    weight = hit["size"] / told["universe"]
    assert told["wrong"]["share"] == pytest.approx(weight * hit["wrong"]["k"] / hit["drawn"])
    low, high = told["wrong"]["interval"]
    assert low < told["wrong"]["share"] < high and told["most_wrong"] <= high * told["universe"]
    lines = call("audit", "report").out
    assert "金额" in lines and "加权" in lines
    assert call("certify").code == 0
    doc = seed_names()[0]
    assert "没有" in call("certify", doc).out, "its strata are not known of fewer reports"


def test_what_strata_cannot_do_is_refused(store: Path, call: Call) -> None:
    decide(store, "alice")
    refused = call("audit", "draw", "--n", "2", "--by", "kind")
    assert refused.code == 2 and "money" in refused.err
    assert call("audit", "draw", "--sections", "4", "--by", "kind").code == 2
    assert call("audit", "report").code == 1, "nothing is on record"


def _one_wrong(report: StoredReport, stored: StoredFigure, keys: list[str], wrong: str) -> Decision | None:
    if key(report, stored) not in keys:
        return None
    return corrected(stored.figure, value="987654") if key(report, stored) == wrong else VERIFIED
