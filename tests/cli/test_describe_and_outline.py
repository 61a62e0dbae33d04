"""What a report is and how its outline goes, corrected: journalled, undoable, kept, without loss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, caller
from support.gold_reports import SEEDS, seed_names

SEED = SEEDS / seed_names()[4]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def call(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Call:
    (tmp_path / "a.txt").write_bytes(SEED.read_bytes())
    called = caller(path, capsys)
    called("load", tmp_path / "a.txt")
    return called


def told(call: Call) -> dict[str, object]:
    (row,) = call("list", "--json").rows
    return row


def headings(call: Call) -> list[tuple[str, int]]:
    rows = call("outline", "a.txt", "--json").rows
    return [(row["marker"] + row["title"], row["level"]) for row in rows]


def test_fields_are_corrected_and_taken_back(call: Call, path: Path) -> None:
    before = told(call)
    assert call("describe", "a.txt", "year=2018", "region=某县", "title=新的 标题", "issuer=").code == 0
    after = told(call)
    assert (after["year"], after["region"], after["title"]) == (2018, "某县", "新的 标题")
    assert after["issuer"] is None
    call("describe", "a.txt", "year=2017", "--reviewer", "bob")
    assert told(call)["year"] == 2017, "the last word counts"
    call("describe", "a.txt", "--undo", "year", "--reviewer", "bob")
    assert told(call)["year"] == 2018
    call("describe", "a.txt", *(f"--undo={name}" for name in ("year", "region", "title", "issuer")))
    assert told(call) == before
    rows = call("journal", "a.txt", "--json").rows
    assert {row["action"] for row in rows} == {"described"}
    assert {row["target"] for row in rows} == {"year", "region", "title", "issuer"}
    assert verify_store(path)[1] == []


def test_corrections_outlive_another_extraction(call: Call, path: Path) -> None:
    before = told(call), headings(call)
    call("describe", "a.txt", "year=2018", "region=某县")
    wrong, moved = headings(call)[2][0], headings(call)[3][0]
    call("outline", "a.txt", wrong, "--wrong")
    call("outline", "a.txt", moved, "--level", "4")
    corrected = headings(call)
    assert (moved, 4) in corrected and wrong not in [label for label, _ in corrected]
    with StoreReader(path) as reader:
        sections = {one.figure.section for one in reader.figures(1)}
    assert call("reextract", "--yes").code == 0
    assert (told(call)["year"], told(call)["region"]) == (2018, "某县")
    assert headings(call) == corrected
    with StoreReader(path) as reader:
        assert {one.figure.section for one in reader.figures(1)} == sections
    assert verify_store(path)[1] == []
    call("describe", "a.txt", "--undo", "year", "--undo", "region")
    call("outline", "a.txt", moved, "--undo")
    span = next(row["key"] for row in call("journal", "a.txt", "--json").rows if row["target"] == "heading")
    call("outline", "a.txt", span.partition(":")[2], "--undo")
    assert (told(call), headings(call)) == before


def test_a_missed_heading_is_put_in_and_figures_stand_under_it(call: Call, path: Path) -> None:
    with StoreReader(path) as reader:
        report = reader.report(next(reader.summaries()))
    figure = report.figures[-1].figure
    line = report.reading.source.rfind("\n", 0, figure.start) + 1
    named = f"{line}-{line + 6}"
    assert call("outline", "a.txt", named, "--missed", "--level", "1").code == 0
    label = report.reading.source[line : line + 6]
    assert (label, 1) in headings(call)
    last = call("figures", "a.txt", "--json").rows[-1]
    assert last["section"][0] == label
    assert verify_store(path)[1] == []
    call("outline", "a.txt", named, "--undo")
    assert call("figures", "a.txt", "--json").rows[-1]["section"] == list(figure.section)
    assert verify_store(path)[1] == []


def test_a_section_that_gets_other_bounds_is_to_be_read_again(call: Call, path: Path) -> None:
    rows = call("outline", "a.txt", "--json").rows
    sections = [row for row in rows if row["level"] == 2]
    first, second = (f"{row['start']}-{row['end']}" for row in sections[:2])
    third = f"{sections[2]['start']}-{sections[2]['end']}"
    for span in (first, third):
        assert call("sign-off", "a.txt", span, "--reviewer", "ann").code == 0
    call("outline", "a.txt", second, "--wrong")
    with StoreReader(path) as reader:
        signed = reader.report(next(reader.summaries())).signed
    assert [span for span, held in signed.items() if held] == [third], "the first one has grown"
    actions = [row["action"] for row in call("journal", "a.txt", "--json", "--reviewer", "ann").rows]
    assert actions == ["signed_off", "signed_off"]
    call("outline", "a.txt", second, "--undo")
    with StoreReader(path) as reader:
        signed = reader.report(next(reader.summaries())).signed
    assert {span for span, held in signed.items() if held} == {first, third}, "it is what ann has read again"
    assert verify_store(path)[1] == []


def test_a_split_follows_the_issuer_until_somebody_decides(call: Call, path: Path) -> None:
    def group() -> str:
        with StoreReader(path) as reader:
            return reader.split_group(1)

    before = group()
    call("describe", "a.txt", "issuer=某县人民政府")
    assert group() == "issuer 某县人民政府" != before
    call("judge", call("figures", "a.txt", "--json").rows[0]["key"], "verified")
    call("describe", "a.txt", "issuer=另一个县人民政府")
    assert group() == "issuer 某县人民政府", "it is in a split by now"


def test_corrections_are_gold_and_score_the_extractor(call: Call, tmp_path: Path) -> None:
    extracted = told(call)
    labels = [label for label, _ in headings(call)]
    call("describe", "a.txt", "year=2018", f"region={extracted['region']}")
    call("outline", "a.txt", labels[2], "--wrong")
    call("outline", "a.txt", labels[3], "--level", "4")
    call("judge", call("figures", "a.txt", "--json").rows[0]["key"], "verified")
    exported = call("export", "-o", tmp_path / "gold", "--format", "csv")
    assert exported.code == 0 and "reports.jsonl" in exported.err

    def rows(name: str) -> list[dict[str, object]]:
        text = (tmp_path / "gold" / name).read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    (report,) = rows("reports.jsonl")
    assert (report["year"], report["region"]) == (2018, extracted["region"])
    stated = report["stated"]
    assert isinstance(stated, dict)
    assert {name: one["machine"] for name, one in stated.items()} == {
        "year": 2019,
        "region": extracted["region"],
    }
    decided = {row["decision"]: row for row in rows("outline.jsonl") if row["decision"]}
    assert f"{decided['rejected']['marker']}{decided['rejected']['title']}" == labels[2]
    assert (decided["corrected"]["level"], decided["corrected"]["machine_level"]) == (4, 2)
    assert len(rows("outline.jsonl")) == len(labels)
    manifest = json.loads((tmp_path / "gold" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["stated"] == 4
    assert call("check", tmp_path / "gold").code == 0
    (score,) = call("evaluate", tmp_path / "gold", "--json").rows[:1]
    assert score["metadata"]["a.txt"] == {"year": False, "region": True}
    assert len(score["headings"]["spurious"]) == 2, "the rejected one, and the one at another level"
