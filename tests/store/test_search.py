"""Full text of a store."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.store.reader import StoreReader
from fzreview.store.reports.search import MOST_READ
from fzreview.text.wording import Wording
from support.gold_reports import seed_names
from support.written_reports import written_store

SOURCES = [
    "全年办理行政复议案件48件，审结率达100%。",
    "受理复议申请 12件。\n加强执法监督，COVID期间不停摆。",
    "全市各级行政機關負責人出庭應訴率達到百分之百，辦結行政復議案件三十六件。",
    "全(quán)年办(bàn)结行政复(fù)议(yì)案(àn)件(jiàn)25件。",
    '报告引用"法治" AND NOT (正文)* ^标记：269.95亿元。',
    "重复，议事规则另行制定。",
    "",
    "\x00\x1b]0;复议\x07\u202e行政",
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_store(tmp_path_factory.mktemp("search") / "store.db", SOURCES)


def found(store: Path, typed: str) -> list[int]:
    """Ids of the reports that are found, which count from 1."""
    with StoreReader(store) as reader:
        return [hit.report.id for hit in reader.search(typed).hits]


@pytest.mark.parametrize(
    ("typed", "reports"),
    [
        ("复议", [1, 2, 3, 4, 8]),
        ("行政复议", [1, 3, 4]),
        ("议", [1, 2, 3, 4, 6, 8]),
        ("行政 复议", [1, 3, 4, 8]),
        ("行政　复议 案件", [1, 3, 4]),
        ("行政机关负责人", [3]),
        ("出庭应诉", [3]),
        ("全年办结", [4]),
        ("48", [1]),
        ("４８件", [1]),
        ("4", []),
        ("26", [5]),
        ("269.95", [5]),
        ("269.95亿元", [5]),
        ("covid", [2]),
        ("ＣＯＶ", [2]),
        ("重复，议事", [6]),
        ("重复,议事", [6]),
        ("没有这个词", []),
        ("复议 没有", []),
    ],
)
def test_words_are_found(written: Path, typed: str, reports: list[int]) -> None:
    assert found(written, typed) == reports


@pytest.mark.parametrize(
    ("typed", "reports"),
    [
        ('"法治"', [5]),
        ('"', []),
        ('""', []),
        ("AND", [5]),
        ("NOT 正文", [5]),
        ("(正文)*", [5]),
        ("^标记", [5]),
        ("复*", []),
        ("复议 OR 法治", []),
        ("text:复议", []),
        ("NEAR(复 议)", []),
        ("-复议", []),
        ("复+议", []),
        ("{text}", []),
        ("%", []),
        ("'; drop table reports; --", []),
        ("复\x00议", [1, 2, 3, 4, 6, 8]),
        ("\ud800", []),
    ],
)
def test_nothing_typed_acts_as_syntax(written: Path, typed: str, reports: list[int]) -> None:
    assert found(written, typed) == reports


@pytest.mark.parametrize("typed", ["", "  ", "　", "。", "【】"])
def test_without_letters_nothing_is_found(written: Path, typed: str) -> None:
    with StoreReader(written) as reader:
        hits = reader.search(typed)
    assert (hits.hits, hits.after) == ((), None)


@given(st.text('复议行政重，。 *"()', min_size=1, max_size=6))
def test_the_index_finds_what_a_look_into_each_text_finds(written: Path, typed: str) -> None:
    with StoreReader(written) as reader:
        texts = [(summary.id, reader.report(summary).reading.clean.text) for summary in reader.summaries()]
        ids = [hit.report.id for hit in reader.search(typed).hits]
    wording = Wording.typed(typed)
    looked = [report for report, text in texts if wording.first(text)]
    assert ids == (looked if any(map(str.isalnum, typed)) else [])


def test_a_hit_tells_place_and_surroundings(written: Path) -> None:
    with StoreReader(written) as reader:
        hit = next(hit for hit in reader.search("执法监督").hits)
        clean = reader.report(hit.report).reading.clean.text
    assert clean[hit.start : hit.end] == "执法监督"
    assert hit.excerpt.text == "加强执法监督，COVID期间不停摆。", "its own line only"
    assert hit.excerpt.text[hit.excerpt.start : hit.excerpt.end] == "执法监督"
    assert hit.report.title == "2"


def test_hits_come_page_by_page(written: Path) -> None:
    pages, after = [], 0
    with StoreReader(written) as reader:
        while True:
            page = reader.search("复议", 2, after)
            pages.append([hit.report.id for hit in page.hits])
            if page.after is None:
                break
            after = page.after
    assert pages == [[1, 2], [3, 4], [8]]


def test_a_line_that_only_the_index_takes_for_a_hit_ends_in_time(tmp_path: Path) -> None:
    store = written_store(tmp_path / "store.db", [f"第{number}份：复议" for number in range(MOST_READ + 5)])
    with StoreReader(store) as reader:
        page = reader.search("复，议")
        assert page.hits == ()
        assert page.after == MOST_READ
        assert reader.search("复，议", after=page.after).after is None


def test_a_glossed_traditional_report_is_found_by_simplified_words(store: Path) -> None:
    with StoreReader(store) as reader:
        glossed = reader.report(reader.find_report(seed_names()[1]))
        assert "认真落实" not in glossed.reading.source
        docs = [hit.report.doc for hit in reader.search("认真落实").hits]
    assert seed_names()[1] in docs
