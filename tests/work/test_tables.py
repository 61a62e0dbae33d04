"""Tables, lists of objects and their columns: a report a row, and one clear line for what is no corpus."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from fzreview.documents.rows.columns import Columns
from fzreview.domain.reports.original import SourceMetadata
from fzreview.errors import UsageError
from fzreview.work.loading.sources import Limits, Refusal, Source, open_sources
from support.office_files import xlsx_of

A = "一、推进依法行政，办理行政复议案件48件。"
B = "二、全年办理行政诉讼案件20件。"
HEAD = ["标题", "正文", "链接", "发布时间"]
ROWS = [["甲县报告", A, "https://e.org/1", "2022-01-18"], ["乙县报告", B, "https://e.org/2", "2022年2月3日"]]
TOLD = [
    SourceMetadata("甲县报告", "https://e.org/1", "2022-01-18"),
    SourceMetadata("乙县报告", "https://e.org/2", "2022-02-03"),
]


def sources(path: Path, columns: str | None = None) -> list[Source]:
    return [one for one in open_sources([path], columns=columns) if isinstance(one, Source)]


def refusals(path: Path, columns: str | None = None) -> list[tuple[str, str]]:
    found = open_sources([path], columns=columns)
    return [(one.doc, one.error.code) for one in found if isinstance(one, Refusal)]


def csv_of(rows: list[list[str]], separator: str = ",") -> str:
    return "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows) + "\n"


def parquet_of(rows: list[dict[str, object]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    file = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), file)
    return file.getvalue()


def xls_of(rows: list[list[str]]) -> bytes:
    xlwt = pytest.importorskip("xlwt")
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Sheet1")
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "a.csv": lambda: csv_of([HEAD, *ROWS]).encode(),
    "bom.csv": lambda: b"\xef\xbb\xbf" + csv_of([HEAD, *ROWS]).encode(),
    "gbk.csv": lambda: csv_of([HEAD, *ROWS]).encode("gbk"),
    "semicolon.csv": lambda: csv_of([HEAD, *ROWS], ";").encode(),
    "a.tsv": lambda: csv_of([HEAD, *ROWS], "\t").encode(),
    "a.xlsx": lambda: xlsx_of({"Sheet1": [HEAD, *ROWS]}),
    "a.xls": lambda: xls_of([HEAD, *ROWS]),
    "under another name.txt": lambda: xlsx_of({"Sheet1": [HEAD, *ROWS]}),
    "a.parquet": lambda: parquet_of([dict(zip(HEAD, row, strict=True)) for row in ROWS]),
}
"""Makers, because every worker of the suite collects this file: one alone loads what makes workbooks."""


@pytest.mark.parametrize("name", FILES)
def test_each_row_is_a_report(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name]())
    found = sources(tmp_path / name)
    assert [one.data.decode() for one in found] == [A, B]
    assert [one.told for one in found] == TOLD
    assert [one.doc for one in found] == [f"{name}:2", f"{name}:3"]
    assert all(one.row is not None and one.row.kind == "row" for one in found)


OBJECTS = [dict(zip(HEAD, row, strict=True)) for row in ROWS]
NESTED = [
    {"id": n, "data": {"info": {"名称": row[0], "网址": row[2]}, "正文": row[1]}}
    for n, row in enumerate(ROWS)
]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "wrapped.json", "nested.jsonl"])
def test_fields_of_objects_are_known_by_their_names(tmp_path: Path, name: str) -> None:
    objects = NESTED if name.startswith("nested") else OBJECTS
    whole = {"total": 2, "data": objects} if name.startswith("wrapped") else objects
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in objects)
    (tmp_path / name).write_text(lines if name.endswith("jsonl") else json.dumps(whole), encoding="utf-8")
    found = sources(tmp_path / name)
    assert [one.data.decode() for one in found] == [A, B]
    assert [(one.told.title, one.told.url) for one in found] == [(told.title, told.url) for told in TOLD]


def test_columns_can_be_told(tmp_path: Path) -> None:
    rows = [["甲", "乙", "丙"], ["报告", A, "x"], ["报告二", B, "y"]]
    (tmp_path / "a.csv").write_text(csv_of(rows), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"o": {"甲": "报告", "乙": A}}), encoding="utf-8")
    assert refusals(tmp_path / "a.csv") == [("a.csv", "columns_unclear")]
    found = sources(tmp_path / "a.csv", "text=乙, title=甲")
    assert [(one.data.decode(), one.told.title) for one in found] == [(A, "报告"), (B, "报告二")]
    assert [one.data.decode() for one in sources(tmp_path / "b.jsonl", "text=o.乙")] == [A]
    assert refusals(tmp_path / "a.csv", "text=丁") == [("a.csv", "column_missing")]
    assert refusals(tmp_path / "b.jsonl", "text=丁") == [("b.jsonl:1", "json_no_text")]


@pytest.mark.parametrize("told", ["正文", "text", "title=甲", "text=", "text=甲,colour=乙", ""])
def test_columns_that_say_nothing_are_wrong(told: str) -> None:
    with pytest.raises(UsageError):
        Columns.told(told)


def test_the_names_of_columns_are_told_where_none_is_clear(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(csv_of([["指标", "数值"], ["复议", "48"]]), encoding="utf-8")
    (refusal,) = open_sources([tmp_path / "a.csv"])
    assert "指标、数值" in str(refusal)
    assert "--columns text=" in str(refusal)


def test_a_table_of_figures_is_no_corpus(tmp_path: Path) -> None:
    rows = [["内容", "数值"], *([f"复议案件{n}", str(n)] for n in range(30))]
    (tmp_path / "a.csv").write_text(csv_of(rows), encoding="utf-8")
    (tmp_path / "b.xlsx").write_bytes(xlsx_of({"统计": rows}))
    assert refusals(tmp_path) == [("a.csv", "table_of_figures"), ("b.xlsx", "table_of_figures")]
    assert len(sources(tmp_path / "a.csv", "text=内容")) == 30, "whoever names the column is believed"


def test_bad_rows_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    text = f'标题,正文\n甲,{A}\n乙,\n丙,{A},{B},多\n\n丁,"{B}\n第二行"\n戊,"{A}\0"\n'
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert refusals(tmp_path / "a.csv") == [("a.csv:3", "row_without_text"), ("a.csv:4", "row_uneven")]
    assert [one.data.decode() for one in sources(tmp_path / "a.csv")] == [A, f"{B}\n第二行", A]


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'标题,正文\n甲,{A}\n乙,"{B}\n丙,{A}\n', encoding="utf-8")
    assert [one.data.decode() for one in sources(tmp_path / "a.csv")] == [A]
    (refusal,) = (one for one in open_sources([tmp_path / "a.csv"]) if not isinstance(one, Source))
    assert refusal.error.code == "quote_open"
    assert "3" in str(refusal), "the row is named, the ones behind it are no report together"


def test_a_table_above_the_limit_of_a_report_is_read_row_by_row(tmp_path: Path) -> None:
    limits = Limits(report_bytes=2_000)
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        rows = [["标题", "正文"], *([f"报告{n}", f"{n}：{A}"] for n in range(300))]
        (tmp_path / "a.csv").write_bytes(csv_of(rows).encode(encoding))
        found = list(open_sources([tmp_path / "a.csv"], limits))
        assert [one.told.title for one in found if isinstance(one, Source)] == [row[0] for row in rows[1:]]
    (tmp_path / "a.csv").write_text(csv_of(rows) + f'尾,"{B}\n', encoding="utf-8")
    *_, last = open_sources([tmp_path / "a.csv"], limits)
    assert not isinstance(last, Source) and last.error.code == "quote_open"


@pytest.mark.heavy
def test_a_gigabyte_of_rows_takes_no_more_memory_than_the_first_of_them(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("w", encoding="utf-8") as file:
        file.write("标题,正文\n")
        for number in range(60_000):
            file.write(f"报告{number},{number}：{A * 320}\n")
    assert (tmp_path / "a.csv").stat().st_size > 1 << 30
    tracemalloc.start()
    count = sum(isinstance(one, Source) for one in open_sources([tmp_path / "a.csv"]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 60_000
    assert peak < 400 << 20


def test_a_file_of_nothing_is_refused_whatever_its_size(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(1 << 30)
    ((doc, code),) = refusals(tmp_path / "a.csv")
    assert (doc, code) == ("a.csv", "binary")


def test_an_html_cell_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"正文\n<p>{A}</p><p>{B}</p>\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"content": f"<div>{A}</div>"}), encoding="utf-8")
    assert [one.kind for one in open_sources([tmp_path]) if isinstance(one, Source)] == ["html", "html"]


def test_sheets_that_hold_no_reports_are_passed_over_beside_one_that_does(tmp_path: Path) -> None:
    sheets = {"说明": [["单位", "年份"], ["县", 2021]], "报告": [HEAD, *ROWS], "空": []}
    (tmp_path / "a.xlsx").write_bytes(xlsx_of(sheets))
    found = list(open_sources([tmp_path / "a.xlsx"]))
    assert [one.doc for one in found] == ["a.xlsx:报告:2", "a.xlsx:报告:3", "a.xlsx"]
    assert [one.error.code for one in found if not isinstance(one, Source)] == ["skipped_sheet"]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.xls", "a.parquet"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nothing", b"PAR1 nothing", bytes(range(256)) * 9])
def test_broken_tables_get_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    ((doc, _),) = refusals(tmp_path / name)
    assert doc == name


def test_columns_are_named_on_one_line(tmp_path: Path) -> None:
    """A table without a head: its first report stands where the names should be."""
    (tmp_path / "a.csv").write_text('x,"某县报告\n\n全文"\ny,z\n', encoding="utf-8")
    (found,) = open_sources([tmp_path / "a.csv"])
    assert "x、某县报告 全文" in str(found.error)  # type: ignore[union-attr]  # a refusal
