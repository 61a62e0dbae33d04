"""Years and dates of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.lines import Line
from fzreview.reading.metadata.answers import Answer
from fzreview.reading.metadata.fields import Field, first_value
from fzreview.reading.metadata.rules import (
    PUBLISHED,
    PUBLISHED_ALONE,
    SIGNED,
    SIGNED_BELOW_TITLE,
    SIGNED_FIELD,
    YEAR_OF_LEAD,
    YEAR_OF_MEETING,
    YEAR_OF_TITLE,
)
from fzreview.reading.outline.marks import chinese_value
from fzreview.reading.signoff import DATE_LINE, is_furniture_date, split_signature
from fzreview.reading.titles import YEAR

_PUBLISH_LABELS: Final = (
    "发布时间",
    "发布日期",
    "公开时间",
    "公开日期",
    "信息时间",
    "添加时间",
    "添加日期",
    "信息日期",
    "录入时间",
    "录入日期",
    "上传时间",
    "上网时间",
    "上网日期",
    "编稿时间",
    "发稿时间",
    "编辑时间",
    "创建时间",
    "公布时间",
    "公布日期",
    "时间",
    "日期",
    "发文日期",
    "发文时间",
    "更新时间",
    "更新日期",
    "制发日期",
    "印发日期",
    "印发时间",
    "生成日期",
    "生成时间",
)
_SIGN_LABELS: Final = ("成文日期", "成文时间", "签发日期", "签发时间", "签署日期", "落款日期", "报告日期")
"""When the paper was signed, which is not when the page was put up."""
_SIGNED_BELOW_TITLE: Final = re.compile(
    rf"[（(]\s?{YEAR}\s?年\s?[\d一二三四五六七八九十]{{1,3}}\s?月\s?[\d一二三四五六七八九十]{{1,3}}\s?日\s?[)）]"
    r"|[一二][〇○零九ＯO0][〇○零一二三四五六七八九ＯO0]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
"""A date in the title's block that belongs to the paper: in brackets, or in Chinese numerals."""
_DATE: Final = re.compile(
    rf"(?P<y>{YEAR})\s?(?:年|[-/.])\s?(?P<m>\d{{1,2}}|十?[一二三四五六七八九十])\s?(?:月|[-/.])\s?"
    r"(?P<d>\d{1,2}|[一二三]?十?[一二三四五六七八九十])"
)
_YEAR: Final = re.compile(rf"(?<!\d)({YEAR})(?=\D|$)")
_YEAR_OF: Final = re.compile(rf"(?<!\d)({YEAR})\s?(?:年|[-—–至]|法治|全[年市区县省])")
_ZEROS: Final = str.maketrans("〇○零ＯO一二三四五六七八九０１２３４５６７８９", "000001234567890123456789")
_LEAD: Final = 600
_RECITED: Final = re.compile(r"《[^》]{0,60}》|[〔\[【（(]\s?\d{4}\s?[〕\]】）)]\s?\d+号")


def year_value(numeral: str) -> int | None:
    """2021 or 二〇二一 as a number; None where it is no year between 1949 and 2100."""
    digits = numeral.translate(_ZEROS)
    if not digits.isdigit() or len(digits) != 4:
        return None
    value = int(digits)
    return value if 1949 <= value <= 2100 else None


def iso_date(text: str) -> str | None:
    """The first date in the text as ISO 8601, None where there is none that exists."""
    for match in _DATE.finditer(text):
        year = year_value(match["y"])
        if year is None:
            continue
        try:
            return date(year, chinese_value(match["m"]), chinese_value(match["d"])).isoformat()
        except ValueError:
            continue
    return None


def reported_year(title: str | None, subtitle: Line | None, body: Line) -> Answer[int] | None:
    """The year in the title, else in the line of the meeting below it, else the first that the lead tells.

    Years of cited documents do not count.
    """
    of_title = _first_year(_YEAR, title or "")
    if of_title is not None:
        return Answer(of_title, YEAR_OF_TITLE)
    of_meeting = None if subtitle is None else _first_year(_YEAR, subtitle.text)
    if subtitle is not None and of_meeting is not None:
        return Answer(of_meeting, YEAR_OF_MEETING, (subtitle.start, subtitle.end))
    of_lead = _first_year(_YEAR_OF, _RECITED.sub("", body.text[:_LEAD]))
    if of_lead is None:
        return None
    return Answer(of_lead, YEAR_OF_LEAD, (body.start, min(body.end, body.start + _LEAD)))


def _first_year(pattern: re.Pattern[str], text: str) -> int | None:
    return next((year for raw in pattern.findall(text) if (year := year_value(raw))), None)


def publish_date(fields: Iterable[Field], page_lines: Iterable[Line]) -> Answer[str] | None:
    """The labelled date of publication, else a date that stands alone on a page line."""
    labelled = _labelled(fields, _PUBLISH_LABELS, PUBLISHED)
    if labelled is not None:
        return labelled
    for line in page_lines:
        if _SIGNED_BELOW_TITLE.fullmatch(line.text):
            continue
        told = line.text if is_furniture_date(line.text) else split_signature(line.text)[1]
        if told:
            return _dated(told, PUBLISHED_ALONE, line)
    return None


def sign_date(
    signature: Iterable[Line], title_block: Iterable[Line], fields: Iterable[Field]
) -> Answer[str] | None:
    """When the report was signed: the last date of the sign-off, else one below the title, else a label's."""
    for line in reversed(list(signature)):
        matches = list(DATE_LINE.finditer(line.text))
        if matches and matches[-1].end() >= len(line.text) - 2:
            return _dated(matches[-1][0], SIGNED, line)
    for line in title_block:
        if _SIGNED_BELOW_TITLE.fullmatch(line.text):
            return _dated(line.text, SIGNED_BELOW_TITLE, line)
    return _labelled(fields, _SIGN_LABELS, SIGNED_FIELD)


def _labelled(fields: Iterable[Field], labels: Iterable[str], rule: Rule) -> Answer[str] | None:
    """The first of the labels whose value is a date."""
    known = [field for field in fields if field.value and iso_date(field.value)]
    field = first_value(known, labels)
    return None if field is None or field.value is None else _dated(field.value, rule, field)


def _dated(text: str, rule: Rule, place: Line | Field) -> Answer[str] | None:
    told = iso_date(text)
    return None if told is None else Answer(told, rule, (place.start, place.end))
