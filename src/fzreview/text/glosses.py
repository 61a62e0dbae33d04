"""Pinyin glosses that a script put after characters: ``當(dāng)前`` is 當前.

A bracket is a gloss when the character before it can be read so. Latin words in brackets
(``(OA)``, ``(a)``, ``(WTO)``) stay, because no character before them is read like that.
"""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.reports.report import Repair
from fzreview.text.edits import Edit
from fzreview.text.gbk import is_han, pair
from fzreview.text.readings import TONED, is_syllable, is_toned, reads

_LETTER: Final = "a-zɡɑü" + TONED + "\u0300\u0301\u0302\u0304\u0308\u030c"
_GLOSS: Final = re.compile(rf"[(（] ?([{_LETTER}]{{1,10}}) ?[)）]")
_PHRASE: Final = re.compile(rf"[(（] ?([{_LETTER}]{{1,8}}(?:[ '’·-]{{1,2}}[{_LETTER}]{{1,8}}){{1,7}}) ?[)）]")
_PARTS: Final = re.compile(r"[ '’·-]+")
# Neutral readings are one or two letters long; shorter ones without a tone are list marks: (a), (e).
_SHORTEST_TONELESS: Final = 2


def find_glosses(text: str) -> tuple[list[Edit], list[Repair]]:
    """Removals of glosses and the rows of those that stand after a character torn in two.

    Offsets are those of ``text``. A gloss after its own character has no row of its own.
    """
    edits: list[Edit] = []
    rows: list[Repair] = []
    for match in _GLOSS.finditer(text):
        start, end = match.span()
        before = start - 1
        if before > 0 and text[before] == " ":
            before -= 1
        if before < 0:
            continue
        if _is_gloss_of(text[before], match[1]):
            edits.append(Edit(start, end, ""))
        elif before == start - 1 and _is_torn(text, before, match[1]):
            edits.append(Edit(start, end, ""))
            rows.append(_torn_row(text, before, end))
    phrases = [Edit(*match.span(), "") for match in _PHRASE.finditer(text) if _is_phrase_gloss(text, match)]
    return (sorted(edits + phrases) if phrases else edits), rows


def _is_gloss_of(character: str, word: str) -> bool:
    if not is_han(character):
        return False
    if is_toned(word):
        known = reads(character, word)
        return is_syllable(word) if known is None else known
    return len(word) >= _SHORTEST_TONELESS and reads(character, word) is True


def _is_torn(text: str, letter_at: int, word: str) -> bool:
    """The script saw a character in the bytes across two others and put the gloss after its second byte.

    ``”O(jiān)A``: the last byte of ” and the letter O make 監 in GBK.
    """
    if letter_at < 1 or not is_toned(word) or not "@" <= text[letter_at] <= "~":
        return False
    across = pair(text[letter_at - 1], text[letter_at])
    return across is not None and reads(across, word) is True


def _torn_row(text: str, letter_at: int, end: int) -> Repair:
    stop = end
    while stop < len(text) and stop - end < 8 and text[stop].isascii() and text[stop].isalnum():
        stop += 1
    start = letter_at - 1
    repaired = text[start : letter_at + 1] + text[end:stop]
    return Repair(start, stop, text[start:stop], repaired, "mojibake", "fix")


def _is_phrase_gloss(text: str, match: re.Match[str]) -> bool:
    """``重慶(chóng qìng)``: a syllable for each of the characters before the bracket."""
    words = _PARTS.split(match[1])
    start = match.start() - len(words)
    if start < 0 or not is_toned(match[1]):
        return False
    return all(
        reads(character, word) for character, word in zip(text[start : match.start()], words, strict=True)
    )
