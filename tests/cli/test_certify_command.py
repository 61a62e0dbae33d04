"""``certify``: one page of what is known of a store's gold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from support.command_line import Call
from support.gold_reports import gold_report, seed_names
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, corrected, decide, whole

FIGURES = [len(gold_report(doc).reading.figures) for doc in seed_names()]


def drawn_by_zoe(wrong: int = 0) -> Any:
    """A rule that decides about what was drawn, the first so many as wrong."""

    def rule(keys: list[str]) -> Any:
        def decided(report: StoredReport, stored: StoredFigure) -> Decision | None:
            name = f"{report.summary.sha256[:12]}:{stored.span_key}"
            if name not in keys:
                return None
            return corrected(stored.figure, value="1") if name in keys[:wrong] else VERIFIED

        return decided

    return rule


def audited(call: Call, store: Path, n: int, wrong: int = 0) -> None:
    (row,) = call("audit", "draw", "--n", str(n), "--reviewer", "zoe", "--json").rows
    decide(store, "zoe", drawn_by_zoe(wrong)(row["keys"]))


def test_nothing_is_certified_that_nobody_looked_at(store: Path, call: Call) -> None:
    decide(store, "alice")
    done = call("certify", "--require", "wrong<=1%,missed<=2%", "--json")
    (told,) = done.rows
    assert done.code == 1
    assert (told["wrong"], told["missed"]) == (None, None)
    assert (told["gold"], told["doubled"]["k"]) == (sum(FIGURES), 0)
    assert told["agreed"]["share"] is None
    assert [(one["met"], one["more"]) for one in told["required"]] == [(False, 299), (False, 149)]
    assert "没有抽查，说不上" in call("certify").out


def test_an_audit_meets_a_requirement_and_misses_a_stricter_one(store: Path, call: Call) -> None:
    decide(store, "alice")
    audited(call, store, 200)
    done = call("certify", "--require", "wrong<=1.5%", "--json")
    (told,) = done.rows
    assert (done.code, told["wrong"]["is"], told["wrong"]["n"]) == (0, "exact", 200)
    assert told["wrong"]["at_most"] == pytest.approx(0.01487, abs=5e-5)
    done = call("certify", "--require", "wrong<=1%")
    assert done.code == 1
    assert "还须再看 99 条" in done.out


def test_mistakes_ask_for_more(store: Path, call: Call) -> None:
    decide(store, "alice")
    audited(call, store, 200, wrong=2)
    (told,) = call("certify", "--require", "wrong<=0.01", "--json").rows
    assert told["required"][0]["more"] == 628 - 200


def test_what_was_looked_at_twice_and_what_not_at_all(store: Path, call: Call) -> None:
    words = {1: VERIFIED, 2: UNSURE, 3: NO_FIGURE}
    decide(store, "alice", lambda report, stored: words.get(report.summary.id), read=whole)
    decide(store, "bob", lambda report, stored: VERIFIED if report.summary.id == 1 else None)
    (told,) = call("certify", "--json").rows
    assert told["gold"] == told["doubled"]["k"] == told["agreed"]["k"] == FIGURES[0]
    assert told["rejected"] == FIGURES[2]
    left = told["not_looked_at"]
    assert (left["open"], left["undecided"], left["single"]) == (FIGURES[1], sum(FIGURES[3:]), 0)
    assert left["characters_unread"] == 0
    assert left["characters_read_once"] == left["characters"]


def test_dispute_is_no_agreement(store: Path, call: Call) -> None:
    decide(store, "alice")
    decide(store, "bob", lambda report, stored: NO_FIGURE if report.summary.id == 1 else VERIFIED)
    (told,) = call("certify", "--json").rows
    assert (told["agreed"]["k"], told["agreed"]["n"]) == (sum(FIGURES[1:]), sum(FIGURES))


def test_some_reports_or_a_split(store: Path, call: Call) -> None:
    decide(store, "alice")
    audited(call, store, 100)
    (whole_store,) = call("certify", "--json").rows
    (one,) = call("certify", seed_names()[0], "--json").rows
    assert (one["reports"], one["gold"]) == (1, FIGURES[0])
    assert 0 < one["wrong"]["n"] < 100
    assert one["wrong"]["at_most"] > whole_store["wrong"]["at_most"]
    splits = [call("certify", "--split", name, "--json") for name in ("train", "dev", "test")]
    assert sum(done.rows[0]["reports"] for done in splits if done.code == 0) == 5
    assert call("certify", "--split", "some").code == 2
    assert call("certify", "no such report").code == 1


def test_the_digest_of_gold_changes_with_the_gold_alone(store: Path, call: Call) -> None:
    decide(store, "alice")
    (before,) = call("certify", "--json").rows
    (again,) = call("certify", "--json").rows
    assert before["digests"] == again["digests"]
    decide(store, "bob", lambda report, stored: NO_FIGURE if report.summary.id == 1 else None)
    (after,) = call("certify", "--json").rows
    assert after["digests"]["gold"] != before["digests"]["gold"]
    assert after["digests"]["reports"] == before["digests"]["reports"]


def test_missed_figures_are_bounded_by_sections_read_anew(store: Path, call: Call) -> None:
    decide(store, "alice", read=whole)
    call("audit", "draw", "--sections", "1000", "--reviewer", "zoe")
    decide(store, "zoe", read=whole)
    (told,) = call("certify", "--require", "missed<=2%", "--json").rows
    assert (told["missed"]["k"], told["missed"]["n"], told["required"][0]["met"]) == (0, sum(FIGURES), True)


@pytest.mark.parametrize(
    "wrong", ["wrong", "wrong<1%", "some<=1%", "wrong<=0%", "wrong<=100%", "wrong<=1%,wrong<=2%", ""]
)
def test_requirements_that_mean_nothing_are_refused(store: Path, call: Call, wrong: str) -> None:
    done = call("certify", "--require", wrong)
    assert (done.code, done.out) == (2, "")
