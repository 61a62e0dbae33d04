"""``load`` of documents and tables: what is stored of them, what is told of each file, what is bounded."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.store.reader import StoreReader
from support.command_line import Call, caller
from support.gold_reports import SEEDS, seed_names
from support.office_files import docx_of_text, html_of_text, odt_of_text, rtf_of_text, xlsx_of
from support.pdf_files import pdf_of, pdf_showing, placed, printed

TEXT = (SEEDS / seed_names()[0]).read_text(encoding="utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "store.db"


@pytest.fixture
def call(path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(path, capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One report in every kind, each a little different, and files that are none."""
    made = tmp_path / "files"
    made.mkdir()
    makers = {
        "a.html": html_of_text,
        "b.docx": docx_of_text,
        "c.odt": odt_of_text,
        "d.rtf": rtf_of_text,
        "e.pdf": lambda text: pdf_of(printed(text)),
        "f.txt": str.encode,
        "g.xlsx": lambda text: xlsx_of({"Sheet1": [["正文"], [text]]}),
    }
    for name, make in makers.items():
        (made / name).write_bytes(make(f"{TEXT}\n{name}"))
    (made / "h.docx").write_bytes(b"PK\x03\x04 cut")
    (made / "i.png").write_bytes(b"\x89PNG")
    return made


KINDS = {
    "a.html": "html",
    "b.docx": "docx",
    "c.odt": "odt",
    "d.rtf": "rtf",
    "e.pdf": "pdf",
    "g.xlsx:2": "row",
}


@pytest.mark.sampled(1)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_kind_is_loaded_and_kept_as_it_was(call: Call, path: Path, folder: Path, jobs: str) -> None:
    loaded = call("load", "--json", "--jobs", jobs, folder)
    assert loaded.code == 1
    rows = {row["doc"]: row for row in loaded.rows}
    assert {doc: row["converted_from"] for doc, row in rows.items() if row["status"] == "loaded"} == {
        **KINDS,
        "f.txt": None,
    }
    assert len({row["figures"] for row in rows.values() if row["status"] == "loaded"}) == 1
    assert (rows["h.docx"]["code"], rows["i.png"]["code"]) == ("document_broken", "skipped_image")
    with StoreReader(path) as reader:
        for summary in reader.summaries():
            original = reader.original(summary.id)
            if summary.doc == "f.txt":
                assert original is None
                continue
            assert original is not None and original.kind == KINDS[summary.doc]
            if original.kind == "row":
                assert original.data is None
                continue
            assert original.data == (folder / summary.doc).read_bytes()
            assert hashlib.sha256(original.data).hexdigest() == summary.sha256
            assert bool(original.pages) == (original.kind == "pdf")
    again = call("load", "--json", folder)
    assert {row["status"] for row in again.rows} == {"already_loaded", "refused", "skipped"}


def test_offsets_are_those_of_the_converted_text(call: Call, path: Path, folder: Path) -> None:
    call("load", folder / "a.html")
    with StoreReader(path) as reader:
        report = reader.report(next(reader.summaries()))
    assert report.figures
    source = report.reading.source
    assert all(source[one.figure.start : one.figure.end] == one.figure.surface for one in report.figures)
    assert "<p>" not in source


def test_reading_anew_keeps_what_the_head_told(call: Call, path: Path, tmp_path: Path) -> None:
    head = '<meta name="ArticleTitle" content="某县2021年报告"><meta name="ContentSource" content="县司法局">'
    (tmp_path / "a.html").write_bytes(html_of_text("全年办理行政复议案件48件。", head=head))
    call("load", tmp_path / "a.html")
    call("reextract", "--yes")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("select title, origin from reports").fetchone() == (
            "某县2021年报告",
            "县司法局",
        )


@pytest.mark.parametrize("name", ["report.csv", "report.jsonl"])
def test_the_loading_report_tells_every_file(call: Call, folder: Path, tmp_path: Path, name: str) -> None:
    loaded = call("load", "--report", tmp_path / name, folder)
    assert loaded.code == 1
    text = (tmp_path / name).read_text(encoding="utf-8-sig")
    rows = (
        list(csv.DictReader(text.splitlines()))
        if name.endswith("csv")
        else [json.loads(line) for line in text.splitlines()]
    )
    told = {row["doc"]: (row["status"], row["code"] or None) for row in rows}
    assert len(told) == 9
    assert told["a.html"] == ("loaded", None)
    assert told["h.docx"] == ("refused", "document_broken")
    assert told["i.png"] == ("skipped", "skipped_image")
    assert all(row["error"] for row in rows if row["status"] in ("refused", "skipped"))


def test_a_loading_report_that_cannot_be_written_stops_before_anything(
    call: Call, path: Path, folder: Path, tmp_path: Path
) -> None:
    for report in (tmp_path / "a.docx", tmp_path / "no" / "a.csv"):
        refused = call("load", "--report", report, folder)
        assert (refused.code, len(refused.told)) == (2, 1)
    assert not path.exists()


def test_a_dry_run_tells_the_same_and_stores_nothing(call: Call, path: Path, folder: Path) -> None:
    tried = call("load", "--json", "--dry-run", folder, folder / "f.txt")
    assert not path.exists()
    assert [row["status"] for row in tried.rows[-1:]] == ["already_loaded"]
    assert tried.rows[:-1] == call("load", "--json", folder).rows
    known = call("load", "--json", "--dry-run", folder).rows
    assert {row["status"] for row in known} == {"already_loaded", "refused", "skipped"}


def test_columns_that_are_wrong_are_told_before_anything(call: Call, path: Path, folder: Path) -> None:
    refused = call("load", "--columns", "正文", folder)
    assert (refused.code, len(refused.told)) == (2, 1)
    assert not path.exists()


def test_old_documents_need_an_office(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "WordDocument".encode("utf-16-le") + bytes(512)
    (tmp_path / "a.doc").write_bytes(old)
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert call("load", "--json", tmp_path / "a.doc").rows[0]["code"] == "office_missing"
    (tmp_path / "made.docx").write_bytes(docx_of_text(TEXT))
    office = tmp_path / "bin" / "soffice"
    office.write_text(
        f'#!/bin/sh\nfor last; do :; done\n/bin/cp "{tmp_path}/made.docx" "${{last%.doc}}.docx"\n'
    )
    office.chmod(office.stat().st_mode | stat.S_IXUSR)
    (row,) = call("load", "--json", tmp_path / "a.doc").rows
    assert (row["status"], row["converted_from"]) == ("loaded", "doc")
    office.write_text("#!/bin/sh\necho no such filter\n")
    (tmp_path / "b.doc").write_bytes(old + b"x")
    (row,) = call("load", "--json", tmp_path / "b.doc").rows
    assert row["code"] == "office_failed"
    assert "no such filter" in row["error"]


def test_a_document_behind_a_password_is_told_so_and_needs_no_office(call: Call, tmp_path: Path) -> None:
    wrapped = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "a.docx").write_bytes(wrapped + bytes(512))
    assert call("load", "--json", tmp_path / "a.docx").rows[0]["code"] == "document_encrypted"


# Bounds

PLUG_IN = """
import os, time
from fzreview.documents.document import Document

def convert(data, name):
    if b"die" in data:
        os.abort()
    if b"sleep" in data:
        time.sleep(3600)
    if b"grow" in data:
        return Document("x" * (1 << 34))
    if b"raise" in data:
        raise KeyError("page")
    return Document(data.decode())
"""


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package that converts .ofd, as another installed one would."""
    package = tmp_path / "site"
    (package / "odd-1.2.dist-info").mkdir(parents=True)
    (package / "odd_ofd.py").write_text(PLUG_IN)
    (package / "odd-1.2.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: odd\nVersion: 1.2\n"
    )
    (package / "odd-1.2.dist-info" / "entry_points.txt").write_text(
        "[fzreview.documents]\nofd = odd_ofd:convert\n"
    )
    monkeypatch.syspath_prepend(package)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(package), os.environ.get("PYTHONPATH", "")]))
    from fzreview.documents.converting import plug_ins

    plug_ins.cache_clear()
    yield
    monkeypatch.undo()
    plug_ins.cache_clear()


@pytest.mark.usefixtures("plug_in")
def test_a_plug_in_converts_and_whatever_it_does_the_rest_goes_on(
    call: Call, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for name in ("die", "grow", "raise", "text"):
        (folder / f"{name}.ofd").write_text(f"{name}：办理行政复议案件48件。")
    loaded = call("load", "--json", "--jobs", "1", folder)
    assert {row["doc"]: row["code"] for row in loaded.rows} == {
        "die.ofd": "converter_died",
        "grow.ofd": "conversion_too_big",
        "raise.ofd": "converter_failed",
        "text.ofd": None,
    }
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("select kind, converter, version from originals").fetchall()
    assert made == [("ofd", "odd_ofd:convert", "1.2")]


@pytest.mark.usefixtures("plug_in")
def test_a_plug_in_that_takes_too_long_is_ended_and_the_rest_goes_on(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However busy the machine is, an hour is longer.
    monkeypatch.setattr("fzreview.work.loading.reading_processes.SECONDS", 1)
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.ofd").write_text("sleep")
    (folder / "b.txt").write_text(TEXT)
    loaded = call("load", "--json", "--jobs", "1", folder)
    assert [(row["doc"], row["code"]) for row in loaded.rows] == [
        ("a.ofd", "conversion_too_slow"),
        ("b.txt", None),
    ]


def test_bombs_and_depths_get_one_line_each(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "deep.html").write_bytes(b"<div>" * 5_000 + TEXT.encode())
    (folder / "good.html").write_bytes(html_of_text(TEXT))
    (folder / "nul.html").write_bytes(html_of_text(TEXT).replace(b"<p>", b"<p>\0"))
    (folder / "cut.pdf").write_bytes(pdf_of(printed(TEXT))[:900])
    rows = {row["doc"]: row for row in call("load", "--json", folder).rows}
    assert rows["good.html"]["status"] == rows["deep.html"]["status"] == "loaded"
    assert rows["nul.html"]["status"] == "loaded"
    assert rows["cut.pdf"]["code"] in ("document_broken", "pdf_scan")


def test_file_names_that_act_are_shown_and_do_nothing(call: Call, tmp_path: Path) -> None:
    names = ["new\nline", "esc\x1b[31m", "bidi\u202egpj", "tab\t", "=cmd|x"]
    folder = tmp_path / "files"
    folder.mkdir()
    for name in names:
        (folder / f"{name}.html").write_bytes(html_of_text(f"办理行政复议案件48件。{name}"))
        (folder / f"{name}.pdf").write_bytes(b"%PDF-1.7\nnothing")
    rows = {row["doc"]: row["status"] for row in call("load", "--json", folder).rows}
    assert rows == {f"{name}.html": "loaded" for name in names} | {f"{name}.pdf": "refused" for name in names}
    shown = call("load", "--report", tmp_path / "a.csv", folder)
    assert shown.code == 1
    lines = [line for line in shown.err.splitlines() if ".pdf" in line]
    assert len(lines) == len(names)
    assert not any(sign in line for line in lines for sign in "\x1b\u202e\t")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [row["doc"] for row in csv.DictReader(file)]
    assert len(cells) == 2 * len(names)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_a_report_without_a_figure_is_loaded_and_told(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "404.txt").write_text("页面不存在\n您访问的页面不存在，请返回首页。")
    (folder / "a.txt").write_text(TEXT)
    for options in ("--dry-run",), ():
        loaded = call("load", *options, folder)
        assert loaded.code == 0
        assert "没有读出数据 1" in " ".join(loaded.out.split())
        assert "fzreview exclude" in loaded.err
    assert "fzreview list --copies" not in call("load", "--dry-run", folder).err
    call("exclude", "404.txt", "--reason", "not_a_report")
    assert "没有读出数据" not in call("load", folder).out


def test_pages_that_are_pictures_are_told_and_the_others_read(call: Call, tmp_path: Path) -> None:
    text = placed(printed(TEXT)[0])
    (tmp_path / "a.pdf").write_bytes(pdf_showing([text, [], [], text, []], picture=[2, 3, 5]))
    loaded = call("load", "--json", "--report", tmp_path / "what.jsonl", tmp_path / "a.pdf")
    assert loaded.code == 0
    assert "a.pdf：第 2–3, 5 页没有文字" in loaded.err
    assert loaded.rows[0]["unread_pages"] == [2, 3, 5]
    (noted,) = [json.loads(line) for line in (tmp_path / "what.jsonl").read_text().splitlines()]
    assert noted["status"] == "loaded" and "2–3, 5" in noted["left_out"][0]
