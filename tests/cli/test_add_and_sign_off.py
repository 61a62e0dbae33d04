"""``add`` and ``sign-off``: what the desk does with keys, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, caller
from support.gold_reports import gold_report, seed_names

DOC = seed_names()[0]
SOURCE = gold_report(DOC).reading.source
OUTLINE = gold_report(DOC).reading.outline
SHA256 = gold_report(DOC).sha256
FIRST = gold_report(DOC).reading.figures[0]


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("FZREVIEW_REVIEWER", "ann")
    return caller(store, capsys)


def missed() -> tuple[int, int]:
    """A year in the text, which no figure covers."""
    start = SOURCE.index("2017年")
    return start, start + 5


def test_a_missed_figure_takes_its_fields_from_the_extractor(call: Call, store: Path) -> None:
    start, end = missed()
    done = call("add", DOC, str(start), str(end), "--json")
    assert (done.code, done.err) == (0, "")
    (row,) = done.rows
    assert row["key"] == f"{SHA256[:12]}:{start}-{end}"
    assert (row["surface"], row["value"], row["origin"], row["verdict"]) == (
        SOURCE[start:end],
        "2017",
        "reviewer",
        "verified",
    )
    assert row["reviewer"] == "ann"
    assert row in call("figures", DOC, "--json").rows
    assert call("show", row["key"], "--json").rows[0]["history"][0]["action"] == "added"
    assert call("judge", row["key"], "undo").code == 0
    assert row["key"] not in [one["key"] for one in call("figures", DOC, "--json").rows]
    assert verify_store(store)[1] == []


def test_given_fields_count_and_words_tell_what_was_added(call: Call) -> None:
    start, end = missed()
    arguments = ("--value", "3-5", "--unit", "个", "--kind", "count", "--bound", ">=", "--subject", "乡镇")
    done = call("add", DOC, str(start), str(end), *arguments, "--reviewer", "bob")
    assert done.code == 0
    assert "3–5 个  乡镇" in done.out
    row = next(one for one in call("figures", DOC, "--json").rows if one["start"] == start)
    assert (row["value"], row["upper"], row["bound"], row["reviewer"]) == ("3", "5", ">=", "bob")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((DOC, "5", "5"), 2),
        ((DOC, "-1", "5"), 2),
        ((DOC, "9", "5"), 2),
        ((DOC, "5", "99999999"), 2),
        ((DOC, "a", "5"), 2),
        ((DOC, str(SOURCE.index("法治")), str(SOURCE.index("法治") + 2)), 2),
        ((DOC, str(FIRST.start), str(FIRST.end)), 2),
        ((DOC, "5", "9", "--value", "viele"), 2),
        ((DOC, "5", "9", "--value", "5", "--upper", "3"), 2),
        ((DOC, "5", "9", "--upper", "3"), 2),
        (("no such report", "5", "9"), 1),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_cannot_be_added_is_refused(
    call: Call, store: Path, arguments: tuple[str, ...], code: int, language: str
) -> None:
    done = call("--lang", language, "add", *arguments)
    assert (done.code, done.out, len(done.told)) == (code, "", 1)
    assert verify_store(store) == (0, [])


def test_numerals_without_a_number_can_be_added_with_one(call: Call) -> None:
    start = SOURCE.index("法治")
    done = call("add", DOC, str(start), str(start + 2), "--value", "1", "--json")
    assert (done.code, done.rows[0]["value"]) == (0, "1")


@pytest.mark.parametrize("named", ["span", "start", "label", "part"])
def test_a_section_is_named_in_several_ways(call: Call, named: str) -> None:
    section = OUTLINE[1]
    name = {
        "span": f"{section.start}-{section.end}",
        "start": str(section.start),
        "label": section.label,
        "part": section.title[3:],
    }[named]
    done = call("sign-off", DOC, name, "--json")
    assert done.code == 0
    (row,) = done.rows
    assert (row["signed"], row["changed"], row["reviewer"]) == (True, True, "ann")
    assert row["section"]["start"] == section.start
    inside = [one for one in gold_report(DOC).reading.figures if section.start <= one.start < section.until]
    assert (row["undecided"], row["unaccounted"]) == (len(inside), 0)


def test_a_sign_off_is_said_once_and_taken_back(call: Call, store: Path) -> None:
    name = str(OUTLINE[1].start)
    first = call("sign-off", DOC, name)
    assert first.out.startswith("已通读：")
    assert "未判定" in first.err
    assert call("sign-off", DOC, name).out.startswith("判定未变")
    assert call("sign-off", DOC, name, "--reviewer", "bob").out.startswith("已通读")
    assert call("sign-off", DOC, name, "--undo").out.startswith("已取消通读")
    assert call("sign-off", DOC, name, "--undo").out.startswith("判定未变")
    assert verify_store(store) == (3, [])
    actions = [row["action"] for row in call("journal", DOC, "--json").rows]
    assert actions == ["signed_off", "signed_off", "reopened"]


@pytest.mark.parametrize("named", ["一", "7-9", "99999", "没有这一节", " "])
def test_sections_that_nobody_can_mean(call: Call, named: str) -> None:
    done = call("sign-off", DOC, named)
    assert (done.code, done.out, len(done.told)) == (1, "", 1)
