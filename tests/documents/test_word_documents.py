# ruff: noqa: E501 - markup stands in one piece, as programs write it
"""Documents of word processors as they are seen: numbers that the program puts, tables, notes, boxes."""

from __future__ import annotations

import pytest

from fzreview.documents.converting import convert
from fzreview.documents.office.numerals import written
from fzreview.errors import InputRefused
from support.office_files import (
    docx_of,
    epub_of,
    odt_of,
    rtf_bytes,
    rtf_of,
    word_paragraph,
    word_table,
    zip_of,
)


def lines(data: bytes, kind: str) -> list[str]:
    return convert(data, kind, "a").document.text.splitlines()


def code(data: bytes, kind: str) -> str:
    with pytest.raises(InputRefused) as refusal:
        convert(data, kind, "a.docx")
    assert str(refusal.value).startswith("a.docx：")
    return refusal.value.code


# Word


def level(number: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%3.%4", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
    + level(0, "bullet", "·")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:styleId="head"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="sub"><w:basedOn w:val="head"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)


def numbered(text: str, depth: int, of: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{of}"/></w:numPr>'
    return word_paragraph(text, place)


def test_automatic_numbers_are_shown() -> None:
    body = (
        numbered("做法", 0)
        + numbered("依法决策", 1)
        + numbered("审查", 2)
        + numbered("备案", 2)
        + numbered("细则", 3)
        + numbered("规范执法", 1)
        + numbered("听证", 2)
        + numbered("问题", 0)
        + numbered("短板", 1)
        + numbered("要点", 0, of=2)
        + numbered("另起", 0, of=3)
        + numbered("无号", 0, of=0)
    )
    assert lines(docx_of(body, numbering=NUMBERING), "docx") == [
        *("一、做法", "（一）依法决策", "1.审查", "2.备案", "1.2.1细则", "（二）规范执法", "1.听证"),
        *("二、问题", "（一）短板", "要点", "一、另起", "无号"),
    ]


def test_numbers_come_with_styles_too() -> None:
    def styled(text: str, style: str) -> str:
        return word_paragraph(text, f'<w:pStyle w:val="{style}"/>')

    body = styled("做法", "head") + styled("决策", "sub") + styled("执法", "sub") + styled("问题", "head")
    assert lines(docx_of(body, numbering=NUMBERING, styles=STYLES), "docx") == [
        *("一、做法", "（一）决策", "（二）执法", "二、问题"),
    ]


@pytest.mark.parametrize(
    ("number", "form", "told"),
    [
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "japaneseCounting", "二十"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (1_003, "chineseCounting", "一千零三"),
        (10_010, "chineseCounting", "一万零一十"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (3, "ideographTraditional", "丙"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (3, "decimalEnclosedCircle", "③"),
        (12, "decimalFullWidth", "１２"),
        (7, "decimalZero", "07"),
        (7, "someNewForm", "7"),
        (7, "none", ""),
    ],
)
def test_numbers_in_every_form(number: int, form: str, told: str) -> None:
    assert written(number, form) == told


def test_tables_are_rows_and_merged_cells_keep_their_place() -> None:
    merged = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{}</w:tc><w:tc><w:tcPr><w:gridSpan w:val='2'/>"
        "</w:tcPr>{}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
    ).format(*map(word_paragraph, ("案件", "2021年", "", "受理", "48")))
    body = word_table([["类别", "件数"], ["复议", "48"]]) + word_paragraph("中间") + merged
    assert lines(docx_of(body), "docx") == [
        *("| 类别 | 件数 |", "| 复议 | 48 |", "中间", "| 案件 | 2021年 | |", "| | 受理 | 48 |"),
    ]


def test_a_table_that_holds_the_whole_text_is_laid_out() -> None:
    body = word_table([["办理案件48件。" * 60], ["审结45件。"]])
    assert lines(docx_of(body), "docx") == ["办理案件48件。" * 60, "审结45件。"]


def test_notes_follow_their_paragraph_and_boxes_too() -> None:
    body = (
        '<w:p><w:r><w:t>办理48件</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    notes = '<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2"><w:p><w:r><w:t>含上年结转。</w:t></w:r></w:p></w:footnote>'
    assert lines(docx_of(body, footnotes=notes), "docx") == ["办理48件。", "注：含上年结转。", "正文", "框内"]


def test_what_was_deleted_or_hidden_is_not_shown() -> None:
    body = (
        "<w:p><w:r><w:t>办理</w:t></w:r><w:del><w:r><w:delText>46</w:delText></w:r></w:del><w:ins><w:r><w:t>48</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/><w:t>件</w:t><w:br/><w:t>下行</w:t></w:r></w:p>"
    )
    assert lines(docx_of(body), "docx") == ["办理48 件", "下行"]


def test_a_zip_of_something_else_is_no_document() -> None:
    assert code(zip_of({"a.txt": "x"}), "docx") == "document_other"
    assert code(b"PK\x03\x04 and no more", "docx") == "document_broken"
    assert code(docx_of("<w:p/>"), "docx") == "document_empty"
    assert code(docx_of("<w:p>"), "docx") == "document_broken"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "declared",
    [
        BOMB + "]>",
        '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1/x">',
    ],
)
def test_entities_are_refused_whatever_they_hold(declared: str) -> None:
    body = f'{declared}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&i;</w:document>'
    assert code(zip_of({"word/document.xml": body}), "docx") == "document_broken"


@pytest.mark.parametrize("encoding", ["utf-16", "cp037", "utf-8-sig", "latin-1"])
def test_entities_are_refused_in_every_encoding(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    head = f"<?xml version='1.0' encoding='{name}'?>"
    body = (
        '<!DOCTYPE x [<!ENTITY i "48">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    )
    one = (head + body).encode(encoding)
    other = head.encode("ascii") + body.encode(encoding)
    for data in (one, other):
        assert code(zip_of({"word/document.xml": data}), "docx") == "document_broken"


def test_deep_documents_are_bounded() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + word_paragraph("深") + "</w:sdtContent></w:sdt>" * 5_000
    assert lines(docx_of(deep + word_paragraph("浅")), "docx") == ["浅"]


# OpenDocument


def test_lists_notes_and_tables_of_opendocument() -> None:
    styles = (
        '<text:list-style style:name="L1">'
        '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
        '<text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="(" style:num-suffix=")"/>'
        "</text:list-style>"
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:p>旧</text:p></text:changed-region></text:tracked-changes>"
        '<text:list text:style-name="L1"><text:list-item><text:p>做法</text:p><text:list><text:list-item><text:p>决策'
        "</text:p></text:list-item><text:list-item><text:p>执法</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>问题</text:p></text:list-item></text:list>"
        "<text:p>办理<text:s text:c='2'/>48件<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>含结转。</text:p></text:note-body></text:note>。<text:line-break/>下行</text:p>"
        "<table:table><table:table-row><table:table-cell table:number-columns-repeated='2'><text:p>件</text:p>"
        "</table:table-cell><table:table-cell><text:p>48</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='16000'/></table:table-row></table:table>"
    )
    assert lines(odt_of(body, styles), "odt") == [
        *(
            "一、做法",
            "(1)决策",
            "(2)执法",
            "二、问题",
            "办理 48件。",
            "下行",
            "注：含结转。",
            "| 件 | 件 | 48 |",
        ),
    ]
    assert code(zip_of({"mimetype": "x"}), "odt") == "document_other"


# Rich text


def test_rich_text_shows_what_it_shows() -> None:
    body = (
        r"{\header\pard kop\par}\pard "
        + rtf_bytes("办理48件")
        + r"{\v "
        + rtf_bytes("密")
        + r"}{\deleted 46}。"
        r"{\footnote\pard " + rtf_bytes("含结转") + r"}\par{\*\unknowndest gone}{\pict\pngblip 8950}"
        r"\pard\uc1\u27861?\u27835?\par {\listtext\f0 1.\tab}" + rtf_bytes("清单") + r"\par"
        r"\trowd\cellx1\cellx2 "
        + rtf_bytes("复议")
        + r"\cell 48\cell\row\pard{\f1 A\'e9}\u55357?\u56846?\par"
    )
    assert lines(rtf_of(body.replace("。", rtf_bytes("。"))), "rtf") == [
        *("办理48件。", "注：含结转", "法治", "1. 清单", "| 复议 | 48 |", "Aé\U0001f60e"),
    ]
    assert code(b"no rtf", "rtf") == "document_other"
    assert code(b"{\\rtf1 " + b"{" * 5_000, "rtf") == "document_broken"


# Books


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    book = epub_of(
        ["<h1>第一篇</h1><p>办理48件。</p>", "<img src='x.png'/>", "<p>审结45件。</p>"], "年度报告汇编"
    )
    converted = convert(book, "epub", "a.epub").document
    assert converted.text.splitlines() == ["第一篇", "办理48件。", "审结45件。"]
    assert converted.told.title == "年度报告汇编"
    assert code(zip_of({"mimetype": "application/epub+zip"}), "epub") == "document_other"
