"""What a typed line means among titles."""

from __future__ import annotations

import pytest

from fzreview.review.keys.commands import COMMANDS
from fzreview.review.view_models.fuzzy_match import FuzzyQuery, best_first
from fzreview.strings import say, use


def found(typed: str) -> list[str]:
    return [
        command.id
        for command in best_first(
            FuzzyQuery.typed(typed), COMMANDS, lambda command: (say(command.title_key), command.shown)
        )
    ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("cx", "undo"),
        ("chexiao", "undo"),
        ("撤销", "undo"),
        ("ｃｘ", "undo"),
        ("CX", "undo"),
        ("ywzl", "source"),
        ("原文", "source"),
        ("bgk", "library"),
        ("次序", "order"),
        ("ctrl+z", "undo"),
        ("7", "library"),
        ("z", "undo"),
        ("wpd cy", "unsure"),
    ],
)
def test_the_first_command_that_fits(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_words_all_must_fit() -> None:
    assert found("下一 报告") == ["next_undecided", "next_report"]
    assert found("下一 没有这个") == []


def test_gaps_count_between_typed_characters_only() -> None:
    assert "next_undecided" in found("下未判")
    assert found("xwp") == []


def test_titles_in_english_are_found_by_their_words() -> None:
    use("en")
    assert found("redo")[0] == "redo"
    assert found("undo")[0] == "undo"
    assert "library" in found("of reports")


def test_a_blank_line_means_everything_in_its_order() -> None:
    assert found("  ") == [command.id for command in COMMANDS]


def test_a_title_of_any_length_is_compared_at_once() -> None:
    assert FuzzyQuery.typed("a" * 1000).rank("安" * 100_000) is not None
    assert FuzzyQuery.typed("an" * 19 + "z").rank("安" * 100_000) is None
