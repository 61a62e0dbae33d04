"""Dates, periods and times of day: numerals that name a time and measure nothing."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.language.alphabet import ITEM_NUMERALS
from fzreview.reading.figures.excluded.lengths import is_told_length
from fzreview.reading.figures.numerals.numeral import Numeral
from fzreview.reading.figures.numerals.ranges import range_at

RULES: Final = (
    YEAR := Rule(
        "numeral.year",
        "Four digits that begin with 18, 19 or 20, or four Chinese digits in a row, name a year.",
        zh="18、19、20 开头的四位数或四个连写的中文数字是年份",
        takes=("⟦2023⟧年", "⟦2021⟧—2025年", "⟦二〇二三⟧年"),
        leaves=(
            "⟦2023件⟧",
            "⟦2100余人⟧",
            "每人⟦1900⟧至2000元",
            "| 单位 | 检查户次 |\n| --- | --- |\n| 南溪县 | ⟦1900⟧ |\n",
        ),
    ),
    DATE := Rule(
        "numeral.date",
        "Before 月, 季, 旬, 日, 号, 年代, 年度 and their like a numeral names a part of the calendar.",
        zh="月、季、旬、日、号、年代、年度等字前的数字是日期",
        takes=("截至⟦9⟧月底", "⟦6⟧月2日", "⟦90⟧年代", "⟦三十⟧周年", "自⟦3⟧、4月起"),
        leaves=("用时⟦15天⟧", "缩短⟦3个月⟧", "缩短至⟦5日⟧内", "加急件⟦2至3日⟧可取", "办理周期为⟦5—7日⟧"),
    ),
    CUT_DATE := Rule(
        "numeral.cut-date",
        "A bare number behind a month is its day, behind a month and 至 a day or month: 日 or 月 was lost.",
        zh="月份之后的单独数字是日或月，漏写了“日”“月”",
        takes=("12月⟦4⟧国家宪法日", "截至2020年2月⟦20⟧，", "5月⟦4⟧青年节", "9月至⟦12⟧，共3件"),
        leaves=("2月⟦20件⟧", "3月份⟦98.6%⟧", "1月受理⟦16⟧、2月受理28"),
        rare="Days without 日 stand in damaged pages; read as counts they would be silent wrong values.",
    ),
    DAY_OF_YEAR := Rule(
        "numeral.day-of-year",
        "A month and a day with a point between name a day that is kept or on which something happened.",
        zh="用点隔开的月和日，是纪念日或某件事的日子",
        takes=("在⟦12.4⟧国家宪法日宣传", "结合⟦6.26⟧国际禁毒日", "⟦3.15⟧晚会", "⟦4.26⟧知识产权宣传周"),
        leaves=("性别比为⟦1.03⟧。", "增长⟦3.15%⟧", "投入⟦6.26万元⟧"),
    ),
    CLOCK := Rule(
        "numeral.clock",
        "Hours and minutes tell a time of day unless the words around tell a proportion.",
        zh="时和分是钟点，除非上下文说的是比例",
        takes=(
            "于⟦8:30⟧开会",
            "截至⟦12⟧:00",
            "每日⟦9:00⟧至17:00",
            "⟦8⟧时30分",
            "8时⟦30分⟧",
            "五点三十五分⟦三十六秒⟧",
        ),
        leaves=("按⟦1:10⟧的比例配备", "师生比为⟦1:12⟧"),
    ),
    DAYS := Rule(
        "numeral.days-with-strokes",
        "Two fractions that read as month and day with 至 or a dash between are days.",
        zh="用“至”或横线相连、写作月/日的两个数是日期",
        takes=("时间为⟦1/4⟧至3/31", "12/1—⟦12/31⟧"),
        leaves=("占⟦1/4⟧。",),
        rare="Forms and tables write days so; read as fractions they would be silent wrong values.",
    ),
)

_YEAR_DIGITS: Final = re.compile(r"(?:1[89]|20)[0-9]{2}\Z")
_CHINESE_YEAR: Final = re.compile(r"[一二][〇○零一二三四五六七八九]{3}\Z")
_DIGITS_OF_A_YEAR: Final = 4
_TO: Final = frozenset("-—~至到、")
_MONTHS: Final = re.compile(rf"[{''.join(sorted(_TO))}]{{1,2}}[0-9{ITEM_NUMERALS}]{{1,2}}[月日]")
_SPAN_IN_DAYS: Final = re.compile(rf"[{''.join(sorted(_TO))}]{{1,2}}[0-9{ITEM_NUMERALS}]{{1,2}}日")
_DONE_IN_DAYS: Final = re.compile(
    "[之以]?内|即?可(?=[\u4e00-\u9fff])|办结|办完|办好|完成|送达|答复|出证|出件|领证|取证|到账|寄达"
)
"""What is done within so many days: 加急件2至3日可取, 3到5日办结."""
_DAYS_OF_A_MONTH: Final = 31
_BEHIND_A_MONTH: Final = frozenset("月至到—~- ")
_MONTH_BEFORE: Final = re.compile(rf"[0-9{ITEM_NUMERALS}]月 ?[至到—~-]{{0,2}} ?\Z")
_DAY_OF_YEAR: Final = re.compile(r"(?:1[0-2]|0?[1-9])\.(?:3[01]|[12][0-9]|0?[1-9])\Z")
_FESTIVAL: Final = re.compile(
    r"[^,。;:!?、\n]{0,16}?"
    r"(?:[日节周](?![常益期边万约])|宣传月|专案|案件|事故|事件|火灾|晚会|讲话|批示|系列|主题|活动|行动)"
)
"""What a day of the year is told for."""
_SPAN_OF_DAYS: Final = re.compile(r"(?:1[0-2]|[1-9])/(?:3[01]|[12]?[0-9])\Z")
_OTHER_DAY: Final = re.compile(r" ?[至到—~-]{1,2} ?(?:1[0-2]|[1-9])/(?:3[01]|[12]?[0-9])(?![0-9])")
_DAY_BEFORE: Final = re.compile(r"(?:1[0-2]|[1-9])/(?:3[01]|[12]?[0-9]) ?[至到—~-]{1,2} ?\Z")
_HOURS: Final = re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9]\Z")
_FULL_HOUR: Final = re.compile(r"(?:[01]?[0-9]|2[0-4]):00(?![0-9])")
_PROPORTION: Final = re.compile("比|例|配|按|占")
_CLOCK_PARTS: Final = ("时", "点", "分")
_HOUR_BEFORE: Final = re.compile(rf"[0-9{ITEM_NUMERALS}][时点](?:[0-9零{ITEM_NUMERALS}]{{1,3}}分)?\Z")
_ERAS: Final = ("年代", "世纪", "周年", "年度", "年版", "年级", "年期", "年制")


def date_rule(text: str, number: Numeral, run_end: int) -> Rule | None:
    """The rule by which the numeral belongs to a date, a year, a month, a quarter or a time of day."""
    start = number.start
    if number.fraction and not number.unit and number.end > run_end:
        return _day_or_clock(text, start, number.end)
    run = text[start:run_end]
    if "." in run and not number.unit and _DAY_OF_YEAR.match(run):
        return DAY_OF_YEAR if _FESTIVAL.match(text, run_end) else None
    behind = text[run_end : run_end + 1]
    following = text[run_end + 1 : run_end + 2] if behind == " " else behind
    four = len(run) == _DIGITS_OF_A_YEAR
    year = four and _YEAR_DIGITS.match(run)
    if (four and _CHINESE_YEAR.match(run)) or (year and (number.unit == "年" or following == "年")):
        return YEAR
    if year and not number.unit:
        whole = range_at(text, number)
        return None if whole is not None and whole.unit not in ("", "年") else YEAR
    if (following and following in "月季旬世" and number.unit not in ("个月", "个季度")) or following == "号":
        return DATE
    if following in ("时", "点") and number.value is not None and number.value <= 24 and not number.unit:
        return CLOCK
    if behind == ":" and _FULL_HOUR.match(text, start):  # 12:00 is no quotient, for its second number is 0
        return CLOCK
    if following == "日" and number.unit == "日":
        return DATE if _is_day(text, number, run_end) else None
    if text.startswith(_ERAS, run_end):
        return DATE
    before = text[start - 1 : start]
    if before in _BEHIND_A_MONTH and not number.unit and _is_cut_day(text, number):
        return CUT_DATE
    if year and following in ("/", "."):
        return YEAR
    if (
        before in _CLOCK_PARTS
        and number.unit in ("分", "秒")
        and _HOUR_BEFORE.search(text, max(0, start - 8), start)
    ):
        return CLOCK
    if before == ":" and text[start - 2 : start - 1].isdigit():
        return CLOCK
    if behind not in _TO or _MONTHS.match(text, run_end) is None:
        return None
    return None if _lasts_days(text, start, run_end) else DATE


def span_end(text: str, run_end: int) -> int:
    """Where the days or months end whose first number ends at ``run_end``: behind 3日 of 2至3日."""
    span = _MONTHS.match(text, run_end)
    return run_end if span is None else span.end()


def _lasts_days(text: str, start: int, run_end: int) -> bool:
    """3至5日 is a length where the words around it tell one."""
    span = _SPAN_IN_DAYS.match(text, run_end)
    before = text[max(0, start - 8) : start]
    if span is None or before.endswith("月"):
        return False
    return _DONE_IN_DAYS.match(text, span.end()) is not None or is_told_length(before)


def _is_cut_day(text: str, number: Numeral) -> bool:
    """Whether a number without a unit stands where the day of a month, or the month of a span, would."""
    value = number.value
    if number.chinese or number.over or value is None or value % 1 or not 0 < value <= _DAYS_OF_A_MONTH:
        return False
    return _MONTH_BEFORE.search(text, max(0, number.start - 6), number.start) is not None


def _day_or_clock(text: str, start: int, end: int) -> Rule | None:
    form = text[start:end]
    if _SPAN_OF_DAYS.match(form):
        beside = _OTHER_DAY.match(text, end) or _DAY_BEFORE.search(text, max(0, start - 8), start)
        return DAYS if beside else None
    if _HOURS.match(form) is None:
        return None
    around = text[max(0, start - 8) : start] + text[end : end + 4]
    return None if _PROPORTION.search(around) else CLOCK


def _is_day(text: str, number: Numeral, run_end: int) -> bool:
    """15日 is a day of the month unless the words around it tell a length."""
    before = text[max(0, number.start - 8) : number.start]
    if before[-1:] == "月":
        return True
    behind = text[run_end + 1 : run_end + 3]
    if behind[:1] == "内" or behind in ("以内", "之内") or (number.value is not None and number.value > 31):
        return False
    return not is_told_length(before)
