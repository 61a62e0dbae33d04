"""Rows with 分别: several numbers that belong, one by one, to several things told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fzreview.reading.figures.subject_text import clean_left
from fzreview.reading.figures.subject_words import GROWTH

_PARTS: Final = re.compile(r"、|以及|和|及|与")
_TAIL = 2


def respective_subjects(raw: str, count: int, earlier: Sequence[str]) -> list[str] | None:
    """The subjects of ``count`` numbers in a row behind the wording ``raw``; None where it holds no 分别.

    ``earlier`` are the subjects of the sentence so far: 案件2.3万起,金额1亿元,分别上升12%和8.5%.
    """
    head, respectively, verb = raw.rpartition("分别")
    if not respectively or count < 2:
        return None
    verb = clean_left(verb)
    head = clean_left(head)
    if not head or GROWTH.match(head + "增长"):
        if len(earlier) < count:
            return None
        return [subject + head + verb for subject in earlier[-count:]]
    things = [part for part in _PARTS.split(head) if part]
    if len(things) != count:
        return [head + verb] * count
    tail = things[-1][-_TAIL:]
    return [
        (
            thing
            if index == count - 1 or thing.endswith(tail) or len(things[-1]) <= len(thing)
            else thing + tail
        )
        + verb
        for index, thing in enumerate(things)
    ]
