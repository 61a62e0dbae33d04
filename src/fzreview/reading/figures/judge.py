"""One numeral run: a figure, something else for certain, or a candidate for the reviewer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from fzreview.domain.figure import Bound, Kind
from fzreview.reading.figures.bounds import bound_of
from fzreview.reading.figures.classes import is_class_mark
from fzreview.reading.figures.dates import is_date, is_window
from fzreview.reading.figures.names import is_name
from fzreview.reading.figures.numeral_runs import RUN, Numeral, numeral_at, range_at
from fzreview.reading.figures.page import Page
from fzreview.reading.figures.standing import rank_of
from fzreview.reading.figures.unit_table import NOUNS
from fzreview.reading.figures.words import words


class Verdict(Enum):
    """What a numeral run is."""

    FIGURE = auto()
    ARTICLE = auto()
    """一 with a measure word: a figure only in a row of counts."""
    CANDIDATE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """A judged numeral. Offsets are those of the clean text."""

    verdict: Verdict
    start: int
    end: int
    number: Numeral | None = None
    kind: Kind = "count"
    bound: Bound = "="
    doubts: tuple[str, ...] = ()


_CLAUSE_MARKS: Final = frozenset(",。;:!?\n")
_INDIVISIBLE: Final = frozenset(
    words("个 人 名 位 户 家 件 份 条 项 次 起 宗 例 处 所 座 人次 场 场次 类 批 批次")
)
_LINE_MARKS: Final = frozenset("\n 。;!?:…|,)")
_MONTHS: Final = re.compile(r"[-—~至到、]{1,2}[0-9一二三四五六七八九十]{1,2}[月日]")
_ENUMERATED: Final = re.compile(r"[.、](?![0-9])|\)")
_TERMINAL: Final = re.compile(r"[ ]*(?:[,。;、!?)(\n|]|$|大关)")
_TOTALS: Final = re.compile(
    r"(?:达到|达|为|至|到|共|共计|合计|总计|累计|约|超过|突破|超|近|:|总数|数量|数|量|是)\Z"
)
_RARE: Final = frozenset(
    words("亿 则 峒 笼 栏 蔸 担 石 丈 里 眼 孔 环 面 笔 口 点 道 样 字 层 双 具 片 段 句")
)


def judge(page: Page, start: int, run_end: int, zone: tuple[int, int]) -> Found:
    """Judge the numeral run ``[start, run_end)``; the answer's end is where looking goes on."""
    text = page.text
    nothing = Found(Verdict.NOTHING, start, run_end)
    opening = _opening(text, start, run_end, zone)
    if opening is not None:
        return Found(Verdict.NOTHING, start, opening)
    number = numeral_at(text, start, run_end)
    if "." in text[start:run_end] and _starts_line(text, start, zone):
        split = _split_enumerator(text, start, run_end, number)
        if split is not None:
            return Found(Verdict.NOTHING, start, split)
    if is_date(text, number, run_end):
        return Found(Verdict.NOTHING, start, max(run_end, start + 1))
    if _MONTHS.match(text, run_end):
        return nothing
    rank = rank_of(text, number, run_end) if text[start - 1 : start] in ("第", "前") else None
    if rank is not None:
        bound: Bound = "<=" if text[start - 1] == "前" else "="
        return Found(Verdict.FIGURE, start, rank.end, rank, "rank", bound)
    if text[start - 1 : start] == "第":
        return Found(Verdict.NOTHING, start, number.end if number.unit else run_end)
    if (
        text[run_end : run_end + 1] == "是"
        and number.chinese
        and number.value is not None
        and number.value < 30
    ):
        return nothing
    whole = range_at(text, number) if not (number.unit and _from_to(text, start)) else None
    if whole is not None:
        if is_date(text, replace(whole, start=whole.start), run_end) or text[whole.end : whole.end + 1] in (
            "月",
            "季",
            "届",
        ):
            return Found(Verdict.NOTHING, start, whole.end)
        number = whole
    if number.value is None:
        return nothing
    if (
        number.chinese
        and text[start:run_end] == "一"
        and number.end > run_end
        and not number.over
        and not number.fraction
    ):
        return _article(text, number, run_end)
    if is_name(page, number, run_end):
        return nothing
    sign = _minus(text, start)
    if sign:
        number = replace(number, start=start - 1, value=-number.value, upper=number.upper)
    if number.kind == "duration" and is_window(text, number):
        return Found(Verdict.NOTHING, start, number.end)
    if is_class_mark(text, number):
        return Found(Verdict.NOTHING, start, number.end)
    clause = clause_start(text, start, zone[0])
    bound = bound_of(text, number, clause)
    if number.magnitude and bound == "=" and not number.over and number.upper is None and not number.fraction:
        return Found(Verdict.CANDIDATE if number.unit else Verdict.NOTHING, start, number.end)
    if not number.unit and not number.fraction:
        return _bare(page, number, run_end, bound)
    kind: Kind = number.kind or "count"
    doubts = []
    if number.unit in _RARE:
        doubts.append("rare_unit")
    if number.about and number.upper is not None:
        doubts.append("approximate_pair")
    if number.chinese and kind == "count":
        doubts.append("chinese_numeral")
    if page.quoted.holding(start) is not None:
        doubts.append("in_quotes")
    return Found(Verdict.FIGURE, number.start, number.end, number, kind, bound, tuple(doubts))


def clause_start(text: str, at: int, floor: int) -> int:
    """Where the clause that holds ``at`` begins, 80 characters back at most."""
    lowest = max(floor, at - 80)
    while at > lowest and text[at - 1] not in _CLAUSE_MARKS:
        at -= 1
    return at


def _starts_line(text: str, start: int, zone: tuple[int, int]) -> bool:
    return start == zone[0] or text[start - 1] in _LINE_MARKS


def _opening(text: str, start: int, run_end: int, zone: tuple[int, int]) -> int | None:
    """The end of an outline mark or an enumerator that the run is, or None."""
    if run_end - start > 3 or text[run_end : run_end + 1] not in (".", "、", ")"):
        return None
    if text[run_end] == ")":
        return run_end + 1 if text[start - 1 : start] == "(" else None
    if text[start - 1 : start] == "第" or _starts_line(text, start, zone) or text[start - 1] == "(":
        if (
            text[run_end] == "、"
            and text[run_end + 1 : run_end + 3]
            and RUN.match(text, run_end + 1)
            and text[start] not in "0123456789"
        ):
            return None
        return run_end + 1
    return None


def _split_enumerator(text: str, start: int, run_end: int, number: Numeral) -> int | None:
    """1.2020年 and 3.13个市州: the end of the enumerator with its dot, or None for a real decimal."""
    whole, _, rest = text[start:run_end].partition(".")
    if len(whole) > 2 or not rest or rest[0] == "0":
        return None
    dot = start + len(whole) + 1
    if len(rest) == 4 and rest[:2] in ("19", "20") and text[run_end : run_end + 1] in ("年", "-", "—"):
        return dot
    if number.unit in _INDIVISIBLE and number.number_end == run_end:
        return dot
    return None


def _from_to(text: str, start: int) -> bool:
    """由45天…: the two ends of a change stay apart."""
    left = text[max(0, start - 6) : start]
    return "由" in left or "从" in left


def _minus(text: str, start: int) -> bool:
    if text[start - 1 : start] != "-" or start < 2:
        return False
    before = text[start - 2]
    return before in " (:,、|\n~" or "\u4e00" <= before <= "\u9fff"


def _article(text: str, number: Numeral, run_end: int) -> Found:
    """一 before a measure word; 一倍 and 一成 tell an amount."""
    if number.unit == "倍" or (
        number.unit == "成" and text[number.start - 1 : number.start] in "近约超足到过"
    ):
        return Found(
            Verdict.FIGURE,
            number.start,
            number.end,
            number,
            "ratio",
            bound_of(text, number, max(0, number.start - 20)),
        )
    if number.kind == "count":
        return Found(Verdict.ARTICLE, number.start, number.end, number)
    return Found(Verdict.NOTHING, number.start, run_end)


def _bare(page: Page, number: Numeral, run_end: int, bound: Bound) -> Found:
    """A number without a unit: a figure where it stands for an amount by its place, else a candidate."""
    text, start, end = page.text, number.start, number.end
    nothing = Found(Verdict.NOTHING, start, end)
    candidate = Found(Verdict.CANDIDATE, start, end)
    value = number.value
    assert value is not None
    large = abs(value) >= 10_000 and text[end - 1] in "万亿多余"
    figure = Found(Verdict.FIGURE, start, end, number, "count", bound, ("no_unit",))
    if number.fraction:
        return figure
    if number.chinese:
        if large or (number.magnitude and bound != "=" and value >= 10_000):
            return figure
        return nothing
    if large or number.over:
        return figure
    if _in_cell(text, start, end):
        return replace(figure, doubts=("bare_number",))
    following = text[end : end + 4]
    if following[:2] in NOUNS or following[:3] in NOUNS or following[:4] in NOUNS:
        return figure
    if _TERMINAL.match(text, end) and _TOTALS.search(text, max(0, start - 4), start):
        return figure
    return candidate


_CELL_LEFT: Final = re.compile(r"[|\t\n][ ]{0,6}-?\Z")
_CELL_RIGHT: Final = re.compile(r"[ ]{0,6}(?:[|\t\n]|\Z)")


def _in_cell(text: str, start: int, end: int) -> bool:
    """Alone in a cell of a table: between bars, or on a line of its own among other such lines."""
    left = _CELL_LEFT.search(text, max(0, start - 9), start)
    right = _CELL_RIGHT.match(text, end)
    if left is None or right is None:
        return False
    return any(mark in left.group() + right.group() for mark in "|\t")
