"""Whatever a file is, a load says so in one line, and the rest goes on."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from fzreview.documents.converting import convert
from fzreview.documents.html.page import convert as convert_page
from fzreview.documents.office import package
from fzreview.documents.rows.workbook import read_sheets
from fzreview.errors import InputRefused
from fzreview.work.loading.ingest import LoadOptions, load
from fzreview.work.loading.results import LoadResult
from fzreview.work.loading.sources import Source, open_sources
from support.bad_files import (
    ROWS,
    SENTENCE,
    SHEET,
    TEXT,
    Bad,
    broken_off,
    grown,
    of_something_else,
    with_entities,
)
from support.office_files import docx_of_text, epub_of, html_of_text, odt_of_text, xlsx_of


def results(tmp_path: Path, folder: Path) -> dict[str, LoadResult]:
    loaded = load(tmp_path / "a.db", [str(folder)], LoadOptions(jobs=1))
    return {result.doc: result for result in loaded}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made


def test_each_bad_file_has_its_line_and_the_good_ones_are_loaded(tmp_path: Path, folder: Path) -> None:
    bad: dict[str, Bad] = {**with_entities(), **of_something_else(), **broken_off()}
    for name, (data, _) in bad.items():
        (folder / name).write_bytes(data)
    (folder / "zz.html").write_bytes(html_of_text(TEXT))
    found = results(tmp_path, folder)
    for name, (_, code) in bad.items():
        of_file = [result for doc, result in found.items() if doc == name or doc.startswith(f"{name}:")]
        assert [result.code for result in of_file] == [code], name
        assert all(result.figures for result in of_file if code is None), name
        assert all(str(folder / name) in (result.error or "") for result in of_file if code), name
    assert found["zz.html"].status == "loaded"
    assert not any("root:" in (result.error or "") for result in found.values())


PARTS = {
    "docx": (lambda: docx_of_text(TEXT), "word/document.xml"),
    "odt": (lambda: odt_of_text(TEXT), "content.xml"),
    "epub": (lambda: epub_of([f"<p>{SENTENCE}</p>"]), "OPS/text/p0.xhtml"),
    "xlsx": (lambda: xlsx_of({"Sheet1": ROWS}), SHEET),
}


@pytest.mark.parametrize("kind", PARTS)
def test_a_part_that_unpacks_to_more_than_its_bound_is_refused_with_the_bound(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_PART", 2 << 20)
    make, part = PARTS[kind]
    bomb = grown(make(), part, 3 << 20)
    assert len(bomb) < 100_000
    with pytest.raises(InputRefused) as refusal:
        list(read_sheets(bomb, "a.xlsx")) if kind == "xlsx" else convert(bomb, kind, f"a.{kind}")
    assert refusal.value.code == "too_large"
    assert "2 MiB" in str(refusal.value)


def test_a_file_that_vanishes_or_closes_while_a_load_goes_on_is_one_line(folder: Path) -> None:
    for name in ("a.html", "b.html", "c.html", "d.html"):
        (folder / name).write_bytes(html_of_text(f"{TEXT}\n{name}"))
    found = open_sources([folder])
    first = next(found)
    (folder / "b.html").unlink()
    (folder / "c.html").unlink()
    (folder / "c.html").mkdir()
    rest = list(found)
    assert isinstance(first, Source) and isinstance(rest[-1], Source)
    assert rest[-1].doc == "d.html"
    assert next(one.error.code for one in rest if not isinstance(one, Source)) == "not_found"


class _Failing(io.BytesIO):
    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_disk_that_fails_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.html").write_bytes(html_of_text(TEXT))
    (folder / "b.html").write_bytes(html_of_text(TEXT))
    opened = Path.open

    def failing(path: Path, *arguments: str) -> object:
        return _Failing() if path.name == "a.html" else opened(path, *arguments)

    monkeypatch.setattr(Path, "open", failing)
    refused, good = open_sources([folder])
    assert not isinstance(refused, Source) and refused.error.code == "unreadable"
    assert isinstance(good, Source)


@pytest.mark.heavy
def test_a_page_of_fifty_megabytes_and_one_a_hundred_thousand_deep(tmp_path: Path, folder: Path) -> None:
    page = f"<p class=x>{SENTENCE}</p>\n".encode()
    (folder / "a.html").write_bytes(page * ((50 << 20) // len(page)))
    (folder / "b.html").write_bytes(page * ((65 << 20) // len(page)))
    (folder / "c.html").write_bytes(b"<div>" * 100_000 + page + b"</div>" * 100_000)
    (folder / "d.html").write_bytes(html_of_text(TEXT))
    assert len(convert_page((folder / "a.html").read_bytes()).text) > 10_000_000
    (folder / "a.html").unlink()  # reading that many figures is another matter
    found = results(tmp_path, folder)
    assert (found["b.html"].code, "64 MiB" in str(found["b.html"].error)) == ("too_large", True)
    assert found["c.html"].status == found["d.html"].status == "loaded"


@pytest.mark.heavy
def test_a_pdf_of_ten_thousand_pages_is_refused_with_the_limit(tmp_path: Path, folder: Path) -> None:
    from support.pdf_files import pdf_of

    (folder / "a.pdf").write_bytes(pdf_of([[SENTENCE]] * 10_000))
    (refused,) = results(tmp_path, folder).values()
    assert refused.code == "pdf_pages"
    assert "3000" in str(refused.error)
