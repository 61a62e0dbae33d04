"""A subject picked from its sentence: which words there are, what each key makes of it, how many it takes."""

from __future__ import annotations

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.reading.figures import heads_of_cell
from fzreview.review.picking.subject_selection import SubjectSelection, start_selection
from fzreview.review.picking.word_steps import word_step
from fzreview.review.steps.proposing import figures_around
from fzreview.text import word_cut
from support.subject_fixes import UNPICKABLE, fewest_keys, subject_fixes

SENTENCE = "全年受理各类人民调解案件195件，和解成功率99%。"
WORDS = ("全年", "受理", "各类", "人民", "调解", "案件", "，", "和解", "成功率", "99%", "。")

MOST_KEYS = 4
"""Of the median fix of a subject."""


def cut(text: str) -> list[str]:
    """The words of the sentence, as a dictionary would tell them."""
    words: list[str] = []
    while text:
        word = next((word for word in WORDS if text.startswith(word)), text[0])
        words.append(word)
        text = text[len(word) :]
    return words


@pytest.fixture
def of_cases() -> SubjectSelection:
    start = SENTENCE.index("195件")
    return start_selection(SENTENCE, (start, start + 4), "受理各类人民调解案件", cut)


def test_what_stands_there_is_picked_already_and_the_number_is_left_out(of_cases: SubjectSelection) -> None:
    assert of_cases.subject == "受理各类人民调解案件"
    assert "195" not in "".join(word.text for word in of_cases.words)
    assert of_cases.words[of_cases.numeral_index].text == "，"


def test_one_letter_moves_the_beginning_and_two_tell_a_run(of_cases: SubjectSelection) -> None:
    letters = {word.text: word.letter for word in of_cases.words}
    assert of_cases.with_letter(letters["人民"]).subject == "人民调解案件"
    assert of_cases.with_letter(letters["各类"]).with_letter(letters["调解"]).subject == "各类人民调解"
    both = of_cases.with_letter(letters["全年"]).with_letter(letters["全年"])
    assert both.with_letter(letters["调解"]).with_letter(letters["案件"]).subject == "全年调解案件"
    assert letters["，"] == "", "marks are no words"


def test_ends_move_runs_part_and_are_dropped(of_cases: SubjectSelection) -> None:
    assert of_cases.moved(1, -1).subject == "各类人民调解"
    assert of_cases.moved(0, -9).subject == of_cases.subject, "a run keeps a word at least"
    assert of_cases.shifted(-1).subject == "全年受理各类人民调解"
    letters = {word.text: word.letter for word in of_cases.words}
    assert of_cases.with_run_closed().with_letter(letters["全年"]).subject == "全年受理各类人民调解案件"
    assert (
        of_cases.with_run_closed().with_letter(letters["全年"]).without_last_run().subject == of_cases.subject
    )
    assert of_cases.with_letter("Z") == of_cases


def test_proposals_are_shorter_and_longer_and_never_what_stands_there(of_cases: SubjectSelection) -> None:
    assert of_cases.proposals[:2] == ("各类人民调解案件", "全年受理各类人民调解案件")
    start = SENTENCE.index("99%")
    cases = SENTENCE.index("195件")
    of_rate = start_selection(SENTENCE, (start, start + 3), "成功率", cut, [(cases, cases + 4)])
    assert of_rate.proposals == ("", "和解成功率", "全年受理各类人民调解案件成功率")


def test_a_digit_always_means_the_same() -> None:
    """Where there is nothing shorter and nothing longer, 1 does not become the whole clause before."""
    text = "全市加强法治宣传教育工作，案件195件。"
    start = text.index("195件")
    for words in (list, word_cut.cut):
        found = start_selection(text, (start, start + 4), "案件", words)
        assert found.proposals == ("", "", "全市加强法治宣传教育工作案件")


def test_a_subject_in_two_stretches_is_found() -> None:
    text = "应诉案件25件，撤销8件。"
    start = text.index("8件")
    found = start_selection(text, (start, start + 2), "应诉案件撤销", word_cut.cut)
    assert found.subject == "应诉案件撤销" and len(found.runs) == 2


@pytest.mark.parametrize(
    ("text", "number", "subject", "runs"),
    [
        ("市政府印发工作要点,明确7个方面34项具体任务。", "34项", "工作要点明确具体任务", 3),
        ("全年共受理各类复议案件，其中撤销、变更、确认违法8件。", "8件", "复议案件撤销确认违法", 3),
        ("共有甲组、乙组、丙组、丁组成员8名。", "8名", "甲组乙组丙组丁组成员", 0),
    ],
)
def test_a_subject_in_some_stretches_is_picked_already(
    text: str, number: str, subject: str, runs: int
) -> None:
    start = text.index(number)
    found = start_selection(text, (start, start + len(number)), subject, word_cut.cut)
    assert len(found.runs) == runs
    assert found.subject == (subject if runs else "")


ROWS = "表1\n| 指标 | 2020年 | 2021年 |\n| --- | --- | --- |\n| 受理复议案件 | 120 | 140 |\n"
CELLS = "指标\n2020年\n2021年\n受理复议案件\n120\n140\n审结\n100\n130\n罚款\n5\n6\n"


@pytest.mark.parametrize("text", [ROWS, CELLS])
def test_a_number_in_a_table_is_offered_the_heads_of_its_row_and_column(text: str) -> None:
    start = text.index("140")
    heads = heads_of_cell(text, start)
    assert heads == ("受理复议案件", "2021年")
    other = text.index("120")
    found = start_selection(
        text, (start, start + 3), "受理复议案件2021年", word_cut.cut, [(other, other + 3)], None, heads
    )
    assert found.subject == "受理复议案件2021年", "both are picked already"
    told = "".join(word.text for word in found.words[: found.numeral_index])
    assert told.count("受理复议案件") == 1 and told.rstrip().endswith("2021年")
    assert "2020年" not in told


def test_a_number_in_a_sentence_has_no_heads() -> None:
    assert heads_of_cell(SENTENCE, SENTENCE.index("195件")) == ()


@given(st.text(alphabet="全年受理案件，。（1%a \n", max_size=60), st.data())
def test_any_text_can_be_picked_from(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    chosen = start_selection(text, (start, end), data.draw(st.text(alphabet="全年受理", max_size=6)), list)
    for move in data.draw(st.lists(st.sampled_from(["a", "b", "left", "right", "part", "drop"]), max_size=8)):
        match move:
            case "left" | "right":
                chosen = chosen.moved(0, -1 if move == "left" else 1)
            case "part":
                chosen = chosen.with_run_closed()
            case "drop":
                chosen = chosen.without_last_run()
            case _:
                chosen = chosen.with_letter(move)
        assert all(0 <= first <= last < len(chosen.words) for first, last in chosen.runs)


def test_a_word_step_goes_from_border_to_border() -> None:
    assert word_step(SENTENCE, 0, 1, cut) == 2
    assert word_step(SENTENCE, 4, -1, cut) == 2
    assert word_step(SENTENCE, 0, -1, cut) == 0
    assert word_step(SENTENCE, len(SENTENCE), 1, cut) == len(SENTENCE)


def test_words_are_characters_until_the_dictionary_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_cut, "_dictionary", None)
    assert word_cut.cut("受理案件195件") == ("受", "理", "案", "件", "195", "件")
    word_cut.load_dictionary()
    assert word_cut.cut("受理法律援助案件195件") == ("受理", "法律援助", "案件", "195", "件")


def test_a_subject_is_put_right_by_four_keys() -> None:
    word_cut.load_dictionary()
    keys = []
    for fix in subject_fixes():
        clean = fix.reading.clean
        span = clean.clean_span(fix.figure.start, fix.figure.end)
        around = figures_around(fix.reading, span)
        of_figure = start_selection(clean.text, span, fix.figure.subject, word_cut.cut, around)
        keys.append(min(fewest_keys(of_figure, wanted) for wanted in fix.wanted))
    assert median(keys) <= MOST_KEYS
    typed = sum(count == UNPICKABLE for count in keys)
    assert typed <= len(keys) / 4, "most can be picked at all"


def test_what_a_letter_or_digit_names_stays_when_the_dictionary_arrives() -> None:
    start = SENTENCE.index("195件")
    span = (start, start + 4)
    characters = start_selection(SENTENCE, span, "受理各类人民调解案件", list)
    words = start_selection(SENTENCE, span, "受理各类人民调解案件", cut, shown=characters)
    assert len(words.words) < len(characters.words)
    for character in characters.words:
        if character.letter:
            (named,) = [word for word in words.words if word.is_named(character.letter)]
            assert named.start <= character.start < named.end
    assert characters.proposals[0] == "" and words.proposals[0] == "各类人民调解案件"
    assert words.proposals[1:] == characters.proposals[1:]
    assert words.subject == characters.subject


def test_a_proposal_begins_with_no_mark() -> None:
    text = "目前，市、县人民调解案件现有853件。"
    start = text.index("853")
    found = start_selection(text, (start, start + 4), "市、县人民调解案件现有", cut)
    assert found.proposals[0] == "县人民调解案件现有"
