"""Web pages: what a visitor sees, in reading order, whatever the template and the bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.documents.html.mhtml import convert as convert_mhtml
from fzreview.documents.html.page import convert, convert_text
from fzreview.domain.reports.original import SourceMetadata
from fzreview.errors import InputRefused
from support.office_files import html_of_text, mhtml_of
from support.page_templates import TEMPLATES, P, Q


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_template_shows_its_lines(name: str) -> None:
    source, lines = TEMPLATES[name]
    assert convert_text(source).text.splitlines() == lines


PAGE = (
    f"<html><head><meta charset='CHARSET'><title>报告</title></head><body><p>{P}</p><p>{Q}</p></body></html>"
)


@pytest.mark.parametrize(
    ("declared", "encoding", "told"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "gb18030", "gb18030"),
        ("utf-8", "gbk", "gb18030"),  # a wrong declaration
        ("gb2312", "utf-8", "utf-8"),  # the other way round
        ("utf-8", "utf-16", "utf-16"),
        ("gbk", "utf-8-sig", "utf-8-sig"),
        ("no-such-charset", "gbk", "gb18030"),
    ],
)
def test_the_bytes_say_what_a_page_is_written_in(declared: str, encoding: str, told: str) -> None:
    document = convert(PAGE.replace("CHARSET", declared).encode(encoding))
    assert (document.text.splitlines(), document.encoding) == ([P, Q], told)


def test_broken_bytes_of_a_page_do_not_cost_the_page() -> None:
    for encoding, declared in (("gbk", "gb2312"), ("utf-8", "utf-8")):
        data = PAGE.replace("CHARSET", declared).encode(encoding)
        at = data.index("件".encode(encoding))
        read = convert(data[:at] + b"\xff" + data[at:]).text
        assert read.count("\ufffd") == 1
        assert Q in read


def test_the_head_tells_title_day_source_and_address() -> None:
    head = (
        "<title>某县2021年法治政府建设年度报告_某县人民政府门户网站</title>"
        '<meta name="ArticleTitle" content="某县2021年法治政府建设年度报告">'
        '<META NAME="PubDate" CONTENT="2022-01-18 09:30"><meta name="ContentSource" content="县司法局">'
        '<link rel="canonical" href="https://www.example.gov.cn/art/18.html">'
    )
    assert convert(html_of_text(P, head=head)).told == SourceMetadata(
        "某县2021年法治政府建设年度报告", "https://www.example.gov.cn/art/18.html", "2022-01-18", "县司法局"
    )


def test_a_head_that_stray_text_ends_tells_the_same() -> None:
    page = (
        f"<html><head><title>年度报告全文</title>\ufeff文<META name=PubDate content=2022-01-18><body><p>{P}"
    )
    told = convert_text(page).told
    assert (told.title, told.publish_date) == ("年度报告全文", "2022-01-18")


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ("某县2021年法治政府建设年度报告_某县人民政府", "某县2021年法治政府建设年度报告"),
        ("某县2021年法治政府建设年度报告 - 政府信息公开", "某县2021年法治政府建设年度报告"),
        ("某县2021年法治政府建设年度报告-某县人民政府门户网站", "某县2021年法治政府建设年度报告"),
        ("某县 | 某县2021年法治政府建设年度报告", "某县2021年法治政府建设年度报告"),
        ("某市2017-2020年法治政府建设规划", "某市2017-2020年法治政府建设规划"),
        ("", None),
    ],
)
def test_the_site_is_no_part_of_the_title(shown: str, title: str | None) -> None:
    assert convert(html_of_text(P, head=f"<title>{shown}</title>")).told.title == title


@pytest.mark.parametrize("day", ["2022-13-40", "2022年", "", "0000-00-00"])
def test_a_day_that_is_none_is_not_told(day: str) -> None:
    head = f"<meta name='PubDate' content='{day}'>"
    assert convert(html_of_text(P, head=head)).told.publish_date is None


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("<frameset cols=200,*><frame src=a.html><frame src=b.html></frameset>", "html_frames"),
        ("<body><iframe src='body.html'></iframe></body>", "html_frames"),
        ("<body><div id=app></div><script>render()</script></body>", "html_empty"),
        ("<html></html>", "html_empty"),
    ],
)
def test_a_page_without_text_says_where_it_is(source: str, code: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        convert_text(source, "a.html")
    assert refusal.value.code == code


def test_a_saved_page_is_the_page_in_it() -> None:
    page = html_of_text(f"{P}\n{Q}", "gb18030")
    document = convert_mhtml(mhtml_of(page, "gb2312"))
    assert document.text.splitlines() == [P, Q]
    assert document.told.url == "http://www.example.gov.cn/art/1.html"
    with pytest.raises(InputRefused) as refusal:
        convert_mhtml(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx", "a.mht")
    assert refusal.value.code == "mhtml_empty"


@pytest.mark.parametrize("opening", ["<div>", "<table><tr><td>", "<ul><li>", "<b>"])
def test_deep_nests_are_read(opening: str) -> None:
    assert P in convert_text(opening * 2_000 + f"<p>{P}</p>" + "<p>" + "文" * 200).text


@pytest.mark.parametrize(
    "tag",
    [
        '<span a="x"b="y">',
        '<span a= "x">',
        "<span a='>' b>",
        '<SPAN a="x" hid/>',
        '</span a="x">',
        f'<span a=b"c d=">{Q}">',
        f'<span ="x y=">{Q}">',
        f'<span a/="x y=">{Q}">',
        f'<span a="x"="y" b=">{Q}">',
        f'<span a" b=">{Q}">',
    ],
)
def test_a_tag_ends_where_it_does_for_a_browser_however_its_quotes_stand(tag: str) -> None:
    assert convert_text(f"<p>{P}{tag}{P}</p>").text == P + P


_WORDS = st.text(st.sampled_from("文件审结48，。"), min_size=1, max_size=6)
_ATTRIBUTES = st.sampled_from(
    [
        "",
        " class=a",
        ' style="font-size: 16pt"',
        " title='<b>'",
        ' href="?a=b" target=_blank',
        " data-x",
        ' a=b"c',
    ]
)
_INLINE = st.sampled_from(["span", "FONT", "a", "o:p", "Strong", "label", "x-y"])


@st.composite
def _runs(draw: st.DrawFn) -> tuple[str, str]:
    """The source of a piece of a line, and what is seen of it."""
    name, attributes, words = draw(_INLINE), draw(_ATTRIBUTES), draw(_WORDS)
    kind = draw(st.sampled_from(["plain", "marked", "nested", "hidden", "commented"]))
    if kind == "plain":
        return words, words
    if kind == "hidden":
        return f"<{name} style='color:red; display: none'>{words}</{name}>", ""
    if kind == "commented":
        return f"{words}<!-- <{name}{attributes} --><{name}>{words}</{name}><!-- </{name}> -->", words * 2
    inner = f"<b>{words}<img src='a.gif'></b>{words}" if kind == "nested" else words
    return f"<{name}{attributes}>{inner}</{name}>", words * 2 if kind == "nested" else words


@given(st.lists(st.lists(_runs(), min_size=1, max_size=5), min_size=1, max_size=4))
def test_what_runs_within_a_line_is_one_line_however_it_is_marked_up(
    lines: list[list[tuple[str, str]]],
) -> None:
    page = "".join(f"<p>{''.join(source for source, _ in line)}</p>" for line in [*lines, [(P, P)]])
    seen = ["".join(words for _, words in line) for line in lines]
    assert convert_text(page).text.splitlines() == [*filter(None, seen), P]


@given(st.text(st.sampled_from("<>/=&; \n'\"!-pdivtablr好48件\ufdd0\u3000"), max_size=200))
def test_any_source_gives_lines_without_marks_or_a_refusal(source: str) -> None:
    try:
        text = convert_text(source).text
    except InputRefused as refused:
        assert refused.code in ("html_empty", "html_frames")
        return
    assert "\ufdd0" not in text
    assert all(line == line.strip() and line for line in text.split("\n"))
