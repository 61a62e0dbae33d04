"""What stays together when gold is split, for ever."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.reports.report import Metadata
from fzreview.domain.reports.stored import NewReport
from fzreview.reading.read import read_report
from fzreview.store.corpus import sketches
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.text.sentences.stretches import SHORTEST
from fzreview.text.sketch import SIZE, sketch
from support.copied_stores import new_store
from support.gold_reports import gold_report, seed_names
from support.written_reports import written_report

SENTENCES = [f"第{number}项工作得到全面落实并且取得了明显成效" for number in range(60)]


def said(*parts: slice, by: str | None = None, doc: str = "a") -> NewReport:
    """A report of some of the sentences; ``doc`` is all that tells two alike apart."""
    source = "。\n".join(sentence for part in parts for sentence in SENTENCES[part])
    report = written_report(source, doc)
    metadata = Metadata(title=doc, issuer=by)
    return replace(report, reading=replace(report.reading, metadata=metadata))


def groups(path: Path, *reports: NewReport) -> list[str]:
    """The groups of reports loaded in this order, by number."""
    writer = StoreWriter(new_store(path))
    for report in reports:
        assert writer.insert(report, "2026-01-01T00:00:00.000Z").result()
    writer.close()
    with StoreReader(path) as reader:
        return [reader.split_group(number) for number in range(1, len(reports) + 1)]


WHOLE = slice(0, 40)


def test_reports_of_an_issuer_stay_together(tmp_path: Path) -> None:
    told = groups(
        tmp_path / "a.db",
        said(slice(0, 20), by="某局"),
        said(slice(20, 40), by="某局", doc="b"),
        said(slice(40, 60), doc="c"),
    )
    assert told[0] == told[1] == "issuer 某局"
    assert told[2].startswith("report ")


@pytest.mark.parametrize("copy", [WHOLE, slice(4, 40), slice(0, 46)])
def test_a_near_copy_stays_with_the_report_that_was_there_first(tmp_path: Path, copy: slice) -> None:
    told = groups(
        tmp_path / "a.db", said(WHOLE, by="某局"), said(copy, doc="b"), said(copy, by="另局", doc="c")
    )
    assert told == ["issuer 某局"] * 3
    told = groups(tmp_path / "b.db", said(WHOLE), said(copy, by="某局", doc="b"))
    assert told[1] == told[0], "the first was there, so the second follows, whatever is known of it"


def test_some_sentences_in_common_make_no_copy(tmp_path: Path) -> None:
    told = groups(tmp_path / "a.db", said(slice(0, 30), by="某局"), said(slice(22, 60), by="另局", doc="b"))
    assert told == ["issuer 某局", "issuer 另局"]
    told = groups(tmp_path / "b.db", said(slice(0, 2), by="某局"), said(slice(0, 2), by="另局", doc="b"))
    assert told == ["issuer 某局", "issuer 另局"], "two sentences are too few to tell"


def test_set_phrases_make_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sketches, "_MOST_REPORTS", 2)
    reports = [
        said(slice(0, 5), slice(10 * number, 10 * number + 3), by=f"局{number}", doc=str(number))
        for number in range(1, 6)
    ]
    told = groups(tmp_path / "a.db", *reports)
    assert told[2:] == ["issuer 局3", "issuer 局4", "issuer 局5"]
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        most = connection.execute("select max(n) from (select count(*) n from sketches group by hash)")
        assert most.fetchone() == (2,)


@pytest.mark.parametrize("doc", seed_names())
def test_a_report_crawled_twice_stays_with_itself(tmp_path: Path, doc: str) -> None:
    source = gold_report(doc).reading.source
    other = (
        "首页 > 政务公开 > 法治政府\n字号：大 中 小 打印\n"
        + source[source.index("\n") + 1 :]
        + "\n上一篇：无\n"
    )
    reading = read_report(other)
    again = NewReport("ab" * 32, "again", "utf-8", None, reading, "1", "1.3")
    first, second = groups(tmp_path / "a.db", gold_report(doc), again)
    assert first == second


def test_a_sketch_looks_at_long_sentences_and_not_at_blanks() -> None:
    text = "。".join(SENTENCES)
    assert len(sketch(text)) == SIZE
    assert sketch(text) == tuple(sorted(sketch(text)))
    assert sketch(text.replace("工作", " 工\u3000作")) == sketch(text)
    assert sketch("。".join(reversed(SENTENCES))) == sketch(text)
    short = "短句。" * 50 + "法" * (SHORTEST - 1)
    assert len(sketch(short)) == 1, "a text without such sentences is one itself"
    assert sketch(short) != sketch(short + "治") and sketch(" \n") == ()
    assert all(0 <= one < 1 << 63 for one in sketch(text))
