"""``judge``: verdicts without a screen, recorded as at the desk; impossible ones refused in words."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fzreview.domain.decisions.verdict import REASONS, REJECTION_CLASSES
from fzreview.domain.figures.figure import BOUNDS, KINDS
from fzreview.errors import UsageError
from fzreview.work.judging.judge import judge
from support.command_line import Call, Outcome, caller
from support.gold_reports import gold_report, seed_names

DOC = seed_names()[4]
FIRST = gold_report(DOC).reading.figures[0]
KEY = f"{gold_report(DOC).sha256[:12]}:{FIRST.span_key}"
FIELDS = ("start", "end", "surface", "text", "value", "upper", "unit", "kind", "bound", "subject")


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("FZREVIEW_REVIEWER", "ann")
    return caller(store, capsys)


def shown(call: Call) -> dict[str, Any]:
    return call("show", KEY, "--json").rows[0]


def journal(call: Call) -> list[dict[str, Any]]:
    """All that was ever decided."""
    return call("journal", "--json").rows


def judged(call: Call, *arguments: str) -> dict[str, Any]:
    """The row that ``judge --json`` prints, which is that of ``figures --json``."""
    done = call("judge", KEY, *arguments, "--json")
    assert (done.code, done.err) == (0, "")
    (row,) = done.rows
    assert row == call("figures", DOC, "--json").rows[0]
    return row


def refused(call: Call, code: int, *arguments: str) -> Outcome:
    """A refusal in one line that left nothing behind."""
    before = journal(call)
    done = call("judge", KEY, *arguments)
    assert (done.code, done.out) == (code, "")
    assert len(done.told) == 1
    assert journal(call) == before
    return done


@pytest.mark.parametrize("verdict", ["verified", "wrong", "unsure"])
def test_verdicts(call: Call, verdict: str) -> None:
    row = judged(call, verdict)
    assert (row["verdict"], row["reason"], row["correction"]) == (verdict, None, None)
    assert (row["reviewer"], row["origin"], row["comment"]) == ("ann", "machine", None)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", row["decided_at"])
    (entry,) = shown(call)["history"]
    assert (entry["action"], entry["before"], entry["after"]) == (verdict, None, {"verdict": verdict})


@pytest.mark.parametrize("reason", REASONS)
def test_reasons(call: Call, reason: str) -> None:
    row = judged(call, "wrong", "--reason", reason)
    assert (row["verdict"], row["reason"], row["reason_class"]) == ("wrong", reason, None)


@pytest.mark.parametrize("name", REJECTION_CLASSES)
@pytest.mark.parametrize("with_reason", [True, False])
def test_a_class_tells_what_it_is_instead(call: Call, name: str, with_reason: bool) -> None:
    reason = ["--reason", "not_a_figure"] if with_reason else []
    row = judged(call, "wrong", *reason, "--class", name)
    assert (row["verdict"], row["reason"], row["reason_class"]) == ("wrong", "not_a_figure", name)
    assert shown(call)["history"][0]["action"] == "not_a_figure"


FIELD_CASES = [
    (["--value", "7"], {"value": "7"}, "value"),
    (["--value", "269.95亿"], {"value": "26995000000"}, "value"),
    (["--value", "二十三"], {"value": "23"}, "value"),
    (["--value", "１２３"], {"value": "123"}, "value"),
    (["--value", "-38.5"], {"value": "-38.5"}, "value"),
    (["--value=-38.5%"], {"value": "-38.5"}, "value"),
    (["--value", "1/4"], {"value": "0.25"}, "value"),
    (["--value", "3-5"], {"value": "3", "upper": "5"}, "value"),
    (["--value", "3", "--upper", "5"], {"value": "3", "upper": "5"}, "value"),
    (["--upper", "99999"], {"upper": "99999"}, "value"),
    (["--unit", " 人次 "], {"unit": "人次"}, "unit"),
    (["--unit", ""], {"unit": ""}, "unit"),
    (["--subject", " 培训群众 "], {"subject": "培训群众"}, "subject"),
    *((["--kind", kind], {"kind": kind}, "kind") for kind in KINDS if kind != FIRST.kind),
    *((["--bound", bound], {"bound": bound}, "bound") for bound in BOUNDS if bound != FIRST.bound),
    (["--unit", "人", "--value", "8"], {"value": "8", "unit": "人"}, "value"),
    (["--unit", "人", "--subject", "群众"], {"unit": "人", "subject": "群众"}, "unit"),
]


@pytest.mark.sampled(12)
@pytest.mark.parametrize(("arguments", "changed", "reason"), FIELD_CASES, ids=lambda value: "")
def test_fields_make_a_correction(
    call: Call, arguments: list[str], changed: dict[str, str], reason: str
) -> None:
    before = shown(call)
    machine = {name: before[name] for name in FIELDS}
    row = judged(call, "wrong", *arguments)
    assert (row["verdict"], row["reason"]) == ("wrong", reason)
    assert row["correction"] == machine | changed
    assert {name: row[name] for name in FIELDS} == machine, "the row keeps what was extracted"
    assert shown(call)["history"][0]["action"] == "corrected"


def test_a_correction_builds_on_the_one_before(call: Call) -> None:
    judged(call, "wrong", "--value", "7")
    row = judged(call, "wrong", "--unit", "人")
    assert (row["correction"]["value"], row["correction"]["unit"], row["reason"]) == ("7", "人", "value")


def test_fields_as_extracted_verify_the_figure(call: Call) -> None:
    row = judged(call, "wrong", "--value", FIRST.value, "--unit", FIRST.unit)
    assert (row["verdict"], row["correction"]) == ("verified", None)


@pytest.mark.parametrize(
    "arguments",
    [
        *(["wrong", "--value", value] for value in ("", "many", "5-3", "1/0", "--", "五至三", "٣")),
        *(["wrong", "--upper", value] for value in ("x", "3-5", "5-3", "0")),
        ["wrong", "--value", "5", "--upper", "5"],
        ["wrong", "--value", "5", "--upper", "3"],
        ["wrong", "--kind", "sum"],
        ["wrong", "--bound", "=="],
        ["wrong", "--subject", " "],
        ["wrong", "--reason", "bad"],
        ["wrong", "--class", "joke"],
        ["wrong", "--class", "date", "--reason", "value"],
        ["wrong", "--class", "date", "--value", "7"],
        ["wrong", "--reason", "not_a_figure", "--unit", "人"],
        ["verified", "--value", "7"],
        ["verified", "--reason", "value"],
        ["unsure", "--class", "date"],
        ["undo", "--unit", "人"],
        ["undo"],
        ["good"],
        [],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_cannot_be_is_refused(call: Call, arguments: list[str], language: str) -> None:
    told = refused(call, 2, "--lang", language, *arguments).err
    if language == "en":
        assert not re.search(r"[\u4e00-\u9fff]", told.replace("五至三", ""))


def test_undo_takes_back_the_reviewers_own_decisions_one_by_one(call: Call) -> None:
    judged(call, "unsure")
    judged(call, "wrong", "--value", "7")
    judged(call, "wrong", "--class", "date")
    bob = judged(call, "verified", "--reviewer", "bob")
    assert bob["reviewer"] == "bob"
    expected = [("wrong", "value"), ("unsure", None)]
    for verdict, reason in expected:
        call("judge", KEY, "undo")
        own = shown(call)["history"][-1]["after"]
        assert (own["verdict"], own.get("reason")) == (verdict, reason)
    call("judge", KEY, "undo")
    assert shown(call)["history"][-1]["after"] is None
    assert "ann" in refused(call, 2, "undo").err
    assert judged(call, "undo", "--reviewer", "bob")["verdict"] == "undecided"


def test_the_same_verdict_again_is_told_and_not_recorded(call: Call) -> None:
    judged(call, "verified")
    again = call("judge", KEY, "verified")
    assert (again.code, again.told) == (0, ["判定未变"])
    assert KEY in again.out
    assert len(shown(call)["history"]) == 1
    assert len(judged(call, "verified", "--reviewer", "bob")) == len(shown(call)) - 3


def test_the_line_for_people_tells_key_status_and_fields(call: Call) -> None:
    line = call("judge", KEY, "wrong", "--value", "3-5").out
    assert line.count("\n") == 1
    assert line.split()[:2] == [KEY, "有误"]
    assert "3–5" in line
    assert "wrong" in call("judge", "--lang", "en", KEY, "wrong", "--value", "4-5").out


@pytest.mark.parametrize("name", ["张三", "  ann  ", "O'Brien; drop table journal", "\udcff"])
def test_names_of_reviewers(call: Call, name: str) -> None:
    expected = "\ufffd" if name == "\udcff" else name.strip()
    assert judged(call, "verified", "--reviewer", name)["reviewer"] == expected


TYPED = st.text(
    st.sampled_from("0123456789.-+,/%％万亿千百十零一二两三半成分之至到~～eE余多 x\u200b٣①"), max_size=8
) | st.text(max_size=5)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=TYPED, upper=st.none() | TYPED)
def test_whatever_is_typed_gives_numbers_or_a_sentence(store: Path, value: str, upper: str | None) -> None:
    fields = {"value": value} | ({} if upper is None else {"upper": upper})
    try:
        done = judge(store, "ann", KEY, "wrong", fields=fields)
    except UsageError as error:
        assert str(error)
        return
    figure = done.figure.shown
    assert re.fullmatch(r"-?\d+(\.\d+)?", figure.value)
    assert figure.upper is None or Decimal(figure.upper) > Decimal(figure.value)


def test_another_span_is_a_correction(call: Call) -> None:
    source = gold_report(DOC).reading.source
    row = judged(call, "wrong", "--start", str(FIRST.start - 2), "--end", str(FIRST.end - 1))
    held = row["correction"]
    assert (row["verdict"], row["reason"]) == ("wrong", "span")
    assert (held["start"], held["end"]) == (FIRST.start - 2, FIRST.end - 1)
    assert held["surface"] == source[FIRST.start - 2 : FIRST.end - 1]
    assert held["value"] == FIRST.value


@pytest.mark.parametrize("span", [("--start", "-1"), ("--end", "9999999"), ("--end", "0")])
def test_a_span_outside_the_source_is_refused(call: Call, span: tuple[str, str]) -> None:
    assert "start / end" in refused(call, 2, "wrong", f"{span[0]}={span[1]}").err
    assert "fields" not in refused(call, 2, "verified", *span).out
