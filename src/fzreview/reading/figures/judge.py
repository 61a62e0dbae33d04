"""One numeral run: a figure, something else for certain, or a candidate for the reviewer."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.figures.figure import Bound, Kind
from fzreview.language.alphabet import CLAUSE_MARKS, HAN
from fzreview.language.words import words
from fzreview.reading.figures import doubts
from fzreview.reading.figures.bare import bare_doubt, bare_kind
from fzreview.reading.figures.bounds import bound_of
from fzreview.reading.figures.excluded.addresses import in_address
from fzreview.reading.figures.excluded.classes import is_class_mark
from fzreview.reading.figures.excluded.dates import DATE, YEAR, date_rule, span_end
from fzreview.reading.figures.excluded.enumerators import decimal_split, mark_end, starts_line
from fzreview.reading.figures.excluded.furniture import is_furniture
from fzreview.reading.figures.excluded.lengths import Length, length_of
from fzreview.reading.figures.excluded.names import is_name
from fzreview.reading.figures.excluded.scales import SCALE_OF_MAP, is_scale
from fzreview.reading.figures.excluded.set_phrases import phrase_at
from fzreview.reading.figures.found import Found, Verdict
from fzreview.reading.figures.numeral_rules import (
    ADDRESS,
    ARTICLE,
    BARE,
    CLASS,
    ENUMERATION,
    FURNITURE,
    MARK,
    NAME,
    NO_NUMBER,
    ONE_TIME,
    ORDINAL,
    PERIOD,
    RANK,
    ROUND,
    SET_PHRASE,
    TOO_LONG,
    TORN,
    UNCOUNTED,
    UNIT,
)
from fzreview.reading.figures.numerals.fractions import numeral_at
from fzreview.reading.figures.numerals.numeral import Numeral
from fzreview.reading.figures.numerals.ranges import range_at
from fzreview.reading.figures.numerals.signs import in_currency, signed
from fzreview.reading.figures.page import Page
from fzreview.reading.figures.standing import rank_of, stands
from fzreview.reading.figures.tables.subjects import counts_in_cell, holds_ranks, kind_of_cell
from fzreview.text.sentences.marks import begin_behind

_TORN: Final = re.compile(rf"(?<!附件)(?<![第表图至—-])(?<=[{HAN}])[0-9]{{1,6}}(?:\.[0-9]{{0,4}})? \Z")
"""3 15件 may be 315件 and 98.7 6% may be 98.76%: the reviewer looks."""
_RARE: Final = frozenset(
    words(
        """
        则 峒 笼 栏 蔸 担 石 丈 里 眼 孔 面 笔 口 道 样 字 层 双 具 片 段 句 卡次 P
        """
    )
)
_CLAUSE_REACH: Final = 80
_LONGEST: Final = 30
_LONGEST_SPOKEN: Final = 40
"""Characters of a numeral in digits, in Chinese; longer runs are codes or damage."""


def judge(page: Page, start: int, run_end: int, floor: int) -> Found:
    """Judge the numeral run ``[start, run_end)``; looking goes on at the answer's end.

    ``floor`` is where the zone begins in which figures are looked for.
    """
    text = page.text
    found = _by_place(text, start, run_end, floor)
    if found is not None:
        return found
    number = numeral_at(text, start, run_end)
    found = (
        _by_calendar(page, number, run_end, floor)
        or _by_order(text, number, run_end)
        or _by_enumeration(text, number, run_end)
    )
    if found is not None:
        return found
    whole = _whole(text, number)
    found = _by_days(text, whole, run_end) if whole is not number else None
    number = whole
    found = found or _by_name(page, number, run_end)
    if found is not None:
        return found
    number = in_currency(text, signed(text, number))
    return _measured(page, number, clause_start(text, start, floor))


def _by_place(text: str, start: int, run_end: int, floor: int) -> Found | None:
    """Marks of the outline, runs that are too long and addresses: told before the numeral is read."""
    mark = mark_end(text, start, run_end, floor)
    if mark is not None:
        return _nothing(start, mark, MARK)
    if run_end - start > (_LONGEST if text[start].isascii() else _LONGEST_SPOKEN):
        return _nothing(start, run_end, TOO_LONG)
    if "!" <= text[start - 1 : start] <= "~" and in_address(text, start):
        return _nothing(start, run_end, ADDRESS)
    return None


def _by_calendar(page: Page, number: Numeral, run_end: int, floor: int) -> Found | None:
    """The number of an outline with a point that begins a line, and dates."""
    text, start = page.text, number.start
    if "." in text[start:run_end] and starts_line(text, start, floor):
        split = decimal_split(text, start, run_end, number)
        if split is not None:
            return _nothing(start, split, MARK)
    date = date_rule(text, number, run_end)
    if date is YEAR and not number.unit and counts_in_cell(page, start, run_end):
        date = None
    if date is None:
        return None
    end = max(run_end, number.end) if number.fraction else span_end(text, run_end)
    return _nothing(start, end, date)


def _by_order(text: str, number: Numeral, run_end: int) -> Found | None:
    """Standings and ordinals: 第 or 前 before the numeral."""
    start, before = number.start, text[number.start - 1 : number.start]
    if before not in ("第", "前"):
        return None
    rank = rank_of(text, number)
    if rank is not None:
        bound: Bound = "<=" if before == "前" else "="
        return Found(Verdict.FIGURE, start, rank.end, rank, "rank", bound, rule=RANK)
    if before == "前":
        return None
    whole = range_at(text, number)
    return _nothing(start, whole.end if whole else number.end if number.unit else run_end, ORDINAL)


def _by_enumeration(text: str, number: Numeral, run_end: int) -> Found | None:
    """一是, and the zero of a year that was torn: 年零."""
    start = number.start
    torn = text[start - 1 : start] in ("年", "月", "天") and text[start] == "零"
    return _nothing(start, run_end, ENUMERATION) if torn or _enumerates(text, number, run_end) else None


def _whole(text: str, number: Numeral) -> Numeral:
    """The range that the numeral begins, or the numeral itself; the two ends of a change stay apart."""
    if number.unit and from_to(text, number.start):
        return number
    return range_at(text, number) or number


def _by_days(text: str, whole: Numeral, run_end: int) -> Found | None:
    """Ranges of days and months."""
    date = date_rule(text, whole, run_end)
    if date is None and text[whole.end : whole.end + 1] in ("月", "季", "届", "号"):
        date = DATE
    return None if date is None else _nothing(whole.start, whole.end, date)


def _by_name(page: Page, number: Numeral, run_end: int) -> Found | None:
    """What is no number, 一 as an article, set phrases, furniture, names, and numbers torn by a blank."""
    text, start = page.text, number.start
    if number.value is None:
        return _nothing(start, run_end, NO_NUMBER)
    plain_one = text[start:run_end] == "一" and number.value == 1 and number.upper is None
    if plain_one and number.unit and not number.over:
        return _article(text, number)
    if number.chinese and not number.fraction:
        phrase = phrase_at(text, start)
        if phrase is not None:
            return _nothing(start, start + len(phrase), SET_PHRASE)
    if is_furniture(text, number):
        return _nothing(start, run_end, FURNITURE)
    if is_name(page, number, run_end):
        return _nothing(start, run_end, NAME)
    if text[start - 1 : start] == " " and _TORN.search(text, max(0, start - 14), start):
        return Found(Verdict.CANDIDATE, start, number.end, rule=TORN)
    return None


def clause_start(text: str, at: int, floor: int) -> int:
    """Where the clause that holds ``at`` begins, 80 characters back at most."""
    return begin_behind(text, CLAUSE_MARKS, max(floor, at - _CLAUSE_REACH), at)


def _nothing(start: int, end: int, rule: Rule) -> Found:
    return Found(Verdict.NOTHING, start, end, rule=rule)


def _enumerates(text: str, number: Numeral, run_end: int) -> bool:
    """一是…, 二是…"""
    return (
        number.chinese
        and text[run_end : run_end + 1] == "是"
        and number.value is not None
        and number.value < 30
    )


def from_to(text: str, start: int) -> bool:
    """由45天…: the two ends of a change stay apart."""
    left = text[max(0, start - 6) : start]
    return "由" in left or "从" in left


def _article(text: str, number: Numeral) -> Found:
    """一 before a measure word; 一倍 tells an amount, 一成 where a word before it makes it one."""
    start, end = number.start, number.end
    tenth = number.unit == "成" and (
        text.startswith(("以上", "左右", "上下"), end) or _TENTH.search(text, max(0, start - 30), start)
    )
    if number.unit == "倍" or tenth:
        bound = bound_of(text, number, clause_start(text, start, max(0, start - 40)))
        return Found(Verdict.FIGURE, start, end, number, "ratio", bound, rule=ONE_TIME)
    if number.kind == "count":
        return Found(Verdict.ARTICLE, start, end, number, rule=ARTICLE)
    changed = text[start - 1 : start] in ("由", "从", "至", "到")
    clause = clause_start(text, start, max(0, start - 40))
    bound = bound_of(text, number, clause)
    kind = number.kind
    about = kind == "measure" and bound != "=" and not is_class_mark(text, number, clause)  # 近一吨
    if kind is not None and (
        about
        or (kind == "measure" and number.unit[0] in "千百")
        or kind == "percent"
        or (kind == "duration" and changed and length_of(text, number) is Length.CLAIM)
    ):
        return Found(Verdict.FIGURE, start, end, number, kind, bound, rule=UNIT)
    return _nothing(start, end, ARTICLE)


_TENTH: Final = re.compile(
    r"[近约超足到过]\Z"
    rf"|[占为][^{CLAUSE_MARKS}]{{1,20}}的\Z"
    r"|[再又][升降增减涨]\Z"
    r"|(?:增长|增产|增加|增收|提高|上升|下降|降低|减少|减产|减收)了?\Z"
)
"""Before 一成 a bound, a share or a change: 近一成, 占总数的一成, 增产一成."""


def _measured(page: Page, number: Numeral, clause: int) -> Found:
    """A number that is no date, ordinal or name: what it measures decides."""
    text, start, end = page.text, number.start, number.end
    if number.kind == "duration":
        length = length_of(text, number)
        if length is not Length.CLAIM:
            verdict = Verdict.CANDIDATE if length is Length.UNCLEAR else Verdict.NOTHING
            return Found(verdict, start, end, rule=PERIOD)
    if number.kind == "ratio" and is_scale(text, number):
        return _nothing(start, end, SCALE_OF_MAP)
    if is_class_mark(text, number, clause):
        return _nothing(start, end, CLASS)
    bound = bound_of(text, number, clause)
    if number.magnitude and bound == "=" and not number.over and not _reached(text, number):
        told = number.unit and number.number_end - start > 1
        return Found(Verdict.CANDIDATE if told else Verdict.NOTHING, start, end, rule=ROUND)
    if not number.unit and not number.fraction:
        return _bare(page, number, clause, bound)
    kind: Kind = number.kind or "count"
    if number.unit in ("位", "名") and (stands(text, number, clause) or holds_ranks(page, start)):
        kind = "rank"
    return Found(Verdict.FIGURE, start, end, number, kind, bound, _doubts(page, number, kind), UNIT)


def _reached(text: str, number: Numeral) -> bool:
    """达百亿元: a round amount that is told as reached."""
    return bool(number.unit) and text[max(0, number.start - 1) : number.start] in ("达", "到", "至")


def _bare(page: Page, number: Numeral, clause: int, bound: Bound) -> Found:
    doubt = bare_doubt(page, number, bound)
    if doubt is not None:
        kind = _kind_in_table(page, number) if doubt == doubts.BARE_NUMBER else None
        kind = kind or number.kind or bare_kind(page.text, number, clause)
        return Found(Verdict.FIGURE, number.start, number.end, number, kind, bound, (doubt,), BARE)
    verdict = Verdict.NOTHING if number.chinese else Verdict.CANDIDATE
    return Found(verdict, number.start, number.end, number, bound=bound, rule=UNCOUNTED)


def _kind_in_table(page: Page, number: Numeral) -> Kind | None:
    """The kind that the heads of its row and column give a number in a cell."""
    return "rank" if holds_ranks(page, number.start) else number.kind or kind_of_cell(page, number.start)


def _doubts(page: Page, number: Numeral, kind: Kind) -> tuple[str, ...]:
    found = []
    if number.unit in _RARE:
        found.append(doubts.RARE_UNIT)
    if number.about and number.upper is not None:
        found.append(doubts.APPROXIMATE_PAIR)
    if number.chinese and kind == "count" and number.value is not None and number.value < 20:
        found.append(doubts.CHINESE_NUMERAL)
    if page.quoted.holding(number.start) is not None:
        found.append(doubts.IN_QUOTES)
    return tuple(found)
