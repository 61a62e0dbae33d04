"""Years and dates of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from fzreview.reading.lines import Line
from fzreview.reading.metadata.fields import Field, first_value
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


def reported_year(title: str | None, subtitle: str, lead: str) -> int | None:
    """The year in the title, else in the line of the meeting below it, else the first that the lead tells.

    Years of cited documents do not count.
    """
    for head in (title or "", subtitle):
        years = [year for raw in _YEAR.findall(head) if (year := year_value(raw))]
        if years:
            return years[0]
    plain = _RECITED.sub("", lead[:_LEAD])
    years = [year for raw in _YEAR_OF.findall(plain) if (year := year_value(raw))]
    return years[0] if years else None


def publish_date(fields: Iterable[Field], page_lines: Iterable[Line]) -> str | None:
    """The labelled date of publication, else a date that stands alone on a page line."""
    known = [field for field in fields if field.value and iso_date(field.value)]
    labelled = first_value(known, _PUBLISH_LABELS)
    if labelled is not None and labelled.value is not None:
        return iso_date(labelled.value)
    for line in page_lines:
        if _SIGNED_BELOW_TITLE.fullmatch(line.text):
            continue
        told = line.text if is_furniture_date(line.text) else split_signature(line.text)[1]
        if told:
            return iso_date(told)
    return None


def sign_date(signature: Iterable[Line], title_block: Iterable[Line], fields: Iterable[Field]) -> str | None:
    """When the report was signed: the last date of the sign-off, else one below the title, else a label's."""
    for line in reversed(list(signature)):
        matches = list(DATE_LINE.finditer(line.text))
        if matches and matches[-1].end() >= len(line.text) - 2:
            return iso_date(matches[-1][0])
    for line in title_block:
        if _SIGNED_BELOW_TITLE.fullmatch(line.text):
            return iso_date(line.text)
    known = [field for field in fields if field.value and iso_date(field.value)]
    labelled = first_value(known, _SIGN_LABELS)
    return iso_date(labelled.value) if labelled is not None and labelled.value is not None else None
