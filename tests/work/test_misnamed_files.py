"""Files under the names of others: what they hold says what they are."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from pathlib import Path

import pytest

from fzreview.work.loading.sources import Found, Source, open_sources
from support.office_files import docx_of_text, html_of_text, zip_of

TEXT = "某县2021年法治政府建设年度报告\n全年办理行政复议案件48件。"


def tar_of(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


def told(found: Found) -> tuple[str, str]:
    return found.doc, found.kind if isinstance(found, Source) else found.error.code


def outcomes(path: Path, data: bytes) -> list[tuple[str, str]]:
    path.write_bytes(data)
    return [told(found) for found in open_sources([path])]


ZIP = zip_of({"里/a.txt": TEXT})
TAR = tar_of({"里/a.txt": TEXT.encode()})
RAR = b"Rar!\x1a\x07\x00" + bytes(100)


@pytest.mark.parametrize("name", ["r.zip", "r.tar.gz", "r.7z", "r.rar", "r.txt", "r.doc", "r.json", "r"])
@pytest.mark.parametrize("data", [ZIP, TAR, gzip.compress(TAR)], ids=["zip", "tar", "tar.gz"])
def test_an_archive_is_opened_whatever_it_is_called(tmp_path: Path, name: str, data: bytes) -> None:
    assert outcomes(tmp_path / name, data) == [("里/a.txt", "text")]


@pytest.mark.parametrize("name", ["r.zip", "r.rar", "r.doc", "r.txt", "r.pdf"])
def test_a_rar_is_told_to_be_one(tmp_path: Path, name: str) -> None:
    assert outcomes(tmp_path / name, RAR) == [(name, "archive_foreign")]


def test_archives_in_archives_are_no_deeper_under_other_names(tmp_path: Path) -> None:
    inner = zip_of({"b.txt": ZIP})
    assert outcomes(tmp_path / "r.zip", zip_of({"a.doc": inner})) == [("a.doc/b.txt", "archive_nested")]


def test_a_document_that_is_packed_is_no_archive(tmp_path: Path) -> None:
    assert outcomes(tmp_path / "r.doc", docx_of_text(TEXT)) == [("r.doc", "docx")]
    assert outcomes(tmp_path / "r.html", gzip.compress(html_of_text(TEXT))) == [("r.html", "html")]


PACKED = ("docx", "odt", "epub", "xlsx", "zip", "7z", "rar", "tar.gz")
ENDINGS = (*PACKED, "txt", "html", "mht", "pdf", "doc", "rtf", "xls", "csv", "tsv", "parquet", "json", "xml")


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_file_is_told_to_be_empty(tmp_path: Path, ending: str) -> None:
    assert outcomes(tmp_path / f"a.{ending}", b"") == [(f"a.{ending}", "empty")]


@pytest.mark.parametrize(
    "data",
    [
        f"标题,正文\nx,{TEXT!r}\ny,{TEXT!r}\n".encode(),
        f"标题,正文\nx,{TEXT!r}\ny,{TEXT!r}\n".encode("gb18030"),
        f"标题\t正文\nx\t{TEXT!r}\ny\t{TEXT!r}\n".encode("utf-16"),
    ],
)
@pytest.mark.parametrize("ending", ["xls", "xlsx", "et"])
def test_a_table_of_text_may_be_called_a_workbook(tmp_path: Path, ending: str, data: bytes) -> None:
    assert outcomes(tmp_path / f"a.{ending}", data) == [(f"a.{ending}:2", "text"), (f"a.{ending}:3", "text")]


def page(rows: list[list[str]]) -> bytes:
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><head><meta charset=utf-8></head><body><table>{lines}</table></body></html>".encode()


def test_a_page_that_is_called_a_workbook_is_a_table_where_it_holds_reports(tmp_path: Path) -> None:
    text = f"<p>{TEXT.replace(chr(10), '<br>')}</p><table><tr><td>复议</td><td>48件</td></tr></table>"
    rows = page([["标题", "正文", "日期"], ["一", text, "2022-01-18"], ["二", text, ""]])
    (tmp_path / "a.xls").write_bytes(rows)
    one, two = open_sources([tmp_path / "a.xls"])
    assert isinstance(one, Source)
    assert (one.doc, two.doc) == ("a.xls:2", "a.xls:3")
    assert one.data.decode().splitlines()[:2] == TEXT.splitlines()
    assert (one.told.title, one.told.publish_date) == ("一", "2022-01-18")
    assert outcomes(tmp_path / "b.xls", html_of_text(TEXT)) == [("b.xls", "html")]
    assert outcomes(tmp_path / "c.html", rows) == [("c.html", "html")]


@pytest.mark.parametrize(
    ("ending", "sign", "format_"),
    [
        ("xls", 'xmlns="urn:schemas-microsoft-com:office:spreadsheet"', "Excel 2003 XML"),
        ("doc", 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"', "Word 2003 XML"),
        ("xml", "", "XML"),
        ("txt", "", "XML"),
    ],
)
def test_xml_of_other_programs_is_refused_and_no_text(
    tmp_path: Path, ending: str, sign: str, format_: str
) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_text(f'<?xml version="1.0"?>\n<root {sign}><para>{TEXT}</para></root>', encoding="utf-8")
    (found,) = open_sources([path])
    assert not isinstance(found, Source)
    assert (found.error.code, found.error.params["format"]) == ("foreign_format", format_)


def test_a_page_of_xml_is_a_page(tmp_path: Path) -> None:
    data = b'<?xml version="1.0" encoding="utf-8"?>\n' + html_of_text(TEXT)
    assert outcomes(tmp_path / "a.xml", data) == [("a.xml", "html")]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_json_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    one = json.dumps({"标题": "年报", "正文": TEXT}, ensure_ascii=False, indent=1)
    assert outcomes(tmp_path / "a.json", one.encode(encoding)) == [("a.json:1", "text")]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_lines_of_json_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    lines = [json.dumps({"标题": "年报", "正文": TEXT + str(n)}, ensure_ascii=False) for n in range(2)]
    found = outcomes(tmp_path / "a.jsonl", "\n".join(lines).encode(encoding))
    assert found == [("a.jsonl:1", "text"), ("a.jsonl:2", "text")]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda rows: {"code": 0, "msg": "ok", "data": {"total": 2, "list": rows}},
        lambda rows: {"result": {"page": {"records": rows}}},
        lambda rows: {"hits": {"total": 2, "hits": [{"_source": row} for row in rows]}},
    ],
)
def test_answers_of_programs_are_unwrapped(tmp_path: Path, wrap: object) -> None:
    rows = [{"title": "x", "content": TEXT}, {"title": "y", "content": TEXT}]
    data = json.dumps(wrap(rows), ensure_ascii=False).encode()  # type: ignore[operator]  # one of three
    assert outcomes(tmp_path / "a.json", data) == [("a.json:1", "text"), ("a.json:2", "text")]


def test_a_report_with_a_list_of_attachments_is_one(tmp_path: Path) -> None:
    report = {"data": {"title": "x", "content": TEXT, "items": [{"name": "附件"}]}}
    data = json.dumps(report, ensure_ascii=False).encode()
    assert outcomes(tmp_path / "a.json", data) == [("a.json:1", "text")]
