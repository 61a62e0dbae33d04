"""Marks inside a line: which of them begin headings and items."""

from __future__ import annotations

from collections.abc import Mapping

from fzreview.reading.outline.marks import CN, CN_BRACKET, ITEM, ORDINAL, Mark
from fzreview.text.gbk import is_han


def heads_text(mark: Mark, *, crowded: bool) -> bool:
    """Whether an inline mark begins a heading with text of its own rather than an item of an enumeration."""
    return mark.style.rank < ORDINAL.rank and (crowded or mark.style in (CN, CN_BRACKET))


def goes_on(mark: Mark, marks: list[Mark]) -> bool:
    """Whether the line's first mark and those inside it are one row: 一是…；二是…；三是…。"""
    if not marks or mark.style in (CN, CN_BRACKET):
        return False
    return any(inner.number == mark.number + 1 and inner.style == mark.style for inner in marks)


def credible_inline(
    line: str, marks: list[Mark], *, crowded: bool, lead: Mark | None, opened: Mapping[str, int]
) -> list[Mark]:
    """Inline marks that make a row: 一是 alone counts, the others need their place in a sequence.

    ``opened`` holds the last number of each style that an earlier part of the page's line left open.
    """
    kept: list[Mark] = []
    numbers: dict[str, set[int]] = {}
    for mark in (*marks, *([lead] if lead else [])):
        numbers.setdefault(mark.style.name, set()).add(mark.number)
    last: dict[str, int] = {**opened, **({lead.style.name: lead.number} if lead else {})}
    for mark in marks:
        if mark.weak or mark.number == 0:
            continue
        name = mark.style.name
        if kept and mark.start < kept[-1].end:
            continue
        before = line[mark.start - 1 : mark.start]
        in_turn = mark.number == last.get(name, 0) + 1
        if (
            is_han(before or " ")
            and not (mark.number > 1 and in_turn)
            and not (mark.number == 1 and 2 in numbers[name])
        ):
            continue
        if mark.style is ITEM:
            if "是" not in line[mark.start : mark.end] and not {1, 2} <= numbers[name]:
                continue
        elif mark.style is ORDINAL:
            if before in "，, " or not {1, 2} <= numbers[name]:
                continue
        else:
            in_a_row = in_turn and mark.number > 1 and mark.style.rank > CN_BRACKET.rank
            if before in "，," and not in_a_row:
                continue
            if not crowded and before not in "。；;：: ，,":
                continue
            if not crowded and mark.style in (CN, CN_BRACKET) and not (in_turn and mark.number > 1):
                continue
            if not in_turn and mark.number != 1:
                continue
            if mark.number == 1 and 2 not in numbers[name]:
                continue
        last[name] = mark.number
        kept.append(mark)
    return kept
