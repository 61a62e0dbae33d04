"""``evaluate`` as a command: what it accepts, what it refuses, its exit codes and its JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from support.command_line import Call
from support.gold_reports import GOLD, SEEDS, seed_names

SOURCE = "受理案件195件,办结180件,其中2件。全年培训12场。"


def figure(start: int, surface: str, **more: Any) -> dict[str, Any]:
    value, unit = surface[:-1], surface[-1]
    return {
        "doc": "a.txt", "start": start, "end": start + len(surface), "surface": surface, "value": value,
        "unit": unit, "kind": "count",
    } | more  # fmt: skip


ROWS = [figure(4, "195件"), figure(11, "180件"), figure(18, "2件")]
SPURIOUS = figure(25, "12场")


def written(path: Path, rows: Iterable[dict[str, Any] | str]) -> Path:
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return written(tmp_path / "gold.jsonl", ROWS)


def test_the_smallest_rows_are_scored_in_what_they_tell(call: Call, tmp_path: Path) -> None:
    rows = [{"start": 4, "end": 8, "value": 195}, {"start": 11, "end": 15, "value": 180.0}]
    gold = written(tmp_path / "gold.jsonl", rows)
    pred = written(tmp_path / "pred.jsonl", [{"start": 4, "end": 8, "value": "195", "unit": "件"}])
    done = call("evaluate", gold, pred, "--json")
    (row,) = done.rows
    assert done.code == 0
    assert row["figures"]["strict"]["hits"] == 1
    assert row["unscored"] == ["upper", "unit", "kind", "bound", "subject"]
    assert row["figures"]["kind"] is None
    assert "单位" in done.err


def test_a_field_that_predictions_tell_sometimes_is_scored_always(
    call: Call, gold: Path, tmp_path: Path
) -> None:
    pred = written(tmp_path / "pred.jsonl", [ROWS[0], {**ROWS[1], "unit": None}, ROWS[2]])
    (row,) = call("evaluate", gold, pred, "--json").rows
    assert row["difference_counts"] == {"unit": 1}


def test_bad_lines_are_named_and_the_rest_goes_on(call: Call, gold: Path, tmp_path: Path) -> None:
    bad = [
        "{broken",
        "[1]",
        {"doc": "a.txt", "end": 8, "value": "195"},
        {"doc": "a.txt", "start": 8, "end": 4, "value": "195"},
        {"doc": "a.txt", "start": True, "end": 4, "value": "195"},
        {"doc": "a.txt", "start": 0, "end": 4, "value": None},
        '{"doc": "a.txt", "start": 0, "end": 4, "value": NaN}',
        "",
        ROWS[0],
    ]
    pred = written(tmp_path / "pred.jsonl", bad)
    done = call("evaluate", gold, pred, "--json")
    assert done.code == 1
    assert [f"pred.jsonl：第 {line} 行" in done.told[line - 1] for line in range(1, 8)] == [True] * 7
    assert ["start" in done.told[2], "end" in done.told[3], "start" in done.told[4]] == [True] * 3
    (row,) = done.rows
    assert row["figures"]["strict"] | {"intervals": None} == {
        "hits": 1, "gold": 3, "predicted": 1, "precision": 1.0, "recall": 1 / 3, "f1": 0.5, "intervals": None,
    }  # fmt: skip
    assert len(row["refused"]) == 7


def test_many_bad_lines_do_not_flood_the_terminal(call: Call, gold: Path, tmp_path: Path) -> None:
    done = call("evaluate", gold, written(tmp_path / "pred.jsonl", ["{"] * 500))
    assert len(done.told) < 30
    assert "480" in done.err


@pytest.mark.parametrize(
    "rows", [[], ["{"], [{"doc": "a.txt", "start": 1, "end": 2, "value": "1", "optional": True}]]
)
def test_empty_gold_is_told(call: Call, tmp_path: Path, rows: list[Any]) -> None:
    path = written(tmp_path / "gold.jsonl", rows)
    done = call("evaluate", path, path, "--min-f1", "0")
    assert done.code == 1
    assert "没有可用的金标数据" in done.err


def test_files_that_are_not_there_are_told(call: Call, gold: Path, tmp_path: Path) -> None:
    for arguments in ((tmp_path / "none.jsonl",), (gold, tmp_path / "none.jsonl"), (tmp_path,)):
        done = call("evaluate", *arguments)
        assert done.code == 1
        assert done.out == ""
        assert "找不到" in done.err


@pytest.mark.parametrize(
    ("wanted", "code", "told"),
    [
        ("0.8", 0, ""),
        ("0.81", 1, "strict = 0.8000，低于"),
        ("strict=0.8,kind=1,span=1", 0, ""),
        ("strict=0.9,detect=0.8", 1, "strict = 0.8000"),
        ("subject=0.5", 1, "subject 无法评分"),
        ("headings=0.5", 1, "headings 无法评分"),
    ],
)
def test_a_score_below_the_least_ends_with_one(
    call: Call, gold: Path, tmp_path: Path, wanted: str, code: int, told: str
) -> None:
    pred = written(tmp_path / "pred.jsonl", ROWS[:2])
    done = call("evaluate", gold, pred, "--min-f1", wanted, "--json")
    assert done.code == code
    assert told in done.err
    assert all(one["held"] for one in done.rows[0]["min_f1"]) == (code == 0)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--min-f1", "97"),
        ("--min-f1", "nan"),
        ("--min-f1", "beauty=0.5"),
        ("--min-f1", ""),
        ("--aspect", "colour"),
        ("--by", "kind,colour"),
        ("pred.jsonl", "--by", "rule"),
        ("--differences", "-1"),
        ("-", "--against", "-"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_read(
    call: Call, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = call("evaluate", tmp_path / "none.jsonl", *arguments)
    assert done.code == 2
    assert done.out == ""


def test_rules_are_scored_where_it_is_wished(call: Call, tmp_path: Path) -> None:
    text = (
        "清河县2023年法治政府建设情况报告\n一、主要工作\n2023年，受理行政复议案件约195件，"
        "办结率98%。\n清河县人民政府\n2024年1月10日\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    def figure(surface: str, **fields: str) -> dict[str, Any]:
        start = text.index(surface)
        return {"doc": "a.txt", "start": start, "end": start + len(surface), "surface": surface, **fields}

    gold = written(
        tmp_path / "figures.jsonl",
        [
            figure("195件", value="195", unit="件", bound="="),
            figure("2023年，", value="2023", unit="年", bound="="),
        ],
    )
    (plain,) = call("evaluate", gold, "--json").rows
    assert "rule" not in plain["by"]
    (row,) = call("evaluate", gold, "--json", "--by", "kind,rule").rows
    rules = row["by"]["rule"]
    assert rules["numeral.unit"] == {"right": 1, "wrong": 1}, "98% is not in gold"
    assert rules["numeral.year"]["wrong"] == 1
    assert rules["bound.about"] == {"right": 0, "wrong": 1}
    assert "numeral.year" in call("evaluate", gold, "--by", "rule").out


def test_differences_can_be_chosen(call: Call, gold: Path, tmp_path: Path) -> None:
    wrong = [{**row, "kind": "money", "value": "7"} for row in ROWS]
    pred = written(tmp_path / "pred.jsonl", [*wrong, SPURIOUS])

    def aspects(*arguments: str) -> list[str]:
        (row,) = call("evaluate", gold, pred, "--json", *arguments).rows
        assert row["difference_counts"] == {"kind": 3, "value": 3, "spurious": 1}
        return [one["aspect"] for one in row["differences"]]

    assert sorted(aspects()) == ["kind"] * 3 + ["spurious"] + ["value"] * 3
    assert aspects("--aspect", "kind") == ["kind"] * 3
    assert sorted(aspects("--aspect", "kind,spurious", "--differences", "1")) == ["kind", "spurious"]
    assert aspects("--differences", "0") == []
    out = call("evaluate", gold, pred, "--aspect", "value", "--differences", "2", "--by", "none").out
    assert "195 ≠ 7" in out
    assert "还有 1 条" in out
    assert "按类别" not in out
    assert "计数 → 金额  3" in out


def test_places_are_shown_from_sources_from_sentences_or_not_at_all(call: Call, tmp_path: Path) -> None:
    def contexts(rows: list[dict[str, Any]], *arguments: str | Path) -> list[str | None]:
        gold = written(tmp_path / "gold" / "gold.jsonl", rows)
        (row,) = call("evaluate", gold, empty, "--json", *arguments).rows
        return [one["context"] for one in row["differences"]]

    empty = written(tmp_path / "pred.jsonl", [])
    assert contexts(ROWS[:1]) == [None]
    sentence = {"sentence": "案件195件,", "sentence_start": 2}
    assert contexts([ROWS[0] | sentence]) == ["案件【195件】,"]
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "a.txt").write_text(SOURCE, encoding="utf-8")
    assert contexts(ROWS[:1], "--sources", sources) == ["受理案件【195件】,办结180件,其中2件。全年培训12场。"]


def test_a_gold_file_leads_to_no_file_outside_the_sources(call: Call, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("密码1234567890件", encoding="utf-8")
    (tmp_path / "sources").mkdir()
    rows = [
        {"doc": doc, "start": 2, "end": 5, "value": "1"}
        for doc in (str(secret), "../secret.txt", "a\0b", ".")
    ]
    gold = written(tmp_path / "gold" / "gold.jsonl", rows)
    done = call("evaluate", gold, "--sources", tmp_path / "sources")
    assert done.code == 1
    assert "密码" not in done.out + done.err
    done = call("evaluate", gold, written(tmp_path / "pred.jsonl", []), "--sources", tmp_path / "sources")
    assert "密码" not in done.out + done.err


def test_a_row_that_its_source_does_not_hold_is_refused(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SOURCE, encoding="utf-8")
    gold = written(tmp_path / "gold.jsonl", [ROWS[0], {**ROWS[1], "start": 12, "end": 16}])
    done = call("evaluate", gold, "--json")
    assert done.code == 1
    assert "第 2 行" in done.err
    assert "180件" in done.err
    assert done.rows[0]["figures"]["strict"]["gold"] == 1


def test_one_missing_source_does_not_stop_the_others(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SOURCE, encoding="utf-8")
    gold = written(tmp_path / "gold.jsonl", [ROWS[0], {**ROWS[1], "doc": "b.txt"}])
    done = call("evaluate", gold, "--json")
    assert done.code == 1
    assert "b.txt" in done.err
    assert done.rows[0]["figures"]["strict"]["gold"] == 1


def test_reports_are_the_same_by_hash_then_by_name(call: Call, tmp_path: Path) -> None:
    gold = written(tmp_path / "gold.jsonl", [ROWS[0] | {"sha256": "a" * 64}, ROWS[1] | {"doc": "b.txt"}])

    def scored(**report: str) -> tuple[int, int]:
        pred = written(tmp_path / "pred.jsonl", [ROWS[0] | report])
        (row,) = call("evaluate", gold, pred, "--json").rows
        return row["figures"]["strict"]["hits"], row["prediction"]["elsewhere"]

    assert scored(doc="other name", sha256="a" * 64) == (1, 0)
    assert scored(doc="a.txt") == (1, 0)
    assert scored(doc="folder/a.txt") == (1, 0)
    assert scored(doc="a.txt", sha256="b" * 64) == (0, 1)
    assert scored(doc="c.txt") == (0, 1)


def test_predictions_of_other_reports_only_are_a_mistake(call: Call, gold: Path, tmp_path: Path) -> None:
    done = call("evaluate", gold, written(tmp_path / "pred.jsonl", [ROWS[0] | {"doc": "c.txt"}]))
    assert done.code == 1
    assert "a.txt" in done.err
    assert "c.txt" in done.err


def exported(row: dict[str, Any], decision: str, **more: Any) -> dict[str, Any]:
    return row | {
        "sha256": "a" * 64, "decision": decision, "machine": None, "reviewer": "甲", "section": ["一、情况"],
        "decided_at": "2026-01-01T00:00:00Z", "context_complete": False, "a field of tomorrow": {},
    } | more  # fmt: skip


def counts(call: Call, gold: Path, pred: Path, *arguments: str) -> tuple[int, int, int, int]:
    (row,) = call("evaluate", gold, pred, "--json", *arguments).rows
    strict = row["figures"]["strict"]
    return strict["hits"], strict["gold"], strict["predicted"], row["prediction"]["not_counted"]


def test_only_what_was_read_completely_makes_a_prediction_wrong(call: Call, tmp_path: Path) -> None:
    pred = written(tmp_path / "pred.jsonl", [ROWS[0], ROWS[1], SPURIOUS])
    part = written(tmp_path / "part.jsonl", [exported(ROWS[0], "verified"), exported(ROWS[1], "rejected")])
    assert counts(call, part, pred) == (1, 1, 2, 1)
    sentence = {"sentence": "全年培训12场。", "sentence_start": 21, "context_complete": True}
    whole = written(tmp_path / "whole.jsonl", [exported(ROWS[0], "verified", **sentence)])
    assert counts(call, whole, pred) == (1, 1, 2, 1)
    signed = written(tmp_path / "signed.jsonl", [exported(ROWS[0], "verified", context_complete=True)])
    inside = written(tmp_path / "inside.jsonl", [ROWS[0], SPURIOUS | {"section": ["一、情况", "(一)培训"]}])
    outside = written(tmp_path / "outside.jsonl", [ROWS[0], SPURIOUS | {"section": ["二、问题"]}])
    assert counts(call, signed, inside) == (1, 1, 2, 0)
    assert counts(call, signed, outside) == (1, 1, 1, 1)
    both = [exported(row, "verified", context_complete=True) for row in (ROWS[0], ROWS[2])]
    between = written(tmp_path / "between.jsonl", [ROWS[0], ROWS[1], ROWS[2]])
    assert counts(call, written(tmp_path / "both.jsonl", both), between) == (2, 2, 3, 0)
    done = call("evaluate", part, pred)
    assert done.code == 0
    assert "不算对也不算错" in done.err


def test_listed_sections_say_where_a_prediction_is_wrong(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "gold" / "figures.jsonl", [exported(ROWS[0], "verified")])
    section = {
        "doc": "a.txt",
        "sha256": "a" * 64,
        "start": 0,
        "until": 21,
        "reviewer": "甲",
        "open": [[18, 20]],
    }
    broken = {**section, "until": None}
    sections = written(
        tmp_path / "gold" / "sections.jsonl", [section, {**section, "doc": "b.txt", "sha256": ""}]
    )
    pred = written(
        tmp_path / "pred.jsonl", [*ROWS, SPURIOUS, SPURIOUS | {"doc": "b.txt", "start": 3, "end": 5}]
    )
    assert counts(call, tmp_path / "gold", pred) == (1, 1, 3, 2)
    assert counts(call, tmp_path / "gold", pred, "--reviewer", "乙")[1] == 0
    written(sections, [section, broken])
    done = call("evaluate", tmp_path / "gold", pred, "--json")
    assert done.code == 1
    assert "sections.jsonl：第 2 行" in done.err


def test_the_latest_reviewer_holds(call: Call, tmp_path: Path) -> None:
    machine = {"start": 4, "end": 8}
    early = exported(ROWS[0] | {"end": 7, "surface": "195"}, "corrected", machine=machine)
    late = exported(ROWS[0], "verified", machine=machine, reviewer="乙", decided_at="2026-02-01T00:00:00Z")
    rejected = exported(ROWS[1], "rejected", reviewer="乙")
    added = exported(ROWS[1] | {"start": 9}, "added", decided_at="2026-03-01T00:00:00Z")
    gold = written(tmp_path / "gold.jsonl", [late, early, rejected, added])
    pred = written(tmp_path / "pred.jsonl", [ROWS[0]])
    assert counts(call, gold, pred) == (1, 2, 1, 0)
    assert counts(call, gold, pred, "--reviewer", "甲") == (0, 2, 1, 0)
    done = call("evaluate", gold, pred, "--json")
    assert done.rows[0]["gold"]["disputed"] == 1
    assert "以最后的判定为准" in done.err
    assert call("evaluate", gold, pred, "--reviewer", "丙").code == 1


def test_one_split_can_be_scored(call: Call, tmp_path: Path) -> None:
    rows = [ROWS[0] | {"split": "train"}, ROWS[1] | {"doc": "b.txt", "split": "test"}]
    gold = written(tmp_path / "gold.jsonl", rows)
    assert counts(call, gold, gold, "--split", "test") == (1, 1, 1, 0)


def test_two_predictions_side_by_side(call: Call, gold: Path, tmp_path: Path) -> None:
    first = written(tmp_path / "first.jsonl", [*ROWS[:2], SPURIOUS])
    second = written(tmp_path / "second.jsonl", [ROWS[0], ROWS[2] | {"value": "3"}])
    done = call("evaluate", gold, first, "--against", second, "--json")
    (row,) = done.rows
    paired = row["paired"]
    assert (paired["both"], paired["first_only"], paired["second_only"], paired["neither"]) == (1, 1, 0, 1)
    assert paired["p_value"] == 1.0
    (only,) = paired["right_in_first_only"]
    assert (only["gold"]["value"], only["predicted"]["value"], only["against"]) == ("180", "180", None)
    assert [one["predicted"]["value"] for one in paired["spurious_in_first_only"]] == ["12"]
    assert row["against"]["figures"]["strict"]["hits"] == 1
    low, high = paired["gain"]["strict.f1"]
    assert low <= row["figures"]["strict"]["f1"] - row["against"]["figures"]["strict"]["f1"] <= high
    out = call("evaluate", gold, first, "--against", second).out
    assert "只有本预测对 1" in out
    assert "符号检验 p = 1.0000" in out


def test_an_export_is_gold_without_further_ado(call: Call, store: Path, tmp_path: Path) -> None:
    for row in call("figures", "--json").rows[:6]:
        assert call("judge", row["key"], "verified", "--reviewer", "甲").code == 0
    folder = tmp_path / "gold"
    assert call("export", "-o", folder).code == 0
    done = call("evaluate", folder, "--json")
    (row,) = done.rows
    assert done.code == 0
    assert (row["figures"]["strict"]["hits"], row["figures"]["strict"]["gold"]) == (6, 6)
    assert row["prediction"]["not_counted"] > 0
    assert call("evaluate", folder, folder / "figures.jsonl", "--min-f1", "1").code == 0


def test_in_a_section_that_was_signed_off_only_open_figures_do_not_count(call: Call, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    done = "全年受理案件195件,办结180件。培训12场。"
    text = f"关于法治政府建设情况的报告\n一、工作情况\n{done}\n二、打算\n新建3个站点。\n"
    report.write_text(text, encoding="utf-8")
    (loaded,) = call("load", report, "--json").rows
    first, second, third, _ = (row["key"] for row in call("figures", loaded["sha256"][:12], "--json").rows)
    call("judge", first, "verified", "--reviewer", "甲")
    call("judge", second, "unsure", "--reviewer", "甲")
    call("judge", third, "wrong", "--reason", "not_a_figure", "--reviewer", "甲")
    assert call("sign-off", loaded["sha256"][:12], "工作情况", "--reviewer", "甲").code == 0
    assert call("export", "-o", tmp_path / "gold").code == 0
    (row,) = call("evaluate", tmp_path / "gold", "--json").rows
    strict = row["figures"]["strict"]
    assert (strict["hits"], strict["gold"], strict["predicted"]) == (1, 1, 2), "the rejected one is wrong"
    assert row["prediction"]["not_counted"] == 2, "the open one, and that of the unread section"
    assert [one["predicted"]["value"] for one in row["differences"] if one["aspect"] == "spurious"] == ["12"]
    invented = written(
        tmp_path / "pred.jsonl", [{"start": text.index("全年"), "end": text.index("受理"), "value": "1"}]
    )
    (row,) = call("evaluate", tmp_path / "gold", invented, "--json").rows
    assert row["difference_counts"] == {"missed": 1, "spurious": 1}


def test_sources_come_from_the_store_by_their_hash(call: Call, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(f"关于法治政府建设情况的报告\n一、情况\n{SOURCE * 3}\n", encoding="utf-8")
    (loaded,) = call("load", report, "--json").rows
    assert loaded["figures"] > 0
    for row in call("figures", loaded["sha256"][:12], "--json").rows:
        call("judge", row["key"], "verified", "--reviewer", "甲")
    call("export", "-o", tmp_path / "gold")
    report.unlink()
    done = call("evaluate", tmp_path / "gold", "--json")
    assert done.code == 0
    assert done.rows[0]["figures"]["strict"]["gold"] == loaded["figures"]


def test_hostile_words_do_not_reach_the_terminal(call: Call, tmp_path: Path) -> None:
    evil = "\x1b]0;x\x07\u202e"
    row = {
        "doc": f"a{evil}.txt", "start": 4, "end": 8, "surface": evil, "value": f"1{evil}", "unit": evil,
        "kind": evil, "bound": evil, "subject": evil, "section": [evil],
    }  # fmt: skip
    gold = written(tmp_path / "gold.jsonl", [row, {**row, "start": 20, "end": 22}])
    pred = written(
        tmp_path / "pred.jsonl", [{**row, "kind": f"{evil}2", "value": "3"}, {**row, "start": 0, "end": 2}]
    )
    for arguments in ((gold, pred), (gold, pred, "--against", gold), (gold,)):
        done = call("evaluate", *arguments)
        assert not {"\x1b", "\x07", "\u202e"} & set(done.out + done.err)


def test_predictions_come_from_standard_input(
    call: Call, gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    text = io.TextIOWrapper(io.BytesIO(gold.read_bytes()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", text)
    assert call("evaluate", gold, "-", "--min-f1", "1").code == 0


def test_scores_by_kind_and_section_add_up(call: Call) -> None:
    (row,) = call("evaluate", GOLD, "--json").rows
    assert set(row["by"]) == {"kind", "bound", "unit", "section", "report"}
    for groups in row["by"].values():
        for name in ("strict", "value", "detect"):
            for count in ("hits", "gold", "predicted"):
                assert sum(group[name][count] for group in groups.values()) == row["figures"][name][count]
    assert set(row["by"]["report"]) == set(seed_names())
    assert set(row["by"]["section"]) <= {"work", "problems", "plans", "outside"}
    assert row["intervals"] == {"unit": "report", "units": len(list(SEEDS.glob("*.txt")))}
