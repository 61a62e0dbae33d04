"""PDF files: lines in reading order, what the paper broke joined, pages told, scans named."""

from __future__ import annotations

import pytest

from fzreview.documents.pdf import convert
from fzreview.domain.reports.original import page_of
from fzreview.errors import InputRefused
from support.pdf_files import LEADING, MARGIN, SIZE, TOP, Shown, locked, pdf_of, pdf_showing, placed, printed

PARAGRAPHS = [
    "某县人民政府2021年法治政府建设年度报告",
    "一、主要做法",
    "2021年，全县共办理行政复议案件48件，审结45件，其中撤销2件，确认违法1件，行政机关负责人出庭应诉率达到98.5%，比上年提高3.2个百分点。",
    "（一）加强队伍建设。全县共有行政执法人员1286名，全年组织培训24场次，参训人员3210人次，考试合格率为100%。",
    "二、存在问题",
] * 6


def code(data: bytes) -> str:
    with pytest.raises(InputRefused) as refusal:
        convert(data, "a.pdf")
    assert str(refusal.value).startswith("a.pdf：")
    return refusal.value.code


@pytest.mark.parametrize("width", [24, 30, 37])
def test_paragraphs_come_back_whole(width: int) -> None:
    document = convert(pdf_of(printed("\n".join(PARAGRAPHS), width)))
    assert document.text.splitlines() == PARAGRAPHS


def test_every_character_knows_its_page() -> None:
    pages = printed("\n".join(PARAGRAPHS), height=10)
    document = convert(pdf_of(pages))
    assert [page.number for page in document.pages] == list(range(1, len(pages) + 1))
    assert all(
        page.end <= after.start for page, after in zip(document.pages, document.pages[1:], strict=False)
    )
    for number, lines in enumerate(pages, 1):
        page = document.pages[number - 1]
        shown = document.text[page.start : page.end].replace("\n", "")
        assert shown == "".join(line.strip("　") for line in lines[:-1])
        assert page_of(document.pages, page.start) == page_of(document.pages, page.end - 1) == number
    assert page_of(document.pages, len(document.text) + 1) is None


def test_what_runs_through_the_pages_is_left_out() -> None:
    pages = [
        ["某县人民政府公报", *lines[:-1], f"2022年第1期 第{number}页"]
        for number, lines in enumerate(printed("\n".join(PARAGRAPHS), height=10), 1)
    ]
    text = convert(pdf_of(pages)).text
    assert "公报" not in text and "2022年第1期" not in text
    assert text.splitlines() == PARAGRAPHS


def test_a_number_that_is_no_page_number_stays() -> None:
    text = convert(pdf_of([["办理行政复议案件数为", "4812"], ["审结", "4500"]])).text
    assert text.splitlines() == ["办理行政复议案件数为", "4812", "审结", "4500"]


def test_a_scan_says_that_it_is_one() -> None:
    assert code(pdf_of([[""]] * 3)) == "pdf_scan"
    assert code(pdf_of([["1"], ["2"], ["3"]])) == "pdf_scan"


def test_pages_of_pictures_among_others_are_told() -> None:
    text = placed(printed("\n".join(PARAGRAPHS))[0])
    blank: list[Shown] = []
    document = convert(pdf_showing([text, blank, blank, text, blank], picture=[1, 3, 5]))
    assert document.unread_pages == (3, 5), "a blank page lacks nothing"


def test_a_file_with_a_password_is_refused_and_one_that_an_empty_one_opens_is_read() -> None:
    data = pdf_of(printed("\n".join(PARAGRAPHS)))
    assert code(locked(data, "secret")) == "pdf_encrypted"
    assert convert(locked(data, "")).text.splitlines() == PARAGRAPHS


def test_too_many_pages_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fzreview.documents.pdf.MOST_PAGES", 2)
    assert code(pdf_of([["办理案件48件"]] * 3)) == "pdf_pages"


def test_damage_is_survived_or_told() -> None:
    data = pdf_of(printed("\n".join(PARAGRAPHS)))
    broken = data.replace(b"startxref\n", b"startxref\n9")
    assert convert(broken).text.splitlines() == PARAGRAPHS, "the cross references are built anew"
    assert code(data[:400]) in ("document_broken", "pdf_scan")
    assert code(b"%PDF-1.7\nnothing") == "document_broken"


@pytest.mark.parametrize("width", [14, 17])
@pytest.mark.parametrize("height", [16, 24])
def test_columns_are_read_one_after_the_other(width: int, height: int) -> None:
    pages = printed("\n".join(PARAGRAPHS), width, 2 * height, numbered=False)
    document = convert(pdf_of(pages, height=height, across=width * 14 + 20))
    assert document.text.splitlines() == PARAGRAPHS


def test_a_table_beside_a_text_makes_no_columns() -> None:
    """Cells that stand beside each other are no lines that the paper broke."""
    pages = printed("\n".join(PARAGRAPHS), 30, 100)
    cells = [f"项目{number}情况" for number in range(14)]
    document = convert(pdf_of([[*pages[0][:14], *cells, *cells]], height=28, across=240))
    assert document.text.splitlines()[-28:] == [*cells, *cells]


def to_and_fro(pages: list[list[Shown]]) -> list[list[Shown]]:
    """The same places in the order in which a printing program goes down both columns at once."""
    return [sorted(lines, key=lambda line: (-line.y, line.x)) for lines in pages]


@pytest.mark.parametrize("width", [14, 17])
@pytest.mark.parametrize("height", [16, 24])
def test_columns_written_side_by_side_are_read_one_after_the_other(width: int, height: int) -> None:
    lines = printed("\n".join(PARAGRAPHS), width, 2 * height, numbered=False)
    pages = to_and_fro([placed(page, height, width * SIZE + 20) for page in lines])
    document = convert(pdf_showing(pages))
    assert document.text.splitlines() == PARAGRAPHS
    last = document.pages[-1]
    assert document.text[last.start : last.end].replace("\n", "") == "".join(lines[-1]).replace("\u3000", "")


def test_a_title_across_columns_stays_above_both() -> None:
    title = "某县人民政府关于二〇二一年度法治政府建设情况的报告"
    lines = printed("\n".join(PARAGRAPHS), 17, 48, numbered=False)[0]
    body = [Shown(line.text, line.x, line.y - 2 * LEADING) for line in placed(lines, 24, 17 * SIZE + 20)]
    pages = to_and_fro([[Shown(title, MARGIN + 60, TOP), *body]])
    assert convert(pdf_showing(pages)).text.splitlines()[:3] == [title, *PARAGRAPHS[:2]]


def test_a_table_is_read_row_by_row() -> None:
    """Cells beside each other are no columns of a text."""
    body = placed(printed("\n".join(PARAGRAPHS), 30, 12, numbered=False)[0])
    rows = [(f"行政复议案件第{number}类（件）", str(480 + number), "35") for number in range(14)]
    table = [
        Shown(cell, MARGIN + 197 * at, TOP - LEADING * (13 + number))
        for number, row in enumerate(rows)
        for at, cell in enumerate(row)
    ]
    text = convert(pdf_showing([[*body, *table]])).text
    assert text.splitlines()[-14:] == [" ".join(row) for row in rows]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_pages_that_are_turned_are_read_like_any(turned: int) -> None:
    """A wide page is often written sideways; its lines end where those of any page do."""
    corner = {90: (842, 0), 180: (842, 842), 270: (0, 842)}[turned]

    def turn(line: Shown) -> Shown:
        x, y = {90: (-line.y, line.x), 180: (-line.x, -line.y), 270: (line.y, -line.x)}[turned]
        return Shown(line.text, corner[0] + x, corner[1] + y, turned)

    pages = printed("\n".join(PARAGRAPHS), 30, 28)
    shown = [[turn(line) for line in placed(lines)] for lines in pages]
    assert convert(pdf_showing(shown)).text.splitlines() == PARAGRAPHS


def test_text_written_downwards_is_read_like_any() -> None:
    pages = printed("\n".join(PARAGRAPHS), 30, 16, numbered=False)
    shown = [
        [
            Shown(character, 540 - 26 * column, 800 - 16 * at)
            for column, line in enumerate(lines)
            for at, character in enumerate(line)
        ]
        for lines in pages
    ]
    assert convert(pdf_showing(shown)).text.splitlines() == PARAGRAPHS


def test_a_watermark_is_no_text() -> None:
    mark = Shown("某县人民政府", 200, 300, turned=45, size=60)
    pages = [placed(lines) for lines in printed("\n".join(PARAGRAPHS))]
    for shown in ([[mark, *lines] for lines in pages], [[*lines, mark] for lines in pages]):
        assert convert(pdf_showing(shown)).text.splitlines() == PARAGRAPHS


@pytest.mark.parametrize("height", [16, 10])
def test_what_runs_is_left_out_in_whatever_order_it_is_written(height: int) -> None:
    """Left and right pages have heads of their own, and the foot is written before the text."""
    pages = []
    for number, lines in enumerate(printed("\n".join(PARAGRAPHS), 30, height, numbered=False), 1):
        foot = Shown(f"· {number} ·", 480 if number % 2 else MARGIN, 40)
        head = Shown("某县人民政府公报" if number % 2 else "2022年第1期", 300, 815)
        pages.append([foot, *placed(lines), head])
    assert len(pages) > 3
    assert convert(pdf_showing(pages)).text.splitlines() == PARAGRAPHS
