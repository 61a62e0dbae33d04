"""The page of differences, spans without values, and scores of nothing."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from fzreview.scoring.figure_scores import Agreement
from fzreview.work.scoring.evaluating import Evaluation, EvaluationRequest, evaluate
from fzreview.work.scoring.evaluation_page import page
from fzreview.work.scoring.thresholds import thresholds
from support.command_line import caller

TEXT = '办理案件48件，<script>alert("x")</script>培训5次。'
DOC = '<img src=x onerror="alert(1)">.txt'


def row(surface: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(surface)
    return {"doc": DOC, "start": start, "end": start + len(surface), "surface": surface} | fields


GOLD = [row("48件", value="48", unit="件"), row("5次", value="5", unit="次", sentence=TEXT, sentence_start=0)]


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return path


def scored(tmp_path: Path, rows: list[dict[str, Any]]) -> Evaluation:
    gold = written(tmp_path / "gold.jsonl", GOLD)
    return evaluate(EvaluationRequest(gold, written(tmp_path / "pred.jsonl", rows)))


class Page(HTMLParser):
    """The tags and the cells of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "td":
            self.cells.append(data)


def test_a_page_holds_every_difference_and_runs_nothing_from_outside(tmp_path: Path) -> None:
    told = Page(page(scored(tmp_path, [row("48件", value="84", unit="件\x1b[31m<b>")])))
    assert [tag for tag, _ in told.tags].count("script") == 1, "its own"
    assert not [tag for tag, _ in told.tags if tag in ("img", "link", "iframe", "b")]
    assert not [
        names for _, names in told.tags if any(name.startswith("on") or name == "src" for name in names)
    ]
    rows = [names for tag, names in told.tags if tag == "tr" and "data-aspect" in names]
    assert {names["data-aspect"] for names in rows} == {"value", "unit", "missed"}
    assert {names["data-report"] for names in rows} == {DOC}
    assert any("48件 = 48 件" in cell for cell in told.cells), "gold's reading"
    assert any("= 84 件" in cell for cell in told.cells), "the prediction's"
    assert not any("\x1b" in cell for cell in told.cells)
    policies = [names["content"] or "" for tag, names in told.tags if "content" in names]
    assert any("default-src 'none'" in policy for policy in policies)


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, predictions = written(tmp_path / "gold.jsonl", GOLD), written(tmp_path / "pred.jsonl", GOLD[:1])
    done = caller(tmp_path / "no.db", capsys)(
        "evaluate", gold, predictions, "--html", tmp_path / "report.html"
    )
    assert done.code == 0
    assert "5次" in (tmp_path / "report.html").read_text(encoding="utf-8")
    done = caller(tmp_path / "no.db", capsys)(
        "evaluate", gold, predictions, "--html", tmp_path / "no" / "x.html"
    )
    assert done.code != 0
    assert "x.html" in done.err


def test_spans_alone_are_scored_in_what_they_tell(tmp_path: Path) -> None:
    evaluation = scored(tmp_path, [row("48件"), row("培训5次")])
    assert list(evaluation.figures.agreements) == ["detect"]
    assert evaluation.figures.detect.told == (1, 1, 1)
    assert evaluation.figures.share("span") == 0.5
    assert evaluation.figures.share("value") is None
    assert {"value", "unit"} <= set(evaluation.unscored)
    assert not thresholds(evaluation, {"strict": 0.0})[0].held
    assert thresholds(evaluation, {"detect": 1.0})[0].held


def test_a_row_without_a_value_among_others_with_one_is_refused(tmp_path: Path) -> None:
    evaluation = scored(tmp_path, [row("48件", value="48", unit="件"), row("5次", unit="次")])
    (error,) = evaluation.refused
    assert error.params["line"] == 2
    assert evaluation.figures.strict.hits == 1


@pytest.mark.parametrize(
    ("agreement", "told"),
    [
        (Agreement(0, 3, 0), (None, 0, 0)),
        (Agreement(0, 0, 3), (0, None, 0)),
        (Agreement(0, 0, 0), (None, None, None)),
        (Agreement(1, 2, 1), (1, 0.5, 2 / 3)),
    ],
)
def test_nothing_scored_is_no_score(agreement: Agreement, told: tuple[float | None, ...]) -> None:
    assert agreement.told == told


def test_a_table_of_nothing_claims_no_precision(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, nothing = written(tmp_path / "gold.jsonl", GOLD), written(tmp_path / "pred.jsonl", [])
    done = caller(tmp_path / "no.db", capsys)("evaluate", gold, nothing)
    assert "1.0000" not in done.out
    assert "–" in done.out
    (row_,) = caller(tmp_path / "no.db", capsys)("evaluate", gold, nothing, "--json").rows
    assert row_["figures"]["strict"]["precision"] is None
    assert row_["figures"]["strict"]["recall"] == 0
