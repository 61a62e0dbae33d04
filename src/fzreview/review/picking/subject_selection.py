"""Selecting a subject from the words of its sentence: letters select words, digits select proposals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from fzreview.review.picking.subject_spans import subject_spans

Span = tuple[int, int]
Run = tuple[int, int]
"""Indexes of the first and last word of a selected run."""
Cut = Callable[[str], Sequence[str]]

LETTERS: Final = ascii_lowercase + ascii_uppercase
"""One for each word; further words have none."""

MAX_CHARACTERS_BEFORE: Final = 160
"""Characters before the number that are offered, at most."""
MAX_CHARACTERS_AFTER: Final = 40

_CLAUSE: Final = re.compile("[，,。；;：:！？\n]")
_NOT_FIRST: Final = "、，,。；;：:！？”’）)》 "
"""Marks that no subject begins with."""
_SENTENCE: Final = re.compile("[。！？\n]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text around a numeral."""

    text: str
    start: int
    """Offset in the text around it, the number left out."""
    letter: str
    """The key that names it; empty for marks and where letters ran out."""
    of_figure: bool = False
    """Whether it belongs to another number."""
    other_letters: str = ""
    """Keys that name it too: those of its characters, which stood there before the dictionary did."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def is_named(self, letter: str) -> bool:
        """Whether a letter names it."""
        return letter == self.letter or letter in self.other_letters


@dataclass(frozen=True, slots=True)
class SubjectSelection:
    """The runs of words selected so far. Immutable: every move returns a new selection."""

    words: tuple[Word, ...]
    numeral_index: int
    """Index of the word after the numeral."""
    proposals: tuple[str, ...]
    """Each is taken by its digit, which always means the same: 1 a word less, 2 with the rest of its clause,
    3 with the clause before; empty where there is none."""
    runs: tuple[Run, ...] = ()
    opened: bool = False
    """Whether the last run waits for its other end."""
    touched: bool = False
    parts: bool = False
    """Whether the reviewer started a run explicitly: runs are then joined in text order."""

    @property
    def subject(self) -> str:
        """The words of all runs, as picked by letters alone in the order of picking."""
        runs = sorted(self.runs) if self.parts else self.runs
        return "".join(self.text_of(run) for run in runs).strip()

    def text_of(self, run: Run) -> str:
        """The words of one run."""
        return "".join(word.text for word in self.words[run[0] : run[1] + 1])

    def is_selected(self, index: int) -> bool:
        """Whether a word is selected."""
        return any(first <= index <= last for first, last in self.runs)

    # Moves

    def with_letter(self, letter: str) -> SubjectSelection:
        """The word with this letter: the first moves where the subject begins, the next tells where it ends.

        Two letters more make a second run behind the first, and so on.
        """
        index = next((at for at, word in enumerate(self.words) if letter and word.is_named(letter)), None)
        if index is None:
            return self
        if not self.touched:
            # What is picked already keeps its end: most subjects are wrong where they begin.
            last = self.runs[-1][1] if self.runs else index
            return replace(self, runs=((index, max(last, index)),), opened=True, touched=True)
        if self.opened:
            first = self.runs[-1][0]
            run = (min(first, index), max(first, index))
            return replace(self, runs=(*self.runs[:-1], run), opened=False)
        return replace(self, runs=(*self.runs, (index, index)), opened=True)

    def moved(self, start: int, end: int) -> SubjectSelection:
        """The ends of the last run moved by so many words; it keeps one word at least."""
        if not self.words:
            return self
        if not self.runs:
            at = max(self.numeral_index - 1, 0)
            return replace(self, runs=((at, at),), touched=True)
        first, last = self.runs[-1][0] + start, self.runs[-1][1] + end
        if not 0 <= first <= last < len(self.words):
            return self
        return replace(self, runs=(*self.runs[:-1], (first, last)), opened=False, touched=True)

    def shifted(self, step: int) -> SubjectSelection:
        """The last run moved as a whole by so many words."""
        return self.moved(step, step)

    def with_run_closed(self) -> SubjectSelection:
        """What is picked stays, and the next letter or move begins another run before or behind it."""
        return replace(self, opened=False, touched=True, parts=True)

    def without_last_run(self) -> SubjectSelection:
        """Without the last run."""
        return replace(self, runs=self.runs[:-1], opened=False, touched=True)


def start_selection(
    text: str,
    span: Span,
    subject: str,
    cut: Cut,
    figures: Iterable[Span] = (),
    shown: SubjectSelection | None = None,
    heads: Iterable[str] = (),
) -> SubjectSelection:
    """What can be picked for the number at ``span`` of a clean text whose subject is ``subject`` now.

    ``figures`` are the spans of the figures around it; no proposal holds their words. ``shown`` stands on the
    screen already, cut into characters: every letter and every digit goes on naming what it stands at.
    ``heads`` of a number in a table stand right before it, where its row does not hold them anyway.
    """
    begin, finish = _window(text, span)
    before, behind = text[begin : span[0]], text[span[1] : finish]
    above = "".join(f" {head} " for head in heads if head not in before)
    before += above
    around = before + behind
    spans = subject_spans(subject, around, len(before))
    others = [
        tuple(at - begin + (0 if at <= span[0] else len(above) - (span[1] - span[0])) for at in one)
        for one in figures
        if begin <= one[0] and one[1] <= finish and (one[1] <= span[0] or one[0] >= span[1])
    ]
    borders = {0, len(before), len(around), *(border for one in (*spans, *others) for border in one)}
    cut_words = list(_words(around, cut, borders))
    words = _lettered(cut_words, len(before)) if shown is None else _as_shown(cut_words, shown.words)
    words = tuple(
        replace(word, of_figure=any(start <= word.start < end for start, end in others)) for word in words
    )
    starts = {word.start: index for index, word in enumerate(words)}
    ends = {word.end: index for index, word in enumerate(words)}
    runs = tuple((starts[start], ends[end]) for start, end in spans)
    numeral_index = next((at for at, word in enumerate(words) if word.start >= len(before)), len(words))
    proposals = _proposals(words, numeral_index, runs, subject)
    if shown is not None:
        proposals = tuple(there or new for there, new in zip(shown.proposals, proposals, strict=True))
    return SubjectSelection(words, numeral_index, proposals, runs)


def _window(text: str, span: Span) -> Span:
    """The sentence of the number and the one before it, as far as they are near, on one line."""
    floor = max(text.rfind("\n", 0, span[0]) + 1, span[0] - MAX_CHARACTERS_BEFORE)
    ends = [match.end() for match in _SENTENCE.finditer(text, floor, span[0])]
    begin = ends[-2] if len(ends) > 1 else floor
    match = _SENTENCE.search(text, span[1], span[1] + MAX_CHARACTERS_AFTER)
    return begin, match.start() if match else min(span[1] + MAX_CHARACTERS_AFTER, len(text))


def _words(around: str, cut: Cut, borders: set[int]) -> Iterator[tuple[int, str]]:
    """Words with their offsets, cut at these borders too."""
    edges = sorted(borders)
    for start, end in pairwise(edges):
        at = start
        for word in cut(around[start:end]):
            yield at, word
            at += len(word)


def _lettered(words: Sequence[tuple[int, str]], number: int) -> tuple[Word, ...]:
    """Letters for the words that can be named; those far before the number go without where they run out."""
    named = [at for at, (_, text) in enumerate(words) if any(map(str.isalnum, text))]
    behind = [at for at in named if words[at][0] >= number]
    room = len(LETTERS) - min(len(behind), len(LETTERS) // 4)
    before = [at for at in named if words[at][0] < number][-room:]
    letters = dict(zip([*before, *behind], LETTERS, strict=False))
    return tuple(Word(text, start, letters.get(at, "")) for at, (start, text) in enumerate(words))


def _as_shown(words: Sequence[tuple[int, str]], shown: Sequence[Word]) -> tuple[Word, ...]:
    """The words with the letters of the characters that they are made of."""
    letters = {one.start: one.letter for one in shown if one.letter}
    told = ["".join(letters.get(at, "") for at in range(start, start + len(text))) for start, text in words]
    return tuple(
        Word(text, start, own[:1], other_letters=own[1:])
        for (start, text), own in zip(words, told, strict=True)
    )


def _proposals(words: Sequence[Word], number: int, runs: Sequence[Run], subject: str) -> tuple[str, ...]:
    """The subject without its first word; with the rest of its clause before it; with the clause before.

    Empty for what there is none of, or what another of them, or the subject itself, says already.
    """
    if not runs:
        return ("", "", "")
    (first, _), rest = runs[0], "".join(_text(words, run) for run in runs[1:])
    own = _text(words, runs[0])
    # Of single characters, while the dictionary is not there, the first is seldom a word.
    by_word = any(len(word.text) > 1 and not word.text.isascii() for word in words)
    shorter = own[len(words[first].text) :].lstrip(_NOT_FIRST) + rest if by_word else ""
    clause = first
    while clause and not _CLAUSE.search(words[clause - 1].text):
        clause -= 1
    longer = _text(words, (clause, runs[0][1])) + rest
    before = clause - 2
    while before > 0 and not _CLAUSE.search(words[before - 1].text):
        before -= 1
    antecedent = _text(words, (before, clause - 2)) + own + rest if clause >= 2 else ""
    offered: list[str] = []
    for one in (shorter.strip(), longer.strip(), antecedent.strip()):
        offered.append("" if one == subject or one in offered else one)
    return tuple(offered)


def _text(words: Sequence[Word], run: Run) -> str:
    return "".join(word.text for word in words[run[0] : run[1] + 1] if not word.of_figure)
