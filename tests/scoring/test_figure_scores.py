"""Scores of figures against gold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.domain.figures.likeness import character_f1
from fzreview.domain.figures.pair_differences import subject_f1
from fzreview.scoring.figure_scores import context_of, score_figures
from support.figure_rows import ROW, figure_rows, row_lists


def test_equal_rows_score_one() -> None:
    scores = score_figures([ROW], [ROW])
    assert scores.strict.f1 == scores.value.f1 == scores.detect.f1 == 1.0
    assert scores.kind == scores.bound == scores.subject == 1.0
    assert scores.differences == ()


def test_a_miss_and_a_spurious_row() -> None:
    other = replace(ROW, start=20, end=24)
    scores = score_figures([ROW], [other])
    assert scores.detect.f1 == 0.0
    assert [(difference.aspect, difference.row.start) for difference in scores.differences] == [
        ("missed", 5),
        ("spurious", 20),
    ]


@pytest.mark.parametrize(
    ("guess", "aspect", "strict", "value"),
    [
        (replace(ROW, end=8, surface="195"), "span", 0, 1),
        (replace(ROW, value="19"), "value", 0, 0),
        (replace(ROW, upper="200"), "upper", 0, 1),
        (replace(ROW, unit="项"), "unit", 0, 0),
        (replace(ROW, kind="money"), "kind", 1, 1),
        (replace(ROW, bound="~"), "bound", 1, 1),
        (replace(ROW, subject="办结线索"), "subject", 1, 1),
    ],
)
def test_what_differs_is_named(guess: FigureRow, aspect: str, strict: int, value: int) -> None:
    scores = score_figures([ROW], [guess])
    assert (scores.strict.hits, scores.value.hits, scores.detect.hits) == (strict, value, 1)
    assert [difference.aspect for difference in scores.differences] == [aspect]


def test_a_trailing_gloss_and_zeros_are_forgiven() -> None:
    glossed = replace(ROW, end=13, surface="195個(gè)", value="195.0")
    assert score_figures([replace(ROW, end=9, surface="195個")], [glossed]).strict.f1 == 1.0
    assert (
        score_figures([replace(ROW, surface="48場(次)")], [replace(ROW, surface="48場", end=6)]).strict.f1
        == 0.0
    )


def test_documents_are_kept_apart() -> None:
    assert score_figures([ROW], [replace(ROW, doc="b.txt")]).detect.hits == 0


def test_optional_rows_count_neither_way() -> None:
    optional = replace(ROW, optional=True)
    assert score_figures([optional], []).strict.f1 == 1.0
    assert score_figures([optional], [ROW]).strict.f1 == 1.0


def test_one_prediction_answers_one_gold_row() -> None:
    second = replace(ROW, start=9, end=12)
    scores = score_figures([ROW, second], [replace(ROW, end=12)])
    assert (scores.detect.hits, scores.detect.gold, scores.detect.predicted) == (1, 2, 1)


def test_nothing_against_nothing() -> None:
    scores = score_figures([], [])
    assert scores.strict.f1 == scores.strict.precision == scores.strict.recall == 1.0
    assert scores.matched == 0


def test_either_wording_of_a_subject_counts() -> None:
    row = replace(ROW, subject_alt="案件")
    assert subject_f1(row, "案件") == 1.0
    assert character_f1("ab", "bc") == 0.5
    assert character_f1("", "") == 1.0


def test_rows_from_mappings_and_figures() -> None:
    mapping = {
        "doc": "a.txt", "start": 5, "end": 9, "surface": "195件", "value": "195", "upper": None, "unit": "件",
        "kind": "count", "bound": "=", "subject": "受理案件", "subject_alt": None,
    }  # fmt: skip
    assert FigureRow.of_mapping(mapping) == ROW
    figure = Figure(5, 9, "195件", "195件", "195", None, "件", "count", "=", "受理案件")
    assert FigureRow.of_figure("a.txt", figure) == ROW
    with pytest.raises(KeyError):
        FigureRow.of_mapping({"doc": "a.txt"})


def test_context_shows_the_place() -> None:
    assert context_of(ROW, "受理案\n件195件。", 3) == "案⏎件【195件】。"


def test_a_part_of_the_source_is_enough_for_a_context() -> None:
    assert context_of(ROW, "件195件。", 3, offset=4) == "件【195件】。"


def test_fields_that_are_not_scored_do_not_count() -> None:
    guess = replace(ROW, unit="项", upper="200", kind="money", subject="")
    scores = score_figures([ROW], [guess], fields=("value",))
    assert scores.strict.hits == scores.value.hits == 1
    assert scores.differences == ()
    assert scores.share("unit") is scores.share("subject") is None
    assert scores.share("span") == scores.share("value") == 1.0


def test_predictions_where_nobody_looked_count_neither_way() -> None:
    beside = replace(ROW, start=20, end=24)
    scores = score_figures([ROW], [ROW, beside], counts=lambda row: row.start < 20)
    assert scores.strict.precision == 1.0
    assert scores.not_counted == (beside,)


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"start": -1}, "start"),
        ({"start": "5"}, "start"),
        ({"end": 5}, "end"),
        ({"end": True}, "end"),
        ({"value": None}, "value"),
        ({"value": [1]}, "value"),
    ],
)
def test_a_wrong_field_is_named(bad: dict[str, object], field: str) -> None:
    with pytest.raises(ValueError, match=field):
        FigureRow.of_mapping({"start": 5, "end": 9, "value": "195"} | bad)


@given(row_lists())
def test_gold_against_itself_is_right_everywhere(rows: list[FigureRow]) -> None:
    scores = score_figures(rows, rows)
    for agreement in scores.agreements.values():
        assert (agreement.precision, agreement.recall, agreement.f1) == (1.0, 1.0, 1.0)
    assert all(scores.share(aspect) == 1.0 for aspect in ("span", "value", "upper", "unit"))
    assert (scores.told_share("span") is None) == (not rows)


@given(row_lists(), row_lists())
def test_turned_round_precision_is_recall(gold: list[FigureRow], predicted: list[FigureRow]) -> None:
    there, back = score_figures(gold, predicted), score_figures(predicted, gold)
    for name in ("strict", "detect"):
        one, other = there.agreements[name], back.agreements[name]
        assert (one.hits, one.gold, one.predicted) == (other.hits, other.predicted, other.gold)


@given(row_lists(), row_lists(), st.data())
def test_a_worse_prediction_is_never_better(
    gold: list[FigureRow], predicted: list[FigureRow], data: st.DataObject
) -> None:
    before = score_figures(gold, predicted)
    far = replace(data.draw(figure_rows()), start=1000, end=1004)
    assert score_figures(gold, [*predicted, far]).strict.f1 <= before.strict.f1
    if not predicted:
        return
    place = data.draw(st.integers(0, len(predicted) - 1))
    corrupted = [*predicted]
    corrupted[place] = replace(predicted[place], value="-77")
    assert score_figures(gold, corrupted).strict.hits <= before.strict.hits
    without = predicted[:place] + predicted[place + 1 :]
    assert score_figures(gold, without).strict.hits <= before.strict.hits


@given(row_lists(), row_lists())
def test_the_relaxed_scores_are_never_below_the_strict_one(
    gold: list[FigureRow], predicted: list[FigureRow]
) -> None:
    scores = score_figures(gold, predicted)
    assert scores.strict.hits <= scores.value.hits <= scores.detect.hits


@given(st.text(max_size=100), st.text(max_size=100))
def test_character_f1_is_even_handed(one: str, other: str) -> None:
    assert character_f1(one, other) == pytest.approx(character_f1(other, one))
    assert 0 <= character_f1(one, other) <= 1
    assert character_f1(one, one) == 1.0
