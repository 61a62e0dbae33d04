"""The printed page of a figure in a PDF: on the card, in every row of gold, and nowhere for other kinds."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from support.command_line import Call, caller
from support.desk import card, desk
from support.gold_reports import SEEDS, seed_names
from support.pdf_files import pdf_of, printed

TEXT = (SEEDS / seed_names()[0]).read_text(encoding="utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def call(path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(path, capsys)


def test_gold_tells_the_page(call: Call, tmp_path: Path) -> None:
    pages = printed(TEXT)
    (tmp_path / "a.pdf").write_bytes(pdf_of(pages))
    call("load", tmp_path / "a.pdf")
    figures = call("figures", "a.pdf", "--json").rows
    for row in figures:
        call("judge", row["key"], "verified")
    exported = call("export", "-o", tmp_path / "gold", "--format", "csv", "--format", "parquet")
    assert exported.code == 0
    lines = (tmp_path / "gold" / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) == len(figures)
    for row in rows:
        # A paragraph, and a figure in it, may go on overleaf.
        shown = "".join(line for page in pages[row["page"] - 1 : row["page"] + 1] for line in page[:-1])
        assert row["surface"] in shown
    assert len({row["page"] for row in rows}) > 1
    table = (tmp_path / "gold" / "figures.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [row["page"] for row in csv.DictReader(table)] == [str(row["page"]) for row in rows]


def test_text_has_no_pages(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    call("load", tmp_path / "a.txt")
    call("judge", call("figures", "a.txt", "--json").rows[0]["key"], "verified")
    call("export", "-o", tmp_path / "gold")
    (line,) = (tmp_path / "gold" / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["page"] is None


async def test_the_card_tells_the_page(call: Call, path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of(printed(TEXT)))
    call("load", tmp_path / "a.pdf")
    async with desk(path, "a.pdf") as pilot:
        assert "第 1 页" in card(pilot)
        await pilot.press("n", "n", "n")
        assert "第 4 页" in card(pilot)
