"""Tables: read with the libraries that others read them with, row by row what the native rows say."""

from __future__ import annotations

import csv
import json
import re
import sys
from dataclasses import replace
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.figures.fields import ABOUT
from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.records import GoldDocument, GoldRecord, ReadSection
from fzreview.gold.files import workbook
from fzreview.gold.files.flat_rows import TABLE, exact_number, joined
from fzreview.gold.files.workbook import LONGEST, Workbook
from fzreview.gold.formats import csv as csv_format
from fzreview.gold.formats.csv import guarded
from fzreview.gold.packages.writing import write_package
from fzreview.work.gold.exporting import export
from support.decided_store import decided_store, reports
from support.lazily import lazily

openpyxl = lazily("openpyxl")
pq = lazily("pyarrow.parquet")

TABLES = ("csv", "xlsx", "parquet")
NASTY = [
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠a",
    "'quoted",
    '=HYPERLINK("http://a","b")',
    "<r><t>x</t></r>",
    "]]>&amp;<![CDATA[",
    "_x0041_ and _x005F_",
    "\x00\x01\x0b\x1f\ufffe\uffff",
    'a,b\r\n"c"; \'',
    "𠮷" * 3,
    "",
    "-38.5",
    "7",
]
"""Cells that spreadsheet programs, XML or CSV could take for something else."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    export(decided_store(folder / "a.db"), folder / "gold", TABLES)
    return folder / "gold"


def native(package: Path, name: str = "figures") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (package / f"{name}.jsonl").read_bytes().splitlines()]


ABOUT_REPORT = {report.sha256: report.reading.metadata for report in reports()}
WORDS = {"=": "exact", "~": "about", ">": "more", ">=": "at_least", "<": "less", "<=": "at_most"}


def beside(row: dict[str, Any]) -> dict[str, Any]:
    """What tables say beside a native row."""
    metadata = ABOUT_REPORT[row["sha256"]]
    return {
        "bound_word": WORDS[row["bound"]],
        "value_number": float(row["value"]),
        "upper_number": None if row["upper"] is None else float(row["upper"]),
        **{name: getattr(metadata, name, None) for name in ABOUT},
    }


def flat(row: dict[str, Any]) -> list[Any]:
    """A native row in the columns of the tables."""
    machine = row["machine"] or {}
    told = row | {f"machine_{name}": machine.get(name) for name in list(row)} | beside(row)
    return [told[name] for name in TABLE]


def flat_section(row: dict[str, Any]) -> list[Any]:
    """A native row of a section in the columns of the tables."""
    told = row | {"open": " ".join(f"{start}-{end}" for start, end in row["open"])}
    return list(told.values())


def nasty_document() -> GoldDocument:
    """A record for each nasty text, in every place where text stands."""
    records = []
    for number, text in enumerate(NASTY):
        figure = Figure(number, number + 1, text, text, text, text, text, "count", "=", text)
        records.append(
            GoldRecord(
                *(text, "ab" * 32, figure, "verified", figure, None, None),
                *(text, "2026-01-02T03:04:05.000Z", (text, text) if text else (), text),
                *(0, False, "train", "1.3", text, text or None),
            )
        )
    read = tuple(ReadSection(0, 1, 2, 1, text, text, text) for text in NASTY)
    return GoldDocument(
        "a", "ab" * 32, "", None, None, None, None, None, "train", "1.3", "1", tuple(records), read
    )


def csv_rows(path: Path) -> list[list[str]]:
    data = path.read_bytes().decode("utf-8-sig")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "without it Excel takes UTF-8 for GBK"
    return list(csv.reader(StringIO(data, newline=""), strict=True))


def unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell


def as_text(cell: Any) -> str:
    """A value as a cell of a CSV says it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(cell).removesuffix(".0")
    return joined(cell) if isinstance(cell, list) else str(cell)


def test_csv_says_what_the_native_rows_say(package: Path) -> None:
    head, *rows = csv_rows(package / "figures.csv")
    assert head == list(TABLE)
    assert [[unguarded(cell) for cell in row] for row in rows] == [
        [as_text(cell) for cell in flat(row)] for row in native(package)
    ]
    head, *rows = csv_rows(package / "sections.csv")
    expected = native(package, "sections")
    assert head == list(expected[0])
    assert rows == [[as_text(cell) for cell in flat_section(row)] for row in expected]


def test_no_cell_of_a_csv_is_a_formula(tmp_path: Path) -> None:
    document = nasty_document()
    write_package([document], tmp_path, ["csv"])
    rows = csv_rows(tmp_path / "figures.csv")[1:] + csv_rows(tmp_path / "sections.csv")[1:]
    for row in rows:
        for cell in row:
            assert cell == "=" or cell[:1] not in set("=+@\t\r\n＝＋－＠")
            assert not cell.startswith("-") or re.fullmatch(r"-[0-9.]+", cell)
    subjects = [row[list(TABLE).index("subject")] for row in rows[: len(NASTY)]]
    assert [unguarded(cell) for cell in subjects] == NASTY
    lines = (tmp_path / "figures.csv").read_bytes()
    assert lines.endswith(b"\r\n")


@given(st.text())
def test_the_guard_can_be_taken_away(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert cell == text or cell == "'" + text


@given(st.lists(st.text(min_size=1), max_size=4))
def test_headings_come_out_of_a_joined_text(headings: list[str]) -> None:
    parts = re.findall(r"(?:[^/\\]|\\.)+", joined(headings), re.DOTALL)
    assert [re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in parts] == headings


def test_xlsx_says_what_the_native_rows_say(package: Path) -> None:
    book = openpyxl.load_workbook(package / "figures.xlsx")
    assert book.sheetnames == ["figures", "sections", "manifest"]
    head, *rows = book["figures"].iter_rows()
    assert [cell.value for cell in head] == list(TABLE)
    for cells, row in zip(rows, native(package), strict=True):
        for cell, value in zip(cells, flat(row), strict=True):
            expected = joined(value) if isinstance(value, list) else value
            if isinstance(expected, str):
                assert cell.data_type in ("s", "inlineStr")
                assert _plain(cell.value) == expected
            else:
                assert cell.value == expected
                assert type(cell.value) is type(expected)
    sections = list(book["sections"].iter_rows(values_only=True))
    assert [["" if cell is None else cell for cell in row] for row in sections[1:]] == [
        flat_section(row) for row in native(package, "sections")
    ]
    told = dict(book["manifest"].iter_rows(min_row=2, values_only=True))
    manifest = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
    assert told["records"] == manifest["records"]
    assert told["decisions.rejected"] == manifest["decisions"]["rejected"]
    assert told["program"] == manifest["program"]
    assert manifest["not_held"]["xlsx"]["escaped"] > 0


def _plain(value: Any) -> str:
    """A cell as Excel reads it: empty texts are there, ``_xHHHH_`` is one character."""
    text = "" if value is None else value
    return re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), text)


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    write_package([nasty_document()], tmp_path, ["xlsx"])
    with ZipFile(tmp_path / "figures.xlsx") as archive:
        assert archive.testzip() is None
        assert all(b"<f" not in archive.read(name) for name in archive.namelist() if "sheet" in name)
    sheet = openpyxl.load_workbook(tmp_path / "figures.xlsx")["figures"]
    column = list(TABLE).index("sentence") + 1
    cells = [sheet.cell(number + 2, column) for number in range(len(NASTY))]
    assert [_plain(cell.value) for cell in cells] == NASTY
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert all(cell.data_type != "n" or cell.value is None for cell in cells)


def test_a_full_sheet_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    stream = BytesIO()
    book = Workbook(stream)
    book.begin_sheet("rows", ("a", "b"))
    for number in range(5):
        book.add((number, "𠮷" * 20_000 if number == 4 else "x"))
    book.begin_sheet("empty", ("c",))
    book.close()
    read = openpyxl.load_workbook(stream)
    assert read.sheetnames == ["rows", "rows_2", "rows_3", "empty"]
    told = [list(sheet.iter_rows(values_only=True)) for sheet in read]
    assert told[0] == [("a", "b"), (0, "x"), (1, "x")]
    assert told[2] == [("a", "b"), (4, "𠮷" * (LONGEST // 2))]
    assert told[3] == [("c",)]
    assert book.counts == {"cut": 1}


def test_parquet_says_what_the_native_rows_say(package: Path) -> None:
    file = pq.ParquetFile(package / "figures.parquet")
    assert file.read().to_pylist() == [row | beside(row) for row in native(package)]
    assert list(file.schema_arrow.names) == [*native(package)[0], *beside(native(package)[0])]
    assert str(file.schema_arrow.field("value").type) == "string"
    versions = json.loads(file.metadata.metadata[b"fzreview"])
    manifest = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
    assert versions == {name: manifest[name] for name in ("schema", "program", "extractors", "guides")}
    assert pq.read_table(package / "sections.parquet").to_pylist() == native(package, "sections")


def test_parquet_of_nothing_has_its_columns(tmp_path: Path) -> None:
    write_package([], tmp_path, TABLES)
    assert pq.read_table(tmp_path / "figures.parquet").num_rows == 0
    assert "machine" in pq.read_table(tmp_path / "figures.parquet").column_names
    assert csv_rows(tmp_path / "figures.csv") == [list(TABLE)]


def test_row_groups_are_written_as_they_fill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fzreview.gold.files.parquet_file.BATCH_ROWS", 20)
    document = nasty_document()
    write_package((replace(document, doc=str(number)) for number in range(5)), tmp_path, ["parquet"])
    file = pq.ParquetFile(tmp_path / "figures.parquet")
    assert file.metadata.num_row_groups == 5
    assert file.metadata.num_rows == 5 * len(NASTY)


def test_a_format_without_its_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    counts = write_package([], tmp_path, ["parquet", "hf", "csv"])
    assert list(counts.missing) == ["parquet", "hf"]
    assert all("'pyarrow" in str(error) for error in counts.missing.values())
    assert (tmp_path / "figures.csv").is_file()
    assert not list(tmp_path.rglob("*.parquet"))


def test_guards_are_those_that_the_guide_to_the_format_names() -> None:
    assert csv_format.GUARD == "'"
    assert [guarded(text) for text in NASTY[:12]] == ["'" + text for text in NASTY[:12]]
    assert [guarded(text) for text in ("-38.5", "48件", "", "=")] == ["-38.5", "48件", "", "="]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**20), max_value=10**20))
def test_a_number_is_told_only_where_it_is_exact(value: Decimal) -> None:
    number = exact_number(str(value))
    assert number is None or Decimal(repr(number)) == value
    assert number is not None or len(value.as_tuple().digits) > 15


def test_no_column_needs_a_guard_for_an_ordinary_figure(package: Path) -> None:
    guards = [cell for row in csv_rows(package / "figures.csv") for cell in row if cell.startswith("'")]
    assert guards == []
