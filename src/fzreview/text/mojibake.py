"""Text whose GBK bytes slipped by one, put right by byte arithmetic and never by a list of words.

A script that looked for GBK bytes without minding where characters begin put a gloss into the middle
of a pair. The byte before the bracket then ate the bracket and became ``?``, and all pairs after it
are read one byte late, until a one-byte character ends a pair: ``鏈?zhǔn)称废嚓P(guān)`` is 鏈食品相關.
A lost byte of full-width punctuation gives ``?。ㄒ唬`` for ``。（一）``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from fzreview.domain.reports.report import Repair
from fzreview.text.edits import Edit
from fzreview.text.gbk import decode, encode, is_common, is_han
from fzreview.text.readings import TONED, is_toned, reads

_LETTER: Final = "a-zɡɑü" + TONED
_SWALLOWED: Final = re.compile(rf"[?\ufffd][(（]?([{_LETTER}]{{1,6}})[)）]")
_GLOSS: Final = re.compile(rf"[(（]([{_LETTER}]{{1,6}})[)）]")
# A slip that never meets a one-byte character runs to the end of its line; beyond this it is no slip.
_LONGEST: Final = 4000


class Found(NamedTuple):
    edits: list[Edit]
    rows: list[Repair]


def find_mojibake(text: str) -> Found:
    """Edits and repair rows, in offsets of ``text``; what cannot be derived is flagged only."""
    found = Found([], [])
    if "?" in text or "\ufffd" in text:
        _find_slips(text, found)
        _find_bare_slips(text, found)
    if "ㄒ" in text or "ㄈ" in text or "ㄎ" in text or "ㄋ" in text:
        _find_marks(text, found)
    if "鐨" in text or "锛" in text or "銆" in text:
        _find_utf8_as_gbk(text, found)
    if "\ufffd" in text:
        _flag_unread(text, found)
    order = sorted(range(len(found.edits)), key=lambda i: found.edits[i].start)
    return Found(_disjoint([found.edits[i] for i in order]), found.rows)


_UNREAD: Final = re.compile("\ufffd+")


def _flag_unread(text: str, found: Found) -> None:
    """A row for each place that no encoding read and no rule put right."""
    known = sorted((row.start, row.end) for row in found.rows)
    at = 0
    for match in _UNREAD.finditer(text):
        while at < len(known) and known[at][1] <= match.start():
            at += 1
        if at == len(known) or known[at][0] >= match.end():
            found.rows.append(Repair(*match.span(), match[0], None, "mojibake", "flag"))


def _disjoint(edits: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


# Slips that a gloss began


def _find_slips(text: str, found: Found) -> None:
    done = 0
    for match in _SWALLOWED.finditer(text):
        start = match.start()
        if start < done or not is_toned(match[1]) or start == 0 or not is_han(text[start - 1]):
            continue
        slip = _unslip(text, match)
        if slip is None:
            found.rows.append(
                Repair(start - 1, match.end(), text[start - 1 : match.end()], None, "mojibake", "flag")
            )
            continue
        done = slip.end
        found.edits.append(slip)
        repaired = text[start - 1] + slip.text
        found.rows.append(
            Repair(start - 1, slip.end, text[start - 1 : slip.end], repaired, "mojibake", "fix")
        )


def _unslip(text: str, match: re.Match[str]) -> Edit | None:
    """The edit from the ``?`` to the character where both alignments meet again."""
    before = encode(text[match.start() - 1])
    if before is None or len(before) != 2:
        return None
    tail, stop, gloss = _slipped_bytes(text, match.end())
    best: tuple[int, str] | None = None
    for lead in _lost_leads(before[1], match[1]):
        for end in _closing(tail, gloss):
            recovered = decode(bytes((lead,)) + end)
            if recovered and _fits(recovered, gloss):
                odd = sum(not is_common(character) for character in recovered)
                if best is None or odd < best[0]:
                    best = odd, recovered
    return Edit(match.start(), stop, best[1]) if best else None


@lru_cache(1024)
def _lost_leads(trail: int, syllable: str) -> tuple[int, ...]:
    """The bytes that make, behind ``trail``, a character that is read so: one of them was lost."""
    found = []
    for lead in range(0x81, 0xFF):
        across = decode(bytes((trail, lead)))
        if across is not None and len(across) == 1 and reads(across, syllable):
            found.append(lead)
    return tuple(found)


def _slipped_bytes(text: str, at: int) -> tuple[bytes, int, str | None]:
    """The bytes that follow, where they end, and the gloss that stands behind the last character.

    They end behind the first one-byte character, which completes a pair, or behind a second swallowed
    gloss, whose lost byte completes one.
    """
    collected = bytearray()
    stop = min(len(text), at + _LONGEST)
    while at < stop:
        raw = encode(text[at])
        if raw is None or text[at] == "\n":
            break
        swallowed = _SWALLOWED.match(text, at) if text[at] in "?\ufffd" else None
        if swallowed:
            return bytes(collected), swallowed.end(), swallowed[1]
        collected += raw
        at += 1
        if len(raw) == 1:
            gloss = _GLOSS.match(text, at)
            return bytes(collected), gloss.end() if gloss else at, gloss[1] if gloss else None
    return bytes(collected), at, None


def _closing(tail: bytes, gloss: str | None) -> list[bytes]:
    """The tail as whole pairs behind one lead byte: as it is, or with the byte that a gloss lost."""
    if len(tail) % 2:
        return [tail]
    return [tail + bytes((trail,)) for trail in range(0x40, 0xFF) if trail != 0x7F] if gloss else []


def _fits(recovered: str, gloss: str | None) -> bool:
    if gloss is not None and not reads(recovered[-1], gloss):
        return False
    return all(is_han(character) or is_common(character) for character in recovered)


# Slips that no gloss began

_BARE_SLIP: Final = re.compile(
    "(?<=[\u4e00-\u9fff）”》])[?\ufffd](?=[\uff01-\uff5e])(?![？]?\\s*$)", re.MULTILINE
)
"""``工作?，F``: the first byte of 。 was lost; its second makes a full-width sign with the byte behind."""
_LOST_BYTE: Final = b"\xa1"
_LONGEST_BARE: Final = 12
"""Bytes in pairs beyond which a slip counts only where a gloss proves its last character."""


def _find_bare_slips(text: str, found: Found) -> None:
    """``工作?，F(xiàn)將`` was 工作。現將: the bytes behind the lost A1, paired anew.

    They end with a one-byte sign, which completes the last pair. The place is put right where every pair is
    a character of Chinese and a gloss, if there is one, reads the last of them; any other is flagged.
    """
    taken = sorted((edit.start, edit.end) for edit in found.edits)
    at = done = 0
    for match in _BARE_SLIP.finditer(text):
        start = match.start()
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if start < done or (at < len(taken) and taken[at][0] <= start):
            continue
        tail, stop, gloss = _slipped_bytes(text, match.end())
        recovered = decode(_LOST_BYTE + tail) if len(tail) % 2 else None
        if (
            recovered is not None
            and recovered[0] == "。"
            and _fits(recovered, gloss)
            and is_han(recovered[-1])
            and (gloss is not None or len(recovered) <= _LONGEST_BARE)
        ):
            found.edits.append(Edit(start, stop, recovered))
            found.rows.append(Repair(start, stop, text[start:stop], recovered, "mojibake", "fix"))
            done = stop
        else:
            end = match.end() + 1
            found.rows.append(Repair(start, end, text[start:end], None, "mojibake", "flag"))


# Slips of a bracketed mark

_SLIPPED_DIGITS: Final = {
    # the lead byte of （ is lost: A8 + each numeral's bytes, then the first byte of ）
    first + second: numeral
    for numeral in "一二三四五六七八九十"
    for raw in [b"\xa8" + numeral.encode("gbk") + b"\xa3"]
    for first, second in [(decode(raw[:2]) or "", decode(raw[2:]) or "")]
    if first and second
}
_SLIPPED_RUN: Final = re.compile(
    "[?？\ufffd]?([。！；：]?)(" + "|".join(map(re.escape, _SLIPPED_DIGITS)) + ")"
)


def _find_marks(text: str, found: Found) -> None:
    for match in _SLIPPED_RUN.finditer(text):
        start, end = match.span()
        numeral = _SLIPPED_DIGITS[match[2]]
        at_line_start = not text[text.rfind("\n", 0, start) + 1 : start].strip()
        stop = "" if at_line_start else (match[1] or ("。" if start < match.start(1) else ""))
        rest, until = _after_mark(text, end)
        repaired = f"{stop}（{numeral}）{rest}"
        found.edits.append(Edit(start, until, repaired))
        found.rows.append(Repair(start, until, text[start:until], repaired, "mojibake", "fix"))


def _after_mark(text: str, at: int) -> tuple[str, int]:
    """What the second byte of ） slipped into: the characters up to where the alignments meet."""
    tail, stop, gloss = _slipped_bytes(text, at)
    if not tail.startswith(b"\xa9"):
        # The byte was dropped with the bracket; a ? or a bracket may stand for it.
        end = at + 1 if text[at : at + 1] in ("?", "\ufffd", "）", ")") else at
        return "", end
    body = tail[1:]
    for closed in [body] if len(body) % 2 == 0 else [body + bytes((trail,)) for trail in range(0x40, 0xFF)]:
        recovered = decode(closed)
        if recovered and _fits(recovered, gloss):
            return recovered, stop
    even = decode(body[: len(body) - len(body) % 2])
    return (even or "", stop) if even and all(map(is_common, even)) else ("", at)


# UTF-8 read as GBK

_UTF8_RUN: Final = re.compile("[\u00a0-\u00ff\u2010-\uffee]{3,400}")


def _find_utf8_as_gbk(text: str, found: Found) -> None:
    """``锛屾垜浠`` was ，我们: Han characters whose GBK bytes are valid UTF-8."""
    for match in _UTF8_RUN.finditer(text):
        run = match[0]
        if not any(mark in run for mark in ("锛", "銆", "鐨")):
            continue
        raw = b"".join(encode(character) or b"\xff" for character in run)
        try:
            plain = raw.decode("utf-8")
        except UnicodeDecodeError:
            found.rows.append(Repair(*match.span(), run, None, "mojibake", "flag"))
            continue
        found.edits.append(Edit(*match.span(), plain))
        found.rows.append(Repair(*match.span(), run, plain, "mojibake", "fix"))
